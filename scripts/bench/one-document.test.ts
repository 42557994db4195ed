import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BenchPapers, readBenchPapers } from "./bench-papers.ts";
import { writeGeneratedCouncil } from "./generated-council.ts";
import { writeOneHtml } from "./one-html.ts";
import { writeOneTypst } from "./one-typst.ts";
import { quoted, text } from "./typst-text.ts";

describe("the one document that rivals are given", () => {
  const root = mkdtempSync(join(tmpdir(), "one-document-"));
  let papers: BenchPapers;
  let html: string;
  let typst: string;
  beforeAll(() => {
    const { meeting } = writeGeneratedCouncil(root, { reports: 5 });
    papers = readBenchPapers(root, meeting);
    html = readFileSync(
      writeOneHtml(papers, join(root, "html"), () => "<svg></svg>"),
      "utf8",
    );
    typst = readFileSync(writeOneTypst(papers, join(root, "typst")), "utf8");
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it("has every report, with every paragraph's number", () => {
    expect(papers.reports).toHaveLength(5);
    expect(html.match(/<article/g)).toHaveLength(5);
    expect(html.match(/<span class="number">\d+\.\d+<\/span>/g)?.length).toBe(typst.match(/#para\(\[/g)?.length);
    expect(html.match(/<svg>/g)).toHaveLength(5);
    expect(typst.match(/#measure\(/g)).toHaveLength(5);
  });

  it("says in Typst every word that it says in HTML", () => {
    const words = (markup: string) => new Set(markup.match(/[\p{L}’]{3,}/gu));
    const said = words(typst.replaceAll("\\", ""));
    const body = html
      .slice(html.indexOf("<body>"))
      .replace(/<span class="letter">[^<]+/g, "")
      .replace(/<[^>]+>/g, " ");
    // Typst letters lists by itself, and its notes stand where they are cited, so nothing there leads back.
    const missing = [...words(body)].filter((word) => !said.has(word) && word !== "Back");
    expect(missing).toEqual([]);
  });

  it("leads nowhere that is not there", () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const ends = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(ends.length).toBeGreaterThan(20);
    expect(ends.filter((end) => !ids.has(end))).toEqual([]);
    const labels = new Set([...typst.matchAll(/ <([a-z0-9-]+)>/g)].map(([, label]) => label));
    const targets = [...typst.matchAll(/#link\(<([^>]+)>/g)].map(([, label]) => label);
    expect(targets.length).toBeGreaterThan(15);
    expect(targets.filter((target) => !labels.has(target))).toEqual([]);
  });

  it("says words that Typst would act on as words", () => {
    expect(text("5 * 3 [#a] $b_c$ <d> @e")).toBe("5 \\* 3 \\[\\#a\\] \\$b\\_c\\$ \\<d\\> \\@e");
    expect(text("12. not a list")).toBe("12\\. not a list");
    expect(quoted('a "b" \\')).toBe('"a \\"b\\" \\\\"');
  });
});
