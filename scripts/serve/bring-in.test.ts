import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Surroundings } from "../check/surroundings.ts";
import { DeskPages } from "../desk/render-desk.ts";
import { councilWith, JUNE, makeEdit } from "../examples/councils.ts";
import { deskOf } from "../examples/desks.ts";
import { importAppendix } from "../import-appendix.ts";
import { importWord } from "../import-word.ts";
import { Refusal } from "../model/refusal.ts";
import { wordFile } from "../word/library/word-file.ts";
import { Imports } from "./bring-in.ts";

const MEETING = "2026-06-01-panel";
const NOW = "2026-05-20T10:00";
const ROOF = `${JUNE}/the-roof.md`;
const PAGE = `.cleardays/word/${MEETING}/the-roof.html`;
const REPORT =
  "---\ntitle: Costs\naccess: public\nagendaItem: 3\nfrom: Director\ncontactOfficer: { role: Director }\nbackgroundPapers: none\n---\nWords.\n";

let root: string;
let remove: () => void;
let imports: Imports;

beforeEach(() => {
  ({ root, remove } = councilWith({
    file: `${JUNE}/agenda.md`,
    find: "papers: [progress] }",
    put: "papers: [progress] }\n  - { id: roof, number: 3, title: The roof, for: decision }",
  }));
  imports = new Imports({ importWord, importAppendix });
});
afterEach(() => remove());

const paragraph = (words: string, marks = "") => `<w:p><w:r>${marks}<w:t>${words}</w:t></w:r></w:p>`;
const word = (...body: string[]) => wordFile({ body });
const ONE = word(paragraph("The hall needs a roof."));
const HIDDEN = word(paragraph("The hall needs a roof.", "<w:rPr><w:vanish/></w:rPr>"));
const PDF = Buffer.from("%PDF-1.7\nplan\n");

/** Sends a file from the desk, to item 3 or another. */
function sent(bytes: Uint8Array, name: string, fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries({ item: "3", ...fields })) form.append(field, value);
  form.append("file", new File([Buffer.from(bytes)], name));
  return imports.bringIn(deskOf(root, NOW), MEETING, form, NOW);
}
/** The same from the command line, behind the desk's back. */
function fromCommandLine(bytes: Uint8Array, again = false) {
  const asked = {
    root,
    name: "Other.docx",
    bytes,
    meeting: MEETING,
    item: "3",
    accepted: [],
    yes: [],
    again,
    now: NOW,
  };
  return importWord(asked);
}
const answers = () => imports.answersOf(deskOf(root, NOW), MEETING);
const page = () =>
  new DeskPages(deskOf(root, NOW)).meeting(MEETING, {
    token: "secret",
    pack: () => null,
    answers: (meeting) => imports.answersOf(deskOf(root, NOW), meeting),
  }) ?? "";
/** What the desk says of something that is refused. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.onDesk;
    throw error;
  }
  throw new Error("It was not refused");
}
/** What a refusal puts in quotation marks. */
const quoted = (words: string) => [...words.matchAll(/“([^”]+)”/g)].map(([, name = ""]) => name);

