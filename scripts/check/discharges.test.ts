import { describe, expect, it } from "vitest";
import { councilWith, type Edit, JUNE, MARCH } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import type { Council } from "../model/council.ts";
import { problemsBy } from "./check.ts";
import { discharges } from "./discharges.ts";
import type { Known } from "./rule.ts";

const CABINET = "content/meetings/2026/2026-06-08-cabinet";
const toCabinet: Edit = { file: `${MARCH}/minutes.md`, find: "returnsTo: panel", put: "returnsTo: cabinet" };
const cabinetMeets: Edit = {
  file: `${CABINET}/meeting.md`,
  put: '---\ncommittee: cabinet\ndate: 2026-06-08\ntime: "18:30"\nplace: { name: Wick Hall }\n---\n',
};
const toCabinetToo: Edit = {
  file: `${CABINET}/progress.md`,
  put: "---\ntitle: Progress\naccess: public\nagendaItem: 2\nfrom: Director\ncontactOfficer: { role: Director }\ndischarges: [report-june]\nbackgroundPapers: none\n---\nText.\n",
};
const inMinutes = (how: string): Edit => ({
  file: `${JUNE}/minutes.md`,
  put: `---\naccess: public\nsummary: Heard.\nchair: ada-brook\nattendance: [{ member: ada-brook }]\nitems: [{ item: 2, minute: 3 }]\ndischarges: [{ followUp: report-june, how: ${how}, item: 2 }]\n---\n## 3. Progress\n\nIt was told.\n`,
});

function told(...edits: Edit[]): string[] {
  const { root, remove } = councilWith(...edits);
  const council = loadCouncil(root, { drafts: true }).council as Council;
  remove();
  return problemsBy([discharges], council, {} as Known).map(({ rule, file }) => `${rule} ${file}`);
}

describe("what claims to answer a follow-up", () => {
  it("answers it at the body that it returns to", () => {
    expect(told()).toEqual([]);
  });

  it("answers it at that body each time, where it recurs and is never done with", () => {
    const monthly = {
      file: `${MARCH}/minutes.md`,
      find: "kind: report back",
      put: "kind: recurring\n        every: month",
    };
    expect(told(monthly)).toEqual([]);
  });

  it("answers nothing elsewhere, which is told until that body has its answer too", () => {
    expect(told(toCabinet)).toEqual([`discharged-elsewhere ${JUNE}/progress.md`]);
    expect(told(toCabinet, cabinetMeets, toCabinetToo)).toEqual([]);
  });

  it("is told of no follow-up that another has taken the place of", () => {
    const again: Edit = {
      file: `${MARCH}/minutes.md`,
      find: "    questions:",
      put: "      - { id: report-july, text: A fuller report, askedBy: the Panel, kind: report back, replaces: report-june, returnsTo: cabinet, due: { said: July } }\n    questions:",
    };
    expect(told(toCabinet, again)).toEqual([]);
  });

  it("may be the minutes, which are held to the same", () => {
    expect(told(toCabinet, inMinutes("oral report"))).toEqual([
      `discharged-elsewhere ${JUNE}/progress.md`,
      `discharged-elsewhere ${JUNE}/minutes.md`,
    ]);
    const before = { file: `${JUNE}/meeting.md`, find: "date: 2026-06-01", put: "date: 2026-03-01" };
    expect(told(before, inMinutes("oral report"))).toEqual([
      `discharged-before-asked ${JUNE}/progress.md`,
      `discharged-before-asked ${JUNE}/minutes.md`,
    ]);
  });

  it("may come on the day that it was asked for", () => {
    expect(told({ file: `${JUNE}/meeting.md`, find: "date: 2026-06-01", put: "date: 2026-03-02" })).toEqual([]);
  });
});
