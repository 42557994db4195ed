import { describe, expect, it } from "vitest";
import { dateIn } from "./form-date.ts";

describe("a day as a form writes it", () => {
  it("is read in words and in figures, day before month", () => {
    for (const text of ["14 December 2026", "MONDAY 14TH DECEMBER 2026", "Mon 14 Dec 2026", "14/12/2026", "14.12.2026"])
      expect(dateIn(text)).toBe("2026-12-14");
  });

  it("is none where there is no such day", () => {
    for (const text of ["31 June 2026", "14 Decembre 2026", "December 2026", "14/13/2026", "TBC", ""])
      expect(dateIn(text)).toBeNull();
  });
});
