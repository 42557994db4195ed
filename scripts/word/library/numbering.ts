/** Reports whose paragraphs Word numbers: what the paper has is the number that Word shows. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile } from "./word-file.ts";
import { begins, definition, HEADINGS, h, type Level, level, list, p, row, table } from "./word-parts.ts";

/** 1. for sections, 1.1 for paragraphs, (a) and (i) under them. */
const REPORT: readonly Level[] = [
  level("decimal", "%1."),
  level("decimal", "%1.%2"),
  level("lowerLetter", "(%3)"),
  level("lowerRoman", "(%4)"),
];
const IN_REPORT = [definition(0, REPORT), list(1, 0)];

const cells = table(row(["North", "12"]), row(["South", "9"]));
const CELLS = ["|   |   |", "| --- | --- |", "| North | 12 |", "| South | 9 |"].join("\n");

export const NUMBERING: readonly LibraryDocument[] = [
  {
    name: "numbers sections, paragraphs and lettered points with one list of four levels",
    file: wordFile({
      styles: HEADINGS,
      numbering: IN_REPORT,
      body: [
        h(1, "Origin of report", { list: "1 0" }),
        p("Cabinet asked for it.", { list: "1 1" }),
        p("It has two aims:", { list: "1 1" }),
        p("to repair the weir;", { list: "1 2" }),
        p("to keep", { list: "1 2" }),
        p("the path, and", { list: "1 3" }),
        p("the bridge.", { list: "1 3" }),
        p("Both are funded.", { list: "1 1" }),
        h(1, "Timescale", { list: "1 0" }),
        p("Work begins in May.", { list: "1 1" }),
        p("It ends:", { list: "1 1" }),
        p("in June.", { list: "1 2" }),
      ],
    }),
    numbering: "typed",
    markdown: `## 1. Origin of report

1.1 Cabinet asked for it.

1.2 It has two aims:

(a) to repair the weir;
(b) to keep
    (i) the path, and
    (ii) the bridge.

1.3 Both are funded.

## 2. Timescale

2.1 Work begins in May.

2.2 It ends:

(a) in June.`,
  },
  {
    name: "numbers its paragraphs straight through, across headings without numbers",
    file: wordFile({
      styles: HEADINGS,
      numbering: [definition(0, [level("decimal", "%1.")]), list(1, 0)],
      body: [
        h(1, "Purpose"),
        p("Members are asked to note the flood plan.", { list: "1 0" }),
        p("It was last revised in 2021.", { list: "1 0" }),
        h(1, "Detail"),
        p("The plan has four parts.", { list: "1 0" }),
      ],
    }),
    markdown: `## Purpose

1. Members are asked to note the flood plan.
2. It was last revised in 2021.

## Detail

3. The plan has four parts.`,
  },
  {
    name: "begins a list again at one with a second list of the same definition",
    file: wordFile({
      numbering: [definition(0, [level("decimal", "%1.")]), list(1, 0), list(2, 0, begins(0, 1))],
      body: [
        p("Open the lock.", { list: "1 0" }),
        p("Close the lock.", { list: "1 0" }),
        p("In winter:"),
        p("Clear the ice.", { list: "2 0" }),
        p("Open the lock.", { list: "2 0" }),
      ],
    }),
    markdown: `1. Open the lock.
2. Close the lock.

In winter:

1. Clear the ice.
2. Open the lock.`,
  },
  {
    name: "counts on where two lists share a definition and neither begins again",
    file: wordFile({
      numbering: [definition(0, [level("decimal", "%1.")]), list(1, 0), list(2, 0)],
      body: [
        p("Dredge the basin.", { list: "1 0" }),
        p("The next stage:"),
        p("Line the basin.", { list: "2 0" }),
        p("Fill the basin.", { list: "1 0" }),
      ],
    }),
    markdown: `1. Dredge the basin.

The next stage:

2. Line the basin.
3. Fill the basin.`,
  },
  {
    name: "begins a list again only the first time that its second list is used",
    file: wordFile({
      numbering: [definition(0, [level("decimal", "%1.")]), list(1, 0), list(2, 0, begins(0, 5))],
      body: [
        p("Survey the path.", { list: "1 0" }),
        p("Cut the hedge.", { list: "2 0" }),
        p("Mend the gate.", { list: "1 0" }),
        p("Paint the gate.", { list: "2 0" }),
      ],
    }),
    markdown: `1. Survey the path.
5. Cut the hedge.
6. Mend the gate.
7. Paint the gate.`,
  },
  {
    name: "begins an inner level at its overridden number each time it begins again",
    file: wordFile({
      numbering: [definition(0, [level("decimal", "%1."), level("decimal", "%1.%2")]), list(1, 0, begins(1, 3))],
      body: [
        p("Roads", { list: "1 0" }),
        p("Potholes were filled.", { list: "1 1" }),
        p("Signs were cleaned.", { list: "1 1" }),
        p("Parks", { list: "1 0" }),
        p("Benches were mended.", { list: "1 1" }),
      ],
    }),
    numbering: "typed",
    markdown: `1. Roads

1.3 Potholes were filled.

1.4 Signs were cleaned.

2. Parks

2.3 Benches were mended.`,
  },
  {
    name: "writes one level of a shared list otherwise by an override",
    file: wordFile({
      numbering: [
        definition(0, [level("decimal", "%1."), level("lowerLetter", "(%2)")]),
        list(1, 0, `<w:lvlOverride w:ilvl="1">${level("upperRoman", "%2:")(1)}</w:lvlOverride>`),
      ],
      body: [p("The options are:", { list: "1 0" }), p("do nothing", { list: "1 1" }), p("sell", { list: "1 1" })],
    }),
    markdown: `1. The options are:

   I: do nothing

   II: sell`,
  },
  {
    name: "goes on with its numbers after a table",
    file: wordFile({
      numbering: [definition(0, [level("decimal", "%1."), level("lowerLetter", "(%2)")]), list(1, 0)],
      body: [
        p("Each ward has wardens:", { list: "1 0" }),
        cells,
        p("They meet monthly.", { list: "1 0" }),
        p("in the Guildhall", { list: "1 1" }),
        cells,
        p("or online.", { list: "1 1" }),
        p("Minutes are kept.", { list: "1 0" }),
      ],
    }),
    questions: ["table-1", "table-2"],
    markdown: `1. Each ward has wardens:

${CELLS}

2. They meet monthly.
   (a) in the Guildhall

${CELLS}

(b) or online.

3. Minutes are kept.`,
  },
];
