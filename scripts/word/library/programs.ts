/** Reports as other programs write them: in the strict form of the format, under other prefixes, or in a manner of their own. Part of the library. */
import { byLibrary } from "./by-library.ts";
import type { LibraryDocument } from "./entry.ts";
import { type WordFileParts, wordFile } from "./word-file.ts";
import {
  BULLET,
  bold,
  bookmark,
  cell,
  definition,
  HEADINGS,
  h,
  headingRow,
  level,
  link,
  list,
  p,
  r,
  row,
  style,
  table,
} from "./word-parts.ts";

/** One report, which each program below writes in its own way. */
const REPORT: WordFileParts = {
  styles: HEADINGS,
  numbering: [
    definition(0, [level("decimal", "%1."), level("decimal", "%1.%2")]),
    definition(1, [BULLET]),
    list(1, 0),
    list(2, 1),
  ],
  links: ["https://fenmarsh.example/"],
  footnotes: [[p("From 2021.")]],
  body: [
    h(1, "Purpose", { list: "1 0" }),
    p(
      [r("The "), bold("café"), r(" is "), link("link1", "open"), '<w:r><w:footnoteReference w:id="1"/></w:r>', r(".")],
      { list: "1 1" },
    ),
    p("daily", { list: "2 0" }),
    table(headingRow(["Day", "Hours"]), row(["Monday", "9 to 5"])),
  ],
};
const MARKDOWN = `## 1. Purpose

1.1 The **café** is [open](https://fenmarsh.example/)[^1].

- daily

| Day | Hours |
| --- | --- |
| Monday | 9 to 5 |

[^1]: From 2021.`;

