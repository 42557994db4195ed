import { describe, expect, it } from "vitest";
import type { PageRange } from "../model/record.ts";
import { type RenderOptions, renderPaper } from "./render.ts";

/** What the paper reads like, a line for each mark or block: marks in brackets, blocks by their words. */
function read(body: string, pages: Record<string, [number, number]>, whole: [number, number], more = {}): string[] {
  const range = ([first, last]: [number, number]): PageRange => ({ first, last });
  const options: RenderOptions = {
    pages: Object.fromEntries(Object.entries(pages).map(([anchor, each]) => [anchor, range(each)])),
    range: range(whole),
    chart: () => "a chart",
    image: (file) => file,
    ...more,
  };
  return renderPaper(body, options)
    .replace(
      /<div class="pagebreak" id="(page-\d+)" role="doc-pagebreak" aria-label="([^"]*)">[^<]*<\/div>/g,
      "\n[$2]\n",
    )
    .replace(/<a class="number.*?<\/a> /g, "")
    .replace(/<[^>]*>/g, "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

describe("a paper on the web says where each page of the pack begins", () => {
  it("before the first paragraph of the page", () => {
    const pages: Record<string, [number, number]> = { s1: [5, 5], "p1-1": [5, 5], "p1-2": [6, 6] };
    expect(read("## One\n\nFirst.\n\nSecond.\n", pages, [5, 6])).toEqual(["One", "First.", "[Pack page 6]", "Second."]);
  });

  it("after the paragraph that it begins in, also where that runs over several, and once only", () => {
    const pages: Record<string, [number, number]> = { s1: [5, 5], "p1-1": [5, 7], "p1-2": [7, 7] };
    expect(read("## One\n\nFirst.\n\nSecond.\n", pages, [5, 7])).toEqual([
      "One",
      "First.",
      "[Pack page 6 begins in the paragraph above]",
      "[Pack page 7 begins in the paragraph above]",
      "Second.",
    ]);
  });

  it("before its first paragraph, where its heading takes more than a page", () => {
    const pages: Record<string, [number, number]> = { s1: [7, 7], "p1-1": [7, 7] };
    expect(read("## One\n\nFirst.\n", pages, [5, 7])).toEqual([
      "[Pack page 6 begins above]",
      "[Pack page 7]",
      "One",
      "First.",
    ]);
  });

  it("after its last paragraph, where only what follows stands on the page", () => {
    const pages: Record<string, [number, number]> = { s1: [5, 5], "p1-1": [5, 5] };
    expect(read("## One\n\nFirst.\n", pages, [5, 6]).slice(-2)).toEqual([
      "First.",
      "[Pack page 6 begins below, after the last paragraph]",
    ]);
  });

  it("before a list whose first point begins the page, and between points inside the list", () => {
    const pages: Record<string, [number, number]> = {
      p1: [5, 5],
      "p1-i1": [6, 6],
      "p1-i2": [7, 8],
      "p1-i2-a": [7, 7],
      "p1-i2-b": [8, 8],
    };
    expect(read("Points:\n\n- one\n- two\n  (a) first\n  (b) second\n", pages, [5, 8])).toEqual([
      "Points:",
      "[Pack page 6]",
      "one",
      "[Pack page 7]",
      "two",
      "(a) first",
      "[Pack page 8]",
      "(b) second",
    ]);
    const html = renderPaper("Points:\n\n- one\n- two\n", {
      pages: { p1: { first: 5, last: 5 }, "p1-i1": { first: 5, last: 5 }, "p1-i2": { first: 6, last: 6 } },
      chart: () => "",
      image: () => "",
    });
    expect(html).toMatch(/<li id="p1-i1">one<div class="pagebreak" id="page-6".*<\/div>\n<\/li>/);
  });

  it("after a point, a table, a chart, a picture and a quotation that run over", () => {
    const over = (body: string, anchor: string) => read(body, { p1: [1, 1], [anchor]: [1, 2] }, [1, 2]).at(-1);
    expect(over("P.\n\n- one\n", "p1-i1")).toBe("[Pack page 2 begins in the point above]");
    expect(over("P.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "s0-t1")).toBe("[Pack page 2 begins in the table above]");
    expect(over("P.\n\n::: chart turnover\n", "s0-c1")).toBe("[Pack page 2 begins in the chart above]");
    expect(over("P.\n\n![a map](map.png)\n", "s0-i1")).toBe("[Pack page 2 begins in the picture above]");
    expect(over("P.\n\n> said\n", "s0-q1")).toBe("[Pack page 2 begins in the quotation above]");
  });

  it("on every page of it, each with an id that no other has", () => {
    const pages: Record<string, PageRange> = {
      s1: { first: 3, last: 3 },
      "p1-1": { first: 3, last: 5 },
      "p1-2": { first: 8, last: 9 },
    };
    const html = renderPaper("## One\n\nFirst.\n\nSecond.\n", {
      pages,
      range: { first: 2, last: 11 },
      chart: () => "",
      image: () => "",
    });
    expect([...html.matchAll(/id="page-(\d+)"/g)].map((match) => Number(match[1]))).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10, 11,
    ]);
  });

  it("of minutes in their own name, since they number apart", () => {
    expect(read("One.\n\nTwo.\n", { p1: [2, 2], p2: [3, 3] }, [2, 3], { pageName: "Minutes page" })[1]).toBe(
      "[Minutes page 3]",
    );
  });

  it("and says nothing in the pack itself, nor in a draft, which have no pages yet", () => {
    for (const forPrint of [true, false])
      expect(renderPaper("One.\n\nTwo.\n", { forPrint, chart: () => "", image: () => "" })).not.toContain("pagebreak");
  });
});
