import { describe, expect, it } from "vitest";
import { actionGaps, findingGaps, frequencyGaps, measureGaps } from "./gaps.ts";
import type { Action, Measure, ProgressEntry } from "./plan.ts";

const said = (status: ProgressEntry["status"], more: Partial<ProgressEntry> = {}): ProgressEntry => ({
  date: "2026-03-02",
  text: "What was said",
  for: "the council",
  ...(status ? { status } : {}),
  ...more,
});
const action = (more: Partial<Action> = {}): Action => ({
  id: "check-files",
  title: "Check every file",
  findings: ["2026-wick/files"],
  owner: "Director",
  due: "2026-09-30",
  progress: [said("under way")],
  evidence: [],
  ...more,
});
const reading = (date: string) => ({ date, value: 55, approximate: false, revisions: [] });
const measure = (more: Partial<Measure> = {}): Measure => ({
  id: "files-checked",
  title: "Files checked",
  unit: "%",
  direction: "higher is better",
  frequency: "quarterly",
  target: { value: 80, by: "2026-12-31" },
  actions: ["check-files"],
  readings: [reading("2026-03-31")],
  ...more,
});
const without = <Value extends object, Key extends keyof Value>(value: Value, key: Key) => {
  const { [key]: _, ...rest } = value;
  return rest as Value;
};
const gapsOf = (...actions: Action[]) => actionGaps({ actions, measures: [measure()] });
const rules = (gaps: { rule: string }[]) => gaps.map(({ rule }) => rule);

describe("what an action leaves out", () => {
  it("is nothing where it has an owner, a day, a measure and word of where it stands", () => {
    expect(gapsOf(action())).toEqual([]);
  });

  it("is told with the action's id, its place, words for a resident and a mend for an officer", () => {
    expect(gapsOf(action({ id: "hire", progress: [] }), without(action(), "owner"))).toMatchObject([
      { rule: "action-measure", id: "hire", path: ["actions", 0] },
      { rule: "action-status", id: "hire", words: "Nobody has said where it stands." },
      {
        rule: "action-owner",
        id: "check-files",
        title: "Check every file",
        words: "Nobody is named to answer for it.",
        path: ["actions", 1],
        mend: expect.stringContaining("`owner`"),
      },
    ]);
  });

  it("is its day and its measure while it is open, and neither once it is done or stopped", () => {
    const bare = without(action({ id: "hire" }), "due");
    expect(rules(gapsOf(bare))).toEqual(["action-due", "action-measure"]);
    expect(gapsOf({ ...bare, progress: [said("stopped")] })).toEqual([]);
    expect(gapsOf({ ...bare, progress: [said("done", { source: "2026-03-02-panel/minutes" })] })).toEqual([]);
    expect(rules(gapsOf({ ...bare, progress: [said("done"), said("under way")] }))).toContain("action-due");
  });

  it("is word of where it stands, where what was said of it gives no status", () => {
    expect(rules(gapsOf(action({ progress: [said(undefined)] })))).toEqual(["action-status"]);
  });

  it("is evidence, where the council says it is done and no paper does", () => {
    const progress = [said("under way", { source: "2026-03-02-panel/minutes" }), said("done"), said(undefined)];
    expect(gapsOf(action({ progress }))).toMatchObject([
      { rule: "action-evidence", path: ["actions", 0, "progress", 1], words: expect.stringContaining("word alone") },
    ]);
    const evidence = [{ text: "The register", source: "https://example.org/register" }];
    expect(gapsOf(action({ progress, evidence }))).toEqual([]);
    expect(gapsOf(action({ progress: [said("done", { for: "inspectors" })] }))).toEqual([]);
    expect(gapsOf(action({ progress: [said("done", { source: "2026-03-02-panel/minutes" })] }))).toEqual([]);
  });
});

describe("what a measure leaves out", () => {
  const gaps = (one: Measure & { countsWithheld?: number }, today: string) => measureGaps({ measures: [one] }, today);

  it("is its target", () => {
    expect(gaps(measure(), "2026-04-20")).toEqual([]);
    expect(gaps(without(measure(), "target"), "2026-04-20")).toMatchObject([
      { rule: "measure-target", id: "files-checked", path: ["measures", 0], words: "No target is set." },
    ]);
  });

  it("is a figure, once the next period and a month to gather it have passed", () => {
    expect(gaps(measure(), "2026-07-31")).toEqual([]);
    expect(gaps(measure(), "2026-08-01")).toMatchObject([
      {
        rule: "stale-reading",
        words: "The figure to 30 June 2026 was due, and none has come since the one to 31 March 2026.",
        path: ["measures", 0, "readings", 0],
      },
    ]);
    expect(gaps(without(measure(), "frequency"), "2027-08-01")).toEqual([]);
  });

  it("is no figure that there is and that may not be published", () => {
    expect(gaps({ ...measure(), countsWithheld: 1 }, "2026-08-01")).toEqual([]);
    expect(rules(gaps({ ...measure(), countsWithheld: 0 }, "2026-08-01"))).toEqual(["stale-reading"]);
  });

  it("is how often there is to be a figure, which officers alone are told", () => {
    expect(frequencyGaps({ measures: [measure()] })).toEqual([]);
    const bare = without(measure(), "frequency");
    expect(frequencyGaps({ measures: [measure(), bare] })).toMatchObject([
      { rule: "measure-frequency", path: ["measures", 1] },
    ]);
    expect(gaps(bare, "2026-04-20")).toEqual([]);
  });
});

describe("a finding", () => {
  const finding = {
    id: "files",
    title: "Files were not checked",
    kind: "for improvement" as const,
    addressee: "the council",
  };
  const inspection = (more: object = {}) => ({ id: "2026-wick", value: { findings: [{ ...finding, ...more }] } });
  const revisit = (name: string) => ({ revisits: [{ finding: name, outcome: "not put right" as const }] });

  it("wants an action of some plan", () => {
    expect(findingGaps(inspection(), [{ actions: [action()] }], [])).toEqual([]);
    expect(findingGaps(inspection(), [{ actions: [action({ findings: ["2025-wick/files"] })] }], [])).toMatchObject([
      { rule: "finding-action", id: "files", title: "Files were not checked", path: ["findings", 0] },
    ]);
  });

  it("wants none once inspectors have come back to it", () => {
    expect(findingGaps(inspection(), [], [revisit("2026-wick/files")])).toEqual([]);
    expect(rules(findingGaps(inspection(), [], [revisit("2026-wick/staff")]))).toEqual(["finding-action"]);
  });

  it("wants none where it is praise, or for another body", () => {
    expect(findingGaps(inspection({ kind: "positive" }), [], [])).toEqual([]);
    expect(findingGaps(inspection({ addressee: "NHS Wick" }), [], [])).toEqual([]);
  });
});
