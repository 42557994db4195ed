import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkCouncil } from "../check/check.ts";
import { loadCouncil } from "../load/council.ts";
import { type GeneratedCouncil, writeGeneratedCouncil } from "./generated-council.ts";

describe("a generated council", () => {
  const folders = Array.from({ length: 3 }, () => mkdtempSync(join(tmpdir(), "generated-")));
  const [root, again, other] = folders as [string, string, string];
  let made: GeneratedCouncil;
  beforeAll(() => {
    made = writeGeneratedCouncil(root, { reports: 6 });
    writeGeneratedCouncil(again, { reports: 6 });
    writeGeneratedCouncil(other, { reports: 6, seed: 2 });
  });
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it("breaks no rule", () => {
    expect(checkCouncil(loadCouncil(root, { drafts: true }))).toEqual([]);
  });

  it("is the same from the same seed, and another from another", () => {
    const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    expect(files.length).toBeGreaterThan(18);
    for (const { parentPath, name } of files) {
      const file = join(parentPath, name);
      expect(readFileSync(file.replace(root, again)).equals(readFileSync(file)), file).toBe(true);
    }
    for (const report of made.reports)
      expect(readFileSync(join(other, report), "utf8")).not.toBe(readFileSync(join(root, report), "utf8"));
  });

  it("has in every report all that a pack must carry", () => {
    const council = loadCouncil(root, { drafts: true }).council;
    const reports = council?.meetings.find((each) => each.id === made.meeting)?.drafts?.reports ?? [];
    expect(reports.map((report) => report.file)).toEqual(made.reports);
    for (const { outline, file } of reports) {
      const text = readFileSync(join(root, file), "utf8");
      expect(new Set(outline.blocks.map((block) => block.kind))).toEqual(
        new Set(["section", "sub-heading", "paragraph", "list", "table", "quote", "chart", "image"]),
      );
      expect(outline.blocks.some((block) => block.title.length > 150)).toBe(true);
      for (const wanted of [
        "[^3]: ",
        "    (ii) ",
        "  - ",
        "(#p1-1)",
        "/report-00",
        "https://",
        "mailto:",
        "ŵ",
        "ŷ",
        "£",
      ])
        expect(text, wanted).toContain(wanted);
    }
    expect(reports.map((report) => report.outline.numbering)).toContain("typed");
  });
});
