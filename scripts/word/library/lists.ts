/** Reports with lists inside lists, and points of several paragraphs. Part of the library. */
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
