/** Reports whose words hold signs, breaks and spaces that Markdown or Word treat in ways of their own. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile } from "./word-file.ts";
import { BULLET, definition, level, list, p, r } from "./word-parts.ts";

function lines(...all: readonly string[]): Uint8Array {
  return wordFile({ body: all.map((line) => p(line)) });
}

export const SIGNS: readonly LibraryDocument[] = [
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
];
