/** Reports with tables that are empty or framed, or hold more than words in their cells. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile, type Xml } from "./word-file.ts";
import { BULLET, cell, definition, headingRow, level, list, p, picture, r, row, table } from "./word-parts.ts";

function oneTable(...rows: readonly Xml[]): Uint8Array {
  return wordFile({ body: [p("The figures are:"), table(...rows), p("They are final.")] });
}

function around(lines: string): string {
  return `The figures are:\n\n${lines}\n\nThey are final.`;
}

export const CELLS_OF_TABLES: readonly LibraryDocument[] = [
  {
    name: "has a table in a cell of a table",
    file: oneTable(
      headingRow(["Ward", "Homes"]),
      row(["North", cell([p("By year:"), table(row(["2025", "12"]), row(["2026", "14"])), p("")])]),
    ),
    markdown: around(`| Ward | Homes |
| --- | --- |
| North | By year: \\ 2025 \\ 12 \\ 2026 \\ 14 |`),
  },
  {
    name: "has an empty table, which no reader would miss",
    file: oneTable(row(["", ""]), row(["", ""])),
    markdown: "The figures are:\n\nThey are final.",
  },
  {
    name: "has a frame of one cell around some words",
    file: oneTable(row([cell([p("Members are reminded"), p("to declare their interests.")])])),
    notes: ["Table 1 is a frame around one cell"],
    markdown: around("Members are reminded\n\nto declare their interests."),
  },
  {
    name: "has lists and several paragraphs in its cells",
    file: wordFile({
      numbering: [definition(0, [BULLET]), definition(1, [level("decimal", "%1.")]), list(1, 0), list(2, 1)],
      body: [
        table(
          headingRow(["Risk", "What is done"]),
          row([
            cell([p("Flood"), p("of the quay")]),
            cell([p("Barriers:"), p("hired", { list: "1 0" }), p("stored", { list: "1 0" })]),
          ]),
          row(["Fire", cell([p("Call", { list: "2 0" }), p("Leave\nby the stairs", { list: "2 0" })])]),
        ),
      ],
    }),
    markdown: `| Risk | What is done |
| --- | --- |
| Flood \\ of the quay | Barriers: \\ • hired \\ • stored |
| Fire | 1. Call \\ 2. Leave \\ by the stairs |`,
  },
  {
    name: "numbers its rows in a column of their own, with nothing after the numbers",
    file: wordFile({
      numbering: [definition(0, [level("decimal", "%1.")]), definition(1, [BULLET]), list(1, 0), list(2, 1)],
      body: [
        table(
          headingRow(["No.", "Action"]),
          row([cell([p("", { list: "1 0" })]), "Dredge"]),
          row([cell([p("", { list: "1 0" })]), cell([p("- by boat", { list: "2 0" }), p("", { list: "2 0" })])]),
        ),
      ],
    }),
    markdown: `| No. | Action |
| --- | --- |
| 1. | Dredge |
| 2. | • - by boat |`,
  },
  {
    name: "has rows that begin and end inside the table's edges",
    file: oneTable(
      headingRow(["Ward", "2025", "2026"]),
      row(["12", "14"], '<w:gridBefore w:val="1"/>'),
      row(["South"], '<w:gridAfter w:val="2"/>'),
    ),
    markdown: around(`| Ward | 2025 | 2026 |
| --- | --- | --- |
|   | 12 | 14 |
| South |   |   |`),
  },
  {
    name: "has the signs of our own tables as the words of cells",
    file: oneTable(
      headingRow(["Sign", "Meaning"]),
      row(["^^", "up | down"]),
      row(["<<", "a \\| b"]),
      row(["---", "-"]),
      row(["---", ":--:"]),
    ),
    markdown: around(`| Sign | Meaning |
| --- | --- |
| \\^^ | up \\| down |
| \\<< | a \\\\\\| b |
| \\--- | \\- |
| \\--- | \\:--: |`),
  },
  {
    name: "has a picture in a table",
    file: oneTable(
      headingRow(["Place", "View"]),
      row(["Quay", cell([p([picture("picture1", "The quay at low water")])])]),
    ),
    markdown: around(`| Place | View |
| --- | --- |
| Quay | ![The quay at low water](report-1.png) |`),
  },
  {
    name: "has a caption above its table",
    file: wordFile({
      body: [
        p([r("Table "), `<w:fldSimple w:instr=" SEQ Table ">${r("1")}</w:fldSimple>`, r(": Homes by ward")]),
        table(headingRow(["Ward", "Homes"]), row(["North", "12"])),
      ],
    }),
    markdown: `Table 1: Homes by ward

| Ward | Homes |
| --- | --- |
| North | 12 |`,
  },
  {
    name: "breaks lines at the beginning and the end of cells",
    file: oneTable(headingRow(["Ward", "Homes"]), row([cell([p("\nNorth\n\nEast\n")]), cell([p([r("12"), r("\n")])])])),
    markdown: around(`| Ward | Homes |
| --- | --- |
| North \\ East | 12 |`),
  },
];
