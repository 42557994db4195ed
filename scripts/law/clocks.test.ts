import { describe, expect, it } from "vitest";
import type { ForwardPlanEntry } from "../model/forward-plan.ts";
import { dutiesOf } from "./clocks.ts";
import { stateOf, wantsReason } from "./duty.ts";
import type { ItemCase, MeetingCase } from "./meeting-case.ts";
import { type ClockId, clocksOf } from "./regimes.ts";

/** A meeting on Monday 26 September 2011: issue by Friday 16 September for five clear days. */
const MONDAY: MeetingCase = {
  jurisdiction: "england",
  days: { nation: "england-and-wales" },
  wanted: 5,
  opened: "part VA",
  body: "Panel",
  date: "2011-09-26",
  resumes: null,
  shorterNotice: null,
  notice: null,
  agenda: null,
  items: [],
  urgentBusiness: null,
  longNotice: "calendar",
  now: "2011-09-16T12:00",
};

const ITEM: ItemCase = {
  id: "plan",
  index: 0,
  number: "4",
  title: "The plan",
  isBusiness: true,
  openSince: null,
  urgent: null,
  toFollow: null,
  keyDecision: false,
  withheld: null,
  representationsSince: null,
  papers: [],
  notices: [],
};

const ENTRY: ForwardPlanEntry = {
  title: "A contract",
  access: "public",
  decisionMaker: "cabinet",
  keyDecision: true,
  private: true,
  documents: [],
  contact: { role: "Clerk" },
};

type Regime = Parameters<typeof clocksOf>[1]["regime"];
const FRIDAY = "2011-09-16T16:00";
const LATE = "2011-09-19T09:00";

/** Every breach of `change`'s meeting: the clock, how it stands, and whether it waits for a reason. */
function breaches(regime: Regime, change: Partial<MeetingCase>, jurisdiction: MeetingCase["jurisdiction"] = "england") {
  const meeting = { ...MONDAY, jurisdiction, wanted: jurisdiction === "england" ? 5 : 3, ...change };
  return dutiesOf(meeting, clocksOf(jurisdiction, { regime }))
    .map((duty) => ({ duty, state: stateOf(duty, meeting.now, meeting.days) }))
    .filter(({ state }) => state === "late" || state === "overdue")
    .map(({ duty, state }) => `${duty.clock} ${state}${wantsReason(duty, state) ? ", wants a reason" : ""}`);
}
const ids = (regime: Regime, jurisdiction: MeetingCase["jurisdiction"] = "england"): readonly ClockId[] =>
  clocksOf(jurisdiction, { regime });

describe("the clocks of each regime", () => {
  it("are those of part VA for a committee and for scrutiny", () => {
    expect(ids("committee")).toEqual(["notice-of-meeting", "agenda-open"]);
    expect(ids("scrutiny")).toEqual(ids("committee"));
  });
  it("add the summons for full council", () => expect(ids("council")).toContain("summons"));
  it("are the executive regulations' for a cabinet, and no chair's urgency", () => {
    expect(ids("executive")).not.toContain("agenda-open");
    expect(ids("executive")).toContain("private-meeting-28");
  });
  it("are none for a licensing hearing, whatever is late", () => {
    expect(ids("licensing-hearing")).toEqual([]);
    expect(breaches("licensing-hearing", { now: "2011-09-26T09:00" })).toEqual([]);
  });
  it("are none for a board, unless it says so; and part VA for a joint committee", () => {
    expect(ids("board")).toEqual([]);
    expect(clocksOf("england", { regime: "board", meetsUnder: "part VA" })).toContain("agenda-open");
    expect(ids("joint")).toContain("agenda-open");
  });
  it("have no English executive regulations in Wales or Scotland, nor part VA agendas in a parish", () => {
    expect(ids("executive", "wales")).not.toContain("key-decision-28");
    expect(ids("executive", "scotland")).toEqual(["notice-of-meeting", "agenda-open"]);
    expect(ids("council", "english-parish")).toEqual(["notice-of-meeting", "summons"]);
  });
});

