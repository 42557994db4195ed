import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { buildPreview, buildPublicSite } from "./build.ts";
import { checkCouncil } from "./check/check.ts";
import type { DraftAsked } from "./drafting/asked.ts";
import { BROKEN } from "./examples/broken.ts";
import { councilWith, type Edit, JUNE, MARCH, makeEdit } from "./examples/councils.ts";
import { loadCouncil } from "./load/council.ts";
import { draftedLines, newDraft } from "./new-draft.ts";
import { PROJECT } from "./templating/environment.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function council(...edits: Edit[]): string {
  const { root } = councilWith(...edits);
  folders.push(root);
  return root;
}

function sample(...edits: Edit[]): string {
  const root = mkdtempSync(join(tmpdir(), "clear-days-new-"));
  folders.push(root);
  for (const name of ["content", "data"]) cpSync(join(PROJECT, name), join(root, name), { recursive: true });
  for (const edit of edits) makeEdit(root, edit);
  return root;
}

const meeting = (committee: string, date: string, more = {}): DraftAsked => ({
  kind: "meeting",
  committee,
  date,
  another: false,
  ...more,
});
const report = (name: string, item: string, file?: string): DraftAsked => ({
  kind: "report",
  meeting: name,
  item,
  report: file,
});
const minutes = (name: string): DraftAsked => ({ kind: "minutes", meeting: name });
const begin = (root: string, asked: DraftAsked, now?: string) => newDraft({ root, asked, now });
const load = (root: string, now?: string) => loadCouncil(root, { drafts: true, now });
const text = (root: string, file: string) => readFileSync(join(root, file), "utf8");
const draftsOf = (root: string, id: string, now?: string) =>
  load(root, now).council?.meetings.find((each) => each.id === id)?.drafts;
/** The errors that there are now, but for gaps, and were not there before. */
function newFaults(root: string, before: readonly { rule: string }[], now?: string): string[] {
  const known = new Set(before.map((each) => JSON.stringify(each)));
  return checkCouncil(load(root, now))
    .filter(({ severity, rule }) => severity === "error" && rule !== "to-be-filled-in")
    .filter((each) => !known.has(JSON.stringify(each)))
    .map(({ rule, file, line, message }) => `${rule} ${file}:${line} ${message}`);
}

const CABINET = "content/meetings/2026/2026-12-14-cabinet";
const JULY = "content/meetings/2026/2026-07-06-panel";

