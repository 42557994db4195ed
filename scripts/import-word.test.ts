import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { councilWith, type Edit, JUNE } from "./examples/councils.ts";
import { importWord } from "./import-word.ts";
import type { WordRequest } from "./word/imported-word.ts";
import { wordFile } from "./word/library/word-file.ts";

const AGENDA = `${JUNE}/agenda.md`;
const MEETING = "2026-06-01-panel";
const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
const FILE = wordFile({ body: [paragraph("The hall needs a roof."), paragraph("It costs £4,000.")] });
/** An item without a paper, and one whose papers are not for the public. */
const ITEMS: Edit = {
  file: AGENDA,
  find: "papers: [progress] }\n",
  put: `papers: [progress] }
  - { id: roof, number: 3, title: The roof, for: decision }
  - id: tenders
    number: 4
    title: Tenders
    withheld: { category: exempt, paragraph: "3", description: Financial affairs, publicInterest: The tenders are open. }
`,
};

const open: (() => void)[] = [];
afterEach(() => {
  for (const remove of open.splice(0)) remove();
});

function council(...edits: Edit[]): string {
  const { root, remove } = councilWith(ITEMS, ...edits);
  open.push(remove);
  return root;
}

function bringIn(root: string, asked: Partial<WordRequest> = {}) {
  const request = {
    root,
    name: "Roof.docx",
    bytes: FILE,
    meeting: MEETING,
    item: "3",
    accepted: [],
    yes: [],
    again: false,
  };
  return importWord({ ...request, now: "2026-05-20T10:00", ...asked });
}

