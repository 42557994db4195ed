/** The tags of somebody's PDF, where they can be taken over whole; else none of them. For read-appendix.ts. */
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import type { KeptElement, KeptKid } from "../printing/kept-print.ts";

const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table
   TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula
   Form`.split(/\s+/),
);
/** Owners of attributes that say what a thing is, not how some program draws it. */
const OWNERS = new Set(["Layout", "List", "Table", "PrintField"]);

export interface ForeignTags {
  /** Element 0 holds all others. */
  readonly elements: readonly KeptElement[];
}

/** Something in the tags that cannot be taken over: then the paper counts as one without. */
class CannotCarry extends Error {}

/** The tags of the file; null where it has none, or has them in a way that cannot be carried into another file. */
export function readForeignTags(
  file: PDFDocument,
  pageIndex: ReadonlyMap<string, number>,
  linkIndex: ReadonlyMap<string, number>,
): ForeignTags | null {
  const { catalog } = file;
  const marked = catalog.lookup(PDFName.of("MarkInfo"));
  const root = catalog.lookup(PDFName.of("StructTreeRoot"));
  if (!(marked instanceof PDFDict) || marked.get(PDFName.of("Marked"))?.toString() !== "true") return null;
  if (!(root instanceof PDFDict)) return null;
  try {
    const read = new TagReader(root, pageIndex, linkIndex).read();
    const hasMarks = read.some(({ kids }) => kids.some((kid) => "mark" in kid));
    return hasMarks ? { elements: read } : null;
  } catch (error) {
    if (error instanceof CannotCarry) return null;
    throw error;
  }
}

class TagReader {
  private readonly root: PDFDict;
  private readonly pageIndex: ReadonlyMap<string, number>;
  private readonly linkIndex: ReadonlyMap<string, number>;
  private readonly elements: KeptElement[] = [];
  private readonly ids = new Map<string, number>();
  private readonly seen = new Set<PDFDict>();

  constructor(root: PDFDict, pageIndex: ReadonlyMap<string, number>, linkIndex: ReadonlyMap<string, number>) {
    this.root = root;
    this.pageIndex = pageIndex;
    this.linkIndex = linkIndex;
  }

  read(): KeptElement[] {
    const kids: KeptKid[] = [];
    this.elements.push(element("Sect", kids));
    this.kidsOf(this.root, null, kids);
    return this.elements;
  }

  private kidsOf(entry: PDFDict, page: PDFObject | null, into: KeptKid[]): void {
    const kids = entry.lookup(PDFName.of("K"));
    const list = kids instanceof PDFArray ? kids.asArray() : kids ? [entry.get(PDFName.of("K")) as PDFObject] : [];
    for (const ref of list) {
      const kid = ref instanceof PDFRef ? entry.context.lookup(ref) : ref;
      if (kid instanceof PDFNumber) this.mark(kid.asNumber(), page, into);
      else if (kid instanceof PDFDict) this.kid(kid, page, into);
    }
  }

  private kid(kid: PDFDict, page: PDFObject | null, into: KeptKid[]): void {
    const type = kid.lookup(PDFName.of("Type"))?.toString();
    if (kid.has(PDFName.of("Stm"))) throw new CannotCarry("marks inside a picture");
    if (type === "/MCR") {
      const number = kid.lookup(PDFName.of("MCID"));
      this.mark(number instanceof PDFNumber ? number.asNumber() : -1, kid.get(PDFName.of("Pg")) ?? page, into);
    } else if (type === "/OBJR") {
      const link = this.linkIndex.get(kid.get(PDFName.of("Obj"))?.toString() ?? "");
      if (link !== undefined) into.push({ link });
    } else this.element(kid, page, into);
  }

  private mark(number: number, page: PDFObject | null, into: KeptKid[]): void {
    const index = this.pageIndex.get(page?.toString() ?? "");
    // What stands on a page that is no longer in the file is no longer in its tags either.
    if (index !== undefined && number >= 0) into.push({ page: index, mark: number });
  }

  private element(entry: PDFDict, page: PDFObject | null, into: KeptKid[]): void {
    if (this.seen.has(entry)) throw new CannotCarry("a tag that stands in two places");
    this.seen.add(entry);
    const type = this.standardType(entry.lookup(PDFName.of("S")));
    const kids: KeptKid[] = [];
    const own = entry.get(PDFName.of("Pg")) ?? page;
    // The whole document's tag would stand inside the pack's own; what it holds is put in its place.
    if (type === "Document") {
      this.kidsOf(entry, own, into);
      return;
    }
    const index = this.elements.length;
    const id = wordsOf(entry.lookup(PDFName.of("ID")));
    this.elements.push({
      ...element(type, kids),
      alt: wordsOf(entry.lookup(PDFName.of("Alt"))),
      actual: wordsOf(entry.lookup(PDFName.of("ActualText"))),
      language: wordsOf(entry.lookup(PDFName.of("Lang"))),
      attributes: this.attributes(entry),
      id: id === null ? null : this.idNumber(id),
      headers: this.headers(entry),
    });
    this.kidsOf(entry, own, kids);
    into.push({ element: index });
  }

  /** PDF's own type that a type stands for, by the file's own list. */
  private standardType(type: PDFObject | undefined): string {
    const roles = this.root.lookup(PDFName.of("RoleMap"));
    let name = type instanceof PDFName ? type : null;
    for (let steps = 0; name && steps < 10; steps++) {
      const text = name.decodeText();
      if (STANDARD.has(text)) return text;
      const next = roles instanceof PDFDict ? roles.lookup(name) : undefined;
      name = next instanceof PDFName ? next : null;
    }
    return "NonStruct";
  }

  private attributeDicts(entry: PDFDict): PDFDict[] {
    const given = entry.lookup(PDFName.of("A"));
    const list = given instanceof PDFArray ? given.asArray().map((each) => entry.context.lookup(each)) : [given];
    return list.filter((each): each is PDFDict => each instanceof PDFDict);
  }

  private attributes(entry: PDFDict): string | null {
    const texts = this.attributeDicts(entry).flatMap((each) => {
      const owner = each.lookup(PDFName.of("O"));
      if (!(owner instanceof PDFName) || !OWNERS.has(owner.decodeText())) return [];
      const kept = each
        .entries()
        .flatMap(([key, value]) => (key.decodeText() === "Headers" || !isPlain(value) ? [] : [`${key} ${value}`]));
      return kept.length > 1 ? [`<<${kept.join("")}>>`] : [];
    });
    if (texts.length === 0) return null;
    return texts.length === 1 ? (texts[0] ?? null) : `[${texts.join("")}]`;
  }

  private headers(entry: PDFDict): number[] {
    return this.attributeDicts(entry).flatMap((each) => {
      const headers = each.lookup(PDFName.of("Headers"));
      if (!(headers instanceof PDFArray)) return [];
      return headers.asArray().flatMap((id) => {
        const words = wordsOf(each.context.lookup(id));
        return words === null ? [] : [this.idNumber(words)];
      });
    });
  }

  private idNumber(id: string): number {
    const known = this.ids.get(id) ?? this.ids.size;
    this.ids.set(id, known);
    return known;
  }
}

function isPlain(value: PDFObject): boolean {
  if (value instanceof PDFArray) return value.asArray().every((each) => each instanceof PDFNumber);
  return value instanceof PDFNumber || value instanceof PDFName;
}

function wordsOf(value: PDFObject | undefined): string | null {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}

export function element(type: string, kids: readonly KeptKid[]): KeptElement {
  return {
    type,
    kids,
    alt: null,
    actual: null,
    language: null,
    title: null,
    attributes: null,
    id: null,
    headers: [],
  };
}
