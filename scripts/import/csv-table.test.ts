import { describe, expect, it } from "vitest";
import { columnLetter, readTable } from "./csv-table.ts";

const FIRST = ["date", "measure"];
const read = (text: string | Uint8Array) =>
  readTable("figures.csv", typeof text === "string" ? new TextEncoder().encode(text) : text, FIRST);
const texts = (text: string) => {
  const { table } = read(text);
  return table && [table.header, ...table.rows].map((row) => row.map((cell) => cell.text));
};
const places = (text: string) =>
  [read(text).table?.header ?? [], ...(read(text).table?.rows ?? [])].flatMap((row) =>
    row.map(({ text: words, line, column }) => `${words} ${line}:${column}`),
  );
const fault = (text: string | Uint8Array) => {
  const { table, problems } = read(text);
  expect(table).toBeNull();
  expect(problems).toHaveLength(1);
  const { file, line, column, rule, message, mend } = problems[0] as (typeof problems)[number];
  return `${file}:${line}:${column} ${rule} ${message} ${mend}`;
};

describe("a table", () => {
  it("is read the same with commas, semicolons or tabs, and with or without a mark of byte order", () => {
    const rows = [
      ["date", "files"],
      ["2026-01-31", "10"],
    ];
    for (const separator of [",", ";", "\t"])
      for (const mark of ["", "\uFEFF"])
        expect(texts(mark + rows.map((row) => row.join(separator)).join("\n"))).toEqual(rows);
  });

  it("has the separator that its first column shows, though a title holds another", () => {
    expect(texts("date;Files, cases, and homes\n2026-01-31;1,5\n")).toEqual([
      ["date", "Files, cases, and homes"],
      ["2026-01-31", "1,5"],
    ]);
  });

  it("may end its lines as any system does, and have blank ones between", () => {
    for (const end of ["\n", "\r\n", "\r"])
      expect(texts(["", "date,files", "", ",", "2026-01-31,10", ""].join(end))).toEqual([
        ["date", "files"],
        ["2026-01-31", "10"],
      ]);
  });

  it("tells of every cell the line and the character where it begins", () => {
    expect(places('date,"a ""b"" é😀",c\r\n\r\n2026-01-31,"two\r\nlines",3\r\n é, 4 ,5\r\n')).toEqual([
      "date 1:1",
      'a "b" é😀 1:6',
      "c 1:19",
      "2026-01-31 3:1",
      "two\r\nlines 3:12",
      "3 4:8",
      "é 5:1",
      "4 5:4",
      "5 5:8",
    ]);
  });

  it("calls its columns what a spreadsheet calls them", () => {
    expect([0, 2, 25, 26, 27, 701, 702].map(columnLetter)).toEqual(["A", "C", "Z", "AA", "AB", "ZZ", "AAA"]);
  });
});

describe("a file that is no table", () => {
  it("is refused where it is not UTF-8, at the character, with how to save it", () => {
    const latin = new Uint8Array([...Buffer.from("date,files\n2026-01-31,é and "), 0xa3, 0x31, 0x0a]);
    expect(fault(latin)).toMatch(/^figures\.csv:2:18 import-encoding .*not UTF-8.*CSV UTF-8/);
    expect(fault(new Uint8Array([0xff, 0xfe, 0x64, 0x00]))).toMatch(/^figures\.csv:1:1 import-encoding/);
  });

  it("is refused where it is a workbook", () => {
    expect(fault("PK\u0003\u0004")).toMatch(/^figures\.csv:1:1 import-encoding This is a workbook/);
  });

  it("is refused where there is nothing in it", () => {
    for (const text of ["", "\n\n", ",,\n,,\n"])
      expect(fault(text)).toMatch(/^figures\.csv:1:1 import-columns There is nothing/);
  });

  it("is refused where a quotation mark is not closed, or stands where none can, with the cell", () => {
    expect(fault('date,files\n2026-01-31,"10\n2026-02-28,11\n')).toMatch(
      /^figures\.csv:2:12 import-quotes Column B: a quotation mark is opened here and never closed/,
    );
    expect(fault('date,files\n2026-01-31,10\n"2026-02-28,11\n')).toMatch(/^figures\.csv:3:1 import-quotes Column A/);
    expect(fault('date,files\n2026-01-31,1"0"\n')).toMatch(
      /^figures\.csv:2:12 import-quotes Column B: .*inside this cell/,
    );
    expect(fault('date,files\n2026-01-31,"1"0\n')).toMatch(/^figures\.csv:2:12 import-quotes Column B: .*closes/);
  });

  it("is refused where it has more cells than any council's figures", () => {
    expect(fault(`date,files\n${",".repeat(1_000_001)}`)).toContain("more than a million cells");
  });
});
