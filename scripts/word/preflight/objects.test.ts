import { describe, expect, it } from "vitest";
import type { Accepted } from "../imported-word.ts";
import { type MadeWord, PIXEL, paragraph, picture, readMade, relation, root, run, textBox } from "../made-word.ts";

const IMAGE = relation("img", "image", "media/map.png");
const withPicture = (body: string, rest: MadeWord = {}): MadeWord => ({
  body,
  ...rest,
  relations: IMAGE + (rest.relations ?? ""),
  parts: { "word/media/map.png": PIXEL, ...rest.parts },
});
const anchored = (inside: string, attributes = "", place = "") =>
  paragraph(
    `<w:r><w:drawing><wp:anchor ${attributes}>${place}<wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="P" descr="A map of the ward"/>${inside}</wp:anchor></w:drawing></w:r>${run("Words")}`,
  );
const graphic = `<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="img"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>`;
const shape = (properties: string) =>
  `<a:graphic><a:graphicData><wps:wsp><wps:spPr>${properties}</wps:spPr><wps:txbx><w:txbxContent>${paragraph("In the box")}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>`;
const table = (cell: string, { table = "", row = "" } = {}) =>
  `<w:tbl><w:tblPr>${table}</w:tblPr><w:tblGrid><w:gridCol w:w="10"/></w:tblGrid><w:tr>${row}<w:tc>${cell}${paragraph("Name of a child")}</w:tc></w:tr></w:tbl>`;
