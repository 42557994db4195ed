import { describe, expect, it } from "vitest";
import { type MadeWord, paragraph, readMade, root, run, style, textBox } from "../made-word.ts";

const THEME = `<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F3864"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="1F4E79"/></a:accent1></a:clrScheme></a:themeElements>`;
const SECRET = "the sum was paid";
const before = `${paragraph("Finance", '<w:pStyle w:val="Heading1"/>')}${paragraph("Plain words.")}`;
const HEADING = style("Heading1", "paragraph", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>');

/** Runs with `properties` in every place that text of a paper can stand in. */
function everywhere(properties: string): Record<string, MadeWord> {
  const own = run(SECRET, properties);
  const words = paragraph(`${run("It is known that ")}${own}${run(".")}`);
  const field = (inside: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${inside}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const inBody = (body: string, rest: MadeWord = {}): MadeWord => ({
    body: before + body,
    ...rest,
    styles: HEADING + (rest.styles ?? ""),
  });
  const styled = (id: string) => paragraph(SECRET, `<w:pStyle w:val="${id}"/>`);
  return {
    "a run": inBody(words),
    "a style of letters": inBody(paragraph(run(SECRET, '<w:rStyle w:val="C"/>')), {
      styles: style("C", "character", `<w:rPr>${properties}</w:rPr>`),
    }),
    "a style of paragraphs": inBody(styled("P"), { styles: style("P", "paragraph", `<w:rPr>${properties}</w:rPr>`) }),
    "a style that another is based on": inBody(styled("Q"), {
      styles:
        style("P", "paragraph", `<w:rPr>${properties}</w:rPr>`) + style("Q", "paragraph", '<w:basedOn w:val="P"/>'),
    }),
    "a table's style": inBody(
      `<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tr><w:tc>${paragraph(SECRET)}</w:tc></w:tr></w:tbl>`,
      { styles: style("T", "table", `<w:rPr>${properties}</w:rPr>`) },
    ),
    "the first row of a table's style": inBody(
      `<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="0020"/></w:tblPr><w:tr><w:tc>${paragraph(SECRET)}</w:tc></w:tr><w:tr><w:tc>${paragraph("Seen")}</w:tc></w:tr></w:tbl>`,
      { styles: style("T", "table", `<w:tblStylePr w:type="firstRow"><w:rPr>${properties}</w:rPr></w:tblStylePr>`) },
    ),
    "a cell": inBody(`<w:tbl><w:tr><w:tc>${words}</w:tc></w:tr></w:tbl>`),
    "a link": inBody(paragraph(`<w:hyperlink w:anchor="x">${own}</w:hyperlink>`)),
    "a content control": inBody(`<w:sdt><w:sdtContent>${words}</w:sdtContent></w:sdt>`),
    "the result of a field": inBody(paragraph(field(own))),
    "a text box": inBody(paragraph(textBox(words))),
    "a footnote": inBody(paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'), {
      footnotes: `<w:footnote w:id="2">${words}</w:footnote>`,
    }),
    "a header": inBody("", { header: words }),
  };
}

async function problemsOf(made: MadeWord) {
  const { problems } = await readMade({ theme: THEME, ...made });
  return problems;
}

/** What hides letters, the rule that finds it, and what is said of it. */
const HAZARDS: readonly (readonly [what: string, properties: string, rule: string, said: string])[] = [
  ["hidden", "<w:vanish/>", "word-hidden-text", "is hidden text. Word does not show it, and it would be published."],
  ["hidden, said with 1", '<w:vanish w:val="1"/>', "word-hidden-text", "is hidden text."],
  [
    "white",
    '<w:color w:val="FFFFFF"/>',
    "word-text-as-background",
    "has the colour of its background, so nobody sees it",
  ],
  ["nearly white", '<w:color w:val="FDFDFD"/>', "word-text-as-background", "has the colour of its background"],
  [
    "white by the theme",
    '<w:color w:val="000000" w:themeColor="background1"/>',
    "word-text-as-background",
    "has the colour",
  ],
  [
    "dark, lightened to white",
    '<w:color w:themeColor="text1" w:themeTint="05"/>',
    "word-text-as-background",
    "has the colour",
  ],
  [
    "letters that are not filled",
    "<w14:textFill><w14:noFill/></w14:textFill>",
    "word-text-as-background",
    "has the colour",
  ],
  [
    "letters filled with white",
    '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
    "word-text-as-background",
    "has the colour",
  ],
  [
    "letters that are clear",
    '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>',
    "word-text-as-background",
    "has the colour",
  ],
  [
    "marked black",
    '<w:highlight w:val="black"/>',
    "word-black-highlight",
    "is covered with black. The words under it are still in the file",
  ],
  ["marked navy", '<w:highlight w:val="darkBlue"/>', "word-black-highlight", "is covered with black."],
  [
    "black on a black background",
    '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>',
    "word-black-highlight",
    "is covered with black.",
  ],
  [
    "black on a pattern that is solid",
    '<w:color w:val="111111"/><w:shd w:val="solid" w:color="auto" w:fill="FFFFFF"/>',
    "word-black-highlight",
    "is covered with black.",
  ],
  [
    "black on a background of the theme",
    '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="text1"/>',
    "word-black-highlight",
    "is covered with black.",
  ],
  [
    "grey on the same grey",
    '<w:color w:val="808080"/><w:shd w:val="clear" w:fill="808080"/>',
    "word-text-as-background",
    "has the colour",
  ],
  [
    "black on a pattern nearly black",
    '<w:color w:val="000000"/><w:shd w:val="pct95" w:color="000000" w:fill="FFFFFF"/>',
    "word-black-highlight",
    "is covered with black.",
  ],
  [
    "of one point",
    '<w:sz w:val="2"/>',
    "word-tiny-text",
    "is set too small, too narrow or too far from its line for anybody to read",
  ],
  ["drawn at a hundredth of its width", '<w:w w:val="1"/>', "word-tiny-text", "is set too small"],
  ["drawn together", '<w:spacing w:val="-200"/>', "word-tiny-text", "is set too small"],
  ["pressed into no room", '<w:fitText w:val="10"/>', "word-tiny-text", "is set too small"],
  ["raised off its line", '<w:position w:val="400"/>', "word-tiny-text", "is set too small"],
  ["struck through", "<w:strike/>", "word-struck-text", "is struck through. It would be published as if it stood."],
  ["struck through twice", "<w:dstrike/>", "word-struck-text", "is struck through."],
];

describe("letters that an author thought gone", () => {
  for (const [what, properties, rule, said] of HAZARDS)
    it(`are refused when they are ${what}, wherever Word lets it be said`, async () => {
      for (const [where, made] of Object.entries(everywhere(properties))) {
        const problems = await problemsOf(made);
        expect(
          problems.map((each) => each.rule),
          where,
        ).toEqual([rule]);
        expect(problems[0]?.message, where).toContain(`"${SECRET}" ${said}`);
        expect(problems[0]?.mend, where).toMatch(/^(In Word|Select|Delete|Take) ?.*\.$/);
      }
    });

  it("are refused when the file's own defaults say so", async () => {
    for (const [what, properties, rule] of HAZARDS) {
      const styles = `<w:docDefaults><w:rPrDefault><w:rPr>${properties}</w:rPr></w:rPrDefault></w:docDefaults>`;
      const problems = await problemsOf({ body: paragraph(SECRET), styles });
      expect(
        problems.map((each) => each.rule),
        what,
      ).toEqual([rule]);
    }
  });

  it("are told with the heading, the words, and the place in the paragraph", async () => {
    const [problem] = await problemsOf(everywhere("<w:vanish/>")["a run"] as MadeWord);
    expect(problem).toEqual({
      rule: "word-hidden-text",
      severity: "error",
      file: "report.docx",
      line: 3,
      column: 18,
      message: `Under "Finance", in the paragraph that begins "It is known that the sum…": "${SECRET}" is hidden text. Word does not show it, and it would be published.`,
      mend: "In Word, press Ctrl+Shift+8 to see hidden text. Delete it, or select it and take the tick from Hidden under Font (Ctrl+D).",
    });
    const place = async (where: string) => (await problemsOf(everywhere("<w:vanish/>")[where] as MadeWord))[0]?.message;
    expect(await place("a footnote")).toMatch(/^In a footnote, in the paragraph that begins/);
    expect(await place("a header")).toMatch(/^In the header, in the paragraph that begins/);
    expect(await place("a cell")).toMatch(/^Under "Finance", in the cell that begins/);
  });

  it("are all told at once, where many are hidden in many ways", async () => {
    const body = HAZARDS.map(([what, properties]) => paragraph(run(`Hidden, ${what}.`, properties))).join("");
    const problems = await problemsOf({ body });
    expect(problems.map(({ rule }) => rule).toSorted()).toEqual(HAZARDS.map(([, , rule]) => rule).toSorted());
    const both = await problemsOf({ body: paragraph(run("Words", '<w:vanish/><w:strike/><w:color w:val="FFFFFF"/>')) });
    expect(both.map(({ rule }) => rule)).toEqual(["word-hidden-text", "word-text-as-background", "word-struck-text"]);
  });

  it("are found where only the background says so", async () => {
    const shade = (fill: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
    const dark = run(SECRET, '<w:color w:val="1F3864"/>');
    const cell = (properties: string, table = "", row = "") =>
      `<w:tbl><w:tblPr>${table}</w:tblPr><w:tr>${row}<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(dark)}</w:tc></w:tr></w:tbl>`;
    const cases: Record<string, MadeWord> = {
      "a paragraph's": { body: paragraph(dark, shade("1F3864")) },
      "a cell's": { body: cell(shade("1F3864")) },
      "a table's": { body: cell("", shade("1F3864")) },
      "a row's": { body: cell("", "", `<w:tblPrEx>${shade("1F3864")}</w:tblPrEx>`) },
      "a table style's": {
        body: cell("", '<w:tblStyle w:val="T"/>'),
        styles: style("T", "table", `<w:tcPr>${shade("1F3864")}</w:tcPr>`),
      },
      "the corner of a table style": {
        body: cell("", '<w:tblStyle w:val="T"/><w:tblLook w:val="00A0"/>'),
        styles: style("T", "table", `<w:tblStylePr w:type="nwCell"><w:tcPr>${shade("1F3864")}</w:tcPr></w:tblStylePr>`),
      },
      "a text box's": {
        body: paragraph(textBox(paragraph(dark), '<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>')),
      },
      "a text box's, by its style": {
        body: paragraph(textBox(paragraph(dark), "", '<a:fillRef idx="1"><a:schemeClr val="dk2"/></a:fillRef>')),
      },
      "an old text box's": {
        body: paragraph(
          `<w:r><w:pict><v:shape fillcolor="#1f3864 [3213]"><v:textbox><w:txbxContent>${paragraph(dark)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
        ),
      },
      "the page's": {
        parts: {
          "word/document.xml": root(
            "w:document",
            `<w:background w:color="1F3864"/><w:body>${paragraph(dark)}</w:body>`,
          ),
        },
        settings: "<w:displayBackgroundShape/>",
      },
    };
    for (const [where, made] of Object.entries(cases))
      expect(
        (await problemsOf(made)).map(({ rule }) => rule),
        where,
      ).toEqual(["word-text-as-background"]);
  });

  it("are found in a box whose style makes them white on nothing", async () => {
    const style = '<a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef>';
    const problems = await problemsOf({ body: paragraph(textBox(paragraph(SECRET), "<a:noFill/>", style)) });
    expect(problems.map(({ rule }) => rule)).toEqual(["word-text-as-background"]);
  });

  it("are found in lines and in marks that are too low or hidden", async () => {
    const low = '<w:spacing w:line="20" w:lineRule="exact"/>';
    const byStyle = {
      body: paragraph(SECRET, '<w:pStyle w:val="L"/>'),
      styles: style("L", "paragraph", `<w:pPr>${low}</w:pPr>`),
    };
    expect((await problemsOf({ body: paragraph(SECRET, low) })).map(({ rule }) => rule)).toEqual(["word-tiny-text"]);
    expect((await problemsOf(byStyle)).map(({ rule }) => rule)).toEqual(["word-tiny-text"]);
    const mark = await problemsOf({ body: paragraph("Words", "<w:rPr><w:vanish/></w:rPr>") + paragraph("More") });
    expect(mark.map(({ rule }) => rule)).toEqual(["word-hidden-mark"]);
    expect(mark[0]?.column).toBe(6);
  });
});

describe("letters that are only unusual", () => {
  const shd = (fill: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
  const row = (words: string, properties = "") => `<w:tr><w:tc>${paragraph(run(words, properties))}</w:tc></w:tr>`;
  const HARMLESS: Record<string, MadeWord> = {
    "white in a dark first row, by the table's style": {
      body: `<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/></w:tblPr>${row("Measure")}${row("Attendance")}</w:tbl>`,
      styles: style(
        "T",
        "table",
        `<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr>${shd("1F3864")}</w:tcPr></w:tblStylePr>`,
      ),
    },
    "white in every second band of two rows": {
      body: `<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:val="0400"/></w:tblPr>${["One", "Two", "Three", "Four"].map((words, at) => row(words, at > 1 ? '<w:color w:val="FFFFFF"/>' : "")).join("")}</w:tbl>`,
      styles: style(
        "T",
        "table",
        `<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr><w:tblStylePr w:type="band2Horz"><w:tcPr>${shd("1F3864")}</w:tcPr></w:tblStylePr>`,
      ),
    },
    "automatic on a dark paragraph": { body: paragraph("Seen", shd("000000")) },
    "automatic on a dark background of its own": { body: paragraph(run("Seen", shd("111111"))) },
    "white on a dark background of its own": {
      body: paragraph(run("Seen", `<w:color w:val="FFFFFF"/>${shd("000000")}`)),
    },
    grey: { body: paragraph(run("Seen", '<w:color w:val="A6A6A6"/>')) },
    "yellow-marked": { body: paragraph(run("Seen", '<w:highlight w:val="yellow"/>')) },
    "white in a box filled by its style": {
      body: paragraph(
        textBox(
          paragraph("Seen"),
          "",
          '<a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef>',
        ),
      ),
    },
    "white where the file's mapping makes white dark": {
      body: paragraph(run("Seen", '<w:color w:themeColor="background1"/>')),
      settings: '<w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/>',
    },
    "shown by the run, though its style hides": {
      body: paragraph(run("Seen", '<w:rStyle w:val="H"/><w:vanish w:val="0"/>')),
      styles: style("H", "character", "<w:rPr><w:vanish/></w:rPr>"),
    },
    "shown by a style that is based on one that hides": {
      body: paragraph("Seen", '<w:pStyle w:val="S"/>'),
      styles:
        style("H", "paragraph", "<w:rPr><w:vanish/></w:rPr>") +
        style("S", "paragraph", '<w:basedOn w:val="H"/><w:rPr><w:vanish w:val="false"/></w:rPr>'),
    },
    "hidden only on the web": { body: paragraph(run("Seen", "<w:webHidden/>")) },
    "hidden spaces and empty runs": {
      body: paragraph(`${run("Seen")}${run("  ", "<w:vanish/>")}${run("", "<w:vanish/><w:strike/>")}`),
    },
    "the hidden mark of an empty paragraph": {
      body: `${paragraph("Seen")}<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>`,
    },
    "drawn together by a point, and raised by two": {
      body: paragraph(run("Seen", '<w:spacing w:val="-20"/><w:position w:val="4"/><w:w w:val="80"/>')),
    },
    "fitted into room enough": { body: paragraph(run("Seen", '<w:fitText w:val="1200"/>')) },
    "white on a page whose colour is not shown, in a table that is dark": {
      body: `<w:tbl><w:tblPr>${shd("000080")}</w:tblPr>${row("Seen", '<w:color w:val="FFFFFF"/>')}</w:tbl>`,
    },
  };
  for (const [what, made] of Object.entries(HARMLESS))
    it(`are taken: ${what}`, async () => {
      const { problems, paper } = await readMade({ theme: THEME, ...made });
      expect(problems).toEqual([]);
      expect(paper?.body).toMatch(/Seen|Measure|One/);
    });

  it("are asked about when two styles hide at once, which shows them", async () => {
    const styles =
      style("C", "character", "<w:rPr><w:vanish/></w:rPr>") + style("P", "paragraph", "<w:rPr><w:vanish/></w:rPr>");
    const body = paragraph(run("Seen", '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="P"/>');
    expect((await problemsOf({ body, styles })).map(({ rule }) => rule)).toEqual(["word-hidden-text"]);
  });

  it("are hidden however far from their style the one that hides is", async () => {
    const chain = Array.from({ length: 40 }, (_, at) =>
      style(`S${at}`, "paragraph", `<w:basedOn w:val="S${at + 1}"/>`),
    ).join("");
    const styles = chain + style("S40", "paragraph", "<w:rPr><w:vanish/></w:rPr>");
    expect(
      (await problemsOf({ body: paragraph("Words", '<w:pStyle w:val="S0"/>'), styles })).map(({ rule }) => rule),
    ).toEqual(["word-hidden-text"]);
  });
});
