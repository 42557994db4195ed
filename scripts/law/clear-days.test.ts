import { describe, expect, it } from "vitest";
import { addDays, weekday } from "../model/civil.ts";
import { bankHolidays, NotCovered } from "./bank-holidays.ts";
import {
  type CouncilDays,
  clearDaysBetween,
  daysBetween,
  firstLawfulMeetingDay,
  issueDay,
  lastLawfulIssueDay,
  whyNotCounted,
  workingDaysAfter,
} from "./clear-days.ts";

const england: CouncilDays = { nation: "england-and-wales" };
const scotland: CouncilDays = { nation: "scotland" };
const holidays = (nation: CouncilDays["nation"], year: number) => [...bankHolidays(nation, year).keys()].sort();

describe("clear days", () => {
  it("are those of the settled cases", () => {
    for (const [issued, meeting, days] of [
      ["1990-04-26", "1990-05-01", 2],
      ["2012-04-10", "2012-04-18", 5],
      ["2011-09-16", "2011-09-26", 5],
      ["2011-09-19", "2011-09-26", 4],
    ] as const)
      expect(clearDaysBetween(issued, meeting, england)).toBe(days);
    expect(lastLawfulIssueDay("2011-09-26", 5, england)).toBe("2011-09-16");
  });

  it("leave out the day of issue, the day of the meeting, weekends and bank holidays, and say why", () => {
    expect(daysBetween("2012-04-05", "2012-04-11", england)).toEqual([
      { date: "2012-04-06", counts: false, why: "Good Friday" },
      { date: "2012-04-07", counts: false, why: "Saturday" },
      { date: "2012-04-08", counts: false, why: "Sunday" },
      { date: "2012-04-09", counts: false, why: "Easter Monday" },
      { date: "2012-04-10", counts: true, why: null },
    ]);
  });

  it("are none where the meeting is on the day of issue, the next day, or before", () => {
    for (const meeting of ["2026-09-18", "2026-09-19", "2026-09-01"])
      expect(clearDaysBetween("2026-09-18", meeting, england)).toBe(0);
  });

  it("run through Christmas and the New Year without its holidays", () => {
    expect(clearDaysBetween("2026-12-18", "2027-01-05", england)).toBe(8);
    expect(lastLawfulIssueDay("2027-01-04", 5, england)).toBe("2026-12-22");
  });

  it("leave out the days that standing orders add", () => {
    const closed = new Map([
      ["2026-12-29", "Offices closed"],
      ["2026-12-30", "Offices closed"],
    ]);
    const council = { ...england, closed };
    expect(clearDaysBetween("2026-12-22", "2027-01-04", england)).toBe(5);
    expect(clearDaysBetween("2026-12-22", "2027-01-04", council)).toBe(3);
    expect(whyNotCounted("2026-12-29", council)).toBe("Offices closed");
  });

  it("count a paper posted after the office closes from the next working day, where the council says so", () => {
    expect(issueDay("2026-09-18T17:00", england)).toBe("2026-09-18");
    const council = { ...england, officeCloses: "17:00" };
    expect(issueDay("2026-09-18T16:59", council)).toBe("2026-09-18");
    expect(issueDay("2026-09-18T17:00", council)).toBe("2026-09-21");
  });

  it("take a leap day as they find it", () => {
    expect(clearDaysBetween("2024-02-28", "2024-03-01", england)).toBe(1);
    expect(clearDaysBetween("2023-02-28", "2023-03-01", england)).toBe(0);
  });

  it("are an error outside the years that are known, never a guess", () => {
    expect(() => clearDaysBetween("1989-12-01", "1989-12-20", england)).toThrow(NotCovered);
    expect(() => clearDaysBetween("2028-12-22", "2029-01-04", england)).toThrow(NotCovered);
    expect(() => clearDaysBetween("2006-09-01", "2006-09-20", scotland)).toThrow(NotCovered);
  });
});

