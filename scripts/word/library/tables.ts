/** Reports with tables whose cells are merged and whose rows are headings. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile, type Xml } from "./word-file.ts";
import { bold, cell, headingRow, p, row, table } from "./word-parts.ts";

function oneTable(...rows: readonly Xml[]): Uint8Array {
  return wordFile({ body: [p("The figures are:"), table(...rows), p("They are final.")] });
}

function around(lines: string): string {
  return `The figures are:\n\n${lines}\n\nThey are final.`;
}

export const TABLES: readonly LibraryDocument[] = [
  {
    name: "has a table whose first row Word repeats, with figures at the right",
    file: oneTable(
      headingRow(["Ward", "Homes"]),
      row(["North", cell([p("1,204", { isRight: true })])]),
      row(["South", cell([p("987", { isRight: true })])]),
    ),
    markdown: around(`| Ward | Homes |
| --- | ---: |
| North | 1,204 |
| South | 987 |`),
  },
  {
    name: "has a table without a heading, which is asked about",
    file: oneTable(row(["Ward", "Homes"]), row(["North", "12"])),
    questions: ["table-1"],
    markdown: around(`|   |   |
| --- | --- |
| Ward | Homes |
| North | 12 |`),
  },
  {
    name: "has a table whose first row an officer says is its heading",
    file: oneTable(row([cell([p([bold("Ward")])]), "Homes"]), row(["North", "12"])),
    yes: ["table-1"],
    markdown: around(`| Ward | Homes |
| --- | --- |
| North | 12 |`),
  },
  {
    name: "has cells merged across",
    file: oneTable(
      headingRow(["Ward", cell("Homes", { across: 2 })]),
      row(["North", "12", "14"]),
      row([cell("South is not counted", { across: 3 })]),
    ),
    markdown: around(`| Ward | Homes | << |
| --- | --- | --- |
| North | 12 | 14 |
| South is not counted | << | << |`),
  },
  {
    name: "has cells merged down",
    file: oneTable(
      headingRow(["Ward", "Year", "Homes"]),
      row([cell("North", { down: "begins" }), "2025", "12"]),
      row([cell("", { down: "goes on" }), "2026", "14"]),
    ),
    markdown: around(`| Ward | Year | Homes |
| --- | --- | --- |
| North | 2025 | 12 |
| ^^ | 2026 | 14 |`),
  },
  {
    name: "has a cell merged across and down",
    file: oneTable(
      headingRow(["Ward", "Year", "Homes"]),
      row([cell("Not counted", { across: 2, down: "begins" }), "12"]),
      row([cell("", { across: 2, down: "goes on" }), "14"]),
      row(["South", "2026", "9"]),
    ),
    markdown: around(`| Ward | Year | Homes |
| --- | --- | --- |
| Not counted | << | 12 |
| ^^ | << | 14 |
| South | 2026 | 9 |`),
  },
  {
    name: "has several rows of headings, with cells merged among them",
    file: oneTable(
      headingRow([cell("Ward", { down: "begins" }), cell("Homes", { across: 2 })]),
      headingRow([cell("", { down: "goes on" }), "2025", "2026"]),
      row(["North", "12", "14"]),
    ),
    markdown: around(`| Ward | Homes | << |
| --- | --- | --- |
| ^^ | 2025 | 2026 |
| --- | --- | --- |
| North | 12 | 14 |`),
  },
  {
    name: "has a heading that reaches down into the rows below it",
    file: oneTable(
      headingRow([cell("Ward", { down: "begins" }), "Homes"]),
      row([cell("", { down: "goes on" }), "12"]),
      row([cell("", { down: "goes on" }), "14"]),
    ),
    markdown: around(`| Ward | Homes |
| --- | --- |
|   | 12 |
| ^^ | 14 |`),
  },
  {
    name: "has a column in Word's grid that no cell begins in",
    file: oneTable(
      headingRow([cell("Ward", { across: 2 }), "Homes"]),
      row([cell("North", { across: 2 }), "12"]),
      row([cell("South", { across: 2 }), "9"]),
    ),
    markdown: around(`| Ward | Homes |
| --- | --- |
| North | 12 |
| South | 9 |`),
  },
  {
    name: "has two rows that are merged in every cell, and so are one",
    file: oneTable(
      headingRow(["Ward", "Homes"]),
      row([cell("North", { down: "begins" }), cell("12", { down: "begins" })]),
      row([cell("", { down: "goes on" }), cell("", { down: "goes on" })]),
      row(["South", "9"]),
    ),
    markdown: around(`| Ward | Homes |
| --- | --- |
| North | 12 |
| South | 9 |`),
  },
  {
    name: "has nothing but rows that Word repeats",
    file: oneTable(headingRow(["Ward", "Homes"]), headingRow(["North", "12"])),
    markdown: around(`| Ward | Homes |
| --- | --- |
| North | 12 |`),
  },
];
