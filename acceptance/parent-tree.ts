/**
 * The way back: a PDF's parent tree, by which a program that is at a place of a page finds its element, against the
 * structure tree, which leads from elements to places. Called by pack-transcript.ts.
 */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { elementsOf, type StructureChild } from "./structure-tree.ts";

/** Every page and annotation for which the two do not agree. `label` names a page, from 0. */
export function parentTreeFaults(
  pdf: PDFDocument,
  tree: readonly StructureChild[],
  label: (page: number) => string,
): string[] {
  const parents = numberTree(pdf);
  const faults: string[] = [];
  const elements = pdf.getPages().map(() => new Map<number, string>());
  for (const { at, type, children } of elementsOf(tree))
    for (const child of children) {
      if (child.kind === "marked") elements[child.page]?.set(child.mcid, at);
      if (child.kind === "object" && String(parents.get(child.structParent ?? -1)) !== at)
        faults.push(`the parent tree does not lead from an annotation to its element, ${type} ${at}`);
    }
  pdf.getPages().forEach(({ node }, page) => {
    const key = node.lookupMaybe(PDFName.of("StructParents"), PDFNumber)?.asNumber();
    const entry = pdf.context.lookup(parents.get(key ?? -1) as Parameters<typeof pdf.context.lookup>[0]);
    const named = entry instanceof PDFArray ? entry.asArray().map(String) : [];
    const wanted = elements[page] ?? new Map<number, string>();
    const wrong = new Set([...wanted].filter(([mcid, at]) => named[mcid] !== at).map(([mcid]) => mcid));
    named.forEach((at, mcid) => {
      if (at !== "null" && wanted.get(mcid) !== at) wrong.add(mcid);
    });
    if (wrong.size > 0)
      faults.push(
        `page ${label(page)}: the parent tree does not lead to the elements of marked content ${[...wrong].join(", ")}`,
      );
  });
  return faults;
}

/** The parent tree's values by their keys, as they are written. */
function numberTree(pdf: PDFDocument): Map<number, unknown> {
  const found = new Map<number, unknown>();
  const read = (node: unknown): void => {
    if (!(node instanceof PDFDict)) return;
    const numbers = node.lookupMaybe(PDFName.of("Nums"), PDFArray)?.asArray() ?? [];
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const key = numbers[at];
      if (key instanceof PDFNumber) found.set(key.asNumber(), numbers[at + 1]);
    }
    const kids = node.lookupMaybe(PDFName.of("Kids"), PDFArray);
    kids?.asArray().forEach((_, index) => read(kids.lookup(index)));
  };
  const root = pdf.catalog.lookup(PDFName.of("StructTreeRoot"));
  if (root instanceof PDFDict) read(root.lookup(PDFName.of("ParentTree")));
  return found;
}