describe("the two directions", () => {
  it("undo each other, for every working day of thirty years and every number of days", () => {
    for (let day = "1991-01-02"; day < "2027-12-01"; day = addDays(day, 1)) {
      if (whyNotCounted(day, england) !== null) continue;
      for (const wanted of [3, 5, 28]) {
        const meeting = firstLawfulMeetingDay(day, wanted, england);
        if (meeting > "2028-06-01") continue;
        expect(lastLawfulIssueDay(meeting, wanted, england)).toBe(day);
        expect(clearDaysBetween(day, meeting, england)).toBe(wanted);
      }
    }
  });

  it("agree with a count: one working day later is too late", () => {
    for (let meeting = "2020-01-10"; meeting < "2024-01-10"; meeting = addDays(meeting, 1)) {
      const last = lastLawfulIssueDay(meeting, 5, england);
      expect(clearDaysBetween(last, meeting, england)).toBeGreaterThanOrEqual(5);
      expect(clearDaysBetween(workingDaysAfter(last, 1, england), meeting, england)).toBeLessThan(5);
    }
  });
});

describe("bank holidays", () => {
  it("are eight in England and Wales and nine in Scotland, in a year without an occasion", () => {
    for (const year of [2010, 2019, 2021, 2024, 2025]) {
      expect(holidays("england-and-wales", year)).toHaveLength(8);
      expect(holidays("scotland", year)).toHaveLength(9);
    }
  });

  it("are never at a weekend", () => {
    for (let year = 1990; year <= 2028; year++)
      for (const day of holidays("england-and-wales", year)) expect(weekday(day)).not.toMatch(/^S(at|un)/);
  });

  it("were moved or added in the years of occasions", () => {
    const has = (day: string) => bankHolidays("england-and-wales", Number(day.slice(0, 4))).has(day);
    for (const day of [
      "1995-05-08",
      "1999-12-31",
      "2002-06-03",
      "2002-06-04",
      "2011-04-29",
      "2012-06-04",
      "2012-06-05",
      "2020-05-08",
      "2022-06-02",
      "2022-06-03",
      "2022-09-19",
      "2023-05-01",
      "2023-05-08",
    ])
      expect(has(day), day).toBe(true);
    for (const day of ["1995-05-01", "2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30"])
      expect(has(day), day).toBe(false);
  });

  it("have substitutes for those that fall at a weekend", () => {
    expect(holidays("england-and-wales", 2021).slice(-2)).toEqual(["2021-12-27", "2021-12-28"]);
    expect(holidays("england-and-wales", 2022)).toEqual(
      expect.arrayContaining(["2022-01-03", "2022-12-26", "2022-12-27"]),
    );
    expect(holidays("england-and-wales", 2026).slice(-2)).toEqual(["2026-12-25", "2026-12-28"]);
    expect(holidays("scotland", 2022).slice(0, 2)).toEqual(["2022-01-03", "2022-01-04"]);
    expect(holidays("scotland", 2023).slice(0, 2)).toEqual(["2023-01-02", "2023-01-03"]);
  });

  it("differ between the nations", () => {
    const scots = bankHolidays("scotland", 2026);
    expect(scots.has("2026-04-06")).toBe(false);
    expect(scots.has("2026-08-03")).toBe(true);
    expect(scots.has("2026-11-30")).toBe(true);
    expect(scots.has("2026-06-15")).toBe(true);
    expect(bankHolidays("england-and-wales", 2026).has("2026-06-15")).toBe(false);
  });

  it("know Easter", () => {
    for (const [year, friday] of [
      [1990, "1990-04-13"],
      [2000, "2000-04-21"],
      [2008, "2008-03-21"],
      [2011, "2011-04-22"],
      [2026, "2026-04-03"],
      [2027, "2027-03-26"],
      [2028, "2028-04-14"],
    ] as const)
      expect(bankHolidays("england-and-wales", year).get(friday)).toBe("Good Friday");
  });
});
