/** Reports whose words are raised, bold, in fields, or from right to left. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile } from "./word-file.ts";
import {
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

export const WORDS: readonly LibraryDocument[] = [
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
