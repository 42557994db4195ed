import { describe, expect, it } from "vitest";
import { councilWith, type Edit, JUNE, MARCH } from "../examples/councils.ts";
import { loadCouncil } from "../load/council.ts";
import type { Council, CouncilMeeting, Snapshot } from "../model/council.ts";
import { problemsBy } from "./check.ts";
import { dueFollowUps } from "./due-follow-ups.ts";
import type { Known } from "./rule.ts";

const at = (now: string): Edit => ({ file: "data/council.json", find: "2026-05-20T10:00", put: now });
const noReport: Edit = { file: `${JUNE}/progress.md`, find: "discharges: [report-june]\n", put: "" };
const minutes = (find: string, put: string): Edit => ({ file: `${MARCH}/minutes.md`, find, put });
const due = "due: { said: June, meeting: 2026-06-01-panel }";
const july = (status = "scheduled"): Edit => ({
  file: "content/meetings/2026/2026-07-06-panel/meeting.md",
  put: `---\ncommittee: panel\ndate: 2026-07-06\ntime: "18:30"\nplace: { name: Wick Hall }\nstatus: ${status}\n---\n`,
});

const KNOWN = { anyUnreadable: () => false } as unknown as Known;

/** What an officer is told of a council with these edits, and of that council as `change` makes it. */
function told(edits: Edit[], change = (council: Council) => council) {
  const { root, remove } = councilWith(...edits);
  const { council } = loadCouncil(root, { drafts: true });
  remove();
  return problemsBy([dueFollowUps], change(council as Council), KNOWN);
}
const rules = (...edits: Edit[]) => told(edits).map(({ rule, file }) => `${rule} ${file}`);

const snapshot = (papers: NonNullable<CouncilMeeting["drafts"]>, files = {}) =>
  ({ papers, record: { files } }) as unknown as Snapshot;

/** The council with the June meeting's papers issued, and with `drafts` as its drafts after that. */
const juneIssued =
  (drafts: (before: NonNullable<CouncilMeeting["drafts"]>) => CouncilMeeting["drafts"]) =>
  (council: Council): Council => ({
    ...council,
    meetings: council.meetings.map((meeting) =>
      meeting.id === "2026-06-01-panel" && meeting.drafts
        ? { ...meeting, issued: [snapshot(meeting.drafts)], drafts: drafts(meeting.drafts) }
        : meeting,
    ),
  });
const nothing = { agenda: null, reports: [], minutes: null, attachments: new Map() };

describe("what officers are told of a follow-up that is due at a meeting to come", () => {
  it("is nothing where a paper of it says that it answers it, drafted or issued", () => {
    expect(told([])).toEqual([]);
    expect(
      told(
        [],
        juneIssued(() => nothing),
      ),
    ).toEqual([]);
  });

  it("is a warning at the agenda, drafted or issued, until the day of the meeting is over", () => {
    expect(rules(noReport)).toEqual([`follow-up-not-on-agenda ${JUNE}/agenda.md`]);
    expect(
      told(
        [noReport],
        juneIssued(() => nothing),
      ),
    ).toHaveLength(1);
    expect(rules(noReport, at("2026-06-01T23:00"))).toEqual([`follow-up-not-on-agenda ${JUNE}/agenda.md`]);
    expect(rules(noReport, at("2026-06-02T00:30"))).toEqual([`follow-up-overdue ${MARCH}/minutes.md`]);
  });

  it("is of the draft where there is one, though what was issued answered it", () => {
    const redrafted = juneIssued((before) => ({
      ...before,
      reports: before.reports.map((report) => ({ ...report, value: { ...report.value, discharges: [] } })),
    }));
    expect(told([], redrafted).map(({ rule }) => rule)).toEqual(["follow-up-not-on-agenda"]);
  });

  it("is told though a report answers it that was withdrawn, and that is drafted no differently", () => {
    const withdrawn = (hashOf: (hash: string) => string) => (council: Council) => ({
      ...council,
      meetings: council.meetings.map((meeting) => {
        const files = Object.fromEntries(
          (meeting.drafts?.reports ?? []).map(({ id, hash }) => [`${id}.md`, hashOf(hash)]),
        );
        return meeting.id === "2026-06-01-panel" ? { ...meeting, issued: [snapshot(nothing, files)] } : meeting;
      }),
    });
    expect(
      told(
        [],
        withdrawn((hash) => hash),
      ),
    ).toMatchObject([{ rule: "follow-up-not-on-agenda" }]);
    expect(
      told(
        [],
        withdrawn(() => "of another version"),
      ),
    ).toEqual([]);
    const backToTheFirst = (council: Council) => ({
      ...council,
      meetings: council.meetings.map((meeting) => {
        const hash = meeting.drafts?.reports[0]?.hash;
        const versions = [hash, "of another version"].map((each) => snapshot(nothing, { "progress.md": each }));
        return meeting.id === "2026-06-01-panel" ? { ...meeting, issued: versions } : meeting;
      }),
    });
    expect(told([], backToTheFirst)).toEqual([]);
  });

  it("is nothing where another follow-up takes its place, which is told instead", () => {
    const again = minutes(
      "    questions:",
      "      - { id: report-july, text: A fuller report, askedBy: the Panel, kind: report back, replaces: report-june, returnsTo: panel, due: { meeting: 2026-07-06-panel } }\n    questions:",
    );
    expect(rules(noReport, again, july())).toEqual([
      "due-at-meeting content/meetings/2026/2026-07-06-panel/meeting.md",
    ]);
  });

  it("moves to the body's next meeting where this one is cancelled", () => {
    const cancelled = { file: `${JUNE}/meeting.md`, find: "time:", put: "status: cancelled\ntime:" };
    expect(rules(noReport, cancelled, july())).toEqual([
      "due-at-meeting content/meetings/2026/2026-07-06-panel/meeting.md",
    ]);
  });

  it("is nothing of a meeting that is cancelled, which nothing can come to", () => {
    const june = minutes(due, "due: { meeting: 2026-07-06-panel }");
    expect(rules(noReport, june, july())).toHaveLength(1);
    expect(rules(noReport, june, july("cancelled"))).toEqual([]);
  });

  it("names the report that shares most with it", () => {
    const other: Edit = {
      file: `${JUNE}/lamps.md`,
      put: "---\ntitle: Street lamps\naccess: public\nagendaItem: 2\nfrom: Director\ncontactOfficer: { role: Director }\nbackgroundPapers: none\n---\nText.\n",
    };
    expect(told([noReport, other])[0]?.mend).toContain("If `progress.md` answers it, say there");
    const [plan, words] = ["reportsOn: [wick-plan]", "title: Street lamps"];
    const [lamps, unlike]: Edit[] = [
      { ...other, put: (other.put ?? "").replace(words, `${words}\n${plan}`) },
      { file: `${JUNE}/progress.md`, find: `${plan}\n`, put: "" },
    ] as const;
    expect(told([noReport, lamps as Edit, unlike as Edit])[0]?.mend).toContain("If `lamps.md` answers it");
  });
});