export const PROGRAMS: readonly LibraryDocument[] = [
  { name: "is written as Word writes it", file: wordFile(REPORT), numbering: "typed", markdown: MARKDOWN },
  {
    name: "is saved in the strict form of the format",
    file: wordFile({ ...REPORT, isStrict: true }),
    numbering: "typed",
    markdown: MARKDOWN,
  },
  {
    name: "is written under another prefix than Word's",
    file: wordFile({ ...REPORT, prefix: "ns0" }),
    numbering: "typed",
    markdown: MARKDOWN,
  },
  {
    name: "is written in two bytes a letter",
    file: wordFile({ ...REPORT, isUtf16: true }),
    numbering: "typed",
    markdown: MARKDOWN,
  },
  {
    name: "measures its indents in points and centimetres, as the strict form may",
    file: wordFile({
      isStrict: true,
      body: [
        p("•\tThe hall", { more: '<w:ind w:start="36pt"/>' }),
        p("•\tthe stage", { more: '<w:ind w:start="2.54cm"/>' }),
        p("It is dark.", { more: '<w:ind w:start="1in"/>' }),
      ],
    }),
    markdown: `- The hall
  - the stage

    It is dark.`,
  },
  {
    name: "is put together by a library for Word files",
    file: byLibrary,
    notes: ["What the file says of itself was left out: author"],
    numbering: "typed",
    markdown: `## 1. Purpose

1.1 To agree the **budget**[^1]

(a) for the quay
(b) for the lock
    - in full

| Place | Cost | << |
| --- | --- | --- |
| Quay | £1m | 2026 |
| ^^ | £2m | 2027 |

[^1]: Of 2024.`,
  },
  {
    name: "is exported in the manner of Google's documents",
    file: wordFile({
      styles: [
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>',
        '<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="normal"/></w:style>',
        style("Title", "Title", '<w:basedOn w:val="Normal"/>'),
        style("Heading1", "heading 1", '<w:basedOn w:val="Normal"/><w:rPr><w:b w:val="0"/></w:rPr>'),
      ],
      numbering: [
        definition(1, [level("bullet", "●"), level("bullet", "○")]),
        definition(2, [level("decimal", "%1."), level("lowerLetter", "%2.")]),
        list(1, 1),
        list(2, 2),
      ],
      body: [
        p([r("The Guildhall roof", '<w:rtl w:val="0"/>')], { style: "Title" }),
        p([bookmark("_heading=h.gjdgxs"), r("Why", '<w:rtl w:val="0"/>')], { style: "Heading1" }),
        p([
          r("It ", '<w:rtl w:val="0"/>'),
          r("leaks", '<w:b w:val="1"/><w:rtl w:val="0"/>'),
          r(".", '<w:b w:val="0"/><w:rtl w:val="0"/>'),
        ]),
        p([r("slates", '<w:rtl w:val="0"/>')], { list: "1 0", indent: 720 }),
        p([r("Welsh", '<w:rtl w:val="0"/>')], { list: "1 1", indent: 1440 }),
        p([r("lead", '<w:rtl w:val="0"/>')], { list: "1 0", indent: 720 }),
        p([r("Mend it", '<w:rtl w:val="0"/>')], { list: "2 0", indent: 720 }),
        p([r("Leave it", '<w:rtl w:val="0"/>')], { list: "2 0", indent: 720 }),
      ],
    }),
    markdown: `## Why

It **leaks**.

- slates
  - Welsh
- lead

1. Mend it
2. Leave it`,
  },
  {
    name: "is saved in the manner of LibreOffice, with every property said and notes from 2 on",
    file: wordFile({
      styles: [
        style("Normal", "Normal", '<w:pPr><w:widowControl/><w:bidi w:val="0"/></w:pPr>'),
        style("Heading1", "Heading 1", '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
      ],
      numbering: [
        definition(
          1,
          Array.from({ length: 9 }, () => level("none", "")),
        ),
        definition(2, [level("decimal", "%1)"), level("lowerLetter", "%2)")]),
        list(1, 1),
        list(2, 2),
      ],
      footnotes: [[p("")], [p([r("Of 1802.")])]],
      body: [
        p([r("The mill", "")], {
          style: "Heading1",
          list: "1 0",
          more: '<w:bidi w:val="0"/><w:jc w:val="left"/><w:rPr></w:rPr>',
        }),
        p(
          [
            "<w:r><w:rPr></w:rPr><w:t>It turns</w:t></w:r>",
            '<w:r><w:rPr><w:rStyle w:val="FootnoteAnchor"/></w:rPr><w:footnoteReference w:id="2"/></w:r>',
          ],
          {
            style: "Normal",
          },
        ),
        p("by water", { style: "Normal", list: "2 0" }),
        p("of the Fen", { style: "Normal", list: "2 1" }),
        p("by wind", { style: "Normal", list: "2 0" }),
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid><w:gridCol w:w="4679"/><w:gridCol w:w="4680"/></w:tblGrid>',
        `<w:tr><w:trPr><w:tblHeader w:val="true"/></w:trPr>${cell("Year")}${cell("Flour")}</w:tr>`,
        `<w:tr><w:trPr><w:tblHeader w:val="false"/></w:trPr>${cell("2025")}${cell("9 tons")}</w:tr></w:tbl>`,
      ],
    }),
    markdown: `## The mill

It turns[^1]

1) by water
   a) of the Fen
2) by wind

| Year | Flour |
| --- | --- |
| 2025 | 9 tons |

[^1]: Of 1802.`,
  },
  {
    name: "is written in the manner of Word 2007, in many runs with marks of spelling",
    file: wordFile({
      styles: HEADINGS,
      body: [
        h(1, [r("Pur"), '<w:proofErr w:type="spellStart"/>', r("pose"), '<w:proofErr w:type="spellEnd"/>']),
        p([
          '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">',
          r("Fen"),
          r("marsh"),
          "</w:smartTag>",
          '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
          r(" is "),
          "<w:r><w:lastRenderedPageBreak/><w:t>a port</w:t></w:r>",
          "<w:r><w:t>.</w:t></w:r>",
        ]),
        '<w:customXml w:element="note"><w:p><w:r><w:t>It has a mayor.</w:t></w:r></w:p></w:customXml>',
      ],
    }),
    markdown: `## Purpose

Fenmarsh is a port.

It has a mayor.`,
  },
];
