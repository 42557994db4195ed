/** Reports whose numbers come with a style, or begin again at a level of their own. Part of the library. */
import type { LibraryDocument } from "./entry.ts";
import { wordFile } from "./word-file.ts";
import { definition, h, level, list, p, style } from "./word-parts.ts";

export const NUMBER_LEVELS: readonly LibraryDocument[] = [
  {
    name: "takes the numbers of its headings from the styles they are linked with",
    file: wordFile({
      styles: [
        style(
          "Heading1",
          "heading 1",
          '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>',
        ),
        style(
          "Heading2",
          "heading 2",
          '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>',
        ),
      ],
      numbering: [
        definition(0, [
          level("decimal", "%1", { style: "Heading1" }),
          level("decimal", "%1.%2", { style: "Heading2" }),
        ]),
        list(1, 0),
      ],
      body: [h(1, "Homes"), h(2, "New homes"), p("Forty were built."), h(2, "Repairs"), h(1, "Roads"), h(2, "Bridges")],
    }),
    numbering: "typed",
    markdown: `## 1. Homes

### 1.1 New homes

Forty were built.

### 1.2 Repairs

## 2. Roads

### 2.1 Bridges`,
  },
  {
    name: "finds a paragraph's level by the style that the list's level names",
    file: wordFile({
      styles: [
        style("ReportPara", "Report Para", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        style("ReportSub", "Report Sub", '<w:pPr><w:numPr><w:ilvl w:val="5"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
        style("ReportLast", "Report Last", '<w:basedOn w:val="ReportSub"/>'),
      ],
      numbering: [
        definition(0, [
          level("decimal", "%1.0", { style: "ReportPara" }),
          level("decimal", "%1.%2", { style: "ReportSub" }),
        ]),
        list(1, 0),
      ],
      body: [
        p("Bins are emptied weekly.", { style: "ReportPara" }),
        p("Garden bins are not.", { style: "ReportSub" }),
        p("Nor are glass bins.", { style: "ReportLast" }),
      ],
    }),
    numbering: "typed",
    markdown: `1.0 Bins are emptied weekly.

1.1 Garden bins are not.

1.2 Nor are glass bins.`,
  },
  {
    name: "follows a numbering style to the list that defines it",
    file: wordFile({
      styles: [
        '<w:style w:type="numbering" w:styleId="CouncilList"><w:name w:val="Council List"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      ],
      numbering: [
        definition(0, [level("upperLetter", "%1)")], '<w:styleLink w:val="CouncilList"/>'),
        definition(1, [], '<w:numStyleLink w:val="CouncilList"/>'),
        list(1, 0),
        list(2, 1),
      ],
      body: [p("The river trust", { list: "2 0" }), p("The harbour board", { list: "2 0" })],
    }),
    markdown: `A) The river trust

B) The harbour board`,
  },
  {
    name: "keeps an inner level counting where it never begins again",
    file: wordFile({
      numbering: [definition(0, [level("upperRoman", "Part %1"), level("decimal", "%2.", { restart: 0 })]), list(1, 0)],
      body: [
        p("Streets", { list: "1 0" }),
        p("Lamps are lit.", { list: "1 1" }),
        p("Kerbs are sound.", { list: "1 1" }),
        p("Squares", { list: "1 0" }),
        p("Trees are pruned.", { list: "1 1" }),
      ],
    }),
    markdown: `Part I Streets

1. Lamps are lit.
2. Kerbs are sound.

Part II Squares

3. Trees are pruned.`,
  },
  {
    name: "begins a third level again after the first level only, where its list says so",
    file: wordFile({
      numbering: [
        definition(0, [
          level("decimal", "%1."),
          level("decimal", "%1.%2"),
          level("lowerLetter", "(%3)", { restart: 1 }),
        ]),
        list(1, 0),
      ],
      body: [
        p("Libraries", { list: "1 0" }),
        p("Opening hours:", { list: "1 1" }),
        p("Monday", { list: "1 2" }),
        p("Staff:", { list: "1 1" }),
        p("two in Fenmarsh", { list: "1 2" }),
        p("Museums", { list: "1 0" }),
        p("Opening hours:", { list: "1 1" }),
        p("Sunday", { list: "1 2" }),
      ],
    }),
    numbering: "typed",
    markdown: `1. Libraries

1.1 Opening hours:

(a) Monday

1.2 Staff:

(b) two in Fenmarsh

2. Museums

2.1 Opening hours:

(a) Sunday`,
  },
];