describe("the last answer of an item on the desk", () => {
  it("is there while the report is as that import wrote it", async () => {
    await sent(ONE, "Roof.docx");
    expect(answers().map(({ status }) => status)).toEqual([expect.stringContaining("brought in as the-roof.md")]);
    expect(page()).toContain("Roof.docx was brought in as the-roof.md");
  });

  it("is gone once the report is written in, taken away, or brought in again from the command line", async () => {
    await sent(ONE, "Roof.docx");
    const written = readFileSync(join(root, ROOF), "utf8");
    writeFileSync(join(root, ROOF), written.replace("needs a roof", "needs two roofs"));
    expect(answers()).toEqual([]);
    rmSync(join(root, ROOF));
    expect(answers()).toEqual([]);
    writeFileSync(join(root, ROOF), written);
    expect(answers()).toHaveLength(1);
    await fromCommandLine(word(paragraph("The hall has a roof.")), true);
    expect(answers()).toEqual([]);
    expect(page()).not.toContain("was brought in as");
  });

  it("is gone once the same words were brought in from another file, since its questions may be others", async () => {
    await sent(ONE, "Roof.docx");
    const before = readFileSync(join(root, ROOF), "utf8");
    await fromCommandLine(ONE, true);
    expect(readFileSync(join(root, ROOF), "utf8")).toBe(before);
    expect(answers()).toEqual([]);
  });

  it("is gone once the report was issued", async () => {
    await sent(ONE, "Roof.docx");
    const desk = deskOf(root, NOW);
    const meetings = desk.council.meetings.map((meeting) => ({
      ...meeting,
      issued: [
        { record: { kind: "agenda" }, papers: { agenda: null, minutes: null, reports: meeting.drafts?.reports ?? [] } },
      ],
    }));
    const council = { ...desk.council, meetings } as unknown as typeof desk.council;
    const issued = { ...desk, council, around: new Surroundings(council) };
    expect(imports.answersOf(desk, MEETING)).toHaveLength(1);
    expect(imports.answersOf(issued, MEETING)).toEqual([]);
  });

  it("stays where a file was refused, until one is brought in for the item or its report changes", async () => {
    await sent(HIDDEN, "Roof.docx");
    expect(answers()).toMatchObject([{ isRefused: true }]);
    makeEdit(root, { file: `${JUNE}/progress.md`, find: "ZEBRADRAFT", put: "Other words" });
    expect(answers()).toHaveLength(1);
    await fromCommandLine(ONE);
    expect(answers()).toEqual([]);
  });
});

describe("the page that an import leaves", () => {
  it("is linked from the report's item, whichever way the file was brought in", async () => {
    expect(page()).not.toContain("side-by-side");
    await fromCommandLine(ONE);
    expect(page()).toContain(`href="/desk/${MEETING}/the-roof/side-by-side"`);
  });

  it("is not linked where a link stands in its place, nor for a name that is no report's", async () => {
    await fromCommandLine(ONE);
    writeFileSync(join(root, "secret.html"), "SECRET");
    rmSync(join(root, PAGE));
    symlinkSync(join(root, "secret.html"), join(root, PAGE));
    mkdirSync(join(root, dirname(PAGE)), { recursive: true });
    writeFileSync(join(root, dirname(PAGE), "nobody.html"), "Left behind");
    expect(page()).not.toContain("side-by-side");
  });
});

describe("a refusal on the desk", () => {
  it("names a field and a box that the item's form has, and no option of the command line", async () => {
    await sent(ONE, "Roof.docx");
    const said = await refusal(sent(ONE, "Roof.docx"));
    expect(said).toContain(`${ROOF} is left as it is`);
    expect(quoted(said)).toEqual(["Name of the report's file", "Take the place of the report that is there"]);
    for (const name of quoted(said)) expect(page(), name).toContain(name);
    expect(said).not.toMatch(/--|npm/);
    const box = /<input type="checkbox" name="again"[^>]*>/.exec(page().slice(page().indexOf('id="again-roof"')))?.[0];
    expect(box).toBe('<input type="checkbox" name="again" value="yes">');
    await sent(ONE, "Roof.docx", { again: "yes" });
  });

  it("says the same of a name that is taken, and what to type on the command line there alone", async () => {
    await fromCommandLine(ONE);
    const said = await refusal(sent(ONE, "Roof.docx", { report: "the-roof" }));
    expect(quoted(said)).toEqual(["Name of the report's file", "Take the place of the report that is there"]);
    await expect(fromCommandLine(ONE)).rejects.toThrow(
      "name it: --report the-roof-2. To bring the file in instead of it: --again.",
    );
  });

  it("of a name that a meeting has for something else is in the desk's words too", async () => {
    const said = await refusal(sent(ONE, "Roof.docx", { report: "record" }));
    expect(said).toContain("Type another into “Name of the report's file”.");
    expect(said).not.toContain("--");
  });

  it("has no option of the command line in the mend of a problem that may be accepted", async () => {
    const changed = '<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>The hall needs a roof.</w:t></w:r></w:ins></w:p>';
    const answer = await sent(word(changed), "Roof.docx");
    expect(answer).toMatchObject({ kind: "word", isRefused: true, mayAccept: [{ id: "changes" }] });
    expect(page()).toContain('name="accepted" value="changes"');
    expect(page()).not.toContain("--accept");
  });

  it("leaves out the box where the report was never there", () => {
    expect(page()).toMatch(/id="again-roof" data-live><\/div>/);
  });
});