describe("what officers are told of a follow-up that is past its day", () => {
  it("counts the days, and asks for the minutes where they are not written yet", () => {
    const [late] = told([noReport, at("2026-06-02T09:00")]);
    expect(late).toMatchObject({ severity: "duty", line: 31 });
    expect(late?.message).toContain("was due on 1 June 2026 (2026-06-01-panel), 1 day ago.");
    expect(late?.mend).toContain("If it was answered at 2026-06-01-panel, say so under `discharges` in its minutes.");
    expect(told([noReport, minutes(due, "due: { date: 2026-05-01 }")])[0]?.mend).toMatch(/^Bring a report/);
  });

  it("is nothing once the minutes say that it was answered by word of mouth", () => {
    const oral: Edit = {
      file: `${JUNE}/minutes.md`,
      put: "---\naccess: public\nsummary: Heard.\nchair: ada-brook\nattendance: [{ member: ada-brook }]\nitems: [{ item: 2, minute: 3 }]\ndischarges: [{ followUp: report-june, how: oral report, item: 2 }]\n---\n## 3. Progress\n\nIt was told.\n",
    };
    expect(rules(noReport, at("2026-06-02T09:00"), oral)).toEqual([]);
  });

  it("is nothing of a month that was missed once a later one is answered", () => {
    const monthly = minutes("kind: report back", "kind: recurring\n        every: month");
    const april = minutes(due, "due: { date: 2026-04-15 }");
    const evening = at("2026-06-01T20:00");
    expect(rules(noReport, monthly, april, evening)).toEqual([
      `recurring-missed ${MARCH}/minutes.md`,
      `recurring-missed ${MARCH}/minutes.md`,
      `follow-up-not-on-agenda ${JUNE}/agenda.md`,
    ]);
    expect(rules(monthly, april, evening)).toEqual([]);
  });
});

describe("what officers are told of a month that was said", () => {
  it("is nothing where the body meets in it", () => {
    expect(rules(noReport, minutes(due, "due: { said: July }"), july())).toEqual([
      "due-at-meeting content/meetings/2026/2026-07-06-panel/meeting.md",
    ]);
  });

  it("is nothing where it was answered at another meeting", () => {
    expect(rules(minutes(due, "due: { said: July }"))).toEqual([]);
  });

  it("is that its day has passed, and not also that there was no meeting", () => {
    const april = minutes(due, "due: { said: April }");
    expect(rules(noReport, april)).toEqual([`follow-up-overdue ${MARCH}/minutes.md`]);
  });
});

it("tells nothing in a public build, which opens no draft", () => {
  const late = [noReport, minutes(due, "due: { date: 2026-04-15 }")];
  const allIssued = (keepsDrafts: boolean) => (council: Council) => ({
    ...council,
    meetings: council.meetings.map((meeting) => ({
      ...meeting,
      issued: meeting.drafts ? [snapshot(meeting.drafts)] : [],
      drafts: keepsDrafts ? nothing : null,
    })),
  });
  expect(told(late, allIssued(true))).toMatchObject([{ rule: "follow-up-overdue" }]);
  expect(told(late, allIssued(false))).toEqual([]);
});
