import { describe, expect, it } from "vitest";
import { readOutline } from "./outline.ts";
import { type RenderOptions, renderPaper } from "./render.ts";

const options: RenderOptions = { chart: (measure) => `<i>${measure}</i>`, image: (file) => `/images/${file}` };
const html = (body: string, more: Partial<RenderOptions> = {}) => renderPaper(body, { ...options, ...more });
const numbers = (body: string) =>
  readOutline(body, 1).outline.blocks.map(({ anchor, number }) => (number ? `${number} #${anchor}` : `- #${anchor}`));

describe("a paper that numbers itself", () => {
  it("counts sections and the paragraphs in them", () => {
    expect(numbers("## Origin\n\nOne.\n\nTwo.\n\n## Purpose\n\nThree.\n")).toEqual([
      "1 #s1",
      "1.1 #p1-1",
      "1.2 #p1-2",
      "2 #s2",
      "2.1 #p2-1",
    ]);
  });

  it("counts plain paragraphs where it has no sections", () => {
    expect(numbers("One.\n\nTwo.\n")).toEqual(["1 #p1", "2 #p2"]);
  });

  it("leaves words before the first section without a number", () => {
    expect(numbers("Before.\n\n## One\n\nText.\n")).toEqual(["- #s0-p1", "1 #s1", "1.1 #p1-1"]);
  });

  it("does not take a figure that begins a sentence for a number", () => {
    expect(html("## Money\n\n4.5 million pounds were spent.\n")).toContain("4.5 million pounds");
    expect(numbers("## Money\n\n4.5 million pounds were spent.\n")).toEqual(["1 #s1", "1.1 #p1-1"]);
  });

  it("numbers neither tables, charts, images nor lists", () => {
    const body = "## A\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n::: chart turnover\n\n![a map](map.png)\n\n- point\n";
    expect(numbers(body)).toEqual(["1 #s1", "- #s1-t1", "- #s1-c1", "- #s1-i1", "- #s1-i1-2"]);
  });
});

describe("a paper with typed numbers", () => {
  const cabinet = `## 1. Origin of report

This report is submitted after a referral.

## 4. The inspection

4.5 Serious findings.

### 4.6 Afterwards:

4.7 Areas for improvement.

4.11 Activities include:

- a review
- an audit

4.12 The approach.

## 10. Background documents

Used in accordance with the Act.
`;

  it("keeps every number, where they skip, start late or are missing", () => {
    expect(numbers(cabinet)).toEqual([
      "1 #s1",
      "- #s1-p1",
      "4 #s4",
      "4.5 #p4-5",
      "4.6 #p4-6",
      "4.7 #p4-7",
      "4.11 #p4-11",
      "- #p4-11-i1",
      "- #p4-11-i2",
      "4.12 #p4-12",
      "10 #s10",
      "- #s10-p1",
    ]);
  });

  it("shows a sub-heading's paragraph number in the margin, once", () => {
    expect(html(cabinet)).toContain(
      '<h3 id="p4-6" class="numbered"><a class="number" href="#p4-6">4.6</a> Afterwards:</h3>',
    );
  });

  it("keeps letters after numbers and never turns 4.10 into 4.1", () => {
    expect(numbers("## 4. A\n\n4.7A Put in later.\n\n4.10 Ten.\n")).toEqual(["4 #s4", "4.7A #p4-7a", "4.10 #p4-10"]);
  });

  it("keeps a number that was typed twice, links to both, and reports it", () => {
    const { outline, faults } = readOutline("## 4. A\n\n4.7 One.\n\n4.7 Two.\n", 1);
    expect(outline.blocks.map((block) => block.anchor)).toEqual(["s4", "p4-7", "p4-7-2"]);
    expect(faults.map((fault) => fault.rule)).toEqual(["number-repeated"]);
  });

  it("takes a year at the start of a heading for a word", () => {
    expect(numbers("## 2026 budget\n\nText.\n")).toEqual(["1 #s1", "1.1 #p1-1"]);
  });

  it("is known by its paragraphs, where nobody marked its headings", () => {
    expect(numbers("4.1 In March.\n\n4.2 The inspection.\n")).toEqual(["4.1 #p4-1", "4.2 #p4-2"]);
  });

  it("has no paragraph of nothing but hard spaces, and reads a letter before one", () => {
    expect(numbers("## 1. A\n\n\u00a0\n\n(a)\u00a0 That the plan be endorsed\n")).toEqual(["1 #s1", "- #s1-a"]);
  });

  it("leaves an escaped number in its sentence", () => {
    expect(html("## 4. Money\n\n4\\.5 million pounds.\n")).toContain("4.5 million pounds");
  });
});

