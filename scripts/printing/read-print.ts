/**
 * The strict reader of what Chromium prints: from the bytes of a print to a kept print. It reads what Chromium is known to
 * write, and refuses everything else by name. Called once for every print, by printer.ts.
 */
import { deflateSync } from "node:zlib";
import { type PdfDict, PdfName, type PdfObject, PdfRef, PdfStream, PdfString, textOf } from "../pdf/objects.ts";
import { contentOf, NotUnderstood, type PlainFile, readPlainFile } from "../pdf/parse.ts";
import { nameHeaders } from "./cell-headers.ts";
import type { KeptBookmark, KeptLink, KeptPage, KeptPlace, KeptPrint } from "./kept-print.ts";
import { missingLetters } from "./missing-letters.ts";
import { rewritePage } from "./page-content.ts";
import { PrintResources } from "./print-resources.ts";
import { type Drawn, decorationOf, keepTags, type Mark, newTag, putRight, readTags, type Tag } from "./structure.ts";

const CATALOGUE = new Set([
  "Type",
  "Pages",
  "Dests",
  "MarkInfo",
  "StructTreeRoot",
  "Outlines",
  "ViewerPreferences",
  "Lang",
]);
const PAGE = new Set(["Type", "Resources", "MediaBox", "Annots", "Contents", "StructParents", "Tabs", "Parent"]);
const ANNOTATION = new Set(["Type", "Subtype", "F", "Border", "Rect", "A", "Dest", "StructParent", "QuadPoints"]);

/**
 * Reads a print. `words` are what was printed, to name a letter that no font has. Throws NotUnderstood, saying what it does
 * not know, where it is not as Chromium writes it.
 */
export function readPrint(bytes: Uint8Array, words = ""): KeptPrint {
  return new PrintReader(readPlainFile(bytes)).read(words);
}

/** What a page's commands are scaled by where it is printed as large as it says. */
const WHOLE = 3.125;

class PrintReader {
  private readonly file: PlainFile;
  private readonly pages: { readonly number: number; readonly entries: PdfDict }[] = [];
  private readonly pageIndex = new Map<number, number>();
  private readonly links: KeptLink[] = [];
  private readonly linkIndex = new Map<number, number>();
  private readonly resources: PrintResources;
  private scale = Number.POSITIVE_INFINITY;

  constructor(file: PlainFile) {
    this.file = file;
    this.resources = new PrintResources((ref) => this.object(ref));
  }

  read(words: string): KeptPrint {
    const catalogue = this.dict(this.file.trailer.get("Root") ?? null, "the catalogue");
    onlyKeys(catalogue, CATALOGUE, "the catalogue");
    this.readPageTree(catalogue.get("Pages") ?? null);
    this.pages.forEach((_, index) => {
      this.readLinks(index);
    });
    const tree = this.readStructure(catalogue.get("StructTreeRoot") ?? null);
    const decoration = decorationOf(tree);
    const drawn = this.pages.map((_, index) => this.readPage(index, decoration.get(index) ?? new Set()));
    const draws = ({ page, mark }: Mark): ReturnType<Drawn> => {
      const found = drawn[page]?.marked.get(mark);
      return found ? (found.hasWords ? "words" : "shapes") : null;
    };
    const target = (annotation: number): string | null => this.links[this.linkIndex.get(annotation) ?? -1]?.uri ?? null;
    putRight(tree, draws, target);
    nameHeaders(tree);
    const kept = keepTags(tree, (annotation) => {
      const index = this.linkIndex.get(annotation);
      if (index === undefined) throw new NotUnderstood("a tag of a link that is on no page");
      return index;
    });
    const language = catalogue.get("Lang");
    const anchors = this.readAnchors(catalogue.get("Dests") ?? null);
    const marks = marksOf(kept.elements);
    const used = new Set(kept.elements.flatMap(({ kids }) => kids.flatMap((kid) => ("link" in kid ? [kid.link] : []))));
    return {
      pages: this.pages.map((_, index) =>
        keptPage(this.mediaBox(index), drawn[index] as DrawnPage, marks[index] ?? []),
      ),
      fonts: this.resources.fonts(),
      objects: this.resources.objects(),
      // A link whose tag became something else is not one any more.
      links: this.links.map((link, index) => (used.has(index) ? link : { ...link, page: -1 })),
      elements: kept.elements,
      top: (kept.elements[0]?.kids ?? []).flatMap((kid) => ("element" in kid ? [kid.element] : [])),
      roles: kept.roles,
      language: language instanceof PdfString ? textOf(language) : null,
      bookmarks: this.readBookmarks(catalogue.get("Outlines") ?? null),
      anchors,
      scale: this.scale,
      missing: missingLetters(drawn, words, this.resources.letters()),
    };
  }

