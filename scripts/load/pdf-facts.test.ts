import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { rawPdf } from "../../acceptance/raw-pdf.ts";
import { GOOD } from "../../acceptance/supplied/good.ts";
import { type OnePage, onePage, widget } from "../../acceptance/supplied/one-page.ts";
import { PRIVATE } from "../../acceptance/supplied/private.ts";
import { REFUSED } from "../../acceptance/supplied/refused.ts";
import { SHAPES } from "../../acceptance/supplied/shapes.ts";
import { appendixIn } from "../appendices/read-appendix.ts";
import type { PdfFacts } from "../model/pdf-facts.ts";
import { pdfFacts } from "./pdf-facts.ts";

const facts = (page: OnePage) => pdfFacts(onePage(page));
const isSound = (known: PdfFacts | null) =>
  Boolean(known?.isWhole && !known.hasHiddenLayers && !known.hasUndrawnFields);

/** The same file as most programs write it now: its objects packed. */
async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.save({ useObjectStreams: true });
}

describe("what is known of a PDF before it is issued", () => {
  /** These can be found out only by drawing: making the pack refuses them still. */
  const ONLY_BY_DRAWING = ["page-without-contents", "contents-not-unpacked", "no-room"];

  it.each(Object.entries(GOOD))("finds nothing that stops one that a pack takes: %s", async (_, { bytes }) => {
    for (const each of [bytes, await packed(bytes)]) {
      expect(pdfFacts(each)).toMatchObject({ isWhole: true, pages: 1, isTagged: false, does: expect.any(Array) });
      expect(isSound(pdfFacts(each))).toBe(true);
    }
  });
  it.each(Object.entries(REFUSED).filter(([name]) => !ONLY_BY_DRAWING.includes(name)))(
    "finds what stops one that a pack refuses: %s",
    async (name, { bytes }) => {
      await expect(appendixIn(name, bytes)).rejects.toThrow();
      expect(isSound(pdfFacts(bytes))).toBe(false);
    },
  );
  it.each(["layer-switched-off", "layer-not-printed", "form-not-drawn"])("finds it packed too: %s", async (name) => {
    expect(isSound(pdfFacts(await packed(REFUSED[name]?.bytes as Uint8Array)))).toBe(false);
  });
  it("finds nothing that is cut away on any shape of page, but for those that are cropped", () => {
    for (const [name, { bytes }] of Object.entries(SHAPES))
      expect(pdfFacts(bytes)?.croppedPage, name).toBe(name.startsWith("cropped") ? 1 : null);
  });
});

describe("tags", () => {
  const catalog = "/MarkInfo << /Marked true >> /StructTreeRoot 10 0 R";
  const more = { 10: "<< /Type /StructTreeRoot /K [] >>" };

  it("are found, written out or packed", async () => {
    const bytes = onePage({ catalog, more });
    expect(pdfFacts(bytes)?.isTagged).toBe(true);
    expect(pdfFacts(await packed(bytes))?.isTagged).toBe(true);
  });
  it("are not there where there is no tree of them, or the file says that it is not tagged", () => {
    expect(facts({ catalog })?.isTagged).toBe(false);
    expect(facts({ catalog: catalog.replace("true", "false"), more })?.isTagged).toBe(false);
    expect(facts({ catalog: "/StructTreeRoot 10 0 R", more })?.isTagged).toBe(false);
  });
  it("are those of the last version, where a file was changed and saved on", () => {
    const before = Buffer.from(onePage({ catalog, more })).toString("latin1");
    const other = `${before}20 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer << /Root 20 0 R >>\n%%EOF\n`;
    expect(pdfFacts(Buffer.from(other, "latin1"))?.isTagged).toBe(false);
    const after = `${before}1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n`;
    expect(pdfFacts(Buffer.from(after, "latin1"))?.isTagged).toBe(false);
  });
});

describe("a page of which something was cut away", () => {
  it("is the first such page, also where the cut is said for all pages", () => {
    const pages = (all: string, second: string) =>
      rawPdf({
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: `<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] ${all} >>`,
        3: "<< /Type /Page /Parent 2 0 R >>",
        4: `<< /Type /Page /Parent 2 0 R ${second} >>`,
      });
    expect(pdfFacts(pages("/CropBox [0 0 595 700]", ""))?.croppedPage).toBe(1);
    expect(pdfFacts(pages("", "/CropBox [30 0 595 842]"))?.croppedPage).toBe(2);
    expect(pdfFacts(pages("", "/CropBox 9 0 R"))?.croppedPage).toBeNull();
  });
  it("is not one of which only a printer's edge was", () => {
    expect(facts({ page: "/CropBox [9 9 586 833]" })?.croppedPage).toBeNull();
    expect(facts({ page: "/CropBox [595 842 0 0]" })?.croppedPage).toBeNull();
  });
});

describe("what a PDF does beside showing pages", () => {
  it("is found in plain sight, spelt out in codes, and packed", async () => {
    expect(pdfFacts(PRIVATE)?.does).toEqual(["script", "program", "file"]);
    expect(pdfFacts(await packed(PRIVATE))?.does).toEqual(["script", "program", "file"]);
    const spelt = onePage({ page: "/AA 10 0 R", more: { 10: "<< /O << /S /J#61vaScript >> >>" } });
    expect(pdfFacts(spelt)?.does).toEqual(["script"]);
    const hidden = await packed(spelt);
    expect(Buffer.from(hidden).toString("latin1")).not.toMatch(/J(#61|a)vaScript/);
    expect(pdfFacts(hidden)?.does).toEqual(["script"]);
  });
  it("is that it is protected, and then nothing else is said of it", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    pdf.encrypt({ userPassword: "", ownerPassword: "own" });
    expect(pdfFacts(await pdf.save())).toMatchObject({ isWhole: true, does: ["password"] });
  });
  it("is unknown where its objects are packed in a way that cannot be undone", () => {
    const broken = { stream: "nothing of the kind", entries: "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode" };
    expect(facts({ more: { 10: broken } })?.does).toEqual(["unread"]);
  });
});

describe("a file that nobody could read", () => {
  it("is known for what it is, and never makes the reader stumble", async () => {
    expect(pdfFacts(Buffer.from("Dear all,"))).toBeNull();
    const whole = await packed(onePage({ page: "/Annots [10 0 R]", more: { 10: widget("/Parent 10 0 R /FT /Tx") } }));
    for (let length = 100; length < whole.length - 10; length += 50)
      expect(pdfFacts(whole.subarray(0, length))?.isWhole, String(length)).toBe(false);
    for (let at = 20; at < whole.length; at += 7) {
      const bytes = Uint8Array.from(whole);
      bytes[at] = 0x3c;
      expect(() => pdfFacts(bytes)).not.toThrow();
    }
  });
  it("has its pages found by another catalog, where the one it names is gone", () => {
    const text = Buffer.from(onePage({})).toString("latin1").replace("/Root 1 0 R", "/Root 77 0 R");
    expect(pdfFacts(Buffer.from(text, "latin1"))).toMatchObject({ isWhole: true, pages: 1 });
  });
});