describe("a new meeting", () => {
  it("has the agenda that is wanted where its meeting.md has long been public, and meeting.md stays as it is", () => {
    const root = sample();
    const before = text(root, `${CABINET}/meeting.md`);
    const drafted = begin(root, meeting("cabinet", "2026-12-14"));
    expect(drafted.written).toEqual([`${CABINET}/agenda.md`]);
    expect(text(root, `${CABINET}/meeting.md`)).toBe(before);
    const agenda = draftsOf(root, "2026-12-14-cabinet")?.agenda?.value;
    expect(agenda?.items.map(({ number, title }) => `${number} ${title.slice(0, 40)}`)).toEqual([
      "1 Apologies for absence",
      "2 Declarations of interest",
      "3 Minutes of 28 September 2026",
      "4 Questions from the public",
      "5 Report to Cabinet on the improvement pla",
      "6 Send every councillor a note on what age",
      "7 Consider publishing each month how many ",
    ]);
    expect(agenda?.items[2]?.minutesOf).toBe("2026-09-28-cabinet");
    expect(agenda?.items[6]?.text).toBe("Asked for by Council on 21 October 2026 (minute 34).");
    expect(agenda?.notice).toBe(
      "Notice is given of this meeting: Cabinet, at 6.30pm on Monday 14 December 2026, Council Chamber, Guildhall, Bridge Street, Fenmarsh FM1 1GH. It is open to the public.",
    );
  });

  it("tells its last lawful days, and every gap by file, line and column, as check does", () => {
    const root = sample();
    const drafted = begin(root, meeting("cabinet", "2026-12-14"));
    const agendaOpen = drafted.duties?.duties.find(({ rule }) => rule === "executive-agenda-open");
    expect(agendaOpen).toMatchObject({ lastDay: "2026-12-04", state: "owed" });
    const gaps = checkCouncil(load(root)).filter(({ rule }) => rule === "to-be-filled-in");
    expect(drafted.unfilled).toEqual(gaps);
    for (const { file, line, column } of gaps)
      expect(
        text(root, file)
          .split("\n")
          [line - 1]?.slice(column - 1),
      ).toMatch(/^\[to be filled in: /);
    const lines = draftedLines(drafted).join("\n");
    expect(lines).toContain("by Friday 4 December 2026");
    expect(lines).toContain(`${CABINET}/agenda.md:3:11 what is to be decided`);
  });

  it("takes time and place from the committee's last meeting, says so, and leaves no gap in what is public at once", () => {
    const root = council();
    const drafted = begin(root, meeting("panel", "2026-07-06"));
    expect(drafted.written).toEqual([`${JULY}/meeting.md`, `${JULY}/agenda.md`]);
    expect(drafted.notes.join()).toContain("Time and place are taken from the meeting of 1 June 2026");
    expect(text(root, `${JULY}/meeting.md`)).toBe(
      '---\ncommittee: panel\ndate: 2026-07-06\ntime: "18:30"\nplace:\n  name: Wick Hall\n---\n',
    );
    expect(newFaults(root, [])).toEqual([]);
  });

  it("takes the time and the place that are given, and says of neither that it was taken from elsewhere", () => {
    const root = council();
    const place = 'Hall: "B" # upstairs';
    const drafted = begin(root, meeting("panel", "2026-07-06", { time: "09:05", place }));
    expect(drafted.notes.join()).not.toContain("taken from");
    expect(load(root).council?.meetings.at(-1)?.living.value).toMatchObject({ time: "09:05", place: { name: place } });
  });

  it("asks for time and place where there is no meeting to take them from, and writes nothing", () => {
    const root = council({
      file: "content/committees/cabinet.md",
      put: "---\nname: Cabinet\nkind: cabinet\nregime: executive\nremit: Decides.\nmembership: []\ncontact: { role: Clerk }\n---\n",
    });
    expect(() => begin(root, meeting("cabinet", "2026-07-06"))).toThrow('--time 18:30 --place "');
    expect(() => begin(root, meeting("cabinet", "2026-07-06", { time: "18:30" }))).toThrow("--place");
    expect(existsSync(join(root, "content/meetings/2026/2026-07-06-cabinet"))).toBe(false);
    expect(begin(root, meeting("cabinet", "2026-07-06", { time: "18:30", place: "Hall" })).written).toHaveLength(2);
  });

  it("has what was asked for in a month, once it is the meeting of that month", () => {
    const root = council(
      {
        file: `${MARCH}/minutes.md`,
        find: "due: { said: June, meeting: 2026-06-01-panel }",
        put: "due: { said: July }",
      },
      { file: `${JUNE}/progress.md`, find: "discharges: [report-june]\n", put: "" },
    );
    begin(root, meeting("panel", "2026-07-06"));
    expect(
      draftsOf(root, "2026-07-06-panel")?.agenda?.value.items.find(({ id }) => id === "report-june"),
    ).toMatchObject({
      title: "A report on progress",
      text: "Asked for by the Panel on 2 March 2026 (minute 2); Director undertook it.",
      toFollow: expect.stringContaining("to be filled in"),
    });
  });

  it("begins and ends with the items that its committee always has", () => {
    const items =
      "standingItems:\n  - { id: silence, title: A minute's silence }\n  - { id: minutes, title: Minutes }\n  - { id: work-programme, title: Work programme, for: discussion, last: yes }\n";
    const root = council({ file: "content/committees/panel.md", find: "membership:", put: `${items}membership:` });
    rmSync(join(root, JUNE), { recursive: true });
    begin(root, meeting("panel", "2026-07-06"));
    expect(
      draftsOf(root, "2026-07-06-panel")?.agenda?.value.items.map(({ id, title, minutesOf }) => [id, title, minutesOf]),
    ).toEqual([
      ["silence", "A minute's silence", undefined],
      ["minutes", "Minutes of 2 March 2026", "2026-03-02-panel"],
      ["work-programme", "Work programme", undefined],
    ]);
  });

  it("has each meeting's minutes that nobody has approved, none that were, and a gap where that cannot be known", () => {
    const minutesItems = (root: string) => {
      begin(root, meeting("panel", "2026-07-06"), "2026-06-20T10:00");
      const items = draftsOf(root, "2026-07-06-panel")?.agenda?.value.items ?? [];
      return items.filter(({ id }) => id.startsWith("minutes")).map((each) => each.minutesOf ?? each.text);
    };
    const approved = {
      file: `${MARCH}/minutes.md`,
      find: "minute: 1 }",
      put: "minute: 1, approvesMinutesOf: 2026-03-02-panel }",
    };
    expect(minutesItems(council())).toEqual(["2026-06-01-panel"]);
    expect(minutesItems(council(approved))).toEqual(["2026-06-01-panel"]);
    const later = {
      file: "content/meetings/2026/2026-07-01-panel/meeting.md",
      put: '---\ncommittee: panel\ndate: 2026-07-01\ntime: "18:30"\nplace: { name: Hall }\n---\n',
    };
    expect(minutesItems(council(later))).toEqual([expect.stringContaining("the meeting whose minutes")]);
    const old = {
      file: "content/meetings/2026/2026-05-01-panel/meeting.md",
      put: '---\ncommittee: panel\ndate: 2026-05-01\ntime: "18:30"\nplace: { name: Hall }\n---\n',
    };
    expect(minutesItems(council(approved, old))).toEqual(["2026-05-01-panel", "2026-06-01-panel"]);
  });

  it("has what the forward plan brings; what is to be taken in private is withheld, after the public has left", () => {
    const entry = (title: string, more: string) =>
      `---\ntitle: ${title}\naccess: public\ndecisionMaker: cabinet\nmeeting: 2026-12-14-cabinet\ncontact: { role: Clerk }\n${more}---\n`;
    const root = sample(
      { file: "content/forward-plan/depot/entry.md", put: entry("A new depot", "keyDecision: yes\n") },
      { file: "content/forward-plan/lease/entry.md", put: entry("A lease", "private: yes\nreasons: Money.\n") },
      { file: "content/forward-plan/sale/entry.md", put: entry("A sale", "private: yes\nreasons: Money.\n") },
      {
        file: "content/forward-plan/roads/entry.md",
        put: entry("Roads", "").replace("meeting: 2026-12-14-cabinet", "period: winter"),
      },
    );
    const before = checkCouncil(load(root));
    const drafted = begin(root, meeting("cabinet", "2026-12-14"));
    const agenda = draftsOf(root, "2026-12-14-cabinet")?.agenda?.value;
    expect(agenda?.items.slice(7)).toMatchObject([
      { id: "depot", number: "8", for: "decision", keyDecision: true },
      {
        id: "exclusion",
        number: "9",
        excludesPublicFor: ["lease", "sale"],
        text: expect.stringContaining("items 10 and 11"),
      },
      {
        id: "lease",
        number: "10",
        withheld: { category: "exempt", description: expect.stringContaining("to be filled in") },
      },
      { id: "sale", number: "11", withheld: { category: "exempt" } },
    ]);
    expect(agenda?.notice).toContain("Items 10 and 11 are likely to be taken in private");
    expect(drafted.notes.join()).toContain("Roads (content/forward-plan/roads, winter)");
    // What is not known of an exempt part yet is an error until it is.
    expect(newFaults(root, before).map((each) => each.split(" ")[0])).toEqual(
      expect.arrayContaining(["exempt-paragraph", "exclusion"]),
    );
  });

  it.each([
    ["signs that YAML reads", `'Budget: what #1 costs, & "why" {{ x }} [*] | > % @ \`y\`'`],
    ["lines that end front matter", '"One\\n---\\naccess: exempt\\n---\\nTwo"'],
    ["words between curly quotation marks", "“Our plan”."],
    ["a word that YAML takes for something else", "'null'"],
    ["a number that YAML would shorten", "'1.10'"],
  ])("takes over what was asked for as it was said where that holds %s", (_, said) => {
    const root = council(
      { file: `${MARCH}/minutes.md`, find: "text: A report on progress", put: `text: ${said}` },
      { file: `${JUNE}/progress.md`, find: "discharges: [report-june]\n", put: "" },
      { file: `${JUNE}/agenda.md`, put: null },
    );
    const asked = draftsOf(root, "2026-03-02-panel")?.minutes?.value.items[1]?.followUps[0]?.text ?? "";
    expect(asked).not.toBe("");
    begin(root, meeting("panel", "2026-06-01"));
    const agenda = draftsOf(root, "2026-06-01-panel")?.agenda?.value;
    const title = agenda?.items.find(({ id }) => id === "report-june")?.title ?? "";
    expect([title, `${title}.`]).toContain(asked.replace(/\s+/g, " "));
    expect(agenda?.access).toBe("public");
    begin(root, minutes("2026-06-01-panel"), "2026-06-02T09:00");
    const recorded = draftsOf(root, "2026-06-01-panel", "2026-06-02T09:00")?.minutes;
    expect(recorded?.value.access).toBe("public");
    expect(recorded?.outline.blocks.filter(({ kind }) => kind === "section")).toHaveLength(agenda?.items.length ?? 0);
  });

  it("is summoned where it is the council's, and says nothing of the public where other law opens it", () => {
    const root = sample();
    begin(root, meeting("council", "2026-12-16"));
    expect(text(root, "content/meetings/2026/2026-12-16-council/agenda.md")).toMatch(
      /You are summoned .*the day of the summons/,
    );
    const hearing = council({
      file: "content/committees/panel.md",
      find: "regime: scrutiny",
      put: "regime: licensing-hearing",
    });
    begin(hearing, meeting("panel", "2026-07-06"));
    expect(text(hearing, `${JULY}/agenda.md`)).not.toMatch(/open to the public|Questions from the public|Minutes/);
  });

  it("may be a second one on a day, if that is said, and its name tells them apart", () => {
    const root = council();
    expect(() => begin(root, meeting("panel", "2026-06-01"))).toThrow("add --another");
    expect(begin(root, meeting("panel", "2026-06-01", { another: true })).meeting).toBe("2026-06-01-panel-2");
    expect(begin(root, meeting("panel", "2026-06-01", { another: true })).meeting).toBe("2026-06-01-panel-3");
    expect(() => begin(root, meeting("panel", "2026-07-06", { another: true }))).toThrow("leave --another out");
    expect(newFaults(root, [])).toEqual([]);
  });

  it("is never written over what is there, whatever that is", () => {
    const root = council(
      { file: `${JULY}/meeting.md`, put: "half a meeting" },
      { file: `${JULY}/agenda.md`, put: "mine" },
    );
    expect(() => begin(root, meeting("panel", "2026-07-06"))).toThrow("is there and cannot be read");
    makeEdit(root, { file: `${JULY}/meeting.md`, put: null });
    expect(() => begin(root, meeting("panel", "2026-07-06"))).toThrow(`${JULY}/agenda.md is there already`);
    expect(text(root, `${JULY}/agenda.md`)).toBe("mine");
    expect(existsSync(join(root, JULY, "meeting.md"))).toBe(false);
  });

  it("is not written through a link that leads out of the council's folder", () => {
    const root = council();
    const outside = council();
    symlinkSync(join(outside, "content"), join(root, "content/meetings/2027"));
    expect(() => begin(root, meeting("panel", "2027-01-04"))).toThrow("content/meetings/2027 is a link");
    expect(existsSync(join(outside, "content/2027-01-04-panel"))).toBe(false);
  });

  it.each([
    ["a committee that is not known, with the nearest", meeting("pannel", "2026-07-06"), "Did you mean `panel`?"],
    ["a committee that is a path", meeting("../committees/panel", "2026-07-06"), "There is no committee"],
    ["what is no day", meeting("panel", "2026-02-30"), "not a day that exists"],
    ["a day in words", meeting("panel", "next Monday"), "written like 2026-09-28"],
    ["a day that is over", meeting("panel", "2026-05-04"), "Monday 4 May 2026 is over"],
    ["a meeting that is over and has its agenda", meeting("panel", "2026-03-02"), "there already"],
    ["what is no time", meeting("panel", "2026-07-06", { time: "6.30pm" }), "--time must be a time like 18:30"],
    ["a place that is empty", meeting("panel", "2026-07-06", { place: " " }), "--place names the room"],
  ])("is refused for %s", (_, asked, words) => {
    const root = council();
    expect(() => begin(root, asked)).toThrow(words);
    expect(existsSync(join(root, JULY))).toBe(false);
  });

  it("is refused where its committee cannot be read, and says so", () => {
    const root = council({ file: "content/committees/panel.md", find: "quorum:", put: "qorum:" });
    expect(() => begin(root, meeting("panel", "2026-07-06"))).toThrow("content/committees/panel.md cannot be read");
  });

  it("is refused where it is cancelled, moved to another day, or public with a time that is now given otherwise", () => {
    const at = (more: string, date = "2026-07-06") => ({
      file: `${JULY}/meeting.md`,
      put: `---\ncommittee: panel\ndate: ${date}\ntime: "18:30"\nplace: { name: Hall }\n${more}---\n`,
    });
    expect(() => begin(council(at("status: cancelled\n")), meeting("panel", "2026-07-06"))).toThrow("is cancelled");
    const moved = council(at("status: moved\n", "2026-07-13"));
    expect(() => begin(moved, meeting("panel", "2026-07-06"))).toThrow("is on Monday 13 July 2026 now");
    expect(begin(moved, meeting("panel", "2026-07-13")).written).toEqual([`${JULY}/agenda.md`]);
    expect(() => begin(council(at("")), meeting("panel", "2026-07-06", { time: "19:00" }))).toThrow("leave --time");
  });
});

describe("a new report", () => {
  it("is named on the agenda, and every other character of the agenda stays", () => {
    const root = council();
    const before = text(root, `${JUNE}/agenda.md`);
    const drafted = begin(root, report("2026-06-01-panel", "2", "second-look"));
    expect(drafted).toMatchObject({ written: [`${JUNE}/second-look.md`], changed: [`${JUNE}/agenda.md`] });
    expect(text(root, `${JUNE}/agenda.md`)).toBe(before.replace("[progress]", "[progress, second-look]"));
    expect(text(root, `${JUNE}/progress.md`)).toContain("ZEBRADRAFT");
    expect(draftsOf(root, "2026-06-01-panel")?.reports.find(({ id }) => id === "second-look")?.value).toMatchObject({
      title: "Progress",
      access: "public",
      agendaItem: "2",
      recommendations: [{ that: "the Panel" }],
    });
    expect(newFaults(root, [])).toEqual([]);
  });

  it("answers the follow-up that its item came from, and takes the gap for its paper away", () => {
    const root = sample();
    begin(root, meeting("cabinet", "2026-12-14"));
    const drafted = begin(root, report("2026-12-14-cabinet", "5"));
    expect(drafted.written).toEqual([`${CABINET}/quarterly-report-2026-12.md`]);
    const drafts = draftsOf(root, "2026-12-14-cabinet");
    expect(drafts?.reports[0]?.value).toMatchObject({
      discharges: ["quarterly-report"],
      origin: { referredBy: "Cabinet", on: "2026-07-13" },
    });
    expect(drafts?.agenda?.value.items[4]).toMatchObject({ papers: ["quarterly-report-2026-12"] });
    expect(drafts?.agenda?.value.items[4]?.toFollow).toBeUndefined();
    const told = checkCouncil(load(root)).filter(({ rule }) => rule === "follow-up-not-on-agenda");
    expect(told.map(({ message }) => message).join()).not.toContain("every quarter");
  });

  it("leaves a reason for its lateness that somebody gave, and takes the name that the agenda has for it", () => {
    const root = council({
      file: `${JUNE}/agenda.md`,
      find: "papers: [progress]",
      put: "papers: [progress, figures], toFollow: The figures come in May.",
    });
    const before = text(root, `${JUNE}/agenda.md`);
    expect(begin(root, report("2026-06-01-panel", "2"))).toMatchObject({
      written: [`${JUNE}/figures.md`],
      changed: [],
    });
    expect(text(root, `${JUNE}/agenda.md`)).toBe(before);
  });

  it("claims nothing of a follow-up where its item did not come from one", () => {
    const root = council(
      { file: `${JUNE}/progress.md`, put: null },
      { file: `${JUNE}/agenda.md`, find: "papers: [progress]", put: "for: information" },
    );
    begin(root, report("2026-06-01-panel", "2"));
    expect(draftsOf(root, "2026-06-01-panel")?.reports[0]?.value).toMatchObject({
      discharges: [],
      respondsTo: [],
      recommendations: [],
    });
  });

  it.each([
    ['"Budget: what #1 costs, and \\"why\\""', "budget-what-1-costs-and-why"],
    ["'{ [*] & | > %'", "progress"],
    ['"Šarūnas’s café"', "sarunass-cafe"],
    ['"Minutes"', "progress"],
    ['"<script>alert(1)</script> {{ x }}"', "script-alert-1-script-x"],
  ])("has a plain name and reads back as it was for a title like %s", (title, name) => {
    const root = council(
      { file: `${JUNE}/progress.md`, put: null },
      { file: `${JUNE}/agenda.md`, find: "title: Progress, papers: [progress]", put: `title: ${title}` },
    );
    const before = checkCouncil(load(root));
    expect(begin(root, report("2026-06-01-panel", "2")).written).toEqual([`${JUNE}/${name}.md`]);
    const drafts = draftsOf(root, "2026-06-01-panel");
    expect(drafts?.reports[0]?.value.title).toBe(drafts?.agenda?.value.items[1]?.title);
    expect(newFaults(root, before)).toEqual([]);
  });

  it.each([
    ["a number that is not on the agenda, with the nearest", report("2026-06-01-panel", "3"), "Did you mean 2?"],
    [
      "a meeting that is not there, with the nearest",
      report("2026-06-02-panel", "2"),
      "Did you mean `2026-06-01-panel`?",
    ],
    ["a meeting that is a path", report("../2026/2026-06-01-panel", "2"), "There is no meeting"],
    ["a name that is a path", report("2026-06-01-panel", "2", "../../x"), "cannot be a report's name"],
    ["a name in capitals", report("2026-06-01-panel", "2", "Budget"), "cannot be a report's name"],
    [
      "a name that the meeting has for its agenda",
      report("2026-06-01-panel", "2", "agenda"),
      "No report can be called `agenda`",
    ],
    ["a report that is there", report("2026-06-01-panel", "2", "progress"), "there already"],
    ["a meeting that is over", report("2026-03-02-panel", "2", "more"), "is over"],
  ])("is refused for %s, and nothing is changed", (_, asked, words) => {
    const root = council();
    const before = text(root, `${JUNE}/agenda.md`);
    expect(() => begin(root, asked)).toThrow(words);
    expect(text(root, `${JUNE}/agenda.md`)).toBe(before);
  });

  it("is refused for an item that is not for publication, without an agenda, and where the agenda cannot be read", () => {
    const root = council();
    expect(() => begin(root, report("2026-03-02-panel", "4"), "2026-03-01T10:00")).toThrow("restricted folder");
    expect(existsSync(join(root, MARCH, "a-contract.md"))).toBe(false);
    const bare = council({ file: `${JUNE}/agenda.md`, put: null });
    expect(() => begin(bare, report("2026-06-01-panel", "2"))).toThrow("new -- meeting panel 2026-06-01");
    const odd = council({ file: `${JUNE}/agenda.md`, find: "items:", put: "itmes:" });
    expect(() => begin(odd, report("2026-06-01-panel", "2"))).toThrow("cannot be read");
  });
});

describe("new minutes", () => {
  const without: Edit = { file: `${MARCH}/minutes.md`, put: null };

  it("have who had a seat that day, the chair first, and no substitute among those present", () => {
    const seats =
      "membership:\n  - { member: ada-brook, from: 2026-03-03 }\n  - { member: ben-carr, role: substitute, from: 2025-05-20 }\n  - { member: cy-dean, role: co-optee, voting: no, from: 2025-05-20 }\n  - { member: di-east, from: 2025-05-20, until: 2026-03-02 }\n  - { member: ed-fox, role: chair, from: 2025-05-20 }\n  - { member: ed-fox, from: 2025-05-20 }\nwas:";
    const root = council(without, { file: "content/committees/panel.md", find: "membership:", put: seats });
    // The old list stands under a name that nothing reads.
    makeEdit(root, {
      file: "content/committees/panel.md",
      put: text(root, "content/committees/panel.md").replace(/was:\n( {2}.*\n)+/, ""),
    });
    begin(root, minutes("2026-03-02-panel"));
    const found = draftsOf(root, "2026-03-02-panel")?.minutes?.value;
    expect(found?.chair).toBe("ed-fox");
    expect(found?.attendance.map(({ member, as, voting }) => [member, as, voting])).toEqual([
      ["ed-fox", undefined, undefined],
      ["di-east", undefined, undefined],
      ["cy-dean", "co-optee", false],
      [undefined, undefined, undefined],
    ]);
    expect(found?.attendance.at(-1)?.officer).toContain("to be filled in");
  });

  it("have what each report recommended as resolutions in its own words, each behind a gap", () => {
    const root = council(without);
    const before = checkCouncil(load(root));
    begin(root, minutes("2026-03-02-panel"));
    const found = draftsOf(root, "2026-03-02-panel")?.minutes?.value;
    expect(found?.items[1]).toMatchObject({
      item: "2",
      minute: "2",
      decision: expect.stringContaining("[to be filled in: what was decided"),
      resolutions: [
        { letter: "a", text: "That the Panel notes the findings.", answers: ["1"], change: "as recommended" },
        { letter: "b", text: "That the Panel endorses the plan.", answers: ["2"], change: "as recommended" },
      ],
    });
    expect(found?.items[3]?.decision).toContain("to be filled in");
    expect(newFaults(root, before)).toEqual([]);
  });

  it("number on from the committee's last minutes, and say from which", () => {
    const root = sample();
    begin(root, meeting("cabinet", "2026-12-14"));
    const drafted = begin(root, minutes("2026-12-14-cabinet"), "2026-12-15T09:00");
    const found = draftsOf(root, "2026-12-14-cabinet", "2026-12-15T09:00")?.minutes?.value;
    expect(found?.items.map(({ minute }) => minute)).toEqual(["44", "45", "46", "47", "48", "49", "50"]);
    expect(found?.items[2]?.approvesMinutesOf).toBe("2026-09-28-cabinet");
    expect(drafted.notes.join()).toContain("numbered on from 43, the last of 28 September 2026");
    expect(drafted.notes.join()).toContain("as it is drafted, since no agenda was issued");
    expect(drafted.duties).toBeNull();
  });

  it("begin with 1 where there are no earlier ones, and where every meeting's do", () => {
    const root = council(without);
    begin(root, minutes("2026-03-02-panel"));
    expect(draftsOf(root, "2026-03-02-panel")?.minutes?.value.items[0]?.minute).toBe("1");
    const april = "content/meetings/2026/2026-04-06-panel";
    const again = council({
      file: `${april}/meeting.md`,
      put: '---\ncommittee: panel\ndate: 2026-04-06\ntime: "18:30"\nplace: { name: Hall }\n---\n',
    });
    for (const file of ["agenda.md", "minutes.md"])
      makeEdit(again, {
        file: `${april}/${file}`,
        put: text(again, `${MARCH}/${file}`).replaceAll("report-june", "report-two"),
      });
    begin(again, minutes("2026-06-01-panel"), "2026-06-02T09:00");
    expect(draftsOf(again, "2026-06-01-panel")?.minutes?.value.items[0]?.minute).toBe("1");
  });

  it("take the agenda and the reports as they were issued, not as somebody drafted them since", () => {
    const root = sample();
    const september = "content/meetings/2026/2026-09-28-cabinet";
    makeEdit(root, { file: `${september}/minutes.md`, put: null });
    rmSync(join(root, september, "issued/3"), { recursive: true });
    makeEdit(root, { file: `${september}/agenda.md`, find: "first quarterly report", put: "SINCE" });
    makeEdit(root, { file: `${september}/improvement-plan-first-quarter.md`, find: "progress with", put: "SINCE" });
    const drafted = begin(root, minutes("2026-09-28-cabinet"));
    const written = text(root, `${september}/minutes.md`);
    expect(written).toContain("first quarterly report");
    expect(written).toContain("That Cabinet notes progress with the improvement plan");
    expect(written).not.toContain("SINCE");
    expect(drafted.notes.join()).toContain("as it was last issued, on 18 September 2026 at 4.50pm");
  });

  it("remind the officer of what was due and no report answers, and claim nothing of it", () => {
    const root = council({ file: `${JUNE}/progress.md`, find: "discharges: [report-june]\n", put: "" });
    begin(root, minutes("2026-06-01-panel"), "2026-06-02T09:00");
    expect(text(root, `${JUNE}/minutes.md`)).toContain('#   - { followUp: report-june, how: oral report, item: "?" }');
    expect(draftsOf(root, "2026-06-01-panel", "2026-06-02T09:00")?.minutes?.value.discharges).toEqual([]);
    const answered = council();
    begin(answered, minutes("2026-06-01-panel"), "2026-06-02T09:00");
    expect(text(answered, `${JUNE}/minutes.md`)).not.toContain("report-june");
  });

  it("show hostile titles as the words they are, in the front matter and in the narrative", () => {
    const title = "'*A* [b](c) <i>: # \"d\" & `e` \\ {{ f }}'";
    const root = council(without, { file: `${MARCH}/agenda.md`, find: "title: Apologies", put: `title: ${title}` });
    const before = checkCouncil(load(root));
    begin(root, minutes("2026-03-02-panel"));
    expect(newFaults(root, before)).toEqual([]);
    const block = draftsOf(root, "2026-03-02-panel")?.minutes?.outline.blocks[0];
    expect(block).toMatchObject({ kind: "section", number: "1" });
    expect(text(root, `${MARCH}/minutes.md`)).toContain(
      '## 1. \\*A\\* \\[b\\](c) \\<i\\>: \\# "d" \\& \\`e\\` \\\\ {{ f }}',
    );
  });

  it.each([
    ["before the meeting", minutes("2026-06-01-panel"), [], "has not come"],
    ["where they are there", minutes("2026-03-02-panel"), [], "minutes.md is there already"],
    ["for a meeting that is not there", minutes("2026-03-03-panel"), [without], "Did you mean `2026-03-02-panel`?"],
    ["for a path", minutes("../../2026-03-02-panel"), [without], "There is no meeting"],
    [
      "without an agenda",
      minutes("2026-03-02-panel"),
      [without, { file: `${MARCH}/agenda.md`, put: null }],
      "has no agenda",
    ],
    [
      "where nobody had a seat",
      minutes("2026-03-02-panel"),
      [
        without,
        { file: "content/committees/panel.md", find: "role: chair, from: 2025-05-20", put: "from: 2027-01-01" },
        { file: "content/committees/panel.md", find: "ben-carr, from: 2025", put: "ben-carr, from: 2027" },
      ],
      "Nobody had a seat",
    ],
    [
      "where nobody could take the chair",
      minutes("2026-03-02-panel"),
      [without, { file: "content/committees/panel.md", find: "role: chair, ", put: "" }],
      "had no chair",
    ],
    [
      "of a meeting that was cancelled",
      minutes("2026-03-02-panel"),
      [without, { file: `${MARCH}/meeting.md`, find: "held", put: "cancelled" }],
      "is cancelled",
    ],
  ] as [string, DraftAsked, Edit[], string][])("are refused %s", (_, asked, edits, words) => {
    const root = council(...edits);
    expect(() => begin(root, asked)).toThrow(words);
  });
});

describe("what begins with what is known", () => {
  it("reads back in example councils, however broken the rest of each is, or is refused with nothing written", () => {
    const now = "2026-06-02T09:00";
    let begun = 0;
    // What `new` never reads of a council cannot disturb it, and half of the rest takes half the time.
    const read = /committees|members|agenda|meeting\.md|minutes/;
    const broken = BROKEN.filter(({ edit }, at) => at % 2 === 0 && [edit].flat().some(({ file }) => read.test(file)));
    for (const { edit } of broken) {
      const root = council(...[edit].flat());
      const before = new Set(load(root, now).problems.map((each) => JSON.stringify(each)));
      for (const asked of [
        meeting("panel", "2026-07-06"),
        report("2026-07-06-panel", "1", "first"),
        minutes("2026-06-01-panel"),
      ]) {
        try {
          begin(root, asked, now);
          begun++;
        } catch (error) {
          if ((error as Error).name !== "Error" || !("exitStatus" in (error as object))) throw error;
        }
      }
      expect(load(root, now).problems.filter((each) => !before.has(JSON.stringify(each)))).toEqual([]);
      rmSync(root, { recursive: true, force: true });
    }
    expect(begun).toBeGreaterThan(broken.length * 2);
  });

  it("is shown in the preview with its gaps, and nowhere in public", async () => {
    const root = council();
    begin(root, meeting("panel", "2026-07-06"));
    begin(root, report("2026-07-06-panel", "4", "new-ground"));
    const page = (out: string, name: string) => text(root, `${out}/meetings/2026-07-06-panel/${name}index.html`);
    const preview = await buildPreview({ root }, () => {});
    expect(preview.published).not.toBeNull();
    expect(page("_preview", "")).toContain("[to be filled in: what is to be decided");
    expect(page("_preview", "new-ground/")).toContain("[to be filled in: the facts");
    const site = await buildPublicSite({ root }, () => {});
    expect(site.problems.filter(({ rule }) => rule === "to-be-filled-in")).toEqual([]);
    expect(page("_site", "")).not.toContain("to be filled in");
  });

  it("is refused in words where there is no council", () => {
    const root = mkdtempSync(join(tmpdir(), "clear-days-new-"));
    folders.push(root);
    mkdirSync(join(root, "data"));
    writeFileSync(join(root, "data/other.json"), "{}");
    expect(() => begin(root, meeting("panel", "2026-07-06"))).toThrow("no data/council.json");
  });
});
