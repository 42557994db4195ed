import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { readOutline } from "../../markdown/outline.ts";
import { type ReportTemplate, reportTemplate } from "../../model/report-template.ts";
import type { WordRead } from "../paper/word-paper.ts";
import { readWord } from "../read-word.ts";
import { CABINET_REPORT, CABINET_REPORT_BODY } from "./cabinet-report.ts";

const FILE = new URL("../../../data/report-templates/cabinet-report.json", import.meta.url);
const template = reportTemplate.parse(JSON.parse(readFileSync(FILE, "utf8")));

function read(templates: readonly ReportTemplate[], yes: readonly string[] = []): Promise<WordRead> {
  return readWord({
    name: "Quay wall.docx",
    bytes: CABINET_REPORT,
    accepted: [],
    yes,
    templates,
    committee: ["Cabinet"],
    pictures: "quay-wall",
  });
}

describe("a report on the council's own template", () => {
  let report: WordRead;
  beforeAll(async () => {
    report = await read([template]);
  });
  const value = (field: string) => report.paper?.form.find((each) => each.field === field)?.lines;

  it("is known by the labels of its form", () => {
    expect(report.problems).toEqual([]);
    expect(report.paper?.template).toBe("Cabinet report");
  });

  it.each([
    ["committee", "CABINET"],
    ["date", "14 DECEMBER 2026"],
    ["agendaItem", "4"],
    ["access", "PUBLIC REPORT"],
    ["contactOfficer", "Ros Hallam, Director of Places"],
    ["contactPhone", "01555 010 222"],
    ["title", "REVIEW OF THE QUAY WALL"],
    ["from", "Director of Places"],
    ["deadline", "N/A"],
    ["majorPolicyItem", "NO"],
  ])("says in its form what the %s is", (field, text) => {
    expect(value(field)).toEqual([{ label: "", text }]);
  });

  it("names both members of Cabinet", () => {
    expect(value("cabinetMembers")?.map(({ text }) => text)).toEqual([
      "Councillor Ada Thrale, Cabinet Member for Places",
      "Councillor Bram Oakes, Cabinet Member for Money",
    ]);
  });

  it("keeps the letters of its recommendations", () => {
    expect(value("recommendations")).toEqual([
      { label: "", text: "That Cabinet:" },
      { label: "(a)", text: "notes what the survey of the quay wall found; and" },
      { label: "(b)", text: "agrees the repairs set out in paragraph 4.2." },
    ]);
  });

  it("names its background documents, which stay in its body too", () => {
    expect(value("backgroundPapers")?.map(({ label, text }) => `${label} ${text}`.trim())).toEqual([
      "Used to prepare this report, in accordance with the Local Government (Access to Information) Act 1985:",
      "• Survey of the quay wall, June 2026; and",
      "• Diver’s log, April 2026.",
    ]);
  });

  it("has for its body what stands under the form, with Word's numbers", () => {
    expect(report.paper?.body).toBe(CABINET_REPORT_BODY);
    expect(report.paper?.numbering).toBe("typed");
  });

  it("gives every numbered paragraph the address that minutes will cite", () => {
    const { outline, faults } = readOutline(CABINET_REPORT_BODY, 0, "typed");
    expect(faults).toEqual([]);
    expect(outline.blocks.flatMap(({ number, anchor }) => (number ? [`${number} ${anchor}`] : []))).toEqual([
      "1 s1",
      "2 s2",
      "2.1 p2-1",
      "2.2 p2-2",
      "3 s3",
      "4 s4",
      "4.1 p4-1",
      "4.2 p4-2",
      "4.3 p4-3",
      "4.4 p4-4",
      "5 s5",
      "5.1 p5-1",
      "6 s6",
    ]);
    expect(
      outline.blocks
        .filter(({ kind }) => kind === "list")
        .map(({ anchor }) => anchor)
        .slice(0, 3),
    ).toEqual(["p4-2-i1", "p4-2-i2", "p4-2-i3"]);
  });

  it("asks only about the bold line that the template does not know", () => {
    expect(report.questions.map(({ asks }) => asks)).toEqual([expect.stringContaining("What was done at once:")]);
  });

  it("makes that line a heading inside its section where an officer says so", async () => {
    const { paper } = await read([template], ["headings"]);
    expect(paper?.body).toContain("\n### 4.3 What was done at once:\n\n4.4 The steps were shut");
  });
});

describe("the same report where the council has no template", () => {
  it("loses no word of the form, and asks about every bold line", async () => {
    const { paper, problems, questions } = await read([]);
    expect(problems).toEqual([]);
    expect(paper?.template).toBeNull();
    expect(paper?.form).toEqual([]);
    for (const words of ["AGENDA ITEM No. 4", "Ros Hallam, Director of Places", "REVIEW OF THE QUAY WALL"])
      expect(paper?.body).toContain(words);
    const headings = questions.filter(({ id }) => id.startsWith("heading-"));
    // Six sections and the line under 4.2.
    expect(headings).toHaveLength(7);
    expect(questions.filter(({ id }) => id.startsWith("title"))).toHaveLength(1);
  });

  it("is not taken for another template's report", async () => {
    const other = { ...template, title: "Planning report", recognisedBy: ["Application number"] };
    const { paper } = await read([other]);
    expect(paper?.template).toBeNull();
  });
});