describe("notice and agenda of a committee", () => {
  it("are in time on the Friday, with five clear days before the Monday", () => {
    expect(breaches("committee", { notice: FRIDAY, agenda: FRIDAY })).toEqual([]);
    expect(breaches("committee", {})).toEqual([]);
  });
  it("are late on the Monday before, which gives four", () => {
    expect(breaches("committee", { notice: LATE, agenda: LATE, now: LATE })).toEqual([
      "notice-of-meeting late",
      "agenda-open late",
    ]);
  });
  it("are in time on the weekend after the Friday, which is just as long before, and overdue on the Monday", () => {
    expect(breaches("committee", { now: "2011-09-18T23:00" })).toEqual([]);
    expect(breaches("committee", { now: "2011-09-19T00:00" })).toEqual([
      "notice-of-meeting overdue",
      "agenda-open overdue",
    ]);
  });
  it("count from the next working day where they are posted after the office closes", () => {
    const days = { nation: "england-and-wales", officeCloses: "17:00" } as const;
    expect(breaches("committee", { days, notice: "2011-09-16T16:59", agenda: "2011-09-16T16:59" })).toEqual([]);
    expect(breaches("committee", { days, notice: "2011-09-16T17:00", agenda: "2011-09-16T17:00" })).toHaveLength(2);
  });
  it("are three clear days before in Wales, Scotland and a parish", () => {
    for (const jurisdiction of ["wales", "scotland", "english-parish"] as const) {
      const days = { nation: jurisdiction === "scotland" ? "scotland" : "england-and-wales" } as const;
      const on = (moment: string) => breaches("committee", { days, notice: moment, agenda: moment }, jurisdiction);
      expect(on("2011-09-20T09:00")).toEqual([]);
      expect(on("2011-09-21T09:00")).not.toEqual([]);
    }
  });
  it("count a Saturday as a day the office is shut, where papers count only while it is open", () => {
    const days = { nation: "england-and-wales", officeCloses: "17:00" } as const;
    expect(breaches("committee", { days, notice: FRIDAY, agenda: "2011-09-17T10:00" })).toEqual(["agenda-open late"]);
    expect(breaches("committee", { notice: FRIDAY, agenda: "2011-09-17T10:00" })).toEqual([]);
  });
  it("are open from when it is convened, where that is at shorter notice, and late after that", () => {
    const shorterNotice = { convened: "2011-09-22T10:00", because: "A notice must be served." };
    expect(breaches("committee", { shorterNotice, notice: "2011-09-22T15:00", agenda: "2011-09-22T15:00" })).toEqual(
      [],
    );
    expect(breaches("committee", { shorterNotice, notice: "2011-09-22T15:00", agenda: "2011-09-23T09:00" })).toEqual([
      "agenda-open late",
    ]);
  });
});

describe("an item, and a report, are two things", () => {
  const open = { notice: FRIDAY, agenda: FRIDAY };
  const listed = { ...ITEM, openSince: FRIDAY };
  it("an urgent item of a committee is late, and the chair's opinion cures it", () => {
    const meeting = { ...MONDAY, ...open, items: [{ ...ITEM, openSince: LATE, urgent: "It burned down." }] };
    const [, , item] = dutiesOf(meeting, ids("committee"));
    expect(item).toMatchObject({ items: ["plan"], because: "It burned down." });
    expect(item?.cure).toContain("chair");
    expect(breaches("committee", meeting)).toEqual(["agenda-open late"]);
  });
  it("a report to follow on a listed item is late, and is no urgent item", () => {
    const items = [{ ...listed, papers: [{ id: "report", at: 0, openSince: LATE }], toFollow: "Figures are late." }];
    const late = dutiesOf({ ...MONDAY, ...open, items }, ids("committee")).find(({ paper }) => paper === "report");
    expect(late).toMatchObject({ cure: null, because: "Figures are late.", severity: "late" });
    expect(breaches("committee", { ...open, items })).toEqual(["agenda-open late"]);
  });
  it("a report that follows an item added in time is late like any other", () => {
    const items = [{ ...ITEM, openSince: "2011-09-15T09:00", papers: [{ id: "report", at: 0, openSince: LATE }] }];
    expect(breaches("committee", { notice: "2011-09-14T09:00", agenda: "2011-09-14T09:00", items })).toEqual([
      "agenda-open late",
    ]);
  });
  it("a report in time with its agenda is no breach", () => {
    const items = [{ ...listed, papers: [{ id: "report", at: 0, openSince: FRIDAY }] }];
    expect(breaches("committee", { ...open, items })).toEqual([]);
  });
  it("a late report to an executive waits for its reason, and passes with one", () => {
    const papers = [{ id: "report", at: 0, openSince: LATE }];
    expect(breaches("executive", { ...open, items: [{ ...listed, papers }] })).toEqual([
      "executive-agenda-open late, wants a reason",
    ]);
    expect(breaches("executive", { ...open, items: [{ ...listed, papers, toFollow: "Late figures." }] })).toEqual([
      "executive-agenda-open late",
    ]);
  });
  it("no urgency lets an executive take an item that was not open in time", () => {
    const items = [{ ...ITEM, openSince: LATE, urgent: "The chair says so." }];
    expect(breaches("executive", { ...open, items })).toEqual(["executive-agenda-open late, wants a reason"]);
  });
  it("convening at shorter notice does", () => {
    const shorterNotice = { convened: LATE, because: "The offer lapses." };
    const items = [{ ...ITEM, openSince: LATE }];
    expect(breaches("executive", { shorterNotice, notice: LATE, agenda: LATE, items })).toEqual([]);
  });
});

