/** Small prints made by hand, and what was assembled from them opened by another library. Called by the tests of assembling/. */
import { deflateSync } from "node:zlib";
import { type PDFArray, PDFDict, PDFDocument, PDFName, type PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import type { KeptElement, KeptLink, KeptPrint } from "../printing/kept-print.ts";
import { assemble } from "./assemble.ts";
import type { Assembly, AssemblyPart } from "./assembly.ts";

export const element = (type: string, kids: KeptElement["kids"], more: Partial<KeptElement> = {}): KeptElement => ({
  ...{ type, kids, alt: null, actual: null, language: null, title: null, attributes: null, id: null, headers: [] },
  ...more,
});
export const link = (to: Partial<KeptLink>): KeptLink => ({
  ...{ page: 0, rect: [10, 20, 30, 40], quads: null, uri: null, anchor: null, place: null, description: null },
  ...to,
});

/** A print of some pages, each with a marked piece; a table's cell names its header, and links stand in the first page. */
export function printOf(pages: number, more: Partial<KeptPrint> = {}): KeptPrint {
  const links = more.links ?? [];
  return {
    pages: Array.from({ length: pages }, (_, at) => ({
      ...{ width: 595, height: 842, resources: [], marked: [at + 1] },
      content: deflateSync(Buffer.from("/P<</MCID 0>>BDC 0 0 9 9 re f EMC")),
    })),
    ...{
      fonts: [],
      objects: [],
      top: [1],
      roles: [["Em", "Span"]],
      language: null,
      bookmarks: [],
      missing: [],
      scale: 1,
    },
    elements: [
      element(
        "Document",
        Array.from({ length: pages + 3 + links.length }, (_, at) => ({ element: at + 1 })),
      ),
      ...Array.from({ length: pages }, (_, page) => element("P", [{ page, mark: 0 }])),
      element("TH", [], { id: 0, attributes: "<</O/Table/Scope/Row>>" }),
      element("TD", [], { headers: [0], attributes: "<</O/Table/ColSpan 2>>" }),
      element("Em", [], { language: "cy", alt: "Tŷ", actual: "•" }),
      ...links.map((_, at) => element("Link", [{ link: at }])),
    ],
    ...{ anchors: new Map([["p4-7", { page: pages - 1, left: 10.4, top: 700.6 }]]), links },
    ...more,
  };
}
export const part = (key: string, print: KeptPrint, first: number, more: Partial<AssemblyPart> = {}): AssemblyPart => ({
  ...{ key, title: `The ${key}`, source: `${key}.md`, print, labels: print.pages.map((_, at) => String(first + at)) },
  ...more,
});
export const assembly = (parts: readonly AssemblyPart[], more: Partial<Assembly> = {}): Assembly => ({
  ...{
    title: "A pack",
    author: "A council",
    language: "en",
    issuedAt: null,
    parts,
    target: (uri: string) => ({ uri }),
  },
  ...more,
});

export async function opened(given: Assembly) {
  const pdf = await PDFDocument.load(assemble(given), { updateMetadata: false, throwOnInvalidObject: true });
  const all = pdf.context.enumerateIndirectObjects().map(([, object]) => object);
  const entry = (object: PDFObject | undefined, key: string) => (object as PDFDict).lookup(PDFName.of(key));
  const links = pdf
    .getPages()
    .map((page) => (page.node.Annots()?.asArray() ?? []).map((ref) => pdf.context.lookup(ref, PDFDict)));
  const tags = all.filter(
    (each): each is PDFDict => each instanceof PDFDict && each.has(PDFName.of("S")) && each.has(PDFName.of("P")),
  );
  const tagsOf = (type: string) => tags.filter((each) => each.get(PDFName.of("S")) === PDFName.of(type));
  return { pdf, all, entry, links, tags, tagsOf, root: entry(pdf.catalog, "StructTreeRoot") as PDFDict };
}
/** The page that a destination leads to, counted from 0, and where on it. */
export function whereTo(pdf: PDFDocument, to: PDFObject | undefined) {
  const [page, , left, top] = (to as PDFArray).asArray();
  return [
    pdf.getPages().findIndex((each) => each.ref === page),
    (left as PDFNumber).asNumber(),
    (top as PDFNumber).asNumber(),
  ];
}