  private object(ref: PdfObject): PdfObject {
    return ref instanceof PdfRef ? this.file.object(ref.number) : ref;
  }

  private dict(ref: PdfObject, what: string): PdfDict {
    const found = this.object(ref);
    if (!(found instanceof Map)) throw new NotUnderstood(`${what} is missing`);
    return found;
  }

  private array(ref: PdfObject | undefined, what: string): readonly PdfObject[] {
    const found = this.object(ref ?? null);
    if (!Array.isArray(found)) throw new NotUnderstood(`${what} is missing`);
    return found;
  }

  private readPageTree(ref: PdfObject): void {
    const node = this.dict(ref, "the tree of pages");
    const type = node.get("Type");
    if (type instanceof PdfName && type.name === "Page" && ref instanceof PdfRef) {
      onlyKeys(node, PAGE, "a page");
      this.pageIndex.set(ref.number, this.pages.length);
      this.pages.push({ number: ref.number, entries: node });
      return;
    }
    for (const kid of this.array(node.get("Kids"), "the tree of pages")) this.readPageTree(kid);
  }

  private indexOf(ref: PdfObject): number {
    const index = ref instanceof PdfRef ? this.pageIndex.get(ref.number) : undefined;
    if (index === undefined) throw new NotUnderstood("a place on a page that is not there");
    return index;
  }

  private mediaBox(index: number): readonly [number, number] {
    const box = this.array(this.pages[index]?.entries.get("MediaBox"), "the size of a page");
    const [left, bottom, width, height] = box;
    if (left !== 0 || bottom !== 0 || typeof width !== "number" || typeof height !== "number")
      throw new NotUnderstood("a page that does not begin at its corner");
    return [width, height];
  }

  private readPage(index: number, decoration: ReadonlySet<number>): DrawnPage {
    const { entries } = this.pages[index] as (typeof this.pages)[number];
    const content = this.object(entries.get("Contents") ?? null);
    if (!(content instanceof PdfStream)) throw new NotUnderstood("a page without commands");
    const own = this.resources.ofPage(this.dict(entries.get("Resources") ?? null, "a page's resources"));
    const commands = Buffer.from(contentOf(content)).toString("latin1");
    // Chromium makes a page smaller where something on it is too wide, and then still cuts off what does not fit.
    const scale = /\bre\nW\* n\nq\n([\d.]+) 0 0 /.exec(commands)?.[1];
    if (scale) this.scale = Math.min(this.scale, Number(scale) / WHOLE);
    const drawn = rewritePage(commands, (font) => this.resources.widths(own, font), decoration);
    for (const [font, glyphs] of drawn.glyphs) this.resources.use(own, font, glyphs);
    return { ...drawn, resources: own };
  }

