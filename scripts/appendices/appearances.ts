/** What lies on a page beside its own commands and is printed with it: filled fields, stamps, marks of a pen. For read-appendix.ts. */
import { PDFDict, PDFName, PDFNumber, type PDFObject, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";
import { type Field, fieldOf, hasValue } from "./fields.ts";
import { numbersOf } from "./values.ts";

/** Kinds that are links, notes in a margin, or need a program to show them. */
const NOT_PRINTED = new Set(
  "Link Popup Text FileAttachment Sound Movie Screen RichMedia 3D PrinterMark TrapNet Watermark".split(" "),
);
const HIDDEN = 2;
const PRINTED = 4;
const NOT_SHOWN = 32;

export interface Appearance {
  /** The entry that it belongs to, as tags refer to it. */
  readonly ref: string;
  /** What it is drawn by; null for a box that has no drawing when it is not ticked. */
  readonly drawing: { readonly shape: PDFObject; readonly matrix: readonly number[] } | null;
  readonly field: Field | null;
}

/** A field that has a value and no drawing of it: only a program that fills in forms would show it. */
export class UndrawnField extends Error {}

/** The drawings of a page's fields and stamps, each with the matrix that puts it where it lies. */
export function appearances(page: PDFPage): Appearance[] {
  return (page.node.Annots()?.asArray() ?? []).flatMap((ref): Appearance[] => {
    const entry = page.node.context.lookup(ref);
    if (!(entry instanceof PDFDict)) return [];
    const kind = entry.lookup(PDFName.of("Subtype"));
    const flags = entry.lookup(PDFName.of("F"));
    const flag = flags instanceof PDFNumber ? flags.asNumber() : 0;
    if (!(kind instanceof PDFName) || NOT_PRINTED.has(kind.decodeText())) return [];
    const field = kind.decodeText() === "Widget" ? fieldOf(entry) : null;
    // What was filled in is shown wherever readers of the file see it; a stamp only where it is printed.
    if (flag & HIDDEN || flag & NOT_SHOWN || !(flag & PRINTED || field)) return [];
    const drawing = drawingOf(entry);
    if (!drawing && field && field.isTicked === null && hasValue(entry)) throw new UndrawnField();
    return drawing || field ? [{ ref: ref.toString(), drawing, field }] : [];
  });
}

function drawingOf(entry: PDFDict): Appearance["drawing"] {
  const shapes = entry.lookup(PDFName.of("AP"));
  let ref: PDFObject | undefined = shapes instanceof PDFDict ? shapes.get(PDFName.of("N")) : undefined;
  let shape = ref && entry.context.lookup(ref);
  // A box that is ticked or not has a drawing for each.
  if (shape instanceof PDFDict) {
    const state = entry.lookup(PDFName.of("AS"));
    ref = state instanceof PDFName ? shape.get(state) : undefined;
    shape = ref && entry.context.lookup(ref);
  }
  const rect = numbersOf(entry.lookup(PDFName.of("Rect")));
  if (!(shape instanceof PDFRawStream) || !ref || rect.length !== 4) return null;
  const box = numbersOf(shape.dict.lookup(PDFName.of("BBox")));
  const own = numbersOf(shape.dict.lookup(PDFName.of("Matrix")));
  if (box.length !== 4) return null;
  return { shape: ref, matrix: fitting(box, own.length === 6 ? own : [1, 0, 0, 1, 0, 0], rect) };
}

/** The matrix that puts the turned box into the rectangle (ISO 32000-1, 12.5.5, algorithm 8.1). */
function fitting(box: readonly number[], own: readonly number[], rect: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box;
  const corners = [x1, x2].flatMap((x) => [y1, y2].map((y) => [a * x + c * y + e, b * x + d * y + f] as const));
  const [left, right] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [low, high] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  const [r1 = 0, s1 = 0, r2 = 0, s2 = 0] = rect;
  const across = right > left ? Math.abs(r2 - r1) / (right - left) : 1;
  const up = high > low ? Math.abs(s2 - s1) / (high - low) : 1;
  return [across, 0, 0, up, Math.min(r1, r2) - left * across, Math.min(s1, s2) - low * up];
}
