/** Reports with notes, pictures, text boxes, forms, contents and links. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { PICTURE, wordFile, type Xml } from "./word-file.ts";
import {
  BULLET,
  bold,
  bookmark,
  cell,
  definition,
  field,
  HEADINGS,
  h,
  headingRow,
  level,
  link,
  list,
  p,
  picture,
  r,
  row,
  style,
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

function control(properties: Xml, ...content: readonly Xml[]): Xml {
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content.join("")}</w:sdtContent></w:sdt>`;
}

export const EXTRAS: readonly LibraryDocument[] = [
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
  {
    name: "has content controls around words, paragraphs, rows and cells",
    file: wordFile({
      body: [
        p([r("Ward: "), control("<w:dropDownList/>", r("North")), r(", agreed "), control("<w14:checkbox/>", r("☒"))]),
        control("<w:text/>", p("The whole paragraph."), control("", p("And one inside it."))),
        table(
          headingRow(["Ward", "Homes"]),
          control("", row(["North", "12"])),
          `<w:tr>${cell("South")}${control("", cell("9"))}</w:tr>`,
        ),
      ],
    }),
    markdown: `Ward: North, agreed ☒

The whole paragraph.

And one inside it.

| Ward | Homes |
| --- | --- |
| North | 12 |
| South | 9 |`,
  },
  {
    name: "has the fields of a form: choices, boxes with a tick and words",
    file: wordFile({
      body: [
        p([
          r("Key decision: "),
          field(
            " FORMDROPDOWN ",
            null,
            '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList></w:ffData>',
          ),
        ]),
        p([
          field(
            " FORMCHECKBOX ",
            null,
            '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>',
          ),
          r(" Legal "),
          field(" FORMCHECKBOX ", null, '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>'),
          r(" Finance"),
        ]),
        p([r("Signed: "), field(" FORMTEXT ", r("the clerk"))]),
      ],
    }),
    markdown: `Key decision: No

☒ Legal ☐ Finance

Signed: the clerk`,
  },
  {
    name: "has a table of contents, made by a field over several paragraphs",
    file: wordFile({
      styles: [...HEADINGS, style("TOC1", "toc 1")],
      body: [
        p(
          [
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
            `<w:hyperlink w:anchor="_Toc1">${r("Purpose\t")}${field(" PAGEREF _Toc1 \\h ", r("1"))}</w:hyperlink>`,
          ],
          { style: "TOC1" },
        ),
        p([`<w:hyperlink w:anchor="_Toc2">${r("Reasons\t2")}</w:hyperlink>`], { style: "TOC1" }),
        p(['<w:r><w:fldChar w:fldCharType="end"/></w:r>']),
        h(1, [bookmark("_Toc1"), r("Purpose")]),
        p("To dredge."),
        h(1, [bookmark("_Toc2"), r("Reasons")]),
        p("It silts."),
      ],
    }),
    notes: ["The table of contents is left out"],
    markdown: `## Purpose

To dredge.

## Reasons

It silts.`,
  },
  {
    name: "has a table of contents in a control of its own",
    file: wordFile({
      styles: HEADINGS,
      body: [
        control(
          '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
          p("Contents"),
          p("Purpose\t1"),
        ),
        h(1, "Purpose"),
        p("To dredge."),
      ],
    }),
    notes: ["The table of contents is left out"],
    markdown: `## Purpose

To dredge.`,
  },
  {
    name: "links to pages, people and other paragraphs",
    file: wordFile({
      styles: HEADINGS,
      numbering: [definition(0, [level("decimal", "%1."), level("decimal", "%1.%2")]), list(1, 0)],
      links: [
        "https://fenmarsh.example/plan (final)|2",
        "mailto:clerk@fenmarsh.example",
        "file:///C:/Users/clerk/plan.docx",
      ],
      body: [
        h(1, [bookmark("_Ref1"), r("Purpose")], { list: "1 0" }),
        p([r("See "), link("link1", "the [draft] plan"), r(" or "), link("link2", "write to us"), r(".")], {
          list: "1 1",
        }),
        '<w:bookmarkStart w:id="7" w:name="_Ref2"/>',
        p(
          [
            r("Then "),
            link("link3", "the old plan"),
            r(", and "),
            field(' HYPERLINK "https://fenmarsh.example/map" ', bold("the map")),
            r("."),
          ],
          {
            list: "1 1",
          },
        ),
        p(
          [link("#_Ref1", "Above [1]"), r(", "), link("#_Ref2", "beside"), r(" and "), link("#_gone", "gone"), r(".")],
          { list: "1 1" },
        ),
      ],
    }),
    numbering: "typed",
    notes: [
      'A link to "file:///C:/Users/clerk/plan.docx" is left out',
      'A link ("gone") leads to a place that is not in the report',
    ],
    markdown: `## 1. Purpose

1.1 See [the \\[draft\\] plan](https://fenmarsh.example/plan%20%28final%29%7C2) or [write to us](mailto:clerk@fenmarsh.example).

1.2 Then the old plan, and [**the map**](https://fenmarsh.example/map).

1.3 [Above \\[1\\]](#s1), [beside](#p1-2) and gone.`,
  },
  {
    name: "stands in two columns and sections, with headers around it",
    file: wordFile({
      section: '<w:cols w:num="2"/>',
      body: [
        p("The first section."),
        p([], { more: '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="2"/></w:sectPr>' }),
        p("The second section.", { more: "<w:sectPr/>" }),
        p("The last."),
      ],
    }),
    markdown: `The first section.

The second section.

The last.`,
  },
  {
    name: "has a title of Word's own, which is no part of the body",
    file: wordFile({
      styles: [...HEADINGS, style("Title", "Title")],
      body: [p("The future of the ferry", { style: "Title" }), h(1, "Purpose"), h(2, "In short"), p("To keep it.")],
    }),
    markdown: `## Purpose

### In short

To keep it.`,
  },
];