describe("a PDF on the desk", () => {
  const bringPdf = (fields: Record<string, string> = {}, name = "Site plan.pdf") => sent(PDF, name, fields);

  it("goes in byte for byte as an appendix of the item's report, under its title", async () => {
    await sent(ONE, "Roof.docx");
    const answer = await bringPdf({ title: "Appendix A: the plan" });
    expect(answer.status).toBe(
      "Site plan.pdf was brought in as an appendix of the-roof.md. It is called: Appendix A: the plan",
    );
    expect(readFileSync(join(root, JUNE, "appendices/site-plan.pdf")).equals(PDF)).toBe(true);
    expect(readFileSync(join(root, ROOF), "utf8")).toContain('id: site-plan, title: "Appendix A: the plan"');
    expect(page()).toContain("Site plan.pdf was brought in as an appendix of the-roof.md.");
  });

  it("without a title leaves a gap, and says so", async () => {
    await sent(ONE, "Roof.docx");
    expect(await bringPdf({ title: " " })).toMatchObject({
      status: expect.stringContaining("Its title is still to be filled in."),
      gaps: ["the title of the appendix Site plan.pdf"],
    });
  });

  it("is refused for an item without a report, and nothing is written", async () => {
    expect(await refusal(bringPdf())).toBe(
      "Item 3 has no report yet, and an appendix goes with one. Bring in its report first, as a Word file.",
    );
    expect(existsSync(join(root, JUNE, "appendices"))).toBe(false);
  });

  it("asks which report it goes with where the item has two, by a field that is there then", async () => {
    await sent(ONE, "Roof.docx");
    expect(page()).not.toContain("goesWith");
    makeEdit(root, { file: `${JUNE}/costs.md`, put: REPORT });
    const said = await refusal(bringPdf());
    expect(said).toContain("Item 3 has more than one report.");
    for (const name of quoted(said)) expect(page(), name).toContain(name);
    expect(page()).toContain('<option value="costs">costs.md</option>');
    expect((await bringPdf({ goesWith: "costs" })).report).toBe("costs");
    expect(await refusal(bringPdf({ goesWith: "progress" }))).toContain("no report `progress`");
    await expect(bringPdf({ goesWith: "../costs" })).rejects.toThrow("small letters");
  });

  it("is told by its bytes: a PDF under a Word file's name is refused, and so is anything under a PDF's", async () => {
    await sent(ONE, "Roof.docx");
    expect(await sent(PDF, "Plan.docx", { report: "plan" })).toMatchObject({ isRefused: true });
    expect(existsSync(join(root, JUNE, "plan.md"))).toBe(false);
    expect(await refusal(sent(ONE, "Plan.pdf"))).toContain("Plan.pdf is no PDF");
    await expect(sent(new Uint8Array(), "Plan.pdf")).rejects.toThrow("This PDF is empty");
  });
});

describe("an appendix from the command line", () => {
  const cli = (...options: string[]) => {
    const asked = ["scripts/cli.ts", "import", "appendix", ...options, "--root", root, "--now", NOW];
    try {
      return execFileSync(process.execPath, asked, { encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      return (error as { stderr: string }).stderr;
    }
  };

  it("is read from its file, and a file that is not there is refused in the command line's words", async () => {
    await fromCommandLine(ONE);
    writeFileSync(join(root, "Plan B.pdf"), PDF);
    expect(cli(join(root, "Plan B.pdf"), "--meeting", MEETING, "--item", "3")).toContain("appendices/plan-b.pdf");
    expect(cli(join(root, "none.pdf"), "--meeting", MEETING, "--item", "3")).toContain("There is no file");
    makeEdit(root, { file: `${JUNE}/costs.md`, put: REPORT });
    expect(cli(join(root, "Plan B.pdf"), "--meeting", MEETING, "--item", "3")).toContain("--report costs or --report");
  });
});
