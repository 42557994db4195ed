/** Reports with footnotes, pictures and text boxes. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { PICTURE, wordFile, type Xml } from "./word-file.ts";
import {
  BULLET,
  bold,
  cell,
  definition,
  HEADINGS,
  h,
  headingRow,
  list,
  p,
  picture,
  r,
  row,
  table,
} from "./word-parts.ts";

const footnote = (id: number): Xml => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const endnote = (id: number): Xml => `<w:r><w:endnoteReference w:id="${id}"/></w:r>`;
/** The mark that stands at the head of a note itself. */
const MARK = "<w:r><w:footnoteRef/></w:r>";

/** A text box as Word has drawn them since 2010, with the older drawing beside it for older programs. */
function textBox(...blocks: readonly Xml[]): Xml {
  return [
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="3" name="Text Box 3"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>',
    `<w:txbxContent>${blocks.join("")}</w:txbxContent>`,
    "</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>",
    `<mc:Fallback>${oldTextBox(...blocks)}</mc:Fallback></mc:AlternateContent></w:r>`,
  ].join("");
}

function oldTextBox(...blocks: readonly Xml[]): Xml {
  return `<w:pict><v:shape type="#_x0000_t202"><v:textbox><w:txbxContent>${blocks.join("")}</w:txbxContent></v:textbox></v:shape></w:pict>`;
}

export const NOTES_AND_PICTURES: readonly LibraryDocument[] = [
  {
    name: "has footnotes and an endnote, in the order they are cited",
    file: wordFile({
      body: [
        p([r("The mill"), footnote(2), r(" is let"), endnote(1), r(".")]),
        p([r("The barn is not."), footnote(1)]),
      ],
      footnotes: [
        [p([MARK, r(" It is a ruin.")])],
        [p([MARK, r(" Built in 1802.")]), p([r("Mended in "), bold("1950"), r(".")])],
      ],
      endnotes: [[p("See the lease.")]],
    }),
    markdown: `The mill[^1] is let[^2].

The barn is not.[^3]

[^1]: Built in 1802.

    Mended in **1950**.

[^2]: See the lease.

[^3]: It is a ruin.`,
  },
  {
    name: "cites one footnote twice",
    file: wordFile({
      body: [p([r("The mill"), footnote(1), r("(and the barn)"), footnote(1), bold("[sic]"), r("(!)")])],
      footnotes: [[p("Both are let.")]],
    }),
    markdown: `The mill[^1]\\(and the barn)[^1]**[sic]**(!)

[^1]: Both are let.`,
  },
  {
    name: "has a note that nothing cites, which Word does not show",
    file: wordFile({
      body: [p([r("The mill"), footnote(2), r(" is let.")])],
      footnotes: [[p([MARK, r(" It is a ruin.")])], [p([MARK, r(" Built in 1802.")])]],
    }),
    markdown: `The mill[^1] is let.

[^1]: Built in 1802.`,
  },
  {
    name: "has a paragraph that is nothing but a note",
    file: wordFile({
      body: [p("The mill is let."), p([footnote(1)]), p("The barn is not.")],
      footnotes: [[p([MARK, r(" It is a ruin.")])]],
    }),
    markdown: `The mill is let.

[^1]

The barn is not.

[^1]: It is a ruin.`,
  },
  {
    name: "has footnotes in a cell, a heading and a point",
    file: wordFile({
      styles: HEADINGS,
      numbering: [definition(0, [BULLET]), list(1, 0)],
      body: [
        h(1, [r("Money"), footnote(1)]),
        table(headingRow(["Year", "Cost"]), row(["2026", cell([p([r("£5m"), footnote(2)])])])),
        p([r("fuel"), footnote(3)], { list: "1 0" }),
      ],
      footnotes: [[p("In pounds.")], [p("An estimate.")], [p("Diesel.")]],
    }),
    markdown: `## Money[^1]

| Year | Cost |
| --- | --- |
| 2026 | £5m[^2] |

- fuel[^3]

[^1]: In pounds.

[^2]: An estimate.

[^3]: Diesel.`,
  },
  {
    name: "has a picture that is described",
    file: wordFile({ body: [p("The quay:"), p([picture("picture1", "The quay at\nlow water, seen from [B]")])] }),
    markdown: `The quay:

![The quay at low water, seen from \\[B\\]](report-1.png)`,
  },
  {
    name: "has pictures that nobody described, or only a program did",
    file: wordFile({
      pictures: [PICTURE, PICTURE, PICTURE],
      body: [
        p([picture("picture1", "")]),
        p([picture("picture2", "A bridge over water. Description automatically generated")]),
        p([r("A line "), picture("picture3", "", true), r("of words.")]),
      ],
    }),
    questions: ["picture-1", "picture-2", "picture-3"],
    faults: ["image-alternative", "image-alternative", "image-alternative"],
    markdown: `![](report-1.png)

![](report-2.png)

A line ![](report-3.png)of words.`,
  },
  {
    name: "has a picture as older programs draw it",
    file: wordFile({
      body: [
        p([
          '<w:r><w:pict><v:shape type="#_x0000_t75" alt="The coat of arms"><v:imagedata r:id="picture1"/></v:shape></w:pict></w:r>',
        ]),
      ],
    }),
    markdown: "![The coat of arms](report-1.png)",
  },
  {
    name: "has a text box, whose words come after the paragraph it hangs on",
    file: wordFile({
      body: [
        p([r("The plan is open to the public."), textBox(p("Have your say"), p("by 1 May."))]),
        p("It will be revised."),
      ],
    }),
    markdown: `The plan is open to the public.

Have your say

by 1 May.

It will be revised.`,
  },
  {
    name: "has a text box as older programs draw it, with a table in it",
    file: wordFile({
      body: [
        p([
          `<w:r>${oldTextBox(p("Key figures"), table(headingRow(["Ward", "Homes"]), row(["North", "12"])))}</w:r>`,
          r("The wards have grown."),
        ]),
      ],
    }),
    markdown: `The wards have grown.

Key figures

| Ward | Homes |
| --- | --- |
| North | 12 |`,
  },
];
