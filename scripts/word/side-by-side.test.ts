import { describe, expect, it } from "vitest";
import type { WordPaper } from "./paper/word-paper.ts";
import { sideBySidePage } from "./side-by-side.ts";

const HOSTILE = '<script>alert("x")</script> & "more"';

const paper: WordPaper = {
  template: null,
  form: [{ field: "from", label: "From", lines: [{ label: "", text: HOSTILE }], paragraphs: [1] }],
  taken: [1],
  chunks: [
    { markdown: "4.1 The family[^1] was told.", paragraphs: [2] },
    { markdown: "| A | B |\n| --- | --- |\n| 1 | 2 |", paragraphs: [3, 4, 5, 6] },
    { markdown: "[^1]: On Monday.", paragraphs: [7] },
  ],
  body: "",
  numbering: "typed",
  pictures: [],
  shown: [
    { number: 1, label: "", text: `From: ${HOSTILE}`, isInTable: true },
    { number: 2, label: "4.1", text: "The family was told.", isInTable: false },
    { number: 3, label: "", text: "A", isInTable: true },
    { number: 7, label: "", text: "On Monday.", isInTable: false },
  ],
  counted: { words: 9, cells: 4 },
};
const page = (more = {}) =>
  sideBySidePage({
    name: HOSTILE,
    report: "a.md",
    paper,
    fields: { from: HOSTILE },
    questions: [HOSTILE],
    notes: [HOSTILE],
    gaps: [HOSTILE],
    ...more,
  });

describe("the page that shows a Word file beside its report", () => {
  it("has each passage of both in one row, in order, with its number", () => {
    const rows = [...page().matchAll(/<tr><td class="word">(.*?)<\/td><td class="paper">(.*?)<\/td><\/tr>/gs)].map(
      ([, word, report]) =>
        [word, report].map((html = "") =>
          html
            .replace(/<[^>]+>/g, " ")
            .replace(/\s+/g, " ")
            .trim(),
        ),
    );
    expect(rows[1]).toEqual(["4.1 The family was told.", "4.1 The family [1] was told."]);
    expect(rows[2]?.[1]).toBe("A B 1 2");
    expect(rows[3]).toEqual(["On Monday.", "[^1]: On Monday."]);
  });

  it("shows what an officer wrote as the text it is, and runs and asks for nothing", () => {
    const html = page();
    expect(html).not.toContain("<script");
    expect(html).not.toContain('"x"');
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(6);
    expect(html).not.toMatch(/\b(src|href)=/);
  });

  it("shows a field as the report has it, and says what the meeting says itself", () => {
    const form = [{ field: "date", label: "", lines: [{ label: "", text: "14 December" }], paragraphs: [1] }];
    expect(page({ paper: { ...paper, form } })).toContain("Not written: the meeting and its agenda say it.");
    const contact = [{ field: "contactPhone", label: "Tel", lines: [], paragraphs: [1] }];
    expect(
      page({ paper: { ...paper, form: contact }, fields: { contactOfficer: { role: "Clerk", phone: "01555 1" } } }),
    ).toContain("Clerk, 01555 1");
  });
});
