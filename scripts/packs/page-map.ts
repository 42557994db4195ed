/** Reads a printed PDF's named destinations: on which page every anchor stands. Used by make-pack.ts. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";

/** The page each named destination is on, from 1. */
export function destinations(document: PDFDocument): Map<string, number> {
  const pageNumbers = new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1]));
  const found = new Map<string, number>();
  const add = (name: string, value: unknown) => {
    const target = value instanceof PDFRef ? document.context.lookup(value) : value;
    const array = target instanceof PDFDict ? target.lookup(PDFName.of("D")) : target;
    if (!(array instanceof PDFArray)) return;
    const page = array.get(0);
    const number =
      page instanceof PDFRef
        ? pageNumbers.get(page.toString())
        : page instanceof PDFNumber
          ? page.asNumber() + 1
          : undefined;
    if (number !== undefined) found.set(name, number);
  };
  const direct = document.catalog.lookup(PDFName.of("Dests"));
  if (direct instanceof PDFDict) for (const [key, value] of direct.entries()) add(key.decodeText(), value);
  const names = document.catalog.lookup(PDFName.of("Names"));
  const tree = names instanceof PDFDict ? names.lookup(PDFName.of("Dests")) : undefined;
  if (tree instanceof PDFDict) walkNames(tree, add);
  return found;
}

function walkNames(node: PDFDict, add: (name: string, value: unknown) => void): void {
  const kids = node.lookup(PDFName.of("Kids"));
  if (kids instanceof PDFArray)
    for (let index = 0; index < kids.size(); index++) {
      const kid = kids.lookup(index);
      if (kid instanceof PDFDict) walkNames(kid, add);
    }
  const names = node.lookup(PDFName.of("Names"));
  if (!(names instanceof PDFArray)) return;
  for (let index = 0; index + 1 < names.size(); index += 2) {
    const key = names.lookup(index);
    if (key instanceof PDFString || key instanceof PDFHexString) add(key.decodeText(), names.get(index + 1));
  }
}
