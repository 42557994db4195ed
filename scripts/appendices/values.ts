/** Plain values out of somebody's PDF. For everything in this folder. */
import { PDFArray, PDFHexString, PDFNumber, type PDFObject, PDFString } from "@cantoo/pdf-lib";

export function numbersOf(value: PDFObject | undefined): number[] {
  if (!(value instanceof PDFArray)) return [];
  return value.asArray().flatMap((each, at) => {
    const found = each instanceof PDFNumber ? each : value.lookup(at);
    return found instanceof PDFNumber ? [found.asNumber()] : [];
  });
}

export function wordsOf(value: PDFObject | undefined): string | null {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}
