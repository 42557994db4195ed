import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { restrictedWords } from "./restricted-words.ts";

describe("the words of a restricted file", () => {
  let folder: string;
  const read = (file: string, content: string | Uint8Array, kind: "report" | "minutes" | "other" = "report") => {
    writeFileSync(join(folder, file), content);
    return restrictedWords(folder, { meeting: null, id: file, file, kind, access: null, document: null });
  };
  const joined = (lists: readonly (readonly string[])[]) => lists.map((words) => words.join(" "));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clear-days-words-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("are those of a report's body, and of its fields, whatever else is wrong with them", async () => {
    const { streams, passages, headings } = await read(
      "a.md",
      "---\ntitle: The *award*\naccess: secret\nfrom: A Director of Things\nrecommendations:\n  - that: Cabinet\n    limbs: [{ verb: sells, object: the land }]\n---\n## Why now\n\nIt is *worth* more.\n\n| Plot | Price |\n| --- | --- |\n| A | £9,000 |\n",
    );
    expect(joined(streams)).toEqual(["why now it is worth more plot price a 9000", "the award", "sells the land"]);
    expect(joined(passages)).toEqual([
      "it is worth more",
      "plot price",
      "a 9000",
      "plot",
      "price",
      "a",
      "9000",
      "the award",
      "sells the land",
    ]);
    expect(joined(headings)).toEqual(["why now"]);
  });

  it("are those of minutes, resolutions too, without who was there", async () => {
    const { streams } = await read(
      "minutes.md",
      "---\nsummary: It was sold.\nattendance: [{ guest: The buyer of the land }]\nitems:\n  - item: 4\n    resolutions: [{ letter: a, text: That the land be sold }]\n---\n## 41. Land\n\nIt was.\n",
      "minutes",
    );
    expect(joined(streams)).toEqual(["land it was", "it was sold", "a", "that the land be sold"]);
  });

  it("are the whole file's where its front matter is missing, is not closed, or is code", async () => {
    for (const text of ["Sell it.", "---\ntitle: Sell it.", "---js\n{ title: 'Sell it.' }\n---\nNow."])
      expect(joined((await read("a.md", text)).streams).join(" ")).toContain("sell it");
  });

  it("are none, and that is said, where a file holds no text", async () => {
    expect(await read("a.png", new Uint8Array([0x89, 0, 1]), "other")).toMatchObject({ streams: [], isRead: false });
  });
});
