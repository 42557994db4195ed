import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadCouncil } from "../scripts/load/council.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import { packTranscript } from "./pack-transcript.ts";
import { printedPacks } from "./printed-packs.ts";
import { type RawObjects, rawPdf } from "./raw-pdf.ts";

const { council } = loadCouncil(PROJECT, { drafts: false });
if (!council) throw new Error("The sample council cannot be read");
const packs = printedPacks(council);

/**
 * A transcript for every pack of the sample, to be read by whoever changes packs. After `npm run sample` they are
 * written again by `vitest run acceptance/pack-transcript.test.ts --update`; what changed is then in the diff.
 */
const KEPT = join(import.meta.dirname, "transcripts");

describe("every pack of the sample, as a screen reader tells it", () => {
  for (const { name, file } of packs)
    it(`reads as it is kept, and has no fault: ${name}`, async () => {
      const { text, faults } = await packTranscript(readFileSync(join(PROJECT, file)));
      expect.soft(faults).toEqual([]);
      await expect.soft(text).toMatchFileSnapshot(join(KEPT, `${name}.txt`));
    });

  it("has no kept transcript of a pack that is no more", () => {
    const kept = existsSync(KEPT) ? readdirSync(KEPT) : [];
    expect(packs.map(({ name }) => `${name}.txt`)).toEqual(expect.arrayContaining(kept));
  });
});

/** Marked content with a number, that says something. */
const says = (mcid: number, words: string) =>
  `/P << /MCID ${mcid} >> BDC BT /F1 12 Tf 40 ${780 - 20 * mcid} Td (${words}) Tj ET EMC`;
const page = (contents: number, key: number) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} 0 R /Resources << /Font << /F1 7 0 R >> >> /StructParents ${key} >>`;
const artifact = (words: string) => `/Artifact BMC BT /F1 9 Tf 500 20 Td (${words}) Tj ET EMC`;

/** Two pages, numbered from 21, with every form that the tree may lead to content in. */
const SOUND = {
  1: "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 8 0 R /Lang (en) /MarkInfo << /Marked true >> /PageLabels << /Nums [0 << /S /D /St 21 >>] >> >>",
  2: "<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>",
  3: page(4, 0),
  4: {
    stream: [
      artifact("Page 21"),
      says(0, "Inspection of "),
      says(1, "safeguarding"),
      says(2, "(a)"),
      says(3, "notes the plan; and"),
      says(4, "Measure"),
      says(5, "Croeso"),
      says(6, "4.2 The inspectors found"),
    ].join("\n"),
  },
  5: page(6, 1),
  6: {
    stream: [
      artifact("Page 22"),
      says(0, "that "),
      says(1, "the plan"),
      says(2, " was late."),
      "/Figure << /MCID 3 >> BDC 50 50 100 100 re f EMC",
      says(4, "F.B.C."),
    ].join("\n"),
  },
  7: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  8: "<< /Type /StructTreeRoot /K 9 0 R /ParentTree 30 0 R /RoleMap << /Heading /Title1 /Title1 /H1 >> /ClassMap << /Wide << /O /Table /ColSpan 2 >> >> >>",
  9: "<< /S /Document /P 8 0 R /K [10 0 R 11 0 R 15 0 R 19 0 R 20 0 R 22 0 R 23 0 R] >>",
  // An array of numbers on the element's own page, and a type that stands for another.
  10: "<< /S /Heading /P 9 0 R /Pg 3 0 R /K [0 1] >>",
  // A page that is inherited, through elements that say none.
  11: "<< /S /L /P 9 0 R /Pg 3 0 R /K 12 0 R >>",
  12: "<< /S /LI /P 11 0 R /K [13 0 R 14 0 R] >>",
  13: "<< /S /Lbl /P 12 0 R /K 2 >>",
  14: "<< /S /LBody /P 12 0 R /K [3] >>",
  15: "<< /S /Table /P 9 0 R /K [16 0 R] >>",
  16: "<< /S /TR /P 15 0 R /K [17 0 R 18 0 R] >>",
  17: "<< /S /TH /P 16 0 R /Pg 3 0 R /K 4 /A [<< /O /Table /Scope /Column >> 0 << /O /Table /RowSpan 3 >>] >>",
  18: "<< /S /TD /P 16 0 R /C /Wide >>",
  19: "<< /S /P /P 9 0 R /Pg 3 0 R /Lang (cy) /K 5 >>",
  // Begins on one page and ends on the next, with a link in it, whose text and annotation have dictionaries of their own.
  20: "<< /S /P /P 9 0 R /Pg 3 0 R /K [6 << /Type /MCR /Pg 5 0 R /MCID 0 >> 21 0 R << /Type /MCR /Pg 5 0 R /MCID 2 >>] >>",
  21: "<< /S /Link /P 20 0 R /Pg 5 0 R /K [24 0 R << /Type /OBJR /Obj 29 0 R >>] >>",
  22: "<< /S /Figure /P 9 0 R /Pg 5 0 R /K 3 /Alt (A square) >>",
  23: "<< /S /P /P 9 0 R /Pg 5 0 R /K 25 0 R >>",
  24: "<< /S /NonStruct /P 21 0 R /K 1 >>",
  25: "<< /S /Span /P 23 0 R /ActualText (Fenmarsh Borough Council) /K 4 >>",
  29: "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /Contents (Go to the plan on page 30) /StructParent 2 >>",
  30: "<< /Kids [31 0 R 32 0 R] >>",
  31: "<< /Nums [0 [10 0 R 10 0 R 13 0 R 14 0 R 17 0 R 19 0 R 20 0 R]] /Limits [0 0] >>",
  32: "<< /Nums [1 33 0 R 2 21 0 R] /Limits [1 2] >>",
  33: "[20 0 R 24 0 R 20 0 R 22 0 R 25 0 R]",
} satisfies RawObjects;

const told = (changes: RawObjects = {}) => packTranscript(rawPdf({ ...SOUND, ...changes }));
const faults = async (changes: RawObjects) => (await told(changes)).faults;

describe("the transcript of a PDF", () => {
  it("has a line for each element in reading order, and tells once what runs over two pages", async () => {
    const { text, faults } = await told();
    expect(faults).toEqual([]);
    expect(text).toBe(`(no title) (en)
