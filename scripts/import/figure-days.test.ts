import { describe, expect, it } from "vitest";
import { readDay } from "./figure-days.ts";

const day = (text: string) => {
  const heard = readDay(text);
  return "value" in heard ? heard.value : `${heard.message} ${heard.mend}`;
};

describe("a day in a spreadsheet", () => {
  it.each([
    ["2026-10-31", "2026-10-31"],
    ["31/10/2026", "2026-10-31"],
    ["1/9/2026", "2026-09-01"],
    ["31.10.2026", "2026-10-31"],
    ["31 October 2026", "2026-10-31"],
    ["31 Oct 2026", "2026-10-31"],
    ["1 SEPT 2026", "2026-09-01"],
    ["29 February 2028", "2028-02-29"],
  ])("is read as it is written in Britain: %s", (text, expected) => {
    expect(day(text)).toBe(expected);
  });

  it.each([
    ["October 2026", "2026-10-31"],
    ["oct 2026", "2026-10-31"],
    ["2026-10", "2026-10-31"],
    ["February 2026", "2026-02-28"],
    ["2028-02", "2028-02-29"],
  ])("is the last of a month that stands alone: %s", (text, expected) => {
    expect(day(text)).toBe(expected);
  });

  it("is refused in the American order, with what it would be", () => {
    for (const text of ["10/31/2026", "10.31.2026"])
      expect(day(text)).toMatch(/America.*31 October 2026 is meant, write 2026-10-31 or 31\/10\/2026/);
  });

  it.each(["31/10/26", "31.10.26", "31 Oct 26", "31-Oct-26", "Oct-26", "October 26"])(
    "is refused with a year of two digits: %s",
    (text) => {
      expect(day(text)).toMatch(/year of two digits.*2026-10-31/);
    },
  );

  it.each(["31/11/2026", "2026-02-30", "30 February 2026", "0/1/2026", "99/99/2026", "2026-31-10"])(
    "is refused where there is no such day: %s",
    (text) => {
      expect(day(text)).toContain("does not exist");
    },
  );

  it.each(["2026-13", "2026-00"])("is refused where there is no such month: %s", (text) => {
    expect(day(text)).toContain("a month that does not exist");
  });

  it.each([
    ["", "is blank"],
    ["46326", "the number that Excel keeps for a day"],
    ["31/12/1973", "before any council of today"],
    ["0226-10-31", "before any council of today"],
    ["31-10-2026", "cannot be read"],
    ["31/10.2026", "cannot be read"],
    ["Q3 2026", "cannot be read"],
    ["Octember 2026", "cannot be read"],
    ["Saturday 31 October 2026", "cannot be read"],
    ["2026-10-31T00:00", "cannot be read"],
    ["=TODAY()", "cannot be read"],
  ])("is refused where it is anything else: %s", (text, words) => {
    expect(day(text)).toContain(words);
  });
});
