/** From six Word files to an agenda that is issued: the officer's way through the commands, on a copy of the sample council. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPublicSite } from "../scripts/build.ts";
import { checkCouncil } from "../scripts/check/check.ts";
import { importAppendix } from "../scripts/import-appendix.ts";
import { importWord } from "../scripts/import-word.ts";
import { issue } from "../scripts/issue.ts";
import { loadCouncil } from "../scripts/load/council.ts";
import { stops } from "../scripts/model/problem.ts";
import { newDraft } from "../scripts/new-draft.ts";
import { Printer } from "../scripts/printing/printer.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import type { Accepted, ImportedWord } from "../scripts/word/imported-word.ts";
import { readPack } from "./pack-checks.ts";
import { SIX_REPORTS } from "./word-files/six-reports.ts";

const NOW = "2026-11-30T10:00";
const MEETING = "2026-12-14-cabinet";
const FOLDER = `content/meetings/2026/${MEETING}`;

let root: string;
const printer = new Printer();

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "clear-days-"));
  for (const part of ["content", "data"]) cpSync(join(PROJECT, part), join(root, part), { recursive: true });
  newDraft({ root, asked: { kind: "meeting", committee: "cabinet", date: "2026-12-14", another: false }, now: NOW });
  edit("agenda.md", (text) =>
    text.replace(
      /\n---\n?$/,
      `
  - id: budget-monitoring
    number: "8"
    title: Budget monitoring to the end of October 2026
    for: decision
  - id: annexe-lease
    number: "9"
    title: Lease of the annexe
    for: decision
  - id: early-help
    number: "10"
    title: Early help strategy
    for: information
---
`,
    ),
  );
});
afterAll(async () => {
  await printer.close();
  rmSync(root, { recursive: true });
});

function edit(name: string, change: (text: string) => string): void {
  const file = join(root, FOLDER, name);
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

function text(name: string): string {
  return readFileSync(join(root, FOLDER, name), "utf8");
}

interface Choices {
  readonly accepted?: readonly Accepted[];
  readonly yes?: readonly string[];
  readonly again?: boolean;
}

async function bringIn(
  at: number,
  item: string,
  { accepted = [], yes = [], again = false }: Choices = {},
): Promise<ImportedWord> {
  const sent = SIX_REPORTS[at];
  if (!sent) throw new Error(`there is no report ${at}`);
  return importWord({
    root,
    name: sent.file,
    bytes: await sent.bytes(),
    meeting: MEETING,
    item,
    accepted,
    yes,
    again,
    now: NOW,
  });
}

function problems() {
  return checkCouncil(loadCouncil(root, { drafts: true, now: NOW })).filter(({ file }) => file.startsWith(FOLDER));
}

describe("six Word files, brought in one after another", () => {
  it("fill the form's fields where the report is on the council's template, and number it as Word does", async () => {
    const imported = await bringIn(0, "5");
    expect(imported.problems).toEqual([]);
    expect(imported.report).toBe(`${FOLDER}/quarterly-report-2026-12.md`);
    const report = text("quarterly-report-2026-12.md");
    expect(report).toContain("from: Director of Children's Services\n");
    expect(report).toContain("cabinetMembers: [jo-mbeki]\n");
    expect(report).toContain("discharges: [quarterly-report]\n");
    expect(report).toContain("## 4. PROGRESS\n\n4.1 Two actions are done");
    expect(report).toContain(
      "(b) repeat referrals stand at 25 per cent:\n    (i) 24 per cent among children under five; and",
    );
    expect(imported.gaps).toEqual(["what the report says, in two sentences that a resident can follow."]);
    expect(text("agenda.md")).toContain("papers: [quarterly-report-2026-12]");
  });

  it("keep a table's rows of headings, and its numbers at the right", async () => {
    expect((await bringIn(1, "6")).questions).toEqual([]);
    expect(text("agency-cost-note.md")).toContain(
      "| Team | Posts | Cost a month (£) |\n| --- | ---: | ---: |\n| Duty and assessment | 6 | 41,800 |",
    );
  });

  it("ask about bold lines, and take them for headings once somebody says so", async () => {
    const first = await bringIn(2, "7");
    expect(first.questions.map(({ id }) => id)).toContain("heading-2");
    expect(text("vacancies-monthly.md")).toContain("**Background**");
    await expect(bringIn(2, "7")).rejects.toThrow("Item 7 has its report already");
    const again = await bringIn(2, "7", { again: true, yes: ["title-1", "heading-2", "heading-4", "heading-12"] });
    expect(again.problems).toEqual([]);
    expect(text("vacancies-monthly.md")).toContain("title: Publishing vacancies each month\n");
    expect(text("vacancies-monthly.md")).toContain("---\n## Background\n");
    const record = JSON.parse(readFileSync(join(root, `data/imports/${MEETING}/vacancies-monthly.json`), "utf8"));
    expect(record.answered).toEqual(["title-1", "heading-2", "heading-4", "heading-12"]);
    expect(record.file).toBe("Vacancies_monthly.docx");
  });

  it("keep merged cells, footnotes, and a figure that begins a paragraph", async () => {
    expect((await bringIn(3, "8")).problems).toEqual([]);
    const report = text("budget-monitoring-to-the-end-of-october-2026.md");
    expect(report).toContain("| << |");
    expect(report).toContain("[^1]: The transfer of £0.9 million agreed on 28 September is counted in.");
    expect(report).toContain("2.2 4.5 million pounds of grant");
  });

  it("are refused while changes and comments wait, and say what was accepted once an officer decides", async () => {
    const refused = await bringIn(4, "9");
    expect(refused.report).toBeNull();
    expect(refused.mayAccept).toEqual(["changes", "comments"]);
    expect(refused.problems.map(({ rule }) => rule)).toEqual([
      "word-tracked-change",
      "word-tracked-change",
      "word-comment",
    ]);
    expect(existsSync(join(root, FOLDER, "lease-of-the-annexe.md"))).toBe(false);
    const taken = await bringIn(4, "9", { accepted: ["changes", "comments"] });
    expect(text("lease-of-the-annexe.md")).toContain("would be let for seven years at £38,000 a year.");
    expect(taken.notes).toContain("2 tracked changes were accepted, as if in Word.");
    const record = JSON.parse(readFileSync(join(root, `data/imports/${MEETING}/lease-of-the-annexe.json`), "utf8"));
    expect(record.accepted).toEqual(["changes", "comments"]);
  });

  it("bring their pictures with them, under names of their own", async () => {
    const imported = await bringIn(5, "10");
    expect(imported.written).toContain(`${FOLDER}/early-help-strategy-1.png`);
    expect(text("early-help-strategy.md")).toContain(
      "![Three steps from left to right: a family hub, a family support worker, a referral.](early-help-strategy-1.png)",
    );
  });

  it("take a PDF as an appendix, byte for byte", () => {
    const pdf = readFileSync(
      join(PROJECT, "scripts/examples/good/content/meetings/2026/2026-03-02-panel/appendices/letter.pdf"),
    );
    const imported = importAppendix({
      root,
      name: "Appendix A - letter.pdf",
      bytes: pdf,
      meeting: MEETING,
      item: "10",
      title: "Appendix A: letter",
      now: NOW,
    });
    expect(readFileSync(join(root, imported.file)).equals(pdf)).toBe(true);
    expect(text("early-help-strategy.md")).toContain(
      'appendices:\n  - { id: appendix-a-letter, title: "Appendix A: letter", file: appendices/appendix-a-letter.pdf, access: public }\n---',
    );
  });

  it("leave gaps that hold the agenda back, each with its line, until somebody has filled them", async () => {
    const gaps = problems().filter(({ rule }) => rule === "to-be-filled-in");
    expect(gaps.length).toBeGreaterThan(10);
    expect(problems().filter(stops)).toEqual(gaps);
    await expect(issue({ root, address: MEETING, now: NOW }, printer, () => {})).rejects.toThrow(
      "Still to be filled in",
    );
    for (const name of readdirSync(join(root, FOLDER)).filter((each) => each.endsWith(".md")))
      edit(name, (before) =>
        before
          .replace(/^ {4}toFollow: .*\n/gm, "")
          .replace(/"?\[to be filled in: [^\]]*\]"?/g, "Written by an officer"),
      );
    expect(problems().filter(stops)).toEqual([]);
  });

  it("become an agenda that is issued, with every paper in its pack and on its page", async () => {
    const issued = await issue({ root, address: MEETING, now: NOW }, printer, () => {});
    expect(issued.record.papers.filter(({ kind }) => kind === "report")).toHaveLength(6);
    const site = join(root, "site");
    const built = await buildPublicSite({ root, out: site, now: NOW }, () => {});
    expect(built.published).not.toBeNull();
    const page = readFileSync(join(site, "meetings", MEETING, "index.html"), "utf8");
    for (const title of ["Lease of the annexe", "What agency social workers cost", "Early help strategy"])
      expect(page).toContain(title);
    expect(readFileSync(join(site, "meetings", MEETING, "quarterly-report-2026-12/index.html"), "utf8")).toContain(
      'id="p4-2-b-ii"',
    );
    const pdf = readdirSync(join(root, FOLDER, "issued/1")).find((name) => name.endsWith(".pdf")) ?? "";
    const { pages } = await readPack(readFileSync(join(root, FOLDER, "issued/1", pdf)));
    expect(pages.length).toBeGreaterThan(8);
  });

  it("are never written over once they are issued", async () => {
    await expect(bringIn(0, "5", { again: true })).rejects.toThrow(
      "quarterly-report-2026-12.md was issued, so no other file takes its place",
    );
  });

  it("leave nothing of the imports themselves in public", async () => {
    const site = join(root, "site");
    const all = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of all) {
      const bytes = readFileSync(join(entry.parentPath, entry.name), "latin1");
      for (const word of ["FINAL v3", "Is this figure final", "Vacancies_monthly", "Property Services"])
        expect(bytes.includes(word), `${entry.name} ${word}`).toBe(false);
    }
  });
});
