/** Reports with changes still tracked, which an officer decided to accept. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile, type Xml } from "./word-file.ts";
import { cell, definition, headingRow, level, list, p, r, row, table } from "./word-parts.ts";

const BY = 'w:id="1" w:author="An officer" w:date="2026-11-01T09:00:00Z"';
const added = (...inside: readonly Xml[]): Xml => `<w:ins ${BY}>${inside.join("")}</w:ins>`;
const deleted = (words: string): Xml => `<w:del ${BY}>${r(words).replaceAll("w:t", "w:delText")}</w:del>`;
/** The mark at a paragraph's end, taken out: what follows joins it. */
const JOINED = `<w:rPr><w:del ${BY}/></w:rPr>`;

export const CHANGES: readonly LibraryDocument[] = [
  {
    name: "has words put in, taken out and moved",
    file: wordFile({
      body: [
        p([r("The fare is "), deleted("£2"), added(r("£3")), r(".")]),
        p([`<w:moveFrom ${BY}>${r("Children pay half.")}</w:moveFrom>`]),
        p([r("Dogs are free. "), `<w:moveTo ${BY}>${r("Children pay half.")}</w:moveTo>`]),
      ],
    }),
    accepted: ["changes"],
    notes: ["4 tracked changes were accepted"],
    markdown: `The fare is £3.

Dogs are free. Children pay half.`,
  },
  {
    name: "has numbered paragraphs taken out, whose numbers the next ones take",
    file: wordFile({
      numbering: [definition(0, [level("decimal", "%1.")]), list(1, 0)],
      body: [
        p("The ferry runs daily.", { list: "1 0" }),
        p([deleted("It runs at night.")], { list: "1 0", more: JOINED }),
        p("It is full in August.", { list: "1 0" }),
        p([r("It is empty ")], { list: "1 0", more: JOINED }),
        p("in January.", { list: "1 0" }),
      ],
    }),
    accepted: ["changes"],
    notes: ["3 tracked changes were accepted"],
    markdown: `1. The ferry runs daily.
2. It is full in August.
3. It is empty in January.`,
  },
  {
    name: "has a row of a table taken out and one put in",
    file: wordFile({
      body: [
        table(
          headingRow(["Day", "Hours"]),
          row([cell([p([deleted("Monday")])]), cell([p([deleted("9 to 5")])])], `<w:del ${BY}/>`),
          row([cell([p([added(r("Tuesday"))])]), cell([p([added(r("9 to 6"))])])], `<w:ins ${BY}/>`),
        ),
      ],
    }),
    accepted: ["changes"],
    notes: ["tracked changes were accepted"],
    markdown: `| Day | Hours |
| --- | --- |
| Tuesday | 9 to 6 |`,
  },
  {
    name: "has only its looks changed",
    file: wordFile({
      body: [p([r("The ferry is red.", `<w:b/><w:rPrChange ${BY}><w:rPr/></w:rPrChange>`)])],
    }),
    accepted: ["changes"],
    notes: ["1 tracked change was accepted"],
    markdown: "**The ferry is red.**",
  },
];
