/** Reports with forms, contents, links and sections. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile, type Xml } from "./word-file.ts";
import {
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
  r,
  row,
  style,
  table,
} from "./word-parts.ts";

function control(properties: Xml, ...content: readonly Xml[]): Xml {
  return `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content.join("")}</w:sdtContent></w:sdt>`;
}

export const FORMS_AND_LINKS: readonly LibraryDocument[] = [
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
