/**
 * A report on the council's own template, as an officer would send it: its form in three tables, its sections in bold with
 * Word's numbers and without Word's headings. Part of the library; read with data/report-templates/cabinet-report.json.
 */
import { wordFile, type Xml } from "./word-file.ts";
import { bold, cell, definition, level, list, p, r, row, table } from "./word-parts.ts";

const section = (words: string): Xml => p([bold(words.toUpperCase())], { list: "1 0" });
const numbered = (words: string): Xml => p(words, { list: "1 1" });
const bullet = (words: string): Xml => p(words, { list: "2 0", indent: 1080 });
const strong = (...lines: readonly string[]): Xml => cell(lines.map((line) => p([bold(line)])));

const FORM: readonly Xml[] = [
  table(
    row([strong("CABINET"), strong("AGENDA ITEM No. 4")]),
    row([strong("14 DECEMBER 2026"), strong("PUBLIC REPORT")]),
  ),
  p(""),
  table(
    row([
      cell("Cabinet Member(s) responsible:"),
      cell(
        [p("Councillor Ada Thrale, Cabinet Member for Places"), p("Councillor Bram Oakes, Cabinet Member for Money")],
        { across: 2 },
      ),
    ]),
    row(["Contact Officer(s):", "Ros Hallam, Director of Places", "Tel: 01555 010 222"]),
  ),
  p(""),
  p([bold("REVIEW OF THE QUAY WALL")]),
  p(""),
  table(
    row([cell([p([bold("RECOMMENDATIONS")])], { across: 2 })]),
    row([cell([p([bold("FROM: "), r("Director of Places")])]), cell([p([bold("Deadline date"), r(" : N/A")])])]),
    row([
      cell(
        [
          p("That Cabinet:"),
          p("notes what the survey of the quay wall found; and", { list: "3 0" }),
          p("agrees the repairs set out in paragraph 4.2.", { list: "3 0" }),
        ],
        { across: 2 },
      ),
    ]),
  ),
];

/** The report's file. */
export const CABINET_REPORT: Uint8Array = wordFile({
  numbering: [
    definition(0, [level("decimal", "%1.", { indent: 720 }), level("decimal", "%1.%2", { indent: 720 })]),
    definition(1, [level("bullet", "\uf0b7")]),
    definition(2, [level("lowerLetter", "(%1)")]),
    list(1, 0),
    list(2, 1),
    list(3, 2),
  ],
  body: [
    ...FORM,
    section("Origin of report"),
    p("The diver who inspects the wall each spring reported a crack on 9 April 2026.", { indent: 720 }),
    section("Purpose and reason for report"),
    numbered("The purpose of this report is to tell Cabinet how safe the wall is."),
    numbered("It is for Cabinet to consider under its Terms of Reference No. 3.1.4, To keep the harbour in repair."),
    section("Timescale"),
    table(row(["Is this a Major Policy\nItem/Statutory Plan?", "NO"])),
    section("The survey"),
    numbered("Engineers looked at 140 metres of wall. They found 3.5 metres that lean."),
    numbered("The repairs that they advise are:"),
    bullet("ties through the wall at the ferry steps;"),
    bullet("new stone where the ice broke the old; and"),
    bullet("a gauge, read each month."),
    p([bold("What was done at once:")], { list: "1 1" }),
    numbered("The steps were shut on 10 April, and boats were moved to the north basin."),
    section("Implications"),
    numbered("The ties cost £48,000, which the harbour reserve holds."),
    section("Background documents"),
    p("Used to prepare this report, in accordance with the Local Government (Access to Information) Act 1985:"),
    bullet("Survey of the quay wall, June 2026; and"),
    bullet("Diver’s log, April 2026."),
  ],
});

/** Its body in the paper. */
export const CABINET_REPORT_BODY = `## 1. ORIGIN OF REPORT

The diver who inspects the wall each spring reported a crack on 9 April 2026.

## 2. PURPOSE AND REASON FOR REPORT

2.1 The purpose of this report is to tell Cabinet how safe the wall is.

2.2 It is for Cabinet to consider under its Terms of Reference No. 3.1.4, To keep the harbour in repair.

## 3. TIMESCALE

|   |   |
| --- | --- |
| Is this a Major Policy \\ Item/Statutory Plan? | NO |

## 4. THE SURVEY

4.1 Engineers looked at 140 metres of wall. They found 3.5 metres that lean.

4.2 The repairs that they advise are:

- ties through the wall at the ferry steps;
- new stone where the ice broke the old; and
- a gauge, read each month.

4.3 **What was done at once:**

4.4 The steps were shut on 10 April, and boats were moved to the north basin.

## 5. IMPLICATIONS

5.1 The ties cost £48,000, which the harbour reserve holds.

## 6. BACKGROUND DOCUMENTS

Used to prepare this report, in accordance with the Local Government (Access to Information) Act 1985:

- Survey of the quay wall, June 2026; and
- Diver’s log, April 2026.
`;
