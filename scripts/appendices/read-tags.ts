/** The tags of somebody's PDF, where they can be taken over whole; else none of them. For read-appendix.ts. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from "@cantoo/pdf-lib";
import type { KeptElement, KeptKid } from "../printing/kept-print.ts";
import { type Field, printField, tickWords } from "./fields.ts";
import { nestedHeadings } from "./nested-headings.ts";
import type { PageFacts } from "./page-commands.ts";
import { wordsOf } from "./values.ts";

const STANDARD = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table
   TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula
   Form`.split(/\s+/),
);
/** Types that came with PDF 2.0, and the older ones that stand for them. */
const NEWER: Readonly<Record<string, string>> = {
  DocumentFragment: "Div",
  Aside: "Div",
  Title: "P",
  Sub: "Span",
  Em: "Span",
  Strong: "Span",
  FENote: "Note",
};
/** More than a page of commands can hold, or a reader of tags follow. */
const MOST_MARKS = 60_000;
const DEEPEST = 200;
/** Owners of attributes that say what a thing is, not how some program draws it. */
const OWNERS = new Set(["Layout", "List", "Table", "PrintField"]);

export interface ForeignTags {
  /** Element 0 holds all others. */
  readonly elements: readonly KeptElement[];
  /** For each page, the numbers of the marks that belong to an element. */
  readonly marks: readonly ReadonlySet<number>[];
}

/** A field's mark, which the tags that name the field then lead to. */
export interface FieldMark {
  readonly page: number;
  readonly mark: number;
  readonly field: Field;
}

/** What the file's pages have that tags may lead to: pages and links by their objects. */
export interface TaggedThings {
  readonly pageIndex: ReadonlyMap<string, number>;
  readonly linkIndex: ReadonlyMap<string, number>;
  readonly fieldMarks: ReadonlyMap<string, FieldMark>;
  readonly pages: readonly PageFacts[];
}

/** Something in the tags that cannot be taken over: then the paper counts as one without. */
class CannotCarry extends Error {}

/** The tags of the file; null where it has none, or has them in a way that cannot be carried into another file. */
export function readForeignTags(file: PDFDocument, things: TaggedThings): ForeignTags | null {
  const { catalog } = file;
  const marked = catalog.lookup(PDFName.of("MarkInfo"));
  const root = catalog.lookup(PDFName.of("StructTreeRoot"));
  if (!(marked instanceof PDFDict) || marked.lookup(PDFName.of("Marked"))?.toString() !== "true") return null;
  if (!(root instanceof PDFDict)) return null;
  try {
    const tags = new TagReader(root, things).read();
    // A scan among pages with tags says nothing to those who cannot see it.
    const isWhole = things.pages.every(({ drawsUnmarked }, page) => !drawsUnmarked || tags.marks[page]?.size);
    return isWhole && tags.marks.some(({ size }) => size > 0) ? tags : null;
  } catch (error) {
    if (error instanceof CannotCarry) return null;
    throw error;
  }
}

class TagReader {
  private readonly root: PDFDict;
  private readonly things: TaggedThings;
  private readonly elements: KeptElement[] = [];
  private readonly marks: Set<number>[];
  private readonly ids = new Map<string, number>();
  private readonly seen = new Set<PDFDict>();
  private depth = 0;

  constructor(root: PDFDict, things: TaggedThings) {
    this.root = root;
    this.things = things;
    this.marks = things.pages.map(() => new Set());
  }

  read(): ForeignTags {
    const kids: KeptKid[] = [];
    this.elements.push(element("Sect", kids));
    this.kidsOf(this.root, null, kids);
    return { elements: nestedHeadings(this.elements), marks: this.marks };
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
      const ref = kid.get(PDFName.of("Obj"))?.toString() ?? "";
      const link = this.things.linkIndex.get(ref);
      const field = this.things.fieldMarks.get(ref);
      if (link !== undefined) into.push({ link });
      if (field) this.add(field.page, field.mark, into);
    } else this.element(kid, page, into);
  }

  private mark(number: number, page: PDFObject | null, into: KeptKid[]): void {
    const index = this.things.pageIndex.get(page?.toString() ?? "");
    if (number > MOST_MARKS) throw new CannotCarry("more marks than there can be");
    // What stands on a page that is no longer in the file, or on no page, is no longer in its tags either.
    if (index !== undefined && this.things.pages[index]?.numbers.has(number)) this.add(index, number, into);
  }

  private add(page: number, mark: number, into: KeptKid[]): void {
    const marks = this.marks[page];
    if (!marks || marks.has(mark)) return;
    marks.add(mark);
    into.push({ page, mark });
  }

  private element(entry: PDFDict, page: PDFObject | null, into: KeptKid[]): void {
    if (this.seen.has(entry)) throw new CannotCarry("a tag that stands in two places");
    if (this.depth >= DEEPEST) throw new CannotCarry("tags inside tags without end");
    this.seen.add(entry);
    this.depth += 1;
    const type = this.standardType(entry.lookup(PDFName.of("S")));
    const kids: KeptKid[] = [];
    const own = entry.get(PDFName.of("Pg")) ?? page;
    // The whole document's tag would stand inside the pack's own; what it holds is put in its place.
    if (type === "Document") this.kidsOf(entry, own, into);
    else {
      const index = this.elements.length;
      const id = wordsOf(entry.lookup(PDFName.of("ID")));
      const field = type === "Form" ? this.fieldIn(entry) : null;
      this.elements.push({
        ...element(type, kids),
        alt: wordsOf(entry.lookup(PDFName.of("Alt"))) ?? (field ? tickWords(field) : null),
        actual: wordsOf(entry.lookup(PDFName.of("ActualText"))),
        language: wordsOf(entry.lookup(PDFName.of("Lang"))),
        attributes: field ? printField(field) : this.attributes(entry),
        id: id === null ? null : this.idNumber(id),
        headers: this.headers(entry),
      });
      this.kidsOf(entry, own, kids);
      // What holds nothing that was taken over is left out; a cell may well be empty.
      if (kids.length > 0 || type === "TD" || type === "TH") into.push({ element: index });
      else this.elements.length = index;
    }
    this.depth -= 1;
  }

  /** The field that a tag is of. */
  private fieldIn(entry: PDFDict): Field | null {
    const kids = entry.lookup(PDFName.of("K"));
    const all = kids instanceof PDFArray ? kids.asArray().map((_, at) => kids.lookup(at)) : [kids];
    for (const kid of all) {
      const ref = kid instanceof PDFDict ? kid.get(PDFName.of("Obj"))?.toString() : undefined;
      const found = this.things.fieldMarks.get(ref ?? "");
      if (found) return found.field;
    }
    return null;
  }

  /** PDF's own type that a type stands for, by the file's own list. */
  private standardType(type: PDFObject | undefined): string {
    const roles = this.root.lookup(PDFName.of("RoleMap"));
    let name = type instanceof PDFName ? type : null;
    for (let steps = 0; name && steps < 10; steps++) {
      const text = name.decodeText();
      if (STANDARD.has(text)) return text;
      const newer = NEWER[text];
      if (newer) return newer;
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
