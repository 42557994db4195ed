import { describe, expect, it } from "vitest";
import { councilWith, type Edit, JUNE } from "../examples/councils.ts";
import { deskOf, pageWith } from "../examples/desks.ts";
import { awaitingMinutes, comingMeetings } from "./desk-council.ts";
import { meetingOnHome, meetingPage } from "./meeting-page.ts";
import { DeskPages } from "./render-desk.ts";

const AGENDA = `${JUNE}/agenda.md`;
const PROGRESS = `${JUNE}/progress.md`;
const ITEM = "{ id: progress, number: 2, title: Progress, papers: [progress] }";

const withItem = (words: string): Edit => ({ file: AGENDA, find: ITEM, put: words });
const itemOf = (page: ReturnType<typeof pageWith>, id: string) => {
  const found = page.items.find((item) => item.id === id);
  if (!found) throw new Error(`The desk has no item ${id}`);
  return found;
};
const seen = (page: ReturnType<typeof pageWith>, id: string) =>
  itemOf(page, id).seen.map(({ words, when }) => `${words}: ${when}`);
const notSeen = (page: ReturnType<typeof pageWith>, id: string) =>
  itemOf(page, id).notSeen.map(({ words, because }) => `${words}: ${because}`);

describe("the meetings on the desk", () => {
  it("are those still to come, and those held whose minutes the public does not have", () => {
    const { root, remove } = councilWith();
    const desk = deskOf(root);
    expect(comingMeetings(desk).map(({ id }) => id)).toEqual(["2026-06-01-panel"]);
    expect(awaitingMinutes(desk).map(({ id }) => id)).toEqual(["2026-03-02-panel"]);
    remove();
  });
});

describe("the next act on the desk", () => {
  it("has its last lawful day, the days left and the clear days there would be, with a bank holiday left out", () => {
    const { act } = pageWith([]);
    expect(act).toMatchObject({
      what: "Issue the agenda and its reports",
      state: { words: "Can be issued now", tone: "done" },
      by: "Thursday 21 May 2026",
      left: "1 day from today.",
      clearDays: "6 clear days if it is done now; 5 are wanted",
      source: "LGA 1972 s100B(3)-(4)",
      command: "npm run issue -- 2026-06-01-panel",
    });
  });

  it("is said to be late the day after, with the clear days that are left", () => {
    const { act } = pageWith([], "2026-05-22T10:00");
    expect(act.state).toEqual({ words: "Can be issued now, and will be marked late", tone: "late" });
    expect(act).toMatchObject({
      left: "That was 1 day ago.",
      clearDays: "4 clear days if it is done now; 5 are wanted",
    });
  });

  it("says by which hour, where the council's office closes", () => {
    const closes: Edit = {
      file: "data/council.json",
      find: '"sample":',
      put: '"standingOrders": { "officeCloses": "17:00" }, "sample":',
    };
    expect(pageWith([closes]).act.by).toBe("Thursday 21 May 2026, before 5pm");
  });

  it("is notice of the meeting, where there is no agenda yet", () => {
    const { act, items, hasAgenda } = pageWith([
      { file: AGENDA, put: null },
      { file: PROGRESS, put: null },
    ]);
    expect(act.what).toBe("Give notice of the meeting");
    expect([items, hasAgenda]).toEqual([[], false]);
  });

  it("is none for a meeting that is cancelled before the public heard of it", () => {
    const { act, whole } = pageWith([
      { file: `${JUNE}/meeting.md`, find: "date:", put: "status: cancelled\nbecause: No business.\ndate:" },
    ]);
    expect(act).toMatchObject({ what: "Nothing is left to issue now", command: null, by: null });
    expect(whole.seen.map(({ when }) => when)).toEqual(["as it stands"]);
    expect(whole.notSeen).toMatchObject([{ words: "agenda.md", because: "nothing is to be issued for this meeting" }]);
  });

  it("is held up by a fault of the agenda, which is told with its mend, its line and a link to its item", () => {
    const { act, holdsUp, whole } = pageWith([
      withItem("{ id: progress, number: 2, title: Progress, papers: [progress, gone] }"),
    ]);
    expect(act.state).toEqual({ words: "Held up by 1 problem", tone: "late" });
    expect(holdsUp).toMatchObject([
      {
        rule: "item-without-paper",
        file: AGENDA,
        line: 7,
        mend: expect.stringContaining("Add the report"),
        href: "/meetings/2026-06-01-panel/#progress",
      },
    ]);
    expect(whole.seen.map(({ when }) => when)).toEqual(["as it stands"]);
    expect(whole.notSeen[0]?.because).toContain("until what holds it up is put right");
  });

  it("is held up by an agenda that cannot be read, and is still that agenda's", () => {
    const { act, holdsUp } = pageWith([{ file: AGENDA, find: "summary:", put: "sumary:" }]);
    expect(act.what).toBe("Issue the agenda and its reports");
    expect(holdsUp.map(({ rule }) => rule)).toContain("unknown-field");
  });
});

