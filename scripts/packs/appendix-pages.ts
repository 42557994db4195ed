/** Everybody else's PDFs: reads the size of an appendix's pages, and draws them into the places the pack kept for them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beginMarkedContent, endMarkedContent, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { Refusal } from "../model/refusal.ts";
import type { AppendixPages, PackPart } from "./pack-document.ts";

/** Room around an appendix's page inside the pack's page, in points: above for the running head, below for the number. */
const FRAME = { top: 74, bottom: 56, side: 34 };

/** The orientation of every page of each file. Refuses a PDF that cannot be read, saying which and what to do. */
export async function appendixSizes(root: string, files: readonly string[]): Promise<AppendixPages> {
  const sizes = new Map<string, { landscape: boolean }[]>();
  for (const file of files) {
    const document = await readPdf(root, file);
    sizes.set(
      file,
      document.getPages().map((page) => {
        const { width, height } = page.getSize();
        const turned = page.getRotation().angle % 180 !== 0;
        return { landscape: turned ? height > width : width > height };
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
    const source = await readPdf(root, file);
    const embedded = await pack.embedPages(source.getPages());
    for (const [index, { anchor }] of places.entries()) {
      const page = pack.getPage(pageOf(anchor) - 1);
      const drawing = embedded[index];
      if (!drawing) continue;
      const { width, height } = page.getSize();
      const scale = Math.min(
        (width - 2 * FRAME.side) / drawing.width,
        (height - FRAME.top - FRAME.bottom) / drawing.height,
      );
      // What it says is told by the figure that stands in its place; the drawing itself is not read twice.
      page.pushOperators(beginMarkedContent(PDFName.of("Artifact")));
      page.drawPage(drawing, {
        x: (width - drawing.width * scale) / 2,
        y: FRAME.bottom + (height - FRAME.top - FRAME.bottom - drawing.height * scale) / 2,
        xScale: scale,
        yScale: scale,
      });
      page.pushOperators(endMarkedContent());
    }
  }
}

async function readPdf(root: string, file: string): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(readFileSync(join(root, file)), { updateMetadata: false });
    // Pages are looked for only when they are asked for; a file without any is found out here.
    document.getPages();
    return document;
  } catch (error) {
    const locked = /encrypt/i.test((error as Error).message);
    throw new Refusal(
      `${file} cannot be read${locked ? ": it is protected with a password" : ""}. Save it again as a plain PDF${locked ? " without a password" : ""}.`,
    );
  }
}
