import { describe, expect, it } from "vitest";
import { councilWith, type Edit } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import type { Council } from "../model/council.ts";
import { problemsBy } from "./check.ts";
import { judgementBefore } from "./judgement-before.ts";
import type { Known } from "./rule.ts";

/** An inspection in `year`, after the one of 2024, with this judgement of something. */
const inspectionIn = (year: number, area: string, grade: string, before = "wick-2024"): Edit => ({
  file: `content/inspections/wick-${year}.md`,
  put: `---\ntitle: Wick inspection of ${year}\ninspectorate: I\nframework: F\nkind: full\nfieldwork: { from: ${year}-05-13, to: ${year}-05-17 }\nbefore: [${before}]\njudgements:\n  - { area: ${area}, grade: ${grade} }\n---\nSeen.\n`,
});
const says = (words: string): Edit => ({
  file: "content/inspections/2026-wick.md",
  find: "before: Good, change: worse",
  put: words,
});
const follows = (id: string): Edit => ({
  file: "content/inspections/2026-wick.md",
  find: "before: [wick-2024]",
  put: `before: [${id}]`,
});

function told(...edits: Edit[]): string[] {
  const { root, remove } = councilWith(...edits);
  const council = loadCouncil(root, { drafts: true }).council as Council;
  remove();
  return problemsBy([judgementBefore], council, {} as Known).map(({ message }) => message);
}

describe("the judgement before", () => {
  it("is the one of the latest earlier inspection that judged the area, through the one between", () => {
    expect(told()).toEqual([]);
    expect(told(inspectionIn(2025, "Files", "Outstanding"), follows("wick-2025"))).toEqual([
      "Wick inspection of 2025 judged Files `Outstanding`, and not `Good`.",
    ]);
    expect(told(inspectionIn(2025, "Staff", "Outstanding"), follows("wick-2025"))).toEqual([]);
    expect(
      told(inspectionIn(2025, "Staff", "Good"), follows("wick-2025"), says("before: Outstanding, change: worse")),
    ).toEqual(["Wick inspection, May 2024 judged Files `Good`, and not `Outstanding`."]);
  });

  it("is none of an inspection that is not named among those before, or that came later", () => {
    expect(told(inspectionIn(2025, "Files", "Outstanding"))).toEqual([]);
    expect(told(inspectionIn(2027, "Files", "Outstanding", "2026-wick"), follows("wick-2027"))).toEqual([]);
  });

  it("is the same in capitals or in small letters", () => {
    expect(told(says("before: good, change: worse"))).toEqual([]);
  });

  it("may be left unsaid", () => {
    expect(told(says("change: worse"))).toEqual([]);
    expect(told(says("change: same"))).toHaveLength(1);
  });

  it("is believed where no earlier inspection here has it", () => {
    expect(told(says("before: Inadequate, change: same"), follows("other"))).toEqual([]);
    expect(told(says("before: Inadequate, change: better"), follows("other"))).toEqual([
      "Files was `Inadequate` and is `Inadequate`, which is not `better`.",
    ]);
    expect(told(says("change: not judged before"), follows("other"))).toEqual([]);
  });
});
