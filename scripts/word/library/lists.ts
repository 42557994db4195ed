/** Reports with lists inside lists, points of several paragraphs, and numbers that somebody typed. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile } from "./word-file.ts";
import { BULLET, bold, definition, HEADINGS, h, level, list, p, r, row, style, table } from "./word-parts.ts";

/** A list of the report's paragraphs (1), one of bullets (2), and one of letters (3). */
const NUMBERING = [
  definition(0, [level("decimal", "%1."), level("decimal", "%1.%2", { indent: 720 })]),
  definition(1, [BULLET, level("bullet", "o"), level("bullet", "\uf0a7")]),
  definition(2, [level("lowerLetter", "(%1)"), level("lowerRoman", "(%2)")]),
  definition(3, [level("decimal", "%1."), level("lowerLetter", "%2."), level("lowerRoman", "%3.")]),
  list(1, 0),
  list(2, 1),
  list(3, 2),
  list(4, 3),
];

function typed(...lines: readonly string[]): Uint8Array {
  return wordFile({ body: lines.map((line) => p(line)) });
}

export const LISTS: readonly LibraryDocument[] = [
  {
    name: "has bullets under a numbered paragraph, and more bullets inside them",
    file: wordFile({
      numbering: NUMBERING,
      styles: HEADINGS,
      body: [
        h(1, "Findings", { list: "1 0" }),
        p("The review found that:", { list: "1 1" }),
        p("the lock is worn;", { list: "2 0" }),
        p("the upper gate", { list: "2 1" }),
        p("its hinges", { list: "2 2" }),
        p("the lower gate", { list: "2 1" }),
        p("the weir is sound.", { list: "2 0" }),
        p("Work is planned.", { list: "1 1" }),
      ],
    }),
    numbering: "typed",
    markdown: `## 1. Findings

1.1 The review found that:

- the lock is worn;
  - the upper gate
    - its hinges
  - the lower gate
- the weir is sound.

1.2 Work is planned.`,
  },
  {
    name: "has a point of two paragraphs, the second as far in as the first",
    file: wordFile({
      numbering: NUMBERING,
      body: [
        p("The first option is to close the pool.", { list: "3 0" }),
        p("It would save the heating.", { indent: 720 }),
        p("The second is to keep it.", { list: "3 0" }),
        p("Neither is free."),
      ],
    }),
    markdown: `(a) The first option is to close the pool.

    It would save the heating.

(b) The second is to keep it.

Neither is free.`,
  },
  {
    name: "goes back to the outer point after the points inside it",
    file: wordFile({
      numbering: NUMBERING,
      body: [
        p("The grant pays for:", { list: "2 0" }),
        p("seed", { list: "2 1" }),
        p("tools", { list: "2 1" }),
        p("It does not pay for wages.", { indent: 720 }),
        p("The council pays for the rest.", { list: "2 0" }),
      ],
    }),
    markdown: `- The grant pays for:
  - seed
  - tools

  It does not pay for wages.

- The council pays for the rest.`,
  },
  {
    name: "has bullets under long Roman numbers inside lettered points",
    file: wordFile({
      numbering: [
        definition(1, [BULLET, BULLET, BULLET]),
        definition(2, [level("lowerLetter", "(%1)"), level("lowerRoman", "(%2)", { start: 7 })]),
        list(2, 1),
        list(3, 2),
      ],
      body: [
        p("The clauses are:", { list: "3 0" }),
        p("repairs", { list: "3 1" }),
        p("insurance of", { list: "3 1" }),
        p("the roof", { list: "2 0", indent: 2160 }),
        p("the floor", { list: "2 0", indent: 2160 }),
        p("rent", { list: "3 1" }),
      ],
    }),
    markdown: `(a) The clauses are:

    (vii) repairs
    (viii) insurance of
        - the roof
        - the floor
    (ix) rent`,
  },
  {
    name: "has small letters with a full stop inside its numbered points",
    file: wordFile({
      numbering: NUMBERING,
      body: [
        p("Streets to be swept:", { list: "4 0" }),
        p("Wharf Road", { list: "4 1" }),
        p("Staithe Lane", { list: "4 1" }),
        p("Streets to be gritted:", { list: "4 0" }),
        p("Bridge Street", { list: "4 1" }),
      ],
    }),
    markdown: `1. Streets to be swept:

   a. Wharf Road

   b. Staithe Lane

2. Streets to be gritted:

   a. Bridge Street`,
  },
  {
    name: "takes its bullets from a style, as Word's own List Bullet does",
    file: wordFile({
      styles: [
        style("ListBullet", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>'),
        style("ListBullet2", "List Bullet 2", '<w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr>'),
      ],
      numbering: [
        definition(5, [level("bullet", "\uf0b7", { indent: 360 })]),
        definition(6, [level("bullet", "\uf0b7", { indent: 643 })]),
        list(5, 5),
        list(6, 6),
      ],
      body: [
        p("Grants to clubs:", { style: "ListBullet" }),
        p("rowing", { style: "ListBullet2" }),
        p("bowls", { style: "ListBullet2" }),
        p("Loans to clubs", { style: "ListBullet" }),
      ],
    }),
    markdown: `- Grants to clubs:
  - rowing
  - bowls
- Loans to clubs`,
  },
  {
    name: "takes the indent of its bullets from their styles, where the lists of both have the same",
    file: wordFile({
      styles: [
        style("Bullet1", "Bullet 1", '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr><w:ind w:left="360"/></w:pPr>'),
        style("Bullet2", "Bullet 2", '<w:pPr><w:numPr><w:numId w:val="6"/></w:numPr><w:ind w:left="720"/></w:pPr>'),
      ],
      numbering: [definition(5, [BULLET]), definition(6, [BULLET]), list(5, 5), list(6, 6)],
      body: [p("Fairs:", { style: "Bullet1" }), p("May", { style: "Bullet2" }), p("Markets", { style: "Bullet1" })],
    }),
    markdown: `- Fairs:
  - May
- Markets`,
  },
  {
    name: "takes the indent of its points from their lists, where their style has another",
    file: wordFile({
      styles: [style("ListParagraph", "List Paragraph", '<w:pPr><w:ind w:left="720"/></w:pPr>')],
      numbering: [
        definition(5, [level("decimal", "%1.", { indent: 360 })]),
        definition(6, [level("bullet", "-", { indent: 1080 })]),
        list(5, 5),
        list(6, 6),
      ],
      body: [
        p("Fairs:", { style: "ListParagraph", list: "5 0" }),
        p("May", { style: "ListParagraph", list: "6 0" }),
        p("It lasts a week.", { style: "ListParagraph" }),
        p("Markets", { style: "ListParagraph", list: "5 0" }),
      ],
    }),
    markdown: `1. Fairs:
   - May

   It lasts a week.

2. Markets`,
  },
  {
    name: "begins a list of another kind right after one",
    file: wordFile({
      numbering: NUMBERING,
      body: [
        p("the library", { list: "2 0" }),
        p("the museum", { list: "2 0" }),
        p("books", { list: "3 0" }),
        p("maps", { list: "3 0" }),
      ],
    }),
    markdown: `- the library
- the museum

(a) books
(b) maps`,
  },
  {
    name: "has numbers that somebody typed, with a tab after them",
    file: wordFile({
      styles: HEADINGS,
      body: [
        h(1, "1.\tPurpose"),
        p("1.1\tTo set the fares of the ferry."),
        p("1.2\tTo agree:"),
        p("(a)\tthe season,"),
        p("(b)\tthe hours."),
        h(1, "2.\tReasons"),
        p("2.1\tFares were last set in 2022."),
        p("•\tfuel"),
        p("•\twages"),
      ],
    }),
    numbering: "typed",
    markdown: `## 1. Purpose

1.1 To set the fares of the ferry.

1.2 To agree:

(a) the season,
(b) the hours.

## 2. Reasons

2.1 Fares were last set in 2022.

- fuel
- wages`,
  },
  {
    name: "has numbers that somebody typed, with one space after them",
    file: typed(
      "1. Purpose",
      "1.1 To note the flood plan.",
      "1.2 To thank the wardens.",
      "2. Reasons",
      "2.1 The plan was due.",
    ),
    numbering: "typed",
    markdown: `1. Purpose

1.1 To note the flood plan.

1.2 To thank the wardens.

2. Reasons

2.1 The plan was due.`,
  },
  {
    name: "has bullets that somebody typed, as a sign, a hyphen and a dash",
    file: typed("The trust owns:", "• the mill", "• the barn", "- the yard", "– the lane"),
    markdown: `The trust owns:

- the mill
- the barn
- the yard
- the lane`,
  },
  {
    name: "begins a paragraph with 4.5 million, which is no number of a paragraph",
    file: wordFile({
      styles: HEADINGS,
      body: [
        h(1, "4. Money"),
        p("4.3 The budget was set in February."),
        p("4.4 It was:"),
        p("4.5 million pounds for roads"),
        p("2.5 FTE posts are vacant."),
        p("4.5 The rest is in reserve."),
      ],
    }),
    numbering: "typed",
    notes: ['"4.5" at its beginning was taken for a figure', '"2.5" at its beginning was taken for a figure'],
    markdown: `## 4. Money

4.3 The budget was set in February.

4.4 It was:

4\\.5 million pounds for roads

2\\.5 FTE posts are vacant.

4.5 The rest is in reserve.`,
  },
  {
    name: "begins points and headings with figures",
    file: wordFile({
      styles: HEADINGS,
      numbering: NUMBERING,
      body: [
        h(1, "5 year plan"),
        h(1, "2026 and after"),
        p("1. is the first figure", { list: "2 0" }),
        p("3.5 per cent is the rate", { list: "2 0" }),
        p("2026. That is the year."),
        p("12 members were present."),
      ],
    }),
    markdown: `## &#53; year plan

## 2026 and after

- 1\\. is the first figure
- 3\\.5 per cent is the rate

2026\\. That is the year.

12 members were present.`,
  },
  {
    name: "sets amounts in a line with tabs, which are no numbers of paragraphs",
    file: typed("Berths\tShort stay\tLong stay", "45\t120\t300", "50\t130\t320"),
    markdown: `Berths Short stay Long stay

45 120 300

50 130 320`,
  },
  {
    name: "numbers the sections by a figure alone and a tab",
    file: typed("1\tSummary", "1.1\tThe quay is safe.", "2\tDetail", "2.1\tIt was surveyed in March."),
    numbering: "typed",
    markdown: `1. Summary

1.1 The quay is safe.

2. Detail

2.1 It was surveyed in March.`,
  },
  {
    name: "begins a list with a later letter inside a point",
    file: wordFile({
      numbering: [
        ...NUMBERING.slice(0, 4),
        definition(7, [level("lowerLetter", "(%1)", { start: 3, indent: 1440 })]),
        ...NUMBERING.slice(4),
        list(8, 7),
      ],
      body: [p("The rest of the list:", { list: "2 0" }), p("buoys", { list: "8 0" }), p("chains", { list: "8 0" })],
    }),
    markdown: `- The rest of the list:

  (c) buoys
  (d) chains`,
  },
  {
    name: "has an empty line and a table between points that go on",
    file: wordFile({
      numbering: NUMBERING,
      body: [
        p("Moorings are let.", { list: "2 0" }),
        p(""),
        p("Berths are not.", { list: "2 0" }),
        table(row(["Berth", "Length"])),
        p("Rents are due in May.", { list: "2 0" }),
      ],
    }),
    markdown: `- Moorings are let.
- Berths are not.

|   |   |
| --- | --- |
| Berth | Length |

- Rents are due in May.`,
  },
  {
    name: "has a bold beginning in its points",
    file: wordFile({
      numbering: NUMBERING,
      body: [
        p([bold("Roads: "), r("resurfaced")], { list: "2 0" }),
        p([bold("Paths:"), r(" gravelled")], { list: "2 0" }),
      ],
    }),
    markdown: `- **Roads:** resurfaced
- **Paths:** gravelled`,
  },
];
