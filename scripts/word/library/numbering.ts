/** Reports whose paragraphs Word numbers: what the paper has is the number that Word shows. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile } from "./word-file.ts";
import {
  BULLET,
  begins,
  bold,
  definition,
  HEADINGS,
  h,
  type Level,
  level,
  list,
  p,
  row,
  style,
  table,
} from "./word-parts.ts";

/** 1. for sections, 1.1 for paragraphs, (a) and (i) under them. */
const REPORT: readonly Level[] = [
  level("decimal", "%1."),
  level("decimal", "%1.%2"),
  level("lowerLetter", "(%3)"),
  level("lowerRoman", "(%4)"),
];
const IN_REPORT = [definition(0, REPORT), list(1, 0)];

/** One list with one level, and as many points as `points`. */
function oneLevel(each: Level, ...points: readonly string[]): Uint8Array {
  return wordFile({
    body: points.map((words) => p(words, { list: "1 0" })),
    numbering: [definition(0, [each]), list(1, 0)],
  });
}

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
  {
    name: "takes the numbers of its headings from the styles they are linked with",
    file: wordFile({
      styles: [
        style(
          "Heading1",
          "heading 1",
          '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>',
        ),
        style(
          "Heading2",
          "heading 2",
          '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>',
        ),
      ],
      numbering: [
        definition(0, [
          level("decimal", "%1", { style: "Heading1" }),
          level("decimal", "%1.%2", { style: "Heading2" }),
        ]),
        list(1, 0),
      ],
      body: [h(1, "Homes"), h(2, "New homes"), p("Forty were built."), h(2, "Repairs"), h(1, "Roads"), h(2, "Bridges")],
    }),
    numbering: "typed",
    markdown: `## 1. Homes

### 1.1 New homes

Forty were built.

### 1.2 Repairs

## 2. Roads

### 2.1 Bridges`,
  },
  {
    name: "finds a paragraph's level by the style that the list's level names",
    file: wordFile({
      styles: [
        style("ReportPara", "Report Para", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        style("ReportSub", "Report Sub", '<w:pPr><w:numPr><w:ilvl w:val="5"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
        style("ReportLast", "Report Last", '<w:basedOn w:val="ReportSub"/>'),
      ],
      numbering: [
        definition(0, [
          level("decimal", "%1.0", { style: "ReportPara" }),
          level("decimal", "%1.%2", { style: "ReportSub" }),
        ]),
        list(1, 0),
      ],
      body: [
        p("Bins are emptied weekly.", { style: "ReportPara" }),
        p("Garden bins are not.", { style: "ReportSub" }),
        p("Nor are glass bins.", { style: "ReportLast" }),
      ],
    }),
    numbering: "typed",
    markdown: `1.0 Bins are emptied weekly.

1.1 Garden bins are not.

1.2 Nor are glass bins.`,
  },
  {
    name: "follows a numbering style to the list that defines it",
    file: wordFile({
      styles: [
        '<w:style w:type="numbering" w:styleId="CouncilList"><w:name w:val="Council List"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      ],
      numbering: [
        definition(0, [level("upperLetter", "%1)")], '<w:styleLink w:val="CouncilList"/>'),
        definition(1, [], '<w:numStyleLink w:val="CouncilList"/>'),
        list(1, 0),
        list(2, 1),
      ],
      body: [p("The river trust", { list: "2 0" }), p("The harbour board", { list: "2 0" })],
    }),
    markdown: `A) The river trust

B) The harbour board`,
  },
  {
    name: "keeps an inner level counting where it never begins again",
    file: wordFile({
      numbering: [definition(0, [level("upperRoman", "Part %1"), level("decimal", "%2.", { restart: 0 })]), list(1, 0)],
      body: [
        p("Streets", { list: "1 0" }),
        p("Lamps are lit.", { list: "1 1" }),
        p("Kerbs are sound.", { list: "1 1" }),
        p("Squares", { list: "1 0" }),
        p("Trees are pruned.", { list: "1 1" }),
      ],
    }),
    markdown: `Part I Streets

1. Lamps are lit.
2. Kerbs are sound.

Part II Squares

3. Trees are pruned.`,
  },
  {
    name: "begins a third level again after the first level only, where its list says so",
    file: wordFile({
      numbering: [
        definition(0, [
          level("decimal", "%1."),
          level("decimal", "%1.%2"),
          level("lowerLetter", "(%3)", { restart: 1 }),
        ]),
        list(1, 0),
      ],
      body: [
        p("Libraries", { list: "1 0" }),
        p("Opening hours:", { list: "1 1" }),
        p("Monday", { list: "1 2" }),
        p("Staff:", { list: "1 1" }),
        p("two in Fenmarsh", { list: "1 2" }),
        p("Museums", { list: "1 0" }),
        p("Opening hours:", { list: "1 1" }),
        p("Sunday", { list: "1 2" }),
      ],
    }),
    numbering: "typed",
    markdown: `1. Libraries

1.1 Opening hours:

(a) Monday

1.2 Staff:

(b) two in Fenmarsh

2. Museums

2.1 Opening hours:

(a) Sunday`,
  },
  {
    name: "writes the figures of a legal level as figures though its chapter is Roman",
    file: wordFile({
      styles: HEADINGS,
      numbering: [
        definition(0, [level("upperRoman", "Chapter %1"), level("decimal", "%1.%2", { isLegal: true })]),
        list(1, 0),
      ],
      body: [
        h(1, "Duties", { list: "1 0" }),
        p("The council keeps the quay.", { list: "1 1" }),
        h(1, "Powers", { list: "1 0" }),
        p("The council may charge.", { list: "1 1" }),
        p("The council may lend.", { list: "1 1" }),
      ],
    }),
    numbering: "typed",
    faults: ["number-out-of-place", "number-out-of-place", "number-out-of-place"],
    markdown: `## Chapter I Duties

1.1 The council keeps the quay.

## Chapter II Powers

2.1 The council may charge.

2.2 The council may lend.`,
  },
  {
    name: "doubles the letters of a list with more than 26 points",
    file: oneLevel(
      level("lowerLetter", "(%1)", { start: 25 }),
      "the youth club",
      "the arts centre",
      "the boating lake",
      "the bandstand",
    ),
    markdown: `(y) the youth club
(z) the arts centre
(aa) the boating lake
(bb) the bandstand`,
  },
  {
    name: "numbers its points in small and large Roman figures",
    file: wordFile({
      numbering: [
        definition(0, [level("lowerRoman", "(%1)", { start: 3 })]),
        definition(1, [level("upperRoman", "%1.", { start: 9 })]),
        list(1, 0),
        list(2, 1),
      ],
      body: [
        p("allotments", { list: "1 0" }),
        p("orchards", { list: "1 0" }),
        p("Markets", { list: "2 0" }),
        p("Fairs", { list: "2 0" }),
      ],
    }),
    markdown: `(iii) allotments
(iv) orchards

IX. Markets

X. Fairs`,
  },
  {
    name: "numbers its points as first, second and third",
    file: oneLevel(level("ordinal", "%1"), "Reading", "Reading again", "Reading once more", "Passing"),
    markdown: `1st Reading

2nd Reading again

3rd Reading once more

4th Passing`,
  },
  {
    name: "numbers its sections in words",
    file: wordFile({
      styles: HEADINGS,
      numbering: [
        definition(0, [level("cardinalText", "Part %1:")]),
        definition(1, [level("ordinalText", "%1 schedule", { start: 20 })]),
        list(1, 0),
        list(2, 1),
      ],
      body: [
        h(1, "The town", { list: "1 0" }),
        h(1, "The villages", { list: "1 0" }),
        p("Fees", { list: "2 0" }),
        p("Forms", { list: "2 0" }),
      ],
    }),
    markdown: `## Part One: The town

## Part Two: The villages

Twentieth schedule Fees

Twenty-first schedule Forms`,
  },
  {
    name: "begins its numbers at four, where Word says so",
    file: oneLevel(level("decimal", "%1)", { start: 4 }), "Drainage", "Dredging"),
    markdown: `4) Drainage
5) Dredging`,
  },
  {
    name: "counts a level that was passed over as begun",
    file: wordFile({
      numbering: IN_REPORT,
      body: [
        p("Water rates rose.", { list: "1 1" }),
        p("for homes", { list: "1 3" }),
        p("for firms", { list: "1 2" }),
        p("Rents", { list: "1 0" }),
      ],
    }),
    numbering: "typed",
    markdown: `1.1 Water rates rose.

(i) for homes
(b) for firms

2. Rents`,
  },
  {
    name: "takes the number off a paragraph that says it has none, though its style has one",
    file: wordFile({
      styles: [style("Numbered", "Numbered", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')],
      numbering: [definition(0, [level("decimal", "%1.")]), list(1, 0), list(0, 0)],
      body: [
        p("The quay is let.", { style: "Numbered" }),
        p("The rent is paid yearly.", { style: "Numbered", list: "0 0" }),
        p("The slipway is not let.", { style: "Numbered" }),
      ],
    }),
    markdown: `1. The quay is let.

The rent is paid yearly.

2. The slipway is not let.`,
  },
  {
    name: "counts an empty paragraph that has a number, and says so",
    file: oneLevel(level("decimal", "%1."), "The mayor was in the chair.", "", "Nobody sent apologies."),
    notes: ["An empty paragraph has the number 2. in Word"],
    markdown: `1. The mayor was in the chair.
3. Nobody sent apologies.`,
  },
  {
    name: "puts a nought before its figures and keeps it",
    file: oneLevel(level("decimalZero", "%1."), "Wharf Road", "Staithe Lane"),
    markdown: `01\\. Wharf Road

02\\. Staithe Lane`,
  },
  {
    name: "counts a level without a number of its own as nothing in the numbers below it",
    file: wordFile({
      numbering: [definition(0, [level("decimal", "%1."), BULLET, level("decimal", "%1.%2%3")]), list(1, 0)],
      body: [p("Ferries", { list: "1 0" }), p("The ferry runs daily.", { list: "1 2" })],
    }),
    numbering: "typed",
    markdown: `1. Ferries

1.1 The ferry runs daily.`,
  },
  {
    name: "has a bold line with a number, which is asked about and stays a paragraph",
    file: wordFile({
      numbering: IN_REPORT,
      body: [p([bold("Consultation")], { list: "1 0" }), p("Nobody objected.", { list: "1 1" })],
    }),
    numbering: "typed",
    questions: ["heading-1"],
    markdown: `1. **Consultation**

1.1 Nobody objected.`,
  },
  {
    name: "has a bold line with a number, which an officer says is a heading",
    file: wordFile({
      numbering: IN_REPORT,
      body: [p([bold("Consultation")], { list: "1 0" }), p("Nobody objected.", { list: "1 1" })],
    }),
    yes: ["headings"],
    numbering: "typed",
    markdown: `## 1. Consultation

1.1 Nobody objected.`,
  },
];