describe("what a meeting still lacks", () => {
  it("is a paper that is to follow, with why", () => {
    const page = pageWith([
      withItem(ITEM.replace("papers: [progress]", "papers: [progress, costs], toFollow: The auditor has them.")),
    ]);
    expect(itemOf(page, "progress").lacks.map(({ words }) => words)).toEqual([
      "The report `costs` is not written yet. To follow: The auditor has them.",
    ]);
    expect(notSeen(page, "progress")).toEqual(["Its papers: its paper is to follow"]);
  });

  it("is what a report leaves to be filled in, with its line and a link to it", () => {
    const page = pageWith([
      { file: PROGRESS, find: "ZEBRADRAFT", put: "[to be filled in: how many] ZEBRADRAFT" },
      { file: AGENDA, find: "The Panel meets at Wick Hall.", put: '"The Panel meets [to be filled in: where]"' },
    ]);
    expect(itemOf(page, "progress").lacks).toEqual([
      { words: "To be filled in, progress.md line 13: how many", href: "/meetings/2026-06-01-panel/progress/" },
    ]);
    expect(page.lacking).toEqual([
      { words: "To be filled in, agenda.md line 4: where", href: null },
      {
        words: "Item 2: To be filled in, progress.md line 13: how many",
        href: "/meetings/2026-06-01-panel/progress/",
      },
    ]);
  });

  it("is a report, for an item that is to be decided", () => {
    const page = pageWith([withItem(`${ITEM}\n  - { id: budget, number: 3, title: The budget, for: decision }`)]);
    expect(itemOf(page, "budget").lacks.map(({ words }) => words)).toEqual([
      "It is to be decided, and the agenda names no report for it. It can be issued without one, and then nobody will see a paper.",
    ]);
    expect(page.act.state.words).toBe("Can be issued now");
    expect(page.lacking).toMatchObject([{ words: expect.stringMatching(/^Item 3: /), href: "#item-budget" }]);
    expect(itemOf(page, "progress").lacks).toEqual([]);
    expect(page.items.filter(({ lacksPaper }) => lacksPaper).map(({ id }) => id)).toEqual(["budget"]);
  });

  it("is not a report, where the item says that one is to follow or its papers are not for the public", () => {
    const item = (more: string) =>
      withItem(`${ITEM}\n  - { id: budget, number: 3, title: The budget, for: decision, ${more} }`);
    const lacks = (more: string) => itemOf(pageWith([item(more)]), "budget").lacks.map(({ words }) => words);
    expect(lacks("toFollow: The auditor has it.")).toEqual(["A paper is to follow: The auditor has it."]);
    expect(lacks("withheld: { category: confidential, description: a secret, forbiddenBy: a court }")).toEqual([]);
  });

  it("is counted on the desk's first page as it is listed on the meeting's, a gap of two items once", () => {
    const { root, remove } = councilWith(
      { file: PROGRESS, find: "ZEBRADRAFT", put: "[to be filled in: how many] of [to be filled in: how many]" },
      withItem(
        `${ITEM}\n  - { id: more, number: 3, title: More, papers: [progress] }\n  - { id: budget, number: 4, title: The budget, for: decision }`,
      ),
    );
    const desk = deskOf(root);
    const [meeting] = comingMeetings(desk);
    if (!meeting?.drafts) throw new Error("There is no meeting");
    const { lacking } = meetingPage(desk, meeting, meeting.drafts);
    expect(lacking.map(({ words }) => words.slice(0, 22))).toEqual([
      "Item 2: To be filled i",
      "Item 2: To be filled i",
      "Item 4: It is to be de",
    ]);
    expect(meetingOnHome(desk, meeting, meeting.drafts).lacks).toBe("3 things still to be written or filled in");
    const session = { token: "", pack: () => null, answers: () => [] };
    const html = new DeskPages(desk).meeting(meeting.id, session) ?? "";
    const [, list = ""] =
      /<h2 id="to-write">3 things still to be written or filled in<\/h2>([\s\S]*?)<\/ul>/.exec(html) ?? [];
    expect(list.match(/<li>/g)).toHaveLength(3);
    // The form of an item that lacks its paper is led to from the head of the page, and is the one that stands open.
    expect(html).toContain('<p>Bring in a paper for <a href="#item-budget">item 4, The budget</a>.</p>');
    expect(html.match(/<details class="bring" open>/g)).toHaveLength(1);
    remove();
  });
});