  private readLinks(index: number): void {
    const annotations = this.pages[index]?.entries.get("Annots");
    if (annotations === undefined) return;
    for (const ref of this.array(annotations, "a page's links")) {
      const entries = this.dict(ref, "a link");
      onlyKeys(entries, ANNOTATION, "a link");
      const subtype = entries.get("Subtype");
      if (!(subtype instanceof PdfName) || subtype.name !== "Link") throw new NotUnderstood("a note that is no link");
      const rect = this.array(entries.get("Rect"), "a link's place").map(Number);
      const to = entries.get("Dest");
      this.linkIndex.set((ref as PdfRef).number, this.links.length);
      this.links.push({
        page: index,
        rect,
        quads: null,
        uri: uriOf(entries.get("A")),
        anchor: to instanceof PdfName ? to.name : null,
        place: null,
        description: null,
      });
    }
  }

  private readStructure(ref: PdfObject): Tag {
    const root = this.dict(ref, "the tree of tags");
    const top = root.get("K") ?? null;
    if (!(top instanceof PdfRef)) return newTag("Document");
    const tree = readTags(
      top,
      (each) => this.object(each),
      (page) => this.indexOf(page),
    );
    if (tree.type !== "Document") throw new NotUnderstood("a tree of tags that is no document");
    return tree;
  }

  private readAnchors(ref: PdfObject): ReadonlyMap<string, KeptPlace> {
    const found = this.object(ref);
    if (!(found instanceof Map)) return new Map();
    return new Map([...found].map(([anchor, place]) => [anchor, this.place(place)]));
  }

  private place(value: PdfObject): KeptPlace {
    const [page, kind, left, top] = this.array(value, "a place");
    if (!(kind instanceof PdfName) || kind.name !== "XYZ") throw new NotUnderstood("a place of another kind");
    return { page: this.indexOf(page ?? null), left: Number(left ?? 0), top: Number(top ?? 0) };
  }

  private readBookmarks(ref: PdfObject): KeptBookmark[] {
    const found = this.object(ref);
    const marks: KeptBookmark[] = [];
    if (!(found instanceof Map)) return marks;
    for (let next = found.get("First"); next; ) {
      const entry = this.dict(next, "a bookmark");
      const title = entry.get("Title");
      if (!(title instanceof PdfString)) throw new NotUnderstood("a bookmark without words");
      marks.push({
        title: textOf(title),
        place: this.place(entry.get("Dest") ?? null),
        children: this.readBookmarks(next),
      });
      next = entry.get("Next");
    }
    return marks;
  }
}

type DrawnPage = ReturnType<typeof rewritePage> & { readonly resources: KeptPage["resources"] };

function keptPage([width, height]: readonly [number, number], drawn: DrawnPage, marked: readonly number[]): KeptPage {
  // Whatever a page leaves of its drawing state must not reach what is stamped on it.
  const content = deflateSync(Buffer.from(`q\n${drawn.content}Q\n`, "latin1"));
  return { width, height, content, resources: drawn.resources, marked };
}

/** For every page, the element of each of its marked pieces, by the piece's number. */
function marksOf(elements: KeptPrint["elements"]): number[][] {
  const pages: number[][] = [];
  elements.forEach(({ kids }, element) => {
    for (const kid of kids)
      if ("mark" in kid) {
        pages[kid.page] ??= [];
        (pages[kid.page] as number[])[kid.mark] = element;
      }
  });
  return Array.from(pages, (marks) => Array.from(marks ?? [], (element) => element ?? -1));
}

function onlyKeys(entries: PdfDict, known: ReadonlySet<string>, what: string): void {
  for (const key of entries.keys()) if (!known.has(key)) throw new NotUnderstood(`${what} with \`${key}\``);
}

function uriOf(action: PdfObject | undefined): string | null {
  if (action === undefined) return null;
  const uri = action instanceof Map ? action.get("URI") : null;
  const kind = action instanceof Map ? action.get("S") : null;
  if (!(kind instanceof PdfName) || kind.name !== "URI" || !(uri instanceof PdfString))
    throw new NotUnderstood("a link that does something else than lead somewhere");
  return uri.bytes;
}
