import { describe, expect, it } from "vitest";
import type { Asked, Business, Discharge, MeetingDay } from "./follow-up-business.ts";
import { type FollowUpState, saidDate } from "./follow-up-due.ts";
import { followUpStates } from "./follow-ups.ts";

const asked = (more: Partial<Asked["followUp"]> = {}): Asked => ({
  meeting: "2026-07-02-panel",
  date: "2026-07-02",
  minute: "13",
  followUp: {
    id: "report-september",
    text: "A further report",
    askedBy: "the Panel",
    kind: "report back",
    about: [],
    returnsTo: "panel",
    due: { said: "September", meeting: "2026-09-10-panel" },
    ...more,
  },
});
const report: Discharge = {
  followUp: "report-september",
  meeting: "2026-09-10-panel",
  committee: "panel",
  date: "2026-09-10",
  paper: "progress",
  minute: null,
  title: "Progress",
  how: "report",
};
const panel = (date: string, more: Partial<MeetingDay> = {}): MeetingDay => ({
  id: `${date}-panel`,
  committee: "panel",
  date,
  isOff: false,
  hasAgenda: false,
  hasMinutes: false,
  ...more,
});
const states = (today: string, ones: Asked[], more: Partial<Business> = {}): FollowUpState[] =>
  followUpStates({ asked: ones, discharges: [], undertakings: [], meetings: [panel("2026-09-10")], ...more }, today);
const state = (today: string, one: Asked, more: Partial<Business> = {}) => states(today, [one], more)[0];

describe("what was asked for", () => {
  it("is asked for until somebody undertakes it, then or at a later meeting", () => {
    expect(state("2026-08-01", asked())).toMatchObject({ status: "asked for", undertaking: null });
    const undertaking = { followUp: "report-september", by: "Director", meeting: "2026-07-30-panel", minute: "16" };
    expect(state("2026-08-01", asked(), { undertakings: [undertaking] })).toMatchObject({
      status: "undertaken",
      undertaking: { by: "Director", minute: "16" },
    });
  });

  it("is due once the agenda of its meeting is out", () => {
    const meetings = [panel("2026-09-10", { hasAgenda: true })];
    expect(state("2026-09-03", asked(), { meetings })?.status).toBe("due");
  });

  it("is not overdue on the day it is due, and is on the next", () => {
    const meetings = [panel("2026-09-10", { hasAgenda: true })];
    expect(state("2026-09-10", asked(), { meetings })?.status).toBe("due");
    expect(state("2026-09-11", asked(), { meetings })).toMatchObject({ status: "overdue", awaitsMinutes: true });
  });

  it("is discharged by a report that says so, however late", () => {
    const late = { ...report, date: "2026-11-20" };
    expect(state("2026-12-01", asked(), { discharges: [late] })?.status).toBe("discharged");
  });

  it("is due, and not discharged yet, while the report that answers it waits for its meeting", () => {
    const more = { discharges: [report], meetings: [panel("2026-09-10", { hasAgenda: true })] };
    expect(state("2026-09-10", asked(), more)).toMatchObject({ status: "due", discharge: { paper: "progress" } });
    expect(state("2026-09-11", asked(), more)?.status).toBe("discharged");
    const oral = { ...more, discharges: [{ ...report, how: "oral report" as const, paper: null }] };
    expect(state("2026-09-10", asked(), oral)?.status).toBe("discharged");
  });

  it("is not discharged by a report to another body, which is told all the same", () => {
    const elsewhere = { ...report, committee: "cabinet", meeting: "2026-09-28-cabinet" };
    expect(state("2026-12-01", asked(), { discharges: [elsewhere] })).toMatchObject({
      status: "overdue",
      discharge: null,
      elsewhere: { committee: "cabinet" },
    });
  });

  it("is not discharged by what came before it was asked for", () => {
    const early = { ...report, date: "2026-06-01" };
    expect(state("2026-12-01", asked(), { discharges: [early] })?.status).toBe("overdue");
  });

  it("is superseded where the minutes say so, and where it was asked for again", () => {
    expect(state("2026-12-01", asked(), { discharges: [{ ...report, how: "superseded" }] })?.status).toBe("superseded");
    const again = asked({ id: "report-december", replaces: "report-september", due: { date: "2026-12-31" } });
    const [first, second] = states("2026-12-01", [asked(), again]);
    expect(first).toMatchObject({ status: "superseded", replacedBy: "report-december" });
    expect(second?.status).toBe("asked for");
  });

  it("due at a meeting that was cancelled is due at the next of the same body", () => {
    const meetings = [panel("2026-09-10", { isOff: true }), panel("2026-10-08"), panel("2026-11-05")];
    expect(state("2026-09-20", asked(), { meetings })).toMatchObject({
      status: "asked for",
      dueMeeting: "2026-10-08-panel",
    });
  });
});