describe("a Word file brought in", () => {
  it("becomes a draft beside the agenda, which names it, with a record and a page to read both", async () => {
    const root = council();
    const imported = await bringIn(root);
    expect(imported.written).toEqual([`${JUNE}/the-roof.md`, AGENDA, `data/imports/${MEETING}/the-roof.json`]);
    expect(imported.counted).toEqual({ words: 8, cells: 0 });
    expect(readFileSync(join(root, JUNE, "the-roof.md"), "utf8")).toMatch(
      /---\nThe hall needs a roof\.\n\nIt costs £4,000\.\n$/,
    );
    expect(readFileSync(join(root, AGENDA), "utf8")).toContain("for: decision, papers: [the-roof] }");
    expect(readFileSync(join(root, imported.sideBySide ?? ""), "utf8")).toContain("The hall needs a roof.");
  });

  it("is named as the officer says, and never after a path in the file's own name", async () => {
    const root = council();
    const imported = await bringIn(root, { report: "new-roof", name: "..\\..\\..\\Roof.docx" });
    expect(imported.report).toBe(`${JUNE}/new-roof.md`);
    expect(imported.name).toBe("Roof.docx");
    for (const report of ["../roof", "agenda", "Roof", "a b", ""])
      await expect(bringIn(root, { report }), report).rejects.toThrow(/cannot be a report's name|can be called/);
  });

  it("says where the same file stands already, since one at the wrong item is easily forgotten", async () => {
    const root = council();
    expect((await bringIn(root)).notes.join()).not.toContain("The same file");
    const again = await bringIn(root, { item: "2", report: "roof-again" });
    expect(again.notes).toContain("The same file was brought in before, as 2026-06-01-panel/the-roof.");
  });

  it("writes nothing for a meeting, an item or a paper that is not there or not for the public", async () => {
    const root = council();
    await expect(bringIn(root, { meeting: "2026-06-01-panell" })).rejects.toThrow("Did you mean `2026-06-01-panel`?");
    await expect(bringIn(root, { meeting: "../../etc" })).rejects.toThrow("There is no meeting");
    await expect(bringIn(root, { item: "9" })).rejects.toThrow("There is no item 9 on the agenda");
    await expect(bringIn(root, { item: "4" })).rejects.toThrow(
      "is not for publication, so no paper for it may come under content/",
    );
    await expect(bringIn(root, { item: "2" })).rejects.toThrow("Item 2 has its report already");
    expect(existsSync(join(root, "data/imports"))).toBe(false);
  });

  it("writes nothing where the council's own templates cannot be read", async () => {
    const root = council({ file: "data/report-templates/cabinet.json", put: '{ "title": "Cabinet", "place": [] }' });
    await expect(bringIn(root)).rejects.toThrow("data/report-templates/cabinet.json:1:");
  });

  it("writes nothing where the form at its head is of another meeting", async () => {
    const template = { title: "Form", recognisedBy: ["Panel"], places: [{ field: "date", where: "itself" }] };
    const root = council({ file: "data/report-templates/form.json", put: JSON.stringify(template) });
    const form = (day: string) =>
      wordFile({ body: [paragraph("Panel"), paragraph(day), paragraph("The hall needs a roof.")] });
    const { problems, report } = await bringIn(root, { bytes: form("26 September 2011") });
    expect(report).toBeNull();
    expect(problems.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      "word-other-meeting The form at its head says 26 September 2011, and 2026-06-01-panel is on 2026-06-01.",
    ]);
    expect((await bringIn(root, { bytes: form("1 June 2026") })).problems).toEqual([]);
  });

  it("is not opened where it is larger than any report", async () => {
    const bytes = new Uint8Array(61 * 1024 * 1024);
    await expect(bringIn(council(), { bytes })).rejects.toThrow("Roof.docx is larger than 60 MB");
  });

  it("writes nothing through a link that leads out of the council's folder", async () => {
    const root = council();
    const outside = `${root}-outside`;
    mkdirSync(outside);
    open.push(() => rmSync(outside, { recursive: true }));
    symlinkSync(outside, join(root, "data/imports"));
    await expect(bringIn(root)).rejects.toThrow("data/imports is a link, so nothing is written there");
    expect(existsSync(join(root, JUNE, "the-roof.md"))).toBe(false);
    expect(existsSync(join(outside, MEETING))).toBe(false);
  });

  it("puts everything back where one file cannot be written", async () => {
    const root = council();
    const before = readFileSync(join(root, AGENDA), "utf8");
    mkdirSync(join(root, `.cleardays/word/${MEETING}/the-roof.html`), { recursive: true });
    await expect(bringIn(root)).rejects.toThrow("the-roof.html could not be written");
    expect(readFileSync(join(root, AGENDA), "utf8")).toBe(before);
    expect(existsSync(join(root, JUNE, "the-roof.md"))).toBe(false);
    expect(existsSync(join(root, `data/imports/${MEETING}/the-roof.json`))).toBe(false);
  });

  it("is refused in words where a file stands in the place of a folder", async () => {
    const root = council();
    writeFileSync(join(root, ".cleardays"), "");
    await expect(bringIn(root)).rejects.toThrow("A file may stand where a folder should");
  });
});

describe("a Word file brought in again", () => {
  it("keeps what was filled in, and takes the new words", async () => {
    const root = council();
    await bringIn(root);
    const file = join(root, JUNE, "the-roof.md");
    writeFileSync(file, readFileSync(file, "utf8").replace(/from: .*\n/, "from: Head of Property\n"));
    const again = await bringIn(root, { again: true, bytes: wordFile({ body: [paragraph("The hall has a roof.")] }) });
    expect(again.notes).toContain("Kept, as it stood in the report: from.");
    expect(readFileSync(file, "utf8")).toMatch(/from: Head of Property\n.*---\nThe hall has a roof\.\n$/s);
  });

  it("is refused where the report was rewritten, never was a Word file, or where it was issued", async () => {
    const root = council();
    await bringIn(root);
    const file = join(root, JUNE, "the-roof.md");
    writeFileSync(file, `${readFileSync(file, "utf8")}\nAn officer's own sentence.\n`);
    await expect(bringIn(root, { again: true })).rejects.toThrow("was rewritten since it was brought in");
    await expect(bringIn(root, { again: true, item: "2" })).rejects.toThrow("was not brought in from a Word file");
    writeFileSync(join(root, `data/imports/${MEETING}/the-roof.json`), "{}");
    await expect(bringIn(root, { again: true })).rejects.toThrow("was not brought in from a Word file");
  });
});