--- page 21 ---
Document
  H1 Inspection of safeguarding
  L
    LI
      Lbl (a)
      LBody notes the plan; and
  Table
    TR
      TH (Column, 3 rows) Measure
      TD (2 columns) (no words)
  P (cy) Croeso
  P 4.2 The inspectors found --- page 22 --- that
    Link the plan -> Go to the plan on page 30
    … was late.
  Figure [A square]
  P
    Span "Fenmarsh Borough Council"
`);
  });

  it("turns back where an element of an earlier page comes later", async () => {
    const { text } = await told({ 9: SOUND[9].replace("23 0 R]", "23 0 R 26 0 R]"), 26: "<< /S /P /Pg 3 0 R /K 7 >>" });
    expect(text).toContain("!! marked content 7 of page 21 is not there");
    const last = await told({ 9: SOUND[9].replace("10 0 R 11", "11").replace("23 0 R]", "23 0 R 10 0 R]") });
    expect(last.text).toMatch(/Borough Council"\n--- page 21 ---\n {2}H1 Inspection of safeguarding\n$/);
  });

  it("rejects a PDF without a structure tree", async () => {
    await expect(told({ 1: "<< /Type /Catalog /Pages 2 0 R >>" })).rejects.toThrow("no structure tree");
  });

  it("shows an element without content in its place", async () => {
    const { text, faults } = await told({ 19: "<< /S /P /P 9 0 R >>" });
    expect(faults).toContain('P has no content, after "(a) notes the plan; and Measure"');
    expect(text).toContain('\n  P\n    !! P has no content, after "(a) notes the plan; and Measure"\n');
  });

  it("shows text that is in no element, by its page", async () => {
    expect(await faults({ 9: SOUND[9].replace("19 0 R ", "") })).toContain(
      'page 21: marked content 5, "Croeso", is in no element',
    );
  });

  it("shows text that is neither marked nor an artifact", async () => {
    const stream = SOUND[6].stream.replace("/Artifact BMC", "").replace("EMC", "");
    expect(await faults({ 6: { stream } })).toEqual(['page 22: "Page 22" is neither marked content nor an artifact']);
  });

  it("shows content that is told twice, and two contents with one number", async () => {
    expect(await faults({ 13: SOUND[13].replace("/K 2", "/K [2 2]") })).toEqual([
      expect.stringMatching(/^marked content 2 of page 21 is told twice/),
    ]);
    expect(await faults({ 4: { stream: `${SOUND[4].stream}\n${says(5, "Hwyl")}` } })).toEqual([
      "page 21: more than one marked content is numbered 5",
    ]);
  });

  it("shows a figure without alternative, and a link that has no description or leads nowhere", async () => {
    expect(await faults({ 22: SOUND[22].replace("/Alt (A square)", "") })).toEqual([
      'Figure has no alternative, after "found that the plan was late."',
    ]);
    expect(await faults({ 29: SOUND[29].replace("/Contents (Go to the plan on page 30)", "") })).toEqual([
      'Link has no description, after "The inspectors found that the plan"',
    ]);
    expect(await faults({ 21: SOUND[21].replace("<< /Type /OBJR /Obj 29 0 R >>", "") })).toEqual([
      'Link leads nowhere, after "The inspectors found that the plan"',
    ]);
  });

  it("shows what cannot be followed: no page, no object, a circle, the content of a form", async () => {
    const list = (kid: string) => faults({ 23: SOUND[23].replace("25 0 R", `[25 0 R ${kid}]`) });
    expect(await faults({ 13: "<< /S /Lbl /K 2 >>", 11: SOUND[11].replace("/Pg 3 0 R", "") })).toContain(
      'marked content 2 is on no page, after "Inspection of safeguarding"',
    );
    expect((await list("28 0 R")).join()).toContain("28 0 R is no element and no content");
    expect((await list("<< /Type /OBJR /Obj 28 0 R >>")).join()).toContain("an object that is not there");
    expect((await list("9 0 R")).join()).toContain("element 9 0 R stands in the tree twice");
    expect((await list("<< /Type /MCR /MCID 0 /Stm 28 0 R >>")).join()).toContain("content of a form (/Stm)");
  });

  it("shows where the parent tree does not lead back to the element", async () => {
    expect(await faults({ 33: "[20 0 R 24 0 R 20 0 R 25 0 R 22 0 R]" })).toEqual([
      "page 22: the parent tree does not lead to the elements of marked content 3, 4",
    ]);
    expect(await faults({ 32: "<< /Nums [1 33 0 R 2 20 0 R] >>" })).toEqual([
      "the parent tree does not lead from an annotation to its element, Link 21 0 R",
    ]);
    expect(await faults({ 30: "<< /Kids [32 0 R] >>" })).toEqual([
      "page 21: the parent tree does not lead to the elements of marked content 0, 1, 2, 3, 4, 5, 6",
    ]);
  });
});
