import { describe, expect, it } from "vitest";
import { csv, tableFiles } from "./csv.ts";

const cell = (value: Parameters<typeof csv<"a">>[1][number]["a"]) => csv(["a"], [{ a: value }]).split("\r\n")[1];

describe("a table as CSV", () => {
  it("has the names of its columns first, and each row in their order", () => {
    expect(csv(["date", "for"], [{ for: 3, date: "2026-03-02" }])).toBe("date,for\r\n2026-03-02,3\r\n");
    expect(csv(["date"], [])).toBe("date\r\n");
  });

  it("keeps a comma, a quotation mark and a new line inside their cell", () => {
    expect(cell("notes, and agrees")).toBe('"notes, and agrees"');
    expect(cell('the "draft" plan')).toBe('"the ""draft"" plan"');
    expect(csv(["a"], [{ a: "one\r\ntwo" }])).toBe('a\r\n"one\r\ntwo"\r\n');
  });

  it("keeps a cell whole where a semicolon or a tab parts them", () => {
    expect(cell("the plan;=1+1")).toBe('"the plan;=1+1"');
    expect(cell("the plan\t=1+1")).toBe('"the plan\t=1+1"');
  });

  it("leaves no words that a spreadsheet would work out", () => {
    for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\u00a0=1+1", "＝1+1", "－1"])
      expect(cell(formula)).toBe(`'${formula}`);
    expect(cell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
    expect(cell("\tplan")).toBe(`"'\tplan"`);
    expect(cell(["=1+1", "b"])).toBe(`"'=1+1; b"`);
  });

  it("leaves words alone that only hold such a sign, and numbers below nought", () => {
    expect(cell("a = b - c")).toBe("a = b - c");
    expect(cell(-4.5)).toBe("-4.5");
  });

  it("says yes, no, nothing, and several words", () => {
    expect([cell(true), cell(false), cell(null), cell(["a", "b"]), cell([])]).toEqual(["yes", "no", "", '"a; b"', ""]);
  });
});

it("a table is published as CSV and as JSON with the same rows, the JSON under its licence", () => {
  const rows = [{ names: ["a", "b"], date: "2026-03-02", unused: 1 }];
  const [sheet, data] = tableFiles("/votes", ["date", "names"], rows, { licence: "Open" });
  expect(sheet).toEqual({ url: "/votes.csv", content: 'date,names\r\n2026-03-02,"a; b"\r\n' });
  expect(data?.url).toBe("/votes.json");
  expect(JSON.parse(data?.content ?? "")).toEqual({
    licence: "Open",
    rows: [{ date: "2026-03-02", names: ["a", "b"] }],
  });
});