describe("a summons to full council", () => {
  it("is late with no cure, even where the meeting is convened at shorter notice", () => {
    const shorterNotice = { convened: LATE, because: "A vacancy." };
    const meeting = { ...MONDAY, shorterNotice, notice: LATE, agenda: LATE };
    expect(breaches("council", meeting)).toEqual(["summons late"]);
    expect(dutiesOf(meeting, ["summons"])[0]?.cure).toBeNull();
    expect(dutiesOf(meeting, ["summons"])[0]?.mend).toContain("no cure");
  });
  it("holds all the business, with urgent items only as standing orders allow", () => {
    const items = [{ ...ITEM, openSince: LATE, urgent: "A death." }];
    const meeting = { ...MONDAY, notice: FRIDAY, agenda: FRIDAY, items };
    const [, added] = dutiesOf(meeting, ["summons"]);
    expect(added).toMatchObject({ because: null });
    const [, allowed] = dutiesOf({ ...meeting, urgentBusiness: "standing order 14.2" }, ["summons"]);
    expect(allowed?.because).toContain("standing order 14.2");
  });
});

describe("a key decision of an executive", () => {
  const open = { notice: FRIDAY, agenda: FRIDAY };
  const withNotices = (...notices: ItemCase["notices"]) => ({
    ...open,
    items: [{ ...ITEM, openSince: FRIDAY, keyDecision: true, notices }],
  });
  it("wants 28 clear days' notice, counted in calendar days", () => {
    expect(breaches("executive", withNotices({ issuedAt: "2011-08-28T10:00", entry: ENTRY }))).toEqual([]);
    expect(breaches("executive", withNotices({ issuedAt: "2011-08-29T10:00", entry: ENTRY }))).toEqual([
      "key-decision-28 late, wants a reason",
    ]);
    expect(breaches("executive", withNotices())).toEqual(["key-decision-28 overdue, wants a reason"]);
  });
  it("counts working days where the council says so", () => {
    const change = { ...withNotices({ issuedAt: "2011-08-22T10:00", entry: ENTRY }), longNotice: "working" as const };
    expect(breaches("executive", change)).toEqual(["key-decision-28 late, wants a reason"]);
  });
  it("is none of a committee's concern", () => expect(breaches("committee", withNotices())).toEqual([]));

  const generalException = { told: "Chair of Scrutiny", on: "2011-09-15", reasons: "The grant came late." };
  it("may be taken under the general exception with five clear days after it is published", () => {
    const entry = { ...ENTRY, generalException };
    expect(breaches("executive", withNotices({ issuedAt: FRIDAY, entry }))).toEqual(["key-decision-28 late"]);
    expect(breaches("executive", withNotices({ issuedAt: LATE, entry }))).toEqual([
      "key-decision-28 late",
      "general-exception late, wants a reason",
    ]);
  });
  it("or under special urgency, agreed by the chair of scrutiny", () => {
    const specialUrgency = { agreedBy: "chair of scrutiny", on: "2011-09-23", reasons: "It cannot wait." } as const;
    const agreed = withNotices({ issuedAt: "2011-09-23T10:00", entry: { ...ENTRY, specialUrgency } });
    expect(breaches("executive", agreed)).toEqual(["key-decision-28 late"]);
    const after = withNotices({ issuedAt: "2011-09-27T10:00", entry: { ...ENTRY, specialUrgency } });
    expect(breaches("executive", after)).toContain("special-urgency late, wants a reason");
  });
  it("or by the council's chair only where it is said why not by the chair of scrutiny", () => {
    const by = { agreedBy: "chair of the council", on: "2011-09-23", reasons: "It cannot wait." } as const;
    const change = (specialUrgency: ForwardPlanEntry["specialUrgency"]) =>
      withNotices({ issuedAt: "2011-09-23T10:00", entry: { ...ENTRY, specialUrgency } });
    expect(breaches("executive", change(by))).toContain("special-urgency overdue, wants a reason");
    expect(breaches("executive", change({ ...by, failing: "There is no chair of scrutiny." }))).toEqual([
      "key-decision-28 late",
    ]);
    const first = { ...ENTRY, specialUrgency: by };
    const mended = { ...ENTRY, specialUrgency: { ...by, failing: "There is none." } };
    const again = withNotices({ issuedAt: "2011-09-22T10:00", entry: first }, { issuedAt: FRIDAY, entry: mended });
    expect(breaches("executive", again)).toEqual(["key-decision-28 late"]);
  });
  it("says which exception there is still time for", () => {
    const mend = (now: string) => dutiesOf({ ...MONDAY, ...withNotices(), now }, ["key-decision-28"])[0]?.mend;
    expect(mend("2011-09-16T09:00")).toContain("With 5 clear days left, regulation 10");
    expect(mend("2011-09-22T09:00")).toContain("only regulation 11");
  });
});