describe("lists", () => {
  it("keep their letters as text, with the wrapped line and the nested list", () => {
    const out = html("(a) first\n(b) second\n  and on\n   (i) nested\n   (ii) nested two\n(c) third\n");
    expect(out.match(/class="letter">\(\w+\)/g)).toEqual(
      ["(a)", "(b)", "(i)", "(ii)", "(c)"].map((letter) => `class="letter">${letter}`),
    );
    expect(out).toContain("second\nand on");
    expect(out).toMatch(/\(b\)[\s\S]*<ol class="letters">[\s\S]*\(i\)[\s\S]*<\/ol>[\s\S]*\(c\)/);
  });

  it("have an address for every item, those inside others too", () => {
    expect(
      numbers("## 4. A\n\n4.1 That:\n\n(a) one\n   (i) deep\n   (ii) deeper\n(b) two\n\n- point\n  1. first\n"),
    ).toEqual([
      "4 #s4",
      "4.1 #p4-1",
      "- #p4-1-a",
      "- #p4-1-a-i",
      "- #p4-1-a-ii",
      "- #p4-1-b",
      "- #p4-1-i1",
      "- #p4-1-i1-n1",
    ]);
  });

  it("have an address for an item's second paragraph as well", () => {
    expect(numbers("## 4. A\n\n4.1 That:\n\n- one\n\n  and more\n\n- two\n")).toEqual([
      "4 #s4",
      "4.1 #p4-1",
      "- #p4-1-i1",
      "- #p4-1-i1-p2",
      "- #p4-1-i2",
    ]);
  });

  it("keep letters that skip or start late", () => {
    expect(html("(c) third\n(f) sixth\n")).toContain('class="letter">(f)');
  });

  it("do not begin inside a sentence that wraps before (b)", () => {
    expect(html("This is under section 4\n(b) of the Act.\n")).not.toContain("<ol");
  });

  it("keep numbers that skip, which Markdown would count anew", () => {
    const out = html("3. three\n5. five\n");
    expect(out).toContain('value="3"');
    expect(out).toContain('value="5"');
  });
});

describe("tables", () => {
  it("head their columns and rows, and carry their caption", () => {
    const out = html("Table 1: judgements\n\n| Area | Grade |\n|---|--:|\n| Files | 3 |\n");
    expect(out).toMatch(/<caption id="s0-t1-caption">Table 1: judgements<\/caption>/);
    expect(out).toContain('<th scope="col">Area</th>');
    expect(out).toContain('<th scope="row">Files</th>');
    expect(out).toContain('<td class="n">3</td>');
    expect(out.match(/Table 1/g)).toHaveLength(1);
  });

  it("without a head row have none", () => {
    const out = html("| | |\n|---|---|\n| Major policy item? | NO |\n");
    expect(out).not.toContain("<thead");
    expect(out).toContain('<th scope="row">Major policy item?</th>');
  });

  it("scroll by keyboard where the screen is narrow", () => {
    expect(html("| A |\n|---|\n| b |\n")).toMatch(/<section class="scroll"[^>]*aria-label="Table"[^>]*tabindex="0"/);
  });
});

describe("an officer's text", () => {
  it("is text: HTML, scripts and template code are shown, not run", () => {
    const out = html("<script>alert(1)</script> {{ range.constructor('x')() }} {% include 'x' %}\n");
    expect(out).toContain("&lt;script&gt;");
    expect(out).toContain("{{ range.constructor");
    expect(out).not.toContain("<script");
  });

  it("cannot link to a script", () => {
    expect(html("[x](javascript:alert(1))\n")).not.toContain('href="javascript');
  });

  it("keeps straight quotes, dashes and fractions as typed", () => {
    expect(html('"quoted" -- 1/2 (c) ...\n')).toContain("&quot;quoted&quot; -- 1/2 (c) ...");
  });
});

describe("words in another language", () => {
  it("say so, whatever stands in them, and leave the rest of the line as it is", () => {
    expect(html("Read [Croeso *i bawb*]{lang=cy} here.\n")).toContain(
      'Read <span lang="cy">Croeso <em>i bawb</em></span> here.',
    );
  });
  it("stay as they were typed where the language is none, or a link is in them", () => {
    for (const typed of ["[Croeso]{lang=welsh}", "[a [b](c) d]{lang=cy}"])
      expect(html(`${typed}\n`)).not.toContain("<span lang");
  });
});

describe("in the pack", () => {
  it("every paper's ids are its own, numbers are plain text, and each block has an end", () => {
    const out = html("## A\n\nOne[^1].\n\n[^1]: Note.\n", { forPrint: true, idPrefix: "p2-" });
    expect(out).toContain('<h2 id="p2-s1" class="numbered"><span class="number">1</span>');
    expect(out).toContain('<span id="p2-p1-1--end"></span></p>');
    expect(out).toContain('id="fnref-p2-1"');
  });

  it("a cell without words has something to be tagged by, and only there", () => {
    const table = "| a |  | c |\n| --- | --- | ---: |\n| x |  |  |\n";
    expect(html(table, { forPrint: true }).match(/<t[dh][^>]*>&nbsp;/g)).toHaveLength(3);
    expect(html(table)).not.toContain("&nbsp;");
  });

  it("a block ends where its last words do, also where they are in a list, a table or a quotation inside it", () => {
    const out = html(
      "## A\n\nOne.\n\n1. First\n   - inside\n     - deeper\n\n| a | c |\n| --- | --- |\n| b | d |\n\n> Said.\n",
      { forPrint: true },
    );
    expect(out).toMatch(/deeper(<span id="p1-1-n1[^"]*--end"><\/span>){3}<\/li>/);
    expect(out).toMatch(/<th scope="row"><span id="s1-t1--end"><\/span>b<\/th>\s*<td>d<\/td>/);
    expect(out).toMatch(/<p>Said.<span id="s1-q1--end"><\/span><\/p>/);
    expect(out).not.toMatch(/<\/(p|li|ul|ol|table|blockquote)>\s*<span id="[^"]*--end">/);
  });
});