const object = (inside: string) => paragraph(`<w:r>${inside}</w:r>`);
const graphicOf = (kind: string, inside: string) =>
  `<w:drawing><wp:inline><a:graphic><a:graphicData uri="http://x/${kind}">${inside}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
const link = (address: string): MadeWord => ({
  body: paragraph(`<w:hyperlink r:id="l">${run("the page")}</w:hyperlink>`),
  relations: relation("l", "hyperlink", address.replaceAll("&", "&amp;"), true),
});
const property = (name: string, value: string): MadeWord => ({
  ofFile: relation("core", "metadata/core-properties", "docProps/core.xml"),
  parts: { "docProps/core.xml": root("cp:coreProperties", `<${name}>${value}</${name}>`) },
});
const custom = (name: string, value: string): MadeWord => ({
  ofFile: relation("custom", "custom-properties", "docProps/custom.xml"),
  parts: { "docProps/custom.xml": root("op:Properties", `<op:property name="${name}"><x>${value}</x></op:property>`) },
});
const field = (...marks: readonly string[]) =>
  paragraph(marks.map((mark) => `<w:r><w:fldChar w:fldCharType="${mark}"/></w:r>`).join("") + run("Words"));

/** A file, the rule that finds what is wrong with it, a piece of what is said, and a piece of how to mend it. */
const HAZARDS: readonly (readonly [what: string, made: MadeWord, rule: string, said: string, mend: string])[] = [
  [
    "words put in with changes tracked",
    { body: paragraph(`<w:ins>${run("the new sum")}</w:ins>`) },
    "word-tracked-change",
    '"the new sum" was put in, and the change has been neither accepted nor rejected.',
    "Accept All Changes",
  ],
  [
    "words taken out with changes tracked",
    { body: paragraph(`${run("Kept")}<w:del><w:r><w:delText>the old sum</w:delText></w:r></w:del>`) },
    "word-tracked-change",
    '"the old sum" was taken out',
    "Or decide to take it all the same.",
  ],
  [
    "a passage moved away",
    { body: paragraph(`${run("Kept")}<w:moveFrom>${run("moved")}</w:moveFrom>`) },
    "word-tracked-change",
    '"moved" was moved away from here',
    "Accept",
  ],
  [
    "a change of looks",
    { body: paragraph(run("Words", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>")) },
    "word-tracked-change",
    "How 1 passage looks was changed",
    "Accept",
  ],
  [
    "a row taken out",
    { body: table("", { row: "<w:trPr><w:del/></w:trPr>" }) },
    "word-tracked-change",
    "a row or a cell",
    "Accept",
  ],
  [
    "a change in a footnote",
    {
      body: paragraph(`${run("Words")}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      footnotes: `<w:footnote w:id="2">${paragraph(`<w:ins>${run("new")}</w:ins>`)}</w:footnote>`,
    },
    "word-tracked-change",
    'In a footnote, in the paragraph that begins "new": "new" was put in',
    "Accept",
  ],
  [
    "a change in a header",
    { header: paragraph(`<w:ins>${run("new")}</w:ins>`) },
    "word-tracked-change",
    'In the header, in the paragraph that begins "new"',
    "Accept",
  ],
  [
    "a comment",
    {
      body: paragraph(`${run("Words")}<w:r><w:commentReference w:id="1"/></w:r>`),
      comments: `<w:comment w:id="1">${paragraph("Is this legal?")}</w:comment>`,
    },
    "word-comment",
    'there is a comment, "Is this legal?".',
    "Or decide to take it all the same.",
  ],
  [
    "a comment that no place has",
    { comments: `<w:comment w:id="1">${paragraph("Is this legal?")}</w:comment>` },
    "word-comment",
    'There is a comment, "Is this legal?".',
    "Delete All Comments",
  ],
  [
    "an embedded spreadsheet",
    { body: object('<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>') },
    "word-embedded-object",
    "another file is embedded here. All of it can be taken out again",
    "Paste Special",
  ],
  [
    "a file that nothing shows",
    { parts: { "word/embeddings/oleObject1.bin": "x" } },
    "word-embedded-file",
    "The file carries another file that no paragraph shows.",
    "copy everything into a new document",
  ],
  [
    "a file to be drawn in",
    { body: '<w:altChunk r:id="a"/>' },
    "word-embedded-document",
    "another document is drawn into this one",
    "copy everything",
  ],
  [
    "a subdocument",
    { body: paragraph('<w:subDoc r:id="s"/>') },
    "word-embedded-document",
    "another document is drawn into this one",
    "copy everything",
  ],
  [
    "a file to be drawn in that no paragraph shows",
    { relations: relation("a", "aFChunk", "afchunk.mht"), parts: { "word/afchunk.mht": "x" } },
    "word-embedded-file",
    "carries another file",
    "copy everything",
  ],
  ["a button", { body: object("<w:object><w:control/></w:object>") }, "word-embedded-object", "embedded", "Paste"],
  [
    "a control in a picture's place",
    { body: object("<w:pict><v:shape/><w:control/></w:pict>") },
    "word-control",
    "there is a control",
    "Delete it",
  ],
  [
    "a chart",
    { body: object(graphicOf("chart", "<c:chart/>")) },
    "word-chart",
    "Its whole spreadsheet is in the file",
    "::: chart",
  ],
  [
    "a diagram",
    { body: object(graphicOf("diagram", "<dgm:relIds/>")) },
    "word-diagram",
    "SmartArt",
    "write it as a list",
  ],
  ["an equation", { body: paragraph("<m:oMath/>") }, "word-equation", "equation", "Write it in words"],
  [
    "WordArt",
    { body: object('<w:pict><v:shape><v:textpath string="Hello"/></v:shape></w:pict>') },
    "word-art",
    "WordArt",
    "Delete it",
  ],
  [
    "a shape over the words",
    { body: object(graphicOf("shape", "<wps:wsp><wps:spPr/></wps:wsp>")) },
    "word-drawing",
    "a shape, a line, ink or a model",
    "Delete it if it only decorates",
  ],
  [
    "a linked picture",
    {
      body: paragraph(
        '<w:r><w:drawing><wp:inline><pic:pic><pic:blipFill><a:blip r:link="img"/></pic:blipFill></pic:pic></wp:inline></w:drawing></w:r>',
      ),
      relations: relation("img", "image", "https://example.org/x.png", true),
    },
    "word-linked-picture",
    "linked and not in the file",
    "Break Link",
  ],
  [
    "a picture whose file is missing",
    { body: paragraph(picture("img")), relations: IMAGE },
    "word-linked-picture",
    "not in the file",
    "insert the picture again",
  ],
  [
    "a cropped picture",
    withPicture(paragraph(picture("img", { inside: '<a:srcRect l="1000"/>' }))),
    "word-cropped-picture",
    "What was cut off is still in the file",
    "Delete cropped areas",
  ],
  [
    "a picture cropped in percent",
    withPicture(paragraph(picture("img", { inside: '<a:srcRect b="10%"/>' }))),
    "word-cropped-picture",
    "What was cut off",
    "Delete cropped areas",
  ],
  [
    "an old picture that is cropped",
    withPicture(object('<w:pict><v:shape alt="A map"><v:imagedata r:id="img" cropleft="6554f"/></v:shape></w:pict>')),
    "word-cropped-picture",
    "What was cut off",
    "Delete cropped areas",
  ],
  [
    "a picture of another kind",
    withPicture(paragraph(picture("img")), { parts: { "word/media/map.png": "GIF89a" } }),
    "word-picture-kind",
    "neither PNG nor JPEG",
    "choose PNG",
  ],
  [
    "a picture that is cut off",
    withPicture(paragraph(picture("img")), { parts: { "word/media/map.png": PIXEL.subarray(0, 50) } }),
    "word-picture-kind",
    "damaged",
    "save it as PNG",
  ],
  [
    "a picture that is turned",
    withPicture(paragraph(picture("img", { shape: '<a:xfrm rot="5400000"/>' }))),
    "word-altered-picture",
    "turned, shaped or coloured in Word",
    "paste it as a picture",
  ],
  [
    "a picture that is mirrored",
    withPicture(paragraph(picture("img", { shape: '<a:xfrm flipH="1"/>' }))),
    "word-altered-picture",
    "turned",
    "paste it",
  ],
  [
    "a picture cut to a shape",
    withPicture(paragraph(picture("img", { shape: '<a:prstGeom prst="ellipse"/>' }))),
    "word-altered-picture",
    "with what cannot be seen now",
    "paste it",
  ],
  [
    "a picture that is washed out",
    withPicture(paragraph(picture("img", { blip: '<a:lum bright="100000"/>' }))),
    "word-altered-picture",
    "coloured",
    "paste it",
  ],
  [
    "a picture with a bar over it",
    withPicture(
      object(
        `<w:drawing><wp:inline><a:graphic><a:graphicData><wpg:wgp><pic:pic><pic:blipFill><a:blip r:embed="img"/></pic:blipFill></pic:pic><wps:wsp><wps:spPr/></wps:wsp></wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>`,
      ),
    ),
    "word-drawn-over-picture",
    "What lies over it would be gone",
    "paste it as a picture",
  ],
  [
    "two pictures that are grouped",
    withPicture(
      object(
        `<w:drawing><wp:inline><a:graphic><a:graphicData><wpg:wgp>${'<pic:pic><pic:blipFill><a:blip r:embed="img"/></pic:blipFill></pic:pic>'.repeat(2)}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>`,
      ),
    ),
    "word-drawn-over-picture",
    "grouped with shapes or other pictures",
    "delete the group",
  ],
  [
    "an old picture with a bar over it",
    withPicture(object('<w:pict><v:group><v:shape><v:imagedata r:id="img"/></v:shape><v:rect/></v:group></w:pict>')),
    "word-drawn-over-picture",
    "grouped with shapes",
    "delete the group",
  ],
  [
    "a path as alternative text",
    withPicture(
      paragraph(picture("img").replace("A map of the ward", "C:\\Users\\jo.bloggs\\Pictures\\map of the ward")),
    ),
    "word-alternative-text",
    "holds an address or the name of somebody",
    "View Alt Text",
  ],
  [
    "a mail's address as alternative text",
    withPicture(paragraph(picture("img").replace("A map of the ward", "Sent by jo.bloggs@example.org today"))),
    "word-alternative-text",
    "jo.bloggs@example.org",
    "View Alt Text",
  ],
  [
    "a hidden picture",
    withPicture(paragraph(picture("img", { attributes: 'hidden="1"' }))),
    "word-hidden-drawing",
    "is hidden, and it would be published",
    "Selection Pane",
  ],
  [
    "a hidden text box",
    { body: paragraph(textBox(paragraph("Hidden words")).replace('name="Box"', 'name="Box" hidden="true"')) },
    "word-hidden-drawing",
    "is hidden",
    "closed eye",
  ],
  [
    "an old text box that is hidden",
    {
      body: object(
        `<w:pict><v:shape style="width:9pt;visibility:hidden"><v:textbox><w:txbxContent>${paragraph("Words")}</w:txbxContent></v:textbox></v:shape></w:pict>`,
      ),
    },
    "word-hidden-drawing",
    "is hidden",
    "Selection Pane",
  ],
  [
    "a picture without a size",
    withPicture(paragraph(picture("img").replace('cx="914400"', 'cx="0"'))),
    "word-off-page",
    "too small to be seen",
    "see that it stands on the page",
  ],
  [
    "a text box beside the page",
    { body: anchored(shape("<a:noFill/>"), "", "<wp:positionH><wp:posOffset>99914400</wp:posOffset></wp:positionH>") },
    "word-off-page",
    "stands off the page",
    "Delete it",
  ],
  [
    "a picture above the page",
    withPicture(anchored(graphic, "", "<wp:positionV><wp:posOffset>-9914400</wp:posOffset></wp:positionV>")),
    "word-off-page",
    "stands off the page",
    "Delete it",
  ],
  [
    "an old text box off the page",
    {
      body: object(
        `<w:pict><v:shape style="margin-left:-2000pt"><v:textbox><w:txbxContent>${paragraph("Words")}</w:txbxContent></v:textbox></v:shape></w:pict>`,
      ),
    },
    "word-off-page",
    "stands off the page",
    "Delete it",
  ],
  [
    "a paragraph indented off the page",
    { body: paragraph("Words", '<w:ind w:left="-20000"/>') },
    "word-off-page",
    "it stands off the page",
    "take away its indent",
  ],
  [
    "a first line beyond the page",
    { body: paragraph("Words", '<w:ind w:firstLine="31000"/>') },
    "word-off-page",
    "it stands off the page",
    "indent",
  ],
  [
    "a frame off the page",
    { body: paragraph("Words", '<w:framePr w:w="2000" w:x="31680"/>') },
    "word-off-page",
    "in a frame that has no room",
    "its frame",
  ],
  [
    "a frame without height",
    { body: paragraph("Words", '<w:framePr w:w="2000" w:h="1" w:hRule="exact"/>') },
    "word-off-page",
    "in a frame that has no room",
    "its frame",
  ],
  [
    "a table off the page",
    { body: table("", { table: '<w:tblpPr w:tblpX="31680"/>' }) },
    "word-off-page",
    "its table stands off the page",
    "its position",
  ],
  [
    "a hidden row",
    { body: table("", { row: "<w:trPr><w:hidden/></w:trPr>" }) },
    "word-hidden-row",
    'In the cell that begins "Name of a child": its row of the table is hidden',
    "delete the row",
  ],
  [
    "a row without height",
    { body: table("", { row: '<w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>' }) },
    "word-hidden-row",
    "too low to show anything",
    "Specify height",
  ],
  [
    "a column without width",
    { body: table('<w:tcPr><w:tcW w:w="10" w:type="dxa"/></w:tcPr>', { table: '<w:tblLayout w:type="fixed"/>' }) },
    "word-narrow-column",
    "its column of the table is too narrow",
    "AutoFit",
  ],
  [
    "a column without width, by the grid",
    { body: table("", { table: '<w:tblLayout w:type="fixed"/>' }) },
    "word-narrow-column",
    "too narrow",
    "AutoFit",
  ],
  [
    "a picture in front of the text",
    withPicture(anchored(`<wp:wrapNone/>${graphic}`)),
    "word-covered-text",
    "lies in front of the text",
    "In Line with Text",
  ],
  [
    "a filled box in front of the text",
    { body: anchored(`<wp:wrapNone/>${shape('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>')}`) },
    "word-covered-text",
    "What it may cover is still in the file",
    "Read what stood under it",
  ],
  [
    "a folded heading",
    { body: paragraph("Finance", '<w:outlineLvl w:val="0"/><w15:collapsed/>') + paragraph("Folded away") },
    "word-collapsed-heading",
    "the heading is folded up",
    "Expand All Headings",
  ],
  [
    "letters turned about",
    { body: paragraph(`<w:bdo w:val="rtl">${run("000,01")}</w:bdo>`) },
    "word-turned-letters",
    "in the other direction",
    "Type the words again",
  ],
  [
    "letters that nobody sees",
    { body: paragraph("Words\u{e0041}\u{e0042}") },
    "word-unseen-letters",
    "letters here that no program shows",
    "Type the words again",
  ],
  [
    "a mark that turns letters about",
    { body: paragraph("Words \u202e000,01") },
    "word-hidden-character",
    "U+202E",
    "Take it out",
  ],
  [
    "a link with a password",
    link("https://clerk:hunter2@example.org/"),
    "word-link-secret",
    "a link carries a user name or a password",
    "changed",
  ],
  [
    "a link with a key",
    link("https://example.org/file?x=1&sig=abc"),
    "word-link-secret",
    "a key or a password",
    "Edit Hyperlink",
  ],
  [
    "a link that names who received it",
    link("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org&data=05%7Cjo%40example.org"),
    "word-link-secret",
    "whoever it was sent to",
    "Edit Hyperlink",
  ],
  [
    "a frame from elsewhere",
    { relations: relation("f", "frame", "https://example.org/x.htm", true) },
    "word-outside-content",
    "draws in something from elsewhere",
    "Break Link",
  ],
  [
    "an object that is linked",
    { relations: relation("f", "oleObject", "file:///C:\\x.xlsx", true) },
    "word-outside-content",
    "from elsewhere",
    "Break Link",
  ],
  [
    "macros",
    { parts: { "word/vbaProject.bin": "x" } },
    "word-macros",
    "The file holds macros, which are programs.",
    "Save As",
  ],
  [
    "a type with macros",
    { contentType: "application/vnd.ms-word.document.macroEnabled.main+xml" },
    "word-macros",
    "macros",
    "Save As",
  ],
  [
    "a template with macros",
    { contentType: "application/vnd.ms-word.template.macroEnabledTemplate.main+xml" },
    "word-macros",
    "macros",
    "Save As",
  ],
  [
    "a lock against changes",
    { settings: '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>' },
    "word-protected",
    "locked against changes",
    "Stop Protection",
  ],
  [
    "a password to change it",
    { settings: '<w:writeProtection w:hashValue="x"/>' },
    "word-protected",
    "locked against changes",
    "password to modify",
  ],
  [
    "its author's name",
    property("dc:creator", "Jo Bloggs"),
    "word-properties",
    "The file says what its pages do not: author (Jo Bloggs).",
    "Or decide to take it all the same.",
  ],
  ["a property of its own", custom("Case", "Child 17"), "word-properties", "Case (Child 17)", "Inspect Document"],
  [
    "a sensitivity label that is a property",
    custom("MSIP_Label_1234_Name", "OFFICIAL"),
    "word-properties",
    "MSIP_Label_1234_Name (OFFICIAL)",
    "Inspect",
  ],
  [
    "a sensitivity label that is a part",
    { ofFile: relation("l", "classificationlabels", "docMetadata/LabelInfo.xml") },
    "word-properties",
    "a sensitivity label",
    "Inspect",
  ],
  [
    "the place of its template",
    {
      settings: "",
      parts: {
        "word/_rels/settings.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation("t", "attachedTemplate", "file:///C:\\Users\\jo\\Report.dotm", true)}</Relationships>`,
      },
    },
    "word-properties",
    "template (file:///C:\\Users\\jo\\Report.dotm)",
    "Inspect",
  ],
  [
    "a variable",
    { settings: '<w:docVars><w:docVar w:name="client" w:val="Child 17"/></w:docVars>' },
    "word-properties",
    "variable client (Child 17)",
    "Inspect",
  ],
  [
    "the addresses of a mail merge",
    { settings: "<w:mailMerge/>" },
    "word-properties",
    "the list of addresses of a mail merge",
    "Inspect",
  ],
  ["a field without an end", { body: field("begin") }, "word-broken-field", "has no end, or no beginning", "Alt+F9"],
  ["an end without a field", { body: field("end") }, "word-broken-field", "has no end, or no beginning", "Alt+F9"],
  [
    "a result without a field",
    { body: field("separate") },
    "word-broken-field",
    "has no end, or no beginning",
    "Alt+F9",
  ],
  [
    "a field that shows a prompt of its own",
    {
      body: paragraph(
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MACROBUTTON NoMacro [Name of the child]</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    },
    "word-field",
    "shows something that is not in the file",
    "Ctrl+Shift+F9",
  ],
  [
    "a table of more columns than Word has",
    { body: `<w:tbl><w:tr>${`<w:tc>${paragraph("x")}</w:tc>`.repeat(64)}</w:tr></w:tbl>` },
    "word-wide-table",
    "more than 63 columns",
    "Divide the table",
  ],
  [
    "a marking at the head of its pages",
    { header: paragraph("OFFICIAL-SENSITIVE") },
    "word-marked-restricted",
    'In the header, in the paragraph that begins "OFFICIAL-SENSITIVE"',
    "keep it in the restricted folder",
  ],
  [
    "a watermark",
    { header: object('<w:pict><v:shape><v:textpath string="CONFIDENTIAL"/></v:shape></w:pict>') },
    "word-marked-restricted",
    '"CONFIDENTIAL" says that it is not for the public.',
    "withheld",
  ],
  [
    "a heading that says so",
    { body: paragraph("Not for publication") + paragraph("Words") },
    "word-marked-restricted",
    "says that it is not for the public",
    "restricted folder",
  ],
];

