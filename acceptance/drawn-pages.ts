/**
 * Pages of PDFs drawn as pictures, and two drawings of one page compared point by point. Called by pack-pixels.test.ts.
 */
import { createCanvas } from "@napi-rs/canvas";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A page as a picture: four bytes a point, row by row from its top. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly points: Uint8ClampedArray;
}

/** Points of a picture to an inch. */
const FINENESS = 100;
const SCALE = FINENESS / 72;

export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
}

/** Draws a page, counted from 0. */
export async function drawPage(document: PDFDocumentProxy, index: number): Promise<DrawnPage> {
  const page = await document.getPage(index + 1);
  const viewport = page.getViewport({ scale: SCALE });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  await page.render({
    canvas: null,
    canvasContext: context as unknown as CanvasRenderingContext2D,
    viewport,
    annotationMode: 0,
  }).promise;
  const points = context.getImageData(0, 0, width, height).data;
  page.cleanup();
  return { width, height, points };
}

/** A part of a page, in points of its size from its lower left corner. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/**
 * How much a point of the picture may differ, of 255. A glyph that stands where its print put it, but for our rounding,
 * makes 27 at most; one that is moved by a tenth of a point makes more than this.
 */
const TOLERANCE = 32;

/** How a drawing differs from its source outside `except`, where the source has to be empty; null where it does not. */
export function difference(source: DrawnPage, drawn: DrawnPage, except: Box): string | null {
  const { width, height, points } = source;
  if (drawn.width !== width || drawn.height !== height) return "it has another size";
  let many = 0;
  let most = 0;
  let first = "";
  for (let at = 0; at < points.length; at++) {
    const x = (at >> 2) % width;
    const y = Math.floor((at >> 2) / width);
    const isExcepted =
      x >= except.left * SCALE &&
      x <= except.right * SCALE &&
      height - y >= except.bottom * SCALE &&
      height - y <= except.top * SCALE;
    const other = isExcepted ? 255 : (drawn.points[at] ?? 0);
    const by = Math.abs((points[at] ?? 0) - other);
    if (by <= TOLERANCE) continue;
    many += 1;
    most = Math.max(most, by);
    first ||= `${Math.round(x / SCALE)} from the left and ${Math.round((height - y) / SCALE)} from the foot`;
  }
  return many === 0 ? null : `${many} values of its points differ, by up to ${most}, the first at ${first}`;
}
