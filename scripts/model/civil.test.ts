import { describe, expect, it } from "vitest";
import { addDays, civilNow, formatLongDate, formatRange, formatTime, isCivilDate, isCivilTime } from "./civil.ts";

describe("civil dates and times", () => {
  it("are days that exist", () => {
    expect(["2024-02-29", "2026-12-31"].every(isCivilDate)).toBe(true);
    expect(["2026-02-29", "2026-13-01", "2026-1-1", "28 September", ""].some(isCivilDate)).toBe(false);
  });

  it("are times of a day", () => {
    expect(["00:00", "18:30", "23:59"].every(isCivilTime)).toBe(true);
    expect(["24:00", "18:60", "6:30", "6.30pm"].some(isCivilTime)).toBe(false);
  });

  it("are what the clock on the council's wall shows, in summer and in winter", () => {
    expect(civilNow("Europe/London", new Date("2026-07-01T23:30:00Z"))).toBe("2026-07-02T00:30");
    expect(civilNow("Europe/London", new Date("2026-12-01T23:30:00Z"))).toBe("2026-12-01T23:30");
  });

  it("read as people say them", () => {
    expect(formatLongDate("2026-09-28")).toBe("Monday 28 September 2026");
    expect([formatTime("18:30"), formatTime("19:00"), formatTime("12:00"), formatTime("00:15")]).toEqual([
      "6.30pm",
      "7pm",
      "noon",
      "12.15am",
    ]);
    expect(formatRange("2026-05-11", "2026-05-22")).toBe("11 to 22 May 2026");
    expect(formatRange("2026-08-28", "2026-09-03")).toBe("28 August to 3 September 2026");
  });

  it("are not moved by the clocks going back", () => {
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  });
});
