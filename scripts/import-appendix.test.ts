import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { councilWith, type Edit, JUNE, MARCH } from "./examples/councils.ts";
import { importAppendix } from "./import-appendix.ts";

const MEETING = "2026-06-01-panel";
const open: (() => void)[] = [];
afterEach(() => {
  for (const remove of open.splice(0)) remove();
});

function council(...edits: Edit[]): string {
  const { root, remove } = councilWith(...edits);
  open.push(remove);
  return root;
}

function bringIn(root: string, name: string, bytes: Uint8Array, more = {}) {
  return importAppendix({ root, name, bytes, meeting: MEETING, item: "2", now: "2026-05-20T10:00", ...more });
}

describe("a PDF brought in as an appendix", () => {
  it("goes in byte for byte, under a name that addresses can have, with a gap for its title", () => {
    const root = council();
    const pdf = readFileSync(join(root, MARCH, "appendices/letter.pdf"));
    const imported = bringIn(root, "Anhang Ä – Plan (2).PDF", pdf);
    expect(imported.file).toBe(`${JUNE}/appendices/anhang-a-plan-2.pdf`);
    expect(readFileSync(join(root, imported.file)).equals(pdf)).toBe(true);
    expect(readFileSync(join(root, JUNE, "progress.md"), "utf8")).toContain(
      '  - { id: anhang-a-plan-2, title: "[to be filled in: the title of the appendix Anhang Ä – Plan (2).PDF]", file: appendices/anhang-a-plan-2.pdf, access: public }',
    );
  });

  it("is refused, with nothing written, where it is no PDF, is there already, or has no report to go with", () => {
    const root = council({ file: `${JUNE}/agenda.md`, find: ", papers: [progress]", put: "" });
    const pdf = readFileSync(join(root, MARCH, "appendices/letter.pdf"));
    expect(() => bringIn(root, "plan.pdf", new TextEncoder().encode("Dear all,"))).toThrow("plan.pdf is no PDF");
    expect(() => bringIn(root, "plan.pdf", pdf, { item: "1" })).toThrow("Item 1 has no report yet");
    expect(() => bringIn(root, "plan.pdf", pdf, { item: "7" })).toThrow("There is no item 7");
    expect(() => bringIn(root, "plan.pdf", pdf, { meeting: "../x" })).toThrow("There is no meeting");
    expect(() => bringIn(root, "plan.pdf", pdf, { report: "budget" })).toThrow(
      "Item 2 has no report `budget` that can be read",
    );
    expect(existsSync(join(root, JUNE, "appendices"))).toBe(false);
    bringIn(root, "plan.pdf", pdf);
    expect(() => bringIn(root, "plan.pdf", pdf)).toThrow("has an appendix `plan` already");
  });
});
