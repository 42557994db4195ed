/** Everybody else's PDFs: reads the size of an appendix's pages, and draws them into the places the pack kept for them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  beginMarkedContent,
  degrees,
  endMarkedContent,
  PDFDocument,
  type PDFEmbeddedPage,
  PDFName,
  type PDFPage,
} from "@cantoo/pdf-lib";
import { Refusal } from "../model/refusal.ts";
import type { AppendixPages, PackPart } from "./pack-parts.ts";

/** Room around an appendix's page inside the pack's page, in points: above for the running head, below for the number. */
const FRAME = { top: 100, bottom: 56, side: 34 };

/** The orientation of every page of each file. Refuses a PDF that cannot be read, saying which and what to do. */
export async function appendixSizes(root: string, files: readonly string[]): Promise<AppendixPages> {
  const sizes = new Map<string, { landscape: boolean }[]>();
  for (const file of files) {
    const pages = (await readPdf(root, file)).getPages();
    sizes.set(
      file,
      pages.map((page) => {
        const { width, height } = page.getCropBox();
        return { landscape: isTurned(page) ? height > width : width > height };
      }),
    );
  }
  return sizes;
}

/** Draws each appendix's pages on the pages of `pack` that hold their places. `pageOf` finds the page of an anchor, from 1. */
export async function drawAppendices(
  pack: PDFDocument,
  parts: readonly PackPart[],
  root: string,
  pageOf: (anchor: string) => number,
): Promise<void> {
  for (const { file, places } of parts.flatMap((part) => part.appendices)) {
    const pages = (await readPdf(root, file)).getPages();
    for (const [index, { anchor }] of places.entries()) {
      const source = pages[index];
      // A page with nothing on it has nothing to draw.
      if (!source?.node.Contents()) continue;
      drawInFrame(pack.getPage(pageOf(anchor) - 1), source, await embedCropped(pack, source));
    }
  }
}

/** Only what the page shows: what lies outside its crop box was cut away by somebody, and stays so. */
function embedCropped(pack: PDFDocument, page: PDFPage): Promise<PDFEmbeddedPage> {
  const { x, y, width, height } = page.getCropBox();
  return pack.embedPage(page, { left: x, bottom: y, right: x + width, top: y + height });
}

/** Fits the drawing into the frame of `page`, the way up that its own page says. */
function drawInFrame(page: PDFPage, source: PDFPage, drawing: PDFEmbeddedPage): void {
  const { width, height } = page.getSize();
  const [room, tall] = [width - 2 * FRAME.side, height - FRAME.top - FRAME.bottom];
  const turn = ((source.getRotation().angle % 360) + 360) % 360;
  const [shownWidth, shownHeight] = isTurned(source)
    ? [drawing.height, drawing.width]
    : [drawing.width, drawing.height];
  const scale = Math.min(room / shownWidth, tall / shownHeight);
  const left = (width - shownWidth * scale) / 2;
  const bottom = FRAME.bottom + (tall - shownHeight * scale) / 2;
  // A drawing turns about its lower left corner, so the corner is put where the turned drawing will then fill the frame.
  const x = left + (turn === 180 ? drawing.width * scale : turn === 270 ? drawing.height * scale : 0);
  const y = bottom + (turn === 90 ? drawing.width * scale : turn === 180 ? drawing.height * scale : 0);
  // What it says is told by the figure that stands in its place; the drawing itself is not read twice.
  page.pushOperators(beginMarkedContent(PDFName.of("Artifact")));
  page.drawPage(drawing, { x, y, xScale: scale, yScale: scale, rotate: degrees(-turn) });
  page.pushOperators(endMarkedContent());
}

function isTurned(page: PDFPage): boolean {
  return page.getRotation().angle % 180 !== 0;
}

async function readPdf(root: string, file: string): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(readFileSync(join(root, file)), { updateMetadata: false });
    // Pages are looked for only when they are asked for; a file without any is found out here.
    if (document.getPages().length > 0) return document;
  } catch (error) {
    if (/encrypt/i.test((error as Error).message))
      throw new Refusal(`${file} is protected with a password. Save it again as a plain PDF without one.`);
  }
  throw new Refusal(`${file} cannot be read. Save it again as a plain PDF.`);
}
