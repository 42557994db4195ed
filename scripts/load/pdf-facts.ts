/** Reads what has to be known of a PDF that a report brings before it is issued. Called by papers.ts, once for each file. */
import type { PdfDeed, PdfFacts } from "../model/pdf-facts.ts";
import { type PdfDict, type PdfObject, PdfString } from "../pdf/objects.ts";
import { nameOf, PdfSource, unescaped } from "./pdf-source.ts";

/** Names in a PDF that only stand there where it does more than show pages. */
const DEEDS: ReadonlyMap<string, PdfDeed> = new Map([
  ...["JavaScript", "Rendition"].map((name) => [name, "script"] as const),
  ...["Launch", "ImportData", "SubmitForm", "GoToE"].map((name) => [name, "program"] as const),
  ...["EmbeddedFile", "EmbeddedFiles"].map((name) => [name, "file"] as const),
  ...["RichMedia", "NeedsRendering"].map((name) => [name, "film"] as const),
  ["Encrypt", "password"] as const,
]);

/** Less than this, in points, is a printer's edge and holds no words. */
const EDGE = 12;

/** The facts; null for what is no PDF at all. */
export function pdfFacts(bytes: Uint8Array): PdfFacts | null {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) return null;
  const source = new PdfSource(bytes);
  const { catalog } = source;
  const does = deedsIn(source);
  const pages = catalog ? pagesOf(source, catalog) : [];
  const breaksOff = !Buffer.from(bytes.subarray(-2048)).includes("%%EOF");
  const cropped = pages.findIndex((page) => isCropped(source, page));
  return {
    // What is protected cannot be looked into, and is told of as such.
    isWhole: !breaksOff && (does.includes("password") || does.includes("unread") || pages.length > 0),
    pages: pages.length,
    isTagged:
      source.entry(catalog, "MarkInfo", "Marked") === true && source.entry(catalog, "StructTreeRoot") instanceof Map,
    hasHiddenLayers: hasHiddenLayers(source, catalog),
    croppedPage: cropped < 0 ? null : cropped + 1,
    hasUndrawnFields: pages.some(({ dict }) =>
      source.list(dict.get("Annots") ?? null).some((entry) => isUndrawn(source, entry)),
    ),
    does,
  };
}

/** Names are looked for as they are written, and in packed objects unpacked. */
function deedsIn({ texts, isUnread }: PdfSource): PdfDeed[] {
  const found = new Set<PdfDeed>();
  for (const text of texts)
    for (const [, name = ""] of text.matchAll(/\/([A-Za-z#][A-Za-z0-9#]{2,60})/g)) {
      const deed = DEEDS.get(unescaped(name));
      if (deed) found.add(deed);
    }
  if (isUnread && !found.has("password")) found.add("unread");
  return [...new Set([...DEEDS.values(), "unread" as const])].filter((deed) => found.has(deed));
}

/** A page with what it has from those that it stands under. */
interface Page {
  readonly dict: PdfDict;
  readonly above: readonly PdfDict[];
}

function pagesOf(source: PdfSource, catalog: PdfDict): Page[] {
  const pages: Page[] = [];
  const seen = new Set<PdfDict>();
  const waiting: { readonly node: PdfObject; readonly above: readonly PdfDict[] }[] = [
    { node: source.entry(catalog, "Pages"), above: [] },
  ];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { node, above } = next;
    if (!(node instanceof Map) || seen.has(node)) continue;
    seen.add(node);
    if (nameOf(source.entry(node, "Type")) === "Pages" || node.has("Kids")) {
      const kids = source.list(node.get("Kids") ?? null);
      waiting.unshift(...kids.map((kid) => ({ node: source.get(kid), above: [node, ...above] })));
    } else pages.push({ dict: node, above });
  }
  return pages;
}

function isCropped(source: PdfSource, { dict, above }: Page): boolean {
  const box = (name: string): number[] | null => {
    const found = [dict, ...above].find((each) => each.has(name));
    const numbers = source.list(found?.get(name) ?? null).map((each) => source.get(each));
    if (numbers.length !== 4 || !numbers.every((each) => typeof each === "number")) return null;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers as number[];
    return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
  };
  const [media, crop] = [box("MediaBox"), box("CropBox")];
  if (!media || !crop) return false;
  return media.some((edge, at) => (at < 2 ? (crop[at] ?? 0) - edge : edge - (crop[at] ?? 0)) > EDGE);
}

function hasHiddenLayers(source: PdfSource, catalog: PdfDict | null): boolean {
  const layers = source.entry(catalog, "OCProperties");
  const shown = source.entry(layers, "D");
  if (source.list(source.entry(shown, "OFF")).length > 0) return true;
  if (nameOf(source.entry(shown, "BaseState")) === "OFF") return true;
  if (source.entry(shown, "AS") === null) return false;
  return source
    .list(source.entry(layers, "OCGs"))
    .some((layer) =>
      ["View", "Print"].some((kind) => nameOf(source.entry(layer, "Usage", kind, `${kind}State`)) === "OFF"),
    );
}

/** A field that has a value and no drawing of it. */
function isUndrawn(source: PdfSource, entry: PdfObject): boolean {
  if (nameOf(source.entry(entry, "Subtype")) !== "Widget" || source.entry(entry, "AP", "N") !== null) return false;
  const flags = source.entry(entry, "F");
  if (typeof flags === "number" && flags & 34) return false;
  const inherited = (name: string): PdfObject => {
    let node = source.get(entry);
    for (let steps = 0; node instanceof Map && steps < 30; steps++) {
      const value = source.entry(node, name);
      if (value !== null) return value;
      node = source.entry(node, "Parent");
    }
    return null;
  };
  const value = inherited("V");
  const hasWords = value instanceof PdfString ? value.bytes !== "" : Array.isArray(value) && value.length > 0;
  return hasWords && nameOf(inherited("FT")) !== "Btn";
}
