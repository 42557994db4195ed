/** Reports with every kind of number that Word writes, and numbers that it passes over. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile } from "./word-file.ts";
import { BULLET, bold, definition, HEADINGS, h, type Level, level, list, p, style } from "./word-parts.ts";

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

export const NUMBER_KINDS: readonly LibraryDocument[] = [
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