describe("a month that was said", () => {
  const said = asked({ due: { said: "September" } });

  it("comes to the last meeting in it of the body it returns to", () => {
    const meetings = [
      panel("2026-09-03"),
      panel("2026-09-24"),
      panel("2026-09-30", { id: "2026-09-30-cabinet", committee: "cabinet" }),
    ];
    expect(state("2026-08-01", said, { meetings })).toMatchObject({
      dueMeeting: "2026-09-24-panel",
      dueOn: "2026-09-24",
      isMonthWithoutMeeting: false,
    });
  });

  it("without a meeting in it is due by its last day, and that is told", () => {
    expect(state("2026-08-01", said, { meetings: [panel("2026-10-08")] })).toMatchObject({
      dueMeeting: null,
      dueOn: "2026-09-30",
      isMonthWithoutMeeting: true,
    });
  });

  it("is the first such month after it was said", () => {
    expect(saidDate("September", "2026-07-02")).toBe("2026-09-30");
    expect(saidDate("the September meeting", "2026-10-02")).toBe("2027-09-30");
    expect(saidDate("December", "2026-07-02")).toBe("2026-12-31");
    for (const words of ["soon", "the Mayor-making meeting", "Maybe later"])
      expect(saidDate(words, "2026-07-02")).toBeNull();
  });
});

describe("what was asked for every quarter", () => {
  const quarterly = asked({ id: "quarterly", kind: "recurring", every: "quarter" });
  const meetings = [panel("2026-09-10"), panel("2026-11-05"), panel("2026-12-17")];
  const came = (date: string): Discharge => ({ ...report, followUp: "quarterly", meeting: `${date}-panel`, date });
  const turns = (today: string, discharges: Discharge[]) =>
    states(today, [quarterly], { discharges, meetings }).map(({ id, period, status, dueOn }) => [
      id,
      period,
      status,
      dueOn,
    ]);

  it("is due at the meeting that was named, and then at the last of each quarter", () => {
    expect(turns("2026-08-01", [])).toEqual([
      ["quarterly-2026-09", "July to September 2026", "asked for", "2026-09-10"],
    ]);
    expect(turns("2026-10-01", [came("2026-09-10")])).toEqual([
      ["quarterly-2026-09", "July to September 2026", "discharged", "2026-09-10"],
      ["quarterly-2026-12", "October to December 2026", "asked for", "2026-12-17"],
    ]);
  });

  it("is overdue for the quarter it missed, though it comes in the next", () => {
    expect(turns("2026-10-01", [])).toEqual([
      ["quarterly-2026-09", "July to September 2026", "overdue", "2026-09-10"],
      ["quarterly-2026-12", "October to December 2026", "asked for", "2026-12-17"],
    ]);
    expect(turns("2026-11-10", [came("2026-11-05")])).toEqual([
      ["quarterly-2026-09", "July to September 2026", "superseded", "2026-09-10"],
      ["quarterly-2026-12", "October to December 2026", "discharged", "2026-12-17"],
      ["quarterly-2027-03", "January to March 2027", "asked for", "2027-03-31"],
    ]);
  });

  it("comes no more once a resolution released it", () => {
    const released = { ...came("2026-11-05"), how: "released by resolution" as const };
    expect(turns("2027-06-01", [came("2026-09-10"), released])).toEqual([
      ["quarterly-2026-09", "July to September 2026", "discharged", "2026-09-10"],
      ["quarterly-2026-12", "October to December 2026", "discharged", "2026-12-17"],
    ]);
  });
});
