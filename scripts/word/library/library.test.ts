import { describe, expect, it } from "vitest";
import { readOutline } from "../../markdown/outline.ts";
import { readWord } from "../read-word.ts";
import { requestOf } from "./entry.ts";
import { LIBRARY } from "./library.ts";

for (const [group, documents] of Object.entries(LIBRARY))
  describe(`a library of reports: ${group}`, () => {
    it.each(documents)("$name", async (document) => {
      const { paper, problems, questions, notes } = await readWord(await requestOf(document));
      expect(problems).toEqual([]);
      expect(paper?.body).toBe(`${document.markdown}\n`);
      expect(paper?.numbering).toBe(document.numbering ?? "none");
      expect(questions.map(({ id }) => id)).toEqual(document.questions ?? []);
      expect(notes).toEqual((document.notes ?? []).map((part) => expect.stringContaining(part)));
      const { faults } = readOutline(document.markdown, 0, document.numbering ?? "none");
      expect(faults.map(({ rule }) => rule)).toEqual(document.faults ?? []);
    });
  });

describe("the library", () => {
  it("has a report for most of what councils do in Word", () => {
    const names = Object.values(LIBRARY).flatMap((documents) => documents.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(60);
  });
});