describe("side by side on the desk", () => {
  it("the public will see the agenda, each item and the reports that issuing brings", () => {
    const page = pageWith([]);
    expect(page.whole.seen.map(({ words }) => words)).toEqual([
      "The agenda, with its notice",
      "All of it as one PDF",
      "The day, time and place, as meeting.md has them",
    ]);
    expect(seen(page, "progress")).toEqual([
      "The item on the agenda: with this act",
      "Progress with the plan: with this act",
    ]);
    expect(notSeen(page, "progress")).toEqual([]);
  });

  it("a report with a fault stays back for it, and the rest goes without", () => {
    const page = pageWith([
      {
        file: PROGRESS,
        find: "backgroundPapers:",
        put: "appendices:\n  - { id: a, title: Appendix A, file: appendices/gone.pdf, access: public }\nbackgroundPapers:",
      },
    ]);
    expect(page.act.state.words).toBe("Can be issued now, without 1 paper");
    expect(seen(page, "progress")).toEqual(["The item on the agenda: with this act"]);
    expect(notSeen(page, "progress")).toEqual([
      "Progress with the plan (progress.md): held back until what stands above is put right",
    ]);
    expect(page.holdsUp).toMatchObject([{ rule: "missing-file", href: "/meetings/2026-06-01-panel/progress/" }]);
  });

  it("of an item that is not for publication they will see that there is one, and none of its papers", () => {
    const page = pageWith([
      withItem(
        `${ITEM}\n  - { id: out, number: 3, title: Exclusion of the public, text: That the public be excluded during item 4 since exempt information under paragraph 3 of Schedule 12A is likely to be disclosed., excludesPublicFor: [contract] }\n  - { id: contract, number: 4, title: A contract, withheld: { category: exempt, paragraph: 3, description: financial or business affairs, publicInterest: It would raise the price. } }`,
      ),
    ]);
    expect(seen(page, "contract")).toEqual([
      "That there is such an item, and why it is not for publication: with this act",
    ]);
    expect(notSeen(page, "contract")).toEqual(["Its papers: not for publication; only what agenda.md says of it"]);
    expect(itemOf(page, "contract").canImport).toBe(false);
    expect(itemOf(page, "progress").canImport).toBe(true);
    expect(itemOf(page, "minutes").canImport).toBe(false);
  });

  it("a draft that no item lists, and minutes that this act does not bring, stay back and say so", () => {
    const report = (item: number) =>
      `---\ntitle: Costs\naccess: public\nagendaItem: ${item}\nfrom: Director\ncontactOfficer: { role: Director }\nbackgroundPapers: none\n---\nWords.\n`;
    const page = pageWith([
      { file: `${JUNE}/costs.md`, put: report(2) },
      {
        file: `${JUNE}/minutes.md`,
        put: "---\naccess: public\nsummary: It met.\nbegan: '18:30'\nended: '19:00'\nchair: ada-brook\nattendance: [{ member: ada-brook }]\nitems: [{ item: 1, minute: 1 }]\n---\nIt met.\n",
      },
    ]);
    expect(notSeen(page, "progress")).toEqual(["Costs (costs.md): no item of the agenda lists it"]);
    expect(page.whole.notSeen).toMatchObject([{ words: "minutes.md", because: "a draft until it is issued" }]);
    expect(page.items.flatMap((item) => item.seen).some(({ words }) => words === "Costs")).toBe(false);
  });

  it("has each problem of a report with its item, at the paragraph that it concerns", () => {
    const page = pageWith([{ file: PROGRESS, find: "ZEBRADRAFT", put: "[ZEBRADRAFT](#p9-9)" }]);
    const told = [...page.holdsUp, ...itemOf(page, "progress").problems];
    expect(told).toMatchObject([{ rule: "unknown-paragraph", href: "/meetings/2026-06-01-panel/progress/#p1-1" }]);
  });
});
