/** Reports whose words hold signs, breaks, spaces and letters that Markdown or Word treat in ways of their own. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile } from "./word-file.ts";
import {
  BULLET,
  bold,
  definition,
  field,
  HEADINGS,
  h,
  headingRow,
  italic,
  level,
  link,
  list,
  lowered,
  p,
  r,
  raised,
  row,
  style,
  table,
} from "./word-parts.ts";

function lines(...all: readonly string[]): Uint8Array {
  return wordFile({ body: all.map((line) => p(line)) });
}

export const WORDS: readonly LibraryDocument[] = [
  {
    name: "begins paragraphs with signs that Markdown would take for its own",
    file: lines(
      "# of homes",
      "> 5 metres",
      "+ VAT",
      "| Ward |",
      "::: chart homes",
      "---",
      "***",
      "```",
      "~~~",
      "=====",
      "<div>",
      "[^1]: no note",
      "![no picture](a.png)",
    ),
    // Our check asks about what looks like a note or a picture, though it is read as the words it is.
    faults: ["markdown-not-read", "markdown-not-read"],
    markdown: `\\# of homes

\\> 5 metres

\\+ VAT

\\| Ward |

\\::: chart homes

\\---

\\*\\*\\*

\\\`\\\`\\\`

\\~\\~~

\\=====

&lt;div>

\\[^1]: no note

\\![no picture\\](a.png)`,
  },
  {
    name: "has signs of Markdown inside its sentences",
    file: lines(
      "Rates * 2, snake_case and _this_, `code`, C:\\Temp, R&D, AT&amp;T, a < b, <b>, x^[2], [draft], [see](here), [cy]{lang=cy}, ~~old~~, << and ^^.",
    ),
    markdown:
      "Rates \\* 2, snake_case and \\_this\\_, \\`code\\`, C:\\\\Temp, R&D, AT&amp;amp;T, a < b, &lt;b>, x\\^[2], [draft], [see\\](here), [cy\\]{lang=cy}, \\~~old\\~~, << and ^^.",
  },
  {
    name: "breaks lines inside a paragraph, and begins the next with a sign or a figure",
    file: wordFile({
      numbering: [
        definition(0, [level("decimal", "%1."), level("decimal", "%1.%2")]),
        definition(1, [BULLET]),
        list(1, 0),
        list(2, 1),
      ],
      body: [
        p("Guildhall\nBridge Street\nFenmarsh"),
        p("The costs are\n# of days\n- wages\n1. fuel\n| and | more\n--- | ---", { list: "1 1" }),
        p("Open:\n9 to 5\n- or later", { list: "2 0" }),
      ],
    }),
    numbering: "typed",
    markdown: `Guildhall\\
Bridge Street\\
Fenmarsh

1.1 The costs are\\
\\# of days\\
\\- wages\\
1\\. fuel\\
\\| and | more\\
\\--- | ---

- Open:\\
  9 to 5\\
  \\- or later`,
  },
  {
    name: "has breaks of lines and pages around its words, and two for a gap",
    file: wordFile({
      body: [
        p([r("\nThe quay is shut."), '<w:r><w:br w:type="page"/></w:r>']),
        p("The slipway is open.\n\nThe lock is shut.\n"),
        p(['<w:r><w:br w:type="page"/></w:r>']),
        p(['<w:r><w:br w:type="column"/></w:r>', r("Boats may pass.")]),
      ],
    }),
    markdown: `The quay is shut.

The slipway is open.

The lock is shut.

Boats may pass.`,
  },
  {
    name: "indents with spaces and tabs what is no list",
    file: lines("   # The mayor", "\tThe deputy mayor", "\u00a0\u00a0- The clerk", "    1. is the loneliest number"),
    markdown: `\\# The mayor

The deputy mayor

\\- The clerk

1\\. is the loneliest number`,
  },
  {
    name: "has spaces, hyphens and quotation marks that Word alone makes",
    file: wordFile({
      body: [
        p([
          r("The “Fen\u00adland” trust’s £4.5\u00a0million, well"),
          "<w:r><w:noBreakHyphen/></w:r>",
          r("known, co"),
          "<w:r><w:softHyphen/></w:r>",
          r("operative – ‘in part’ … done."),
        ]),
      ],
    }),
    markdown: "The “Fenland” trust’s £4.5\u00a0million, well\u2011known, cooperative – ‘in part’ … done.",
  },
  {
    name: "has signs of Symbol and Wingdings in its sentences",
    file: wordFile({
      body: [
        p([
          r("Width "),
          '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>',
          r(" 3 metres, done "),
          '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
          r(", angle "),
          r("\uf061", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'),
          r(" and "),
          r("b", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'),
        ]),
      ],
    }),
    markdown: "Width ≥ 3 metres, done ✓, angle α and β",
  },
  {
    name: "raises and lowers figures and letters",
    file: wordFile({
      body: [
        p([
          r("12 m"),
          raised("2"),
          r(" of CO"),
          lowered("2"),
          r(" on the 1"),
          raised("st"),
          r(" at 10"),
          raised("-3"),
          r("."),
        ]),
        p([r("The Fen"), raised("TM"), r(" brand and x"), lowered("max"), r(".")]),
      ],
    }),
    notes: ['"TM" stood raised', '"max" stood lowered'],
    markdown: `12 m² of CO₂ on the 1st at 10⁻³.

The FenTM brand and xmax.`,
  },
  {
    name: "has bold and italic words, next to each other and inside words",
    file: wordFile({
      body: [
        p([
          bold("Bo"),
          bold("ld "),
          r("and"),
          italic(" italic"),
          r(", "),
          r("both", "<w:b/><w:i/>"),
          r(" and "),
          bold("re"),
          r("build."),
        ]),
        p([bold("£5"), r("m and "), bold("* stars *")]),
        p([r("Plain."), bold(" "), italic("\n"), r("After.")]),
      ],
    }),
    markdown: `**Bold** and *italic*, ***both*** and **re**build.

**£5**m and **\\* stars \\***

Plain. \\
After.`,
  },
  {
    name: "keeps words plain where Markdown could not set them bold",
    file: wordFile({ body: [p([bold("5%"), r("of homes, "), r("“"), bold("new"), r("”")])] }),
    markdown: "5%of homes, “new”",
  },
  {
    name: "reads from right to left",
    file: wordFile({
      body: [
        p([r("تقرير المجلس", "<w:rtl/>")], { isRightToLeft: true }),
        p([r("The words "), r("תודה", "<w:rtl/>"), r(" mean thanks.")]),
      ],
    }),
    markdown: `تقرير المجلس

The words תודה mean thanks.`,
  },
  {
    name: "begins a footnote and a quotation with signs and figures",
    file: wordFile({
      styles: [style("Quote", "Quote", '<w:pPr><w:ind w:left="720"/></w:pPr>')],
      body: [
        p([r("The act"), '<w:r><w:footnoteReference w:id="1"/></w:r>', r(" says:")]),
        p("- is a hyphen", { style: "Quote" }),
      ],
      footnotes: [[p("# 3 of the act\nas amended")]],
    }),
    markdown: `The act[^1] says:

- is a hyphen

[^1]: \\# 3 of the act\\
    as amended`,
  },
  {
    name: "has a field's words in a sentence, and those of fields inside fields",
    file: wordFile({
      body: [
        p([
          r("See paragraph "),
          field(" REF _Ref1 \\r \\h ", r("4.2")),
          r(" and "),
          field(" PAGEREF _Ref1 ", r("page 3")),
          r("."),
        ]),
        p([
          field(
            `<w:r><w:instrText> IF </w:instrText></w:r>${field(" MERGEFIELD Ward ", r("North"))}<w:r><w:instrText> = "North" "yes" "no" </w:instrText></w:r>`,
            r("yes"),
          ),
          r(", it is."),
        ]),
      ],
    }),
    markdown: `See paragraph 4.2 and page 3.

yes, it is.`,
  },
  {
    name: "has a heading of several lines",
    file: wordFile({ styles: HEADINGS, body: [h(1, "Reasons for\nthe decision\n"), h(1, [bold("All"), r(" bold")])] }),
    markdown: `## Reasons for the decision

## All bold`,
  },
  {
    name: "has signs in a heading that Markdown would close it with, and words beside links that would make pictures of them",
    file: wordFile({
      styles: HEADINGS,
      numbering: [definition(0, [level("decimal", "%1.")]), list(1, 0)],
      links: ["https://fenmarsh.example/"],
      body: [
        h(1, "Key of F #"),
        h(1, "\n- The sign ##", { list: "1 0" }),
        p([
          r("Apply now!"),
          link("link1", "Here\n"),
          r("Or write ^"),
          link("link1", "there"),
          r("]"),
          r("(soon)", "<w:b/>"),
        ]),
        p([r("Depth <"), bold("b"), italic("under"), r(" and <"), link("gone", "c>")]),
        p([r("-\n2.3 metres"), raised("2\n"), r("deep")]),
      ],
    }),
    numbering: "typed",
    markdown: `## Key of F \\#

## 1. - The sign \\##

Apply now\\![Here](https://fenmarsh.example/)\\
Or write \\^[there](https://fenmarsh.example/)]**(soon)**

Depth <**b***under* and &lt;c>

- 2\\.3 metres²\\
  deep`,
  },
  {
    name: "has text whose lines end in the file where they do not in Word",
    file: wordFile({ body: ["<w:p><w:r><w:t>The ferry\n- as ever -\r\nruns daily.</w:t></w:r></w:p>"] }),
    markdown: "The ferry - as ever - runs daily.",
  },
  {
    name: "has a paragraph of bold words that is no heading since it is a sentence",
    file: wordFile({ body: [p([bold("The council must not agree to this.")]), table(headingRow(["a"]), row(["b"]))] }),
    markdown: `**The council must not agree to this.**

| a |
| --- |
| b |`,
  },
];
