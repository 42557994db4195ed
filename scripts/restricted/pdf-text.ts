/** The text of a PDF: its pages, and what else in it a reader or a program can read. Called by readable-text.ts. */
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface PdfText {
  /** Each page's lines, first page to last. */
  readonly pages: readonly (readonly string[])[];
  /** Properties, bookmarks, and of each page notes, fields and what stands for images. */
  readonly around: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** The text in `bytes`. Rejects where they are no PDF, or one that needs a password. */
export async function readPdf(bytes: Uint8Array): Promise<PdfText> {
  // pdf.js takes the bytes it is given for itself, so it is given a copy.
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  try {
    const document = await task.promise;
    const pages: string[][] = [];
    const around = [...(await properties(document)), ...titlesIn((await document.getOutline()) ?? [])];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await linesOf(page));
      around.push(...(await besideText(page)));
      page.cleanup();
    }
    return { pages, around, attachments: await attachmentsOf(document) };
  } finally {
    await task.destroy();
  }
}

async function linesOf(page: PDFPageProxy): Promise<string[]> {
  const { items } = await page.getTextContent();
  const text = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
  return text.split("\n").filter((line) => line.trim() !== "");
}

/** What people say of the document. What programs say of themselves is the same in many, and says nothing of any. */
async function properties(document: PDFDocumentProxy): Promise<string[]> {
  const { info, metadata } = await document.getMetadata();
  const { Title, Author, Subject, Keywords, Custom } = info as Record<string, unknown>;
  const described = [...(metadata ?? [])].filter(([name]) => /^(dc:|pdf:keywords)/.test(name));
  return textsIn([Title, Author, Subject, Keywords, Custom, described.map(([, value]) => value)]);
}

type Outline = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>;

function titlesIn(outline: Outline): string[] {
  return outline.flatMap(({ title, items }) => [title, ...titlesIn(items)]);
}

/** Notes and fields on a page, the addresses of its links, and what its tags say of images. */
async function besideText(page: PDFPageProxy): Promise<string[]> {
  const annotations = (await page.getAnnotations()) as Record<string, unknown>[];
  const kept = annotations.map(({ titleObj, contentsObj, fieldName, fieldValue, alternativeText, url, filename }) => [
    titleObj,
    contentsObj,
    fieldName,
    fieldValue,
    alternativeText,
    url,
    filename,
  ]);
  return [...textsIn(kept), ...alternativesIn(await page.getStructTree())];
}

function alternativesIn(node: unknown): string[] {
  const { alt, children } = (node ?? {}) as { alt?: string; children?: unknown[] };
  return [...(alt ? [alt] : []), ...(children ?? []).flatMap(alternativesIn)];
}

async function attachmentsOf(document: PDFDocumentProxy): Promise<PdfText["attachments"]> {
  const attachments: { name: string; bytes: Uint8Array }[] = [];
  for (const [key, attached] of (await document.getAttachments()) ?? []) {
    const content: unknown = await document.getAttachmentContent(key);
    const bytes = content instanceof Uint8Array ? content : new Uint8Array();
    attachments.push({ name: textsIn([key, attached]).join("\n"), bytes });
  }
  return attachments;
}

/** Every text inside a value, at any depth, except in bytes. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (value === null || typeof value !== "object" || ArrayBuffer.isView(value)) return [];
  return (value instanceof Map ? [...value.values()] : Object.values(value)).flatMap(textsIn);
}
