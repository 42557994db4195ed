import { describe, expect, it } from "vitest";
import { NotCovered } from "./bank-holidays.ts";
import { inspectionClocks } from "./inspection-clocks.ts";

type Facts = Parameters<typeof inspectionClocks>[0]["value"];
/** A report received on Monday 14 April 2025, before Good Friday, Easter Monday and the two bank holidays of May. */
const clocks = (more: Partial<Facts>, today: string, plans: Parameters<typeof inspectionClocks>[1] = []) =>
  inspectionClocks({ id: "2025-wick", value: { under: "section 136", received: "2025-04-14", ...more } }, plans, today);
const plan = (on: string, inspection = "2025-wick") => ({ inspection, submitted: { to: "The inspectors", on } });

describe("the report of an inspection under section 136", () => {
  it("is to be published within 30 working days of its receipt, which leave out the bank holidays between", () => {
    expect(clocks({}, "2025-04-14")?.report).toEqual({ wantedBy: "2025-05-30", doneOn: null, state: "owed" });
  });

  it("is owed on the last day and overdue on the next", () => {
    expect(clocks({}, "2025-05-30")?.report.state).toBe("owed");
    expect(clocks({}, "2025-05-31")?.report.state).toBe("overdue");
  });

  it("is met by the last day, and late where it was published after it", () => {
    expect(clocks({ published: "2025-05-30" }, "2025-09-01")?.report).toMatchObject({
      doneOn: "2025-05-30",
      state: "met",
    });
    expect(clocks({ published: "2025-06-02" }, "2025-09-01")?.report.state).toBe("late");
  });

  it("is not published by a day that is still to come", () => {
    expect(clocks({ published: "2025-05-20" }, "2025-05-19")?.report).toMatchObject({ doneOn: null, state: "owed" });
  });
});

describe("the council's statement of action", () => {
  it("is wanted within 70 working days of the same receipt, which leave out the spring bank holidays too", () => {
    expect(clocks({}, "2025-07-25")?.statement).toEqual({ wantedBy: "2025-07-25", doneOn: null, state: "owed" });
    expect(clocks({}, "2025-07-26")?.statement.state).toBe("overdue");
  });

  it("is the first plan of that inspection that was submitted", () => {
    expect(clocks({}, "2025-12-01", [plan("2025-08-04"), plan("2025-07-11")])?.statement).toMatchObject({
      doneOn: "2025-07-11",
      state: "met",
    });
    expect(clocks({}, "2025-12-01", [plan("2025-08-04")])?.statement.state).toBe("late");
  });

  it("is no plan of another inspection, and none that was not submitted", () => {
    const plans = [plan("2025-07-11", "2024-wick"), { inspection: "2025-wick" }];
    expect(clocks({}, "2025-12-01", plans)?.statement).toMatchObject({ doneOn: null, state: "overdue" });
  });

  it("is what the inspection says was sent, where no plan here is it", () => {
    expect(clocks({ answered: { on: "2025-07-25", text: "A statement." } }, "2025-12-01")?.statement.state).toBe("met");
  });
});

describe("an inspection without these clocks", () => {
  it("is one that is not under section 136, or whose report has not come", () => {
    expect(clocks({ under: "other" }, "2025-06-01")).toBeNull();
    expect(
      inspectionClocks({ id: "2025-wick", value: { under: "section 136", published: "2025-06-01" } }, [], "2025-07-01"),
    ).toBeNull();
  });

  it("is never guessed at in a year whose bank holidays nobody knows", () => {
    expect(() => clocks({ received: "2060-04-14" }, "2060-05-01")).toThrow(NotCovered);
  });
});
