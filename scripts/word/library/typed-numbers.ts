/** Reports whose numbers and bullets somebody typed, and figures that are neither. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile } from "./word-file.ts";
import { BULLET, definition, HEADINGS, h, level, list, p } from "./word-parts.ts";

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

export const TYPED_NUMBERS: readonly LibraryDocument[] = [
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
];
