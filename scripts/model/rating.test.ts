import { describe, expect, it } from "vitest";
import type { Measure } from "./plan.ts";
import { isStale, rate } from "./rating.ts";
import { withoutSmallNumbers } from "./small-numbers.ts";

const reading = (date: string, value: number) => ({ date, value, approximate: false, revisions: [] });
const measure = (...readings: Measure["readings"]): Measure => ({
  id: "on-time",
  title: "Assessments on time",
  unit: "%",
  direction: "higher is better",
  baseline: { value: 40, date: "2026-01-01" },
  target: { value: 80, by: "2027-01-01" },
  actions: [],
  readings,
});
const july = (value: number) => rate(measure(reading("2026-07-02", value)), "2026-07-20");

describe("the rating of a measure", () => {
  it("is green on the line from baseline to target, or above it", () => {
    expect(july(60)).toMatchObject({ ruled: "green" });
    expect(july(61).ruled).toBe("green");
    expect(july(59.8).expected).toBeCloseTo(59.9, 5);
    expect(july(59).expected).toBe(60);
  });

  it("is amber with half of the way that the line asks for, and red with less", () => {
    expect(july(59.5).ruled).toBe("amber");
    expect(july(59).ruled).toBe("amber");
    expect(july(50).ruled).toBe("amber");
    expect(july(49).ruled).toBe("red");
    expect(july(39).ruled).toBe("red");
  });

  it("is green where the target is met, and red after its day where it is not", () => {
    expect(july(80).ruled).toBe("green");
    expect(rate(measure(reading("2027-01-31", 79)), "2027-02-10").ruled).toBe("red");
  });

  it("waits for the figure of the target's day, and is none where nobody says when that comes", () => {
    const before = measure(reading("2026-12-31", 79));
    expect(rate({ ...before, frequency: "monthly" }, "2027-01-20").ruled).toBe("amber");
    expect(rate(before, "2027-01-20")).toMatchObject({
      ruled: null,
      because: "no figure has come since the target's day",
    });
  });

  it("goes the other way round where lower is better", () => {
    const falling = { ...measure(reading("2026-07-02", 30)), direction: "lower is better" as const };
    expect(rate({ ...falling, target: { value: 20, by: "2027-01-01" } }, "2026-07-20").ruled).toBe("green");
    expect(rate({ ...falling, target: { value: 10, by: "2027-01-01" } }, "2026-07-20").ruled).toBe("amber");
  });

  it("is none without a figure, a target, a baseline, or a figure since the baseline", () => {
    expect(rate(measure(), "2026-07-20")).toMatchObject({ ruled: null, because: "no figure has been published" });
    const { target: _, ...untargeted } = measure(reading("2026-07-02", 60));
    expect(rate(untargeted, "2026-07-20").because).toBe("no target is set");
    const { baseline: __, ...unbased } = measure(reading("2026-07-02", 60));
    expect(rate(unbased, "2026-07-20").because).toContain("no baseline");
    expect(rate(measure(reading("2026-01-01", 40)), "2026-01-20").because).toContain("since the baseline");
  });

  it("is never green on an old figure", () => {
    const monthly = { ...measure(reading("2026-05-31", 85)), frequency: "monthly" as const };
    expect(isStale(monthly, "2026-07-31")).toBe(false);
    expect(rate(monthly, "2026-07-31").ruled).toBe("green");
    expect(rate(monthly, "2026-08-01")).toMatchObject({ ruled: null, because: expect.stringContaining("older") });
  });

  it("by hand stands beside the rule, and says where they differ", () => {
    const byHand = { is: "green" as const, because: "It is recovering.", saidBy: "Director", on: "2026-07-10" };
    const rated = rate({ ...measure(reading("2026-07-02", 45)), rating: byHand }, "2026-07-20");
    expect(rated).toMatchObject({ ruled: "red", byHand, differs: true });
  });
});

describe("a count under five", () => {
  const cases = {
    ...measure(reading("2026-06-30", 3), reading("2026-07-31", 7), reading("2026-08-31", 0)),
    unit: "cases",
  };

  it("is withheld until somebody decides to publish it", () => {
    const { measure: shown, withheld } = withoutSmallNumbers(cases);
    expect(shown.readings.map(({ value }) => value)).toEqual([7, 0]);
    expect(withheld).toBe(1);
    const decided = { decidedBy: "Head of Performance", on: "2026-07-10", because: "No one can be known." };
    expect(withoutSmallNumbers({ ...cases, smallNumbers: decided }).withheld).toBe(0);
  });

  it("is withheld as a baseline and as a figure that was revised", () => {
    const revised = { ...reading("2026-07-31", 7), revisions: [{ value: 4, on: "2026-08-09", because: "Late." }] };
    const { measure: shown, withheld } = withoutSmallNumbers({
      ...cases,
      baseline: { value: 2, date: "2026-01-01" },
      readings: [revised],
    });
    expect(shown.baseline).toBeUndefined();
    expect(shown.readings[0]?.revisions).toEqual([]);
    expect(withheld).toBe(1);
  });

  it("of no people is published: shares, money and days", () => {
    for (const unit of ["%", "£ thousand", "working days", "hours"])
      expect(withoutSmallNumbers({ ...cases, unit }).withheld).toBe(0);
    expect(withoutSmallNumbers({ ...cases, unit: "road signs", countsPeople: false }).withheld).toBe(0);
    expect(withoutSmallNumbers({ ...cases, unit: "%", countsPeople: true }).withheld).toBe(1);
  });
});
