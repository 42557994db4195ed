import { describe, expect, it } from "vitest";
import { councilWith, type Edit } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import type { Council, CouncilMeeting, Snapshot } from "../model/council.ts";
import { problemsBy } from "./check.ts";
import type { Known } from "./rule.ts";
import { sources } from "./sources.ts";

const KNOWN = { isUnreadable: () => false, hasFile: () => false } as unknown as Known;
const cites = (paper: string): Edit => ({
  file: "data/plans/wick-plan.json",
  find: "2026-06-01-panel/progress",
  put: paper,
});

/** What is said of papers cited in a council with these edits, its June meeting changed by `change`. */
function told(edits: Edit[], change = (meeting: CouncilMeeting) => meeting, drafts = true): string[] {
  const { root, remove } = councilWith(...edits);
  const council = loadCouncil(root, { drafts }).council as Council;
  remove();
  const meetings = council.meetings.map((each) => (each.id === "2026-06-01-panel" ? change(each) : each));
  return problemsBy([sources], { ...council, meetings }, KNOWN).map(({ message }) => message);
}

/** The meeting after its one report was issued and then withdrawn: its record holds the name, and nothing holds the words. */
const withdrawn =
  (keepsDraft: boolean) =>
  (meeting: CouncilMeeting): CouncilMeeting => ({
    ...meeting,
    drafts: meeting.drafts && { ...meeting.drafts, reports: keepsDraft ? meeting.drafts.reports : [] },
    issued: [
      {
        papers: { agenda: null, reports: [], minutes: null, attachments: new Map() },
        record: { papers: [{ id: "progress" }], withdrawn: [{ id: "progress", kind: "report", item: null }] },
      } as unknown as Snapshot,
    ],
  });

describe("a paper that is cited", () => {
  it("may be a draft, with its paragraph", () => {
    expect(told([])).toEqual([]);
    expect(told([cites("2026-06-01-panel/progress#p1-1")])).toEqual([]);
  });

  it("may have been withdrawn since, with whatever paragraphs it had", () => {
    const gone = (meeting: CouncilMeeting) => ({ ...withdrawn(false)(meeting), issued: [] });
    expect(told([], gone)).toEqual(["The meeting 2026-06-01-panel has no paper `progress`."]);
    expect(told([], withdrawn(false))).toEqual([]);
    expect(told([cites("2026-06-01-panel/progress#p7-7")])).toHaveLength(1);
    expect(told([cites("2026-06-01-panel/progress#p7-7")], withdrawn(true))).toEqual([]);
  });

  it("is looked for in a public build no further than its meeting, since that opens no draft", () => {
    expect(told([cites("2026-06-01-panel/progres")], undefined, false)).toEqual([]);
    expect(told([cites("2026-06-02-panel/progress")], undefined, false)).toEqual([
      "There is no meeting `2026-06-02-panel`.",
    ]);
  });

  it("is no address on the web, which evidence may be", () => {
    const evidence: Edit = {
      file: "data/plans/wick-plan.json",
      find: '"source": "2026-03-02-panel/inspection" }',
      put: '"source": "https://register.example/files" }',
    };
    expect(told([evidence])).toEqual([]);
  });
});
