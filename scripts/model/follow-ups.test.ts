import { describe, expect, it } from "vitest";
import { type Asked, type Discharge, followUpStates, saidDate } from "./follow-ups.ts";

const asked = (more: Partial<Asked["followUp"]> = {}): Asked => ({
  meeting: "2026-07-02-panel",
  date: "2026-07-02",
  minute: "13",
  followUp: {
    id: "report-september",
    text: "A further report",
    askedBy: "the Panel",
    kind: "report back",
    returnsTo: "panel",
    due: { said: "September", meeting: "2026-09-10-panel" },
    ...more,
  },
});
const report: Discharge = {
  followUp: "report-september",
  meeting: "2026-09-10-panel",
  date: "2026-09-10",
  paper: "progress",
  title: "Progress",
  how: "report",
};
const state = (one: Asked, discharges: Discharge[], today: string, hasAgenda = false) =>
  followUpStates(
    [one],
    discharges,
    today,
    () => "2026-09-10",
    () => hasAgenda,
  )[0]?.status;

describe("what was asked for", () => {
  it("is asked for until somebody undertakes it", () => {
    expect(state(asked(), [], "2026-08-01")).toBe("asked for");
    expect(state(asked({ undertakenBy: "Director" }), [], "2026-08-01")).toBe("undertaken");
  });

  it("is due once the agenda of its meeting is out", () => {
    expect(state(asked(), [], "2026-09-03", true)).toBe("due");
  });

  it("is not overdue on the day it is due, and is on the next", () => {
    expect(state(asked(), [], "2026-09-10", true)).toBe("due");
    expect(state(asked(), [], "2026-09-11", true)).toBe("overdue");
  });

  it("is discharged by a report that says so, however late", () => {
    expect(state(asked(), [report], "2026-12-01")).toBe("discharged");
  });

  it("is superseded where the minutes say so", () => {
    expect(state(asked(), [{ ...report, how: "superseded" }], "2026-12-01")).toBe("superseded");
  });

  it("without a meeting is due by the end of the month that was said", () => {
    expect(saidDate("September", "2026-07-02")).toBe("2026-09-30");
    expect(saidDate("the September meeting", "2026-10-02")).toBe("2027-09-30");
    expect(saidDate("December", "2026-07-02")).toBe("2026-12-31");
    for (const said of ["soon", "the Mayor-making meeting", "Maybe later"])
      expect(saidDate(said, "2026-07-02")).toBeNull();
  });
});