const ALL: readonly Accepted[] = ["properties", "comments", "changes"];

describe("what a Word file carries that was not meant for the public", () => {
  for (const [what, made, rule, said, mend] of HAZARDS)
    it(`is refused: ${what}`, async () => {
      const { problems, paper } = await readMade(made);
      expect(problems.map((each) => each.rule)).toEqual([rule]);
      expect(problems[0]?.message).toContain(said);
      expect(problems[0]?.mend).toContain(mend);
      expect(problems[0]?.message).not.toMatch(/[–—]|n't\b/);
      expect(problems[0]).toMatchObject({ severity: "error", file: "report.docx" });
      expect(paper).toBeNull();
    });

  it("is told all at once, each with its own place", async () => {
    const bodies = HAZARDS.filter(
      ([, made]) => Object.keys(made).join() === "body" && !/broken|altered/.test(made.body ?? ""),
    );
    const some = bodies.filter(([, , rule]) => !/broken-field|wide-table|tracked/.test(rule));
    const body = some.map(([what, made]) => paragraph(`About ${what}.`) + made.body).join("");
    const { problems } = await readMade({ body });
    expect(problems.map(({ rule }) => rule).toSorted()).toEqual(some.map(([, , rule]) => rule).toSorted());
    expect(new Set(problems.map(({ line }) => line)).size).toBe(some.length);
    expect(some.length).toBeGreaterThan(20);
  });

  it("is found by the word in a file's name and in a property, however far in it stands", async () => {
    const named = await readMade({}, ["properties"], "EXEMPT_report on a contract.docx");
    expect(named.problems.map(({ rule }) => rule)).toEqual(["word-marked-restricted"]);
    const far = await readMade(
      property("dc:description", `${"A draft of the report to the board. ".repeat(3)}Confidential.`),
      ["properties"],
    );
    expect(far.problems.map(({ rule }) => rule)).toEqual(["word-marked-restricted"]);
  });

  it("is let in where an officer may decide it and did, and the record says so", async () => {
    const decided = await readMade(
      {
        body: paragraph(
          `${run("Kept")}<w:ins>${run(" new")}</w:ins><w:del><w:r><w:rPr><w:vanish/></w:rPr><w:delText> old</w:delText></w:r></w:del><w:r><w:commentReference w:id="1"/></w:r>`,
        ),
        comments: `<w:comment w:id="1">${paragraph("Why?")}</w:comment>`,
        ...property("dc:creator", "Jo Bloggs"),
      },
      ALL,
    );
    expect(decided.problems).toEqual([]);
    expect(decided.paper?.body).toBe("Kept new\n");
    expect(decided.notes).toEqual([
      "2 tracked changes were accepted, as if in Word.",
      "Comments were left out.",
      "What the file says of itself was left out: author.",
    ]);
    const asked = await readMade({ body: paragraph(`<w:ins>${run("new")}</w:ins>`), ...property("dc:creator", "Jo") });
    expect(asked.mayAccept).toEqual(["changes", "properties"]);
  });

  it("is never let in by accepting where it has to be mended", async () => {
    for (const [what, made, rule] of HAZARDS) {
      const { problems } = await readMade(made, ALL);
      if (/tracked|comment|properties/.test(rule)) expect(problems, what).toEqual([]);
      else
        expect(
          problems.map((each) => each.rule),
          what,
        ).toEqual([rule]);
    }
  });
});

describe("what a Word file carries that harms nobody", () => {
  const HARMLESS: Record<string, MadeWord> = {
    "a list of comments that has none": { comments: "" },
    "the lists that SharePoint keeps": {
      relations: relation("x", "customXml", "../customXml/item1.xml"),
      parts: {
        "customXml/item1.xml":
          '<p:properties xmlns:p="http://schemas.microsoft.com/office/2006/metadata/properties"><a>words</a></p:properties>',
      },
    },
    "Word's list of sources": {
      relations: relation("x", "customXml", "../customXml/item1.xml"),
      parts: {
        "customXml/item1.xml":
          '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"/>',
      },
    },
    "properties that programs write": custom("ContentTypeId", "0x0101"),
    "an author that is not named": property("dc:creator", " "),
    "a picture that is as it is": withPicture(
      paragraph(picture("img", { inside: '<a:srcRect l="0"/>', shape: '<a:xfrm rot="0"/><a:prstGeom prst="rect"/>' })),
    ),
    "a picture behind the text": withPicture(anchored(`<wp:wrapNone/>${graphic}`, 'behindDoc="1"')),
    "a picture that text flows round": withPicture(
      anchored(`<wp:wrapSquare/>${graphic}`, "", "<wp:positionH><wp:posOffset>-500000</wp:posOffset></wp:positionH>"),
    ),
    "a box without a fill in front of the text": { body: anchored(`<wp:wrapNone/>${shape("<a:noFill/>")}`) },
    "a number in the margin": { body: paragraph("Words", '<w:ind w:left="0" w:hanging="720"/>') },
    "an empty row without height": {
      body: `${paragraph("Words")}<w:tbl><w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr><w:tc>${paragraph("")}</w:tc></w:tr><w:tr><w:tc>${paragraph("Seen")}</w:tc></w:tr></w:tbl>`,
    },
    "a row that is at least as high": { body: table("", { row: '<w:trPr><w:trHeight w:val="1"/></w:trPr>' }) },
    "a narrow column that fits itself to its words": { body: table('<w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>') },
    "an unfolded heading": {
      body: paragraph("Finance", '<w:outlineLvl w:val="0"/><w15:collapsed w:val="0"/>') + paragraph("Words"),
    },
    "a link with a question": link("https://example.org/?page=2&q=token"),
    "a link to write a mail": link("mailto:clerk@example.org"),
    "a link whose path has an at sign": link("https://example.org/@council"),
    "changes that are only to be tracked": { settings: "<w:trackRevisions/>" },
    "a lock that is not on, and a wish to be read only": {
      settings: '<w:documentProtection w:edit="forms" w:enforcement="0"/><w:writeProtection w:recommended="1"/>',
    },
    "a flag of tag letters": {
      body: paragraph("Words \u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}"),
    },
    "a paper that says that another is exempt": {
      body: paragraph(
        "The appendix to this report is exempt by paragraph 3 of Schedule 12A, as the monitoring officer advised the board in May.",
      ),
    },
    "a field that is whole": {
      body: paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4 May</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      ),
    },
    "words for old programs that today's Word does not show": {
      body: paragraph(
        `${run("Words")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t> seen</w:t></mc:Choice><mc:Fallback><w:t> unseen</w:t></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    },
  };
  for (const [what, made] of Object.entries(HARMLESS))
    it(`is taken: ${what}`, async () => {
      const { problems, paper } = await readMade(made);
      expect(problems).toEqual([]);
      expect(paper?.body.trim()).not.toBe("");
      expect(paper?.body).not.toContain("unseen");
    });

  it("is a table of 63 columns", async () => {
    const { problems } = await readMade({
      body: `<w:tbl><w:tr>${`<w:tc>${paragraph("x")}</w:tc>`.repeat(63)}</w:tr></w:tbl>`,
    });
    expect(problems).toEqual([]);
  });

  it("is text and pictures in boxes, each read once, however deep they stand", async () => {
    const made = withPicture(
      paragraph(textBox(`${paragraph(picture("img"))}${paragraph(textBox(paragraph("Inmost")))}`)),
    );
    const { problems, paper } = await readMade(made);
    expect(problems).toEqual([]);
    expect(paper?.body.match(/Inmost/g)).toHaveLength(1);
    expect(paper?.pictures).toHaveLength(1);
  });
});