describe("a private meeting of an executive", () => {
  const withheld = { category: "exempt", paragraph: "3", description: "financial or business affairs" } as const;
  const item = {
    ...ITEM,
    openSince: FRIDAY,
    withheld: { ...withheld, representations: "None were received." },
    representationsSince: FRIDAY,
  };
  const given = [{ issuedAt: "2011-08-22T10:00", entry: ENTRY }];
  const open = { notice: FRIDAY, agenda: FRIDAY };
  it("wants 28 days' notice, and five days' with representations and the response", () => {
    expect(breaches("executive", { ...open, items: [{ ...item, notices: given }] })).toEqual([]);
    expect(breaches("executive", { ...open, items: [item] })).toEqual(["private-meeting-28 overdue, wants a reason"]);
    expect(
      breaches("executive", {
        ...open,
        now: LATE,
        items: [{ ...item, withheld, representationsSince: null, notices: given }],
      }),
    ).toEqual(["private-meeting-28 overdue, wants a reason"]);
  });
  it("may be agreed to be urgent by the chair of scrutiny, with reasons that are published", () => {
    const urgentlyPrivate = { agreedBy: "chair of scrutiny", reasons: "The bids lapse." } as const;
    const items = [{ ...item, withheld: { ...item.withheld, urgentlyPrivate } }];
    expect(breaches("executive", { ...open, items })).toEqual(["private-meeting-28 overdue"]);
  });
  it("asks nothing of a committee, which excludes the public by resolution", () =>
    expect(breaches("committee", { ...open, items: [item] })).toEqual([]));
});

describe("an adjourned meeting that goes on", () => {
  it("keeps the clocks of the day it was first held, and owes word of the new day", () => {
    const meeting = { ...MONDAY, notice: null, agenda: FRIDAY, resumes: "2011-10-03", now: "2011-09-27T09:00" };
    const duties = dutiesOf(meeting, ids("committee"));
    expect(duties[0]).toMatchObject({ clock: "notice-of-meeting", severity: "duty", lastDay: "2011-10-03" });
    expect(breaches("committee", meeting)).toEqual([]);
  });
});
