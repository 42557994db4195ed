/** A page of a PDF as pixels, and where colours are on it. Called by tests that look at pages. */
import { createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly png: Uint8Array;
  /** The middle of everything in this colour, as PDF writes it, from the top left; null where there is none. */
  readonly middleOf: (colour: string) => { readonly x: number; readonly y: number; readonly many: number } | null;
}

/** Draws these pages, from 0, with two pixels a point; all of them where none is named. */
export async function drawnPages(
  bytes: Uint8Array,
  wanted: (page: number) => boolean = () => true,
): Promise<DrawnPage[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  try {
    const document = await task.promise;
    const pages: DrawnPage[] = [];
    for (let index = 0; index < document.numPages; index++) {
      if (!wanted(index)) continue;
      const page = await document.getPage(index + 1);
      const viewport = page.getViewport({ scale: 2 });
      const canvas = createCanvas(viewport.width, viewport.height);
      const context = canvas.getContext("2d");
      await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
      const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
      pages.push({
        width,
        height,
        png: canvas.toBuffer("image/png"),
        middleOf: (colour) => middle(data, width, colour),
      });
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

function middle(data: Uint8ClampedArray, width: number, colour: string): ReturnType<DrawnPage["middleOf"]> {
  const wanted = colour.split(" ").map((part) => Number(part) * 255);
  const sum = { x: 0, y: 0, many: 0 };
  for (let at = 0; at < data.length; at += 4)
    if (wanted.every((value, part) => Math.abs((data[at + part] ?? 0) - value) < 6)) {
      sum.x += (at / 4) % width;
      sum.y += Math.floor(at / 4 / width);
      sum.many += 1;
    }
  return sum.many > 0 ? { x: sum.x / sum.many, y: sum.y / sum.many, many: sum.many } : null;
}
