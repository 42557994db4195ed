import { describe, expect, it } from "vitest";
import type { Separator } from "./csv-table.ts";
import { readValue } from "./figure-values.ts";

const value = (text: string, unit = "cases", separator: Separator = ",") => {
  const heard = readValue(text, unit, separator);
  if ("mend" in heard) return `${heard.message} ${heard.mend}`;
  return heard.value && `${heard.value.approximate ? "about " : ""}${heard.value.value}`;
};

describe("a figure in a spreadsheet", () => {
  it.each([
    ["61", "61"],
    ["-2.5", "-2.5"],
    ["1,234", "1234"],
    ["1 234", "1234"],
    ["1\u00a0234\u202f567.50", "1234567.5"],
    ["1,234,567", "1234567"],
    ["-1,234", "-1234"],
    ["007", "7"],
    ["100", "100"],
    ["100.0", "100"],
    ["0.50", "0.5"],
    ["-0", "0"],
  ])("is a number however its thousands are written: %s", (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it.each(["c. 15", "c.15", "about 15", "About 15", "~15", "~ 15"])("may be about right: %s", (text) => {
    expect(value(text)).toBe("about 15");
  });

  it.each(["", "-", "–", "n/a", "N/A", ".."])("may be none, which is never nought: %j", (text) => {
    expect(value(text)).toBeNull();
  });

  it("may have a per cent sign or a pound sign where the measure is counted so", () => {
    expect(value("61%", "%")).toBe("61");
    expect(value("c. 61.5 %", "%")).toBe("about 61.5");
    expect(value("£1,234", "£ thousand")).toBe("1234");
    expect(value("-£5", "£")).toBe("-5");
  });

  it("is refused with a sign of another unit than the measure's", () => {
    expect(value("61%", "cases")).toMatch(/is in per cent, and this measure is counted in cases/);
    expect(value("£61", "%")).toMatch(/is in pounds, and this measure is counted in %/);
  });

  it.each([
    ["12,5", /Write 12\.5 or 125\./],
    ["1,23", /Write 1\.23 or 123\./],
    ["0,123", /Write 0\.123\./],
    ["1,2345", /Write 1\.2345/],
    ["1,23,456", /without commas/],
    ["1.234,5", /without commas/],
    [",5", /without commas/],
    ["1,234 567", /without commas/],
  ])("is refused where a comma can be read in two ways: %s", (text, words) => {
    expect(value(text)).toMatch(/comma that may stand for/);
    expect(value(text)).toMatch(words);
  });

  it("is refused with one comma of a share of a hundred, and in a file with semicolons", () => {
    expect(value("12,345", "%")).toMatch(/Write 12\.345 or 12345\./);
    expect(value("1,234", "cases", ";")).toMatch(/Write 1\.234 or 1234\./);
    expect(value("1,234,567", "cases", ";")).toBe("1234567");
    expect(value("1,234", "cases", "\t")).toBe("1234");
  });

  it.each(["=A1+B2", "@SUM(A1)", "+A1", "-A1", "-(2)"])("is refused where it is a formula: %s", (text) => {
    expect(value(text)).toMatch(/is a formula.*paste their values/);
  });

  it.each(["#REF!", "#DIV/0!", "####"])("is refused where Excel has no result or no room: %s", (text) => {
    expect(value(text)).toContain("Excel");
  });

  it.each([
    "sixty",
    "61 cases",
    "+5",
    ".5",
    "5.",
    "1e3",
    "(5)",
    "−2.5",
    "٦١",
    "61-65",
    "1 23",
    "c. ",
    "%",
    "£",
    "about",
    "<5",
  ])("is refused where it is anything else: %s", (text) => {
    expect(value(text, "%")).toMatch(/cannot be read as a figure|is in pounds/);
  });

  it("is refused with more digits than a plan may have", () => {
    expect(value("1234567890123")).toContain("more digits");
    expect(value("1.1234567")).toContain("more digits");
    expect(value("1.1234560")).toBe("1.123456");
  });
});
