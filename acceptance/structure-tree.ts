/**
 * The structure tree of a PDF as it is written, from its root in the order it is read: elements, the marked content of
 * pages, and annotations. Called by pack-transcript.ts and parent-tree.ts, which know nothing of how packs are made.
 */
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

export interface StructureElement {
  readonly kind: "element";
  /** Where the PDF keeps it, such as `12 0 R`. */
  readonly at: string;
  /** The standard type that its own stands for, such as `P`. */
  readonly type: string;
  readonly language: string | null;
  /** What is to be said in place of what it shows. */
  readonly alternative: string | null;
  /** What is to be read in place of its text. */
  readonly actualText: string | null;
  /** Attributes of tables and the like, by name, as words: `Scope` is `Column`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly StructureChild[];
}

/** Content of a page, from 0, by the number that marks it there. */
export interface MarkedReference {
  readonly kind: "marked";
  readonly page: number;
  readonly mcid: number;
}

/** A whole object, which is an annotation here: a link, mostly. */
export interface ObjectReference {
  readonly kind: "object";
  readonly page: number | null;
  readonly description: string | null;
  readonly structParent: number | null;
}

/** Something in the tree that cannot be followed, and why. */
export interface BrokenReference {
  readonly kind: "broken";
  readonly why: string;
}

export type StructureChild = StructureElement | MarkedReference | ObjectReference | BrokenReference;

/** The children of the root. Throws where the PDF has no structure tree at all. */
export function structureTree(pdf: PDFDocument): StructureChild[] {
  const root = pdf.catalog.lookup(PDFName.of("StructTreeRoot"));
  if (!(root instanceof PDFDict)) throw new Error("The PDF has no structure tree");
  return new TreeReader(pdf, root).children(root, null);
}

/** Every element below, with itself, in the order it is read. */
export function* elementsOf(children: readonly StructureChild[]): Generator<StructureElement> {
  for (const child of children)
    if (child.kind === "element") {
      yield child;
      yield* elementsOf(child.children);
    }
}

class TreeReader {
  private readonly pages: ReadonlyMap<string, number>;
  private readonly roles: PDFDict | undefined;
  private readonly classes: PDFDict | undefined;
  private readonly seen = new Set<string>();

  constructor(pdf: PDFDocument, root: PDFDict) {
    this.pages = new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index]));
    this.roles = root.lookupMaybe(PDFName.of("RoleMap"), PDFDict);
    this.classes = root.lookupMaybe(PDFName.of("ClassMap"), PDFDict);
  }

  /** What `/K` of `parent` leads to. `page` is where its content lies unless it says otherwise itself. */
  children(parent: PDFDict, page: number | null): StructureChild[] {
    const kids = parent.get(PDFName.of("K"));
    const list = parent.lookup(PDFName.of("K"));
    const each = list instanceof PDFArray ? list.asArray() : kids ? [kids] : [];
    return each.map((kid) => this.child(parent, kid, page));
  }

  private child(parent: PDFDict, kid: unknown, page: number | null): StructureChild {
    const value = kid instanceof PDFRef ? parent.context.lookup(kid) : kid;
    if (value instanceof PDFNumber) return marked(page, value.asNumber());
    if (!(value instanceof PDFDict)) return { kind: "broken", why: `${String(kid)} is no element and no content` };
    const type = nameOf(value, "Type");
    const own = this.pageOf(value) ?? page;
    if (type === "MCR") {
      if (value.has(PDFName.of("Stm")))
        return { kind: "broken", why: "content of a form (/Stm) cannot be told from that of its page" };
      return marked(own, value.lookupMaybe(PDFName.of("MCID"), PDFNumber)?.asNumber() ?? null);
    }
    if (type === "OBJR") return objectReference(value, own);
    return this.element(value, String(kid), own);
  }

  private element(dict: PDFDict, at: string, page: number | null): StructureChild {
    const isReference = /^\d+ \d+ R$/.test(at);
    if (isReference && this.seen.has(at)) return { kind: "broken", why: `element ${at} stands in the tree twice` };
    this.seen.add(at);
    return {
      kind: "element",
      at: isReference ? at : "",
      type: this.standardType(nameOf(dict, "S") ?? "without a type"),
      language: textOf(dict, "Lang"),
      alternative: textOf(dict, "Alt"),
      actualText: textOf(dict, "ActualText"),
      attributes: this.attributes(dict),
      children: this.children(dict, page),
    };
  }

  private pageOf(dict: PDFDict): number | null {
    return this.pages.get(String(dict.get(PDFName.of("Pg")))) ?? null;
  }

  /** Follows the role map; a circle in it ends where it began. */
  private standardType(own: string): string {
    const followed = [own];
    for (let type: string | null = own; ; followed.push(type)) {
      type = this.roles ? nameOf(this.roles, type) : null;
      if (type === null || followed.includes(type)) return followed.at(-1) ?? own;
    }
  }

  /** What `/A` says, over what the classes of `/C` say. */
  private attributes(dict: PDFDict): Map<string, string> {
    const found = new Map<string, string>();
    const classes = listOf(dict, "C").filter((each) => each instanceof PDFName);
    const ofClasses = classes.flatMap((name) => (this.classes ? listOf(this.classes, name.decodeText()) : []));
    // An attribute's revision number may follow it.
    for (const each of [...ofClasses, ...listOf(dict, "A")])
      if (each instanceof PDFDict)
        for (const [name, value] of each.entries())
          found.set(name.decodeText(), value instanceof PDFName ? value.decodeText() : String(value));
    return found;
  }
}

function marked(page: number | null, mcid: number | null): StructureChild {
  if (mcid === null) return { kind: "broken", why: "a reference to marked content has no number" };
  return page === null
    ? { kind: "broken", why: `marked content ${mcid} is on no page` }
    : { kind: "marked", page, mcid };
}

function objectReference(reference: PDFDict, page: number | null): StructureChild {
  const object = reference.lookup(PDFName.of("Obj"));
  if (!(object instanceof PDFDict)) return { kind: "broken", why: "an object that is not there" };
  const structParent = object.lookupMaybe(PDFName.of("StructParent"), PDFNumber)?.asNumber() ?? null;
  return { kind: "object", page, description: textOf(object, "Contents"), structParent };
}

/** The value, or the values where it is an array, each looked up. */
function listOf(dict: PDFDict, key: string): unknown[] {
  const value = dict.lookup(PDFName.of(key));
  if (value instanceof PDFArray) return value.asArray().map((_, index) => value.lookup(index));
  return value ? [value] : [];
}

function nameOf(dict: PDFDict, key: string): string | null {
  return dict.lookupMaybe(PDFName.of(key), PDFName)?.decodeText() ?? null;
}

function textOf(dict: PDFDict, key: string): string | null {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}
