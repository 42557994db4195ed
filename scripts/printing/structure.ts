/**
 * The tags of a print: reads Chromium's, refuses what it does not know, and puts right what PDF/UA asks for and Chromium
 * leaves out. Wrappers without a meaning are taken away; nothing with a meaning is. For read-print.ts.
 */
import { objectText, type PdfDict, PdfName, type PdfObject, PdfRef, PdfString, textOf } from "../pdf/objects.ts";
import { NotUnderstood } from "../pdf/parse.ts";
import { PART_ADDRESS } from "./addresses.ts";
import type { KeptElement, KeptKid } from "./kept-print.ts";

/** An element while it is put right. */
export interface Tag {
  type: string;
  kids: Kid[];
  alt: string | null;
  /** Words for a sign that is drawn as a shape. */
  actual: string | null;
  language: string | null;
  attributes: Map<string, PdfDict>;
  id: string | null;
  /** The object of the print that this was, to find it by. */
  readonly number: number;
}
export type Kid = Tag | Mark | Annotation;
export interface Mark {
  readonly page: number;
  readonly mark: number;
}
export interface Annotation {
  readonly annotation: number;
}

const isTag = (kid: Kid): kid is Tag => "type" in kid;
const isMark = (kid: Kid): kid is Mark => "mark" in kid;

/** Types that Chromium writes, and what those that are not PDF's own stand for. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  Em: "Span",
  Strong: "Span",
  Aside: "Note",
};
const KNOWN = new Set(
  `Document Part Art Sect Div BlockQuote Caption NonStruct P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table THead TBody TFoot TR TH
   TD Span Quote Note Code Link Figure Em Strong Aside`.split(/\s+/),
);
/** Elements that hold only others: what is drawn in one itself is a line or a box. */
const HOLDERS = new Set(["Document", "L", "LI", "Table", "THead", "TBody", "TFoot", "TR"]);
const ATTRIBUTES = new Set(["Scope", "RowSpan", "ColSpan", "Headers", "ListNumbering", "BBox", "Placement", "Summary"]);
const INLINE = new Set(["Span", "Link", "Em", "Strong", "Quote", "Code", "Lbl"]);

/** Reads the tree below the root of the tags. `pageOf` gives a page's index by its object. */
export function readTags(
  root: PdfObject,
  object: (ref: PdfObject) => PdfObject,
  pageOf: (ref: PdfObject) => number,
): Tag {
  const read = (ref: PdfObject): Tag => {
    const entry = object(ref);
    if (!(entry instanceof Map) || !(ref instanceof PdfRef)) throw new NotUnderstood("a tag that is none");
    const tag: Tag = {
      type: "",
      kids: [],
      alt: null,
      actual: null,
      language: null,
      attributes: new Map(),
      id: null,
      number: ref.number,
    };
    let page = -1;
    let kids: PdfObject = [];
    for (const [key, value] of entry) {
      if (key === "Type" || key === "P") continue;
      if (key === "S" && value instanceof PdfName) tag.type = value.name;
      else if (key === "Alt" && value instanceof PdfString) tag.alt = textOf(value);
      else if (key === "Lang" && value instanceof PdfString) tag.language = textOf(value);
      else if (key === "ID" && value instanceof PdfString) tag.id = value.bytes;
      else if (key === "A") readAttributes(tag, value);
      else if (key === "Pg") page = pageOf(value);
      else if (key === "K") kids = value;
      else throw new NotUnderstood(`a tag ${tag.type} with \`${key}\``);
    }
    if (!KNOWN.has(tag.type)) throw new NotUnderstood(`a tag \`${tag.type}\``);
    for (const kid of Array.isArray(kids) ? kids : [kids]) {
      if (kid instanceof PdfRef) tag.kids.push(read(kid));
      else if (typeof kid === "number") tag.kids.push({ page, mark: kid });
      else if (kid instanceof Map && kid.get("Obj") instanceof PdfRef)
        tag.kids.push({ annotation: (kid.get("Obj") as PdfRef).number });
      else if (kid instanceof Map && typeof kid.get("MCID") === "number")
        tag.kids.push({ page: pageOf(kid.get("Pg") ?? null), mark: kid.get("MCID") as number });
      else throw new NotUnderstood(`a tag ${tag.type} with contents of another kind`);
    }
    return tag;
  };
  return read(root);
}

function readAttributes(tag: Tag, value: PdfObject): void {
  for (const each of Array.isArray(value) ? value : [value]) {
    const owner = each instanceof Map ? each.get("O") : null;
    if (!(each instanceof Map) || !(owner instanceof PdfName)) throw new NotUnderstood("an attribute without an owner");
    for (const [key, entry] of each) {
      if (key === "O") continue;
      if (!ATTRIBUTES.has(key)) throw new NotUnderstood(`an attribute \`${key}\``);
      // That a cell spans one row and one column goes without saying.
      if ((key === "RowSpan" || key === "ColSpan") && entry === 1) continue;
      const own = tag.attributes.get(owner.name) ?? new Map();
      tag.attributes.set(owner.name, own.set(key, entry));
    }
  }
}

/** Pieces of pages that are drawn by elements which only hold others: lines and boxes, by page. */
export function decorationOf(tag: Tag, found = new Map<number, Set<number>>()): Map<number, Set<number>> {
  for (const kid of tag.kids) {
    if (isTag(kid)) decorationOf(kid, found);
    else if (isMark(kid) && HOLDERS.has(tag.type))
      found.set(kid.page, (found.get(kid.page) ?? new Set()).add(kid.mark));
  }
  return found;
}

/** What a marked piece draws: words, only shapes, or nothing at all. */
export type Drawn = (mark: Mark) => "words" | "shapes" | null;

/** Puts the tree right, from below. `target` says where a link goes. */
export function putRight(tag: Tag, drawn: Drawn, target: (annotation: number) => string | null): void {
  for (const kid of tag.kids) if (isTag(kid)) putRight(kid, drawn, target);
  tag.kids = tag.kids.filter((kid) => !isMark(kid) || (drawn(kid) !== null && !HOLDERS.has(tag.type)));
  for (const kid of tag.kids) if (isTag(kid)) fromAddress(kid, target);
  tag.kids = tag.kids.flatMap((kid) => (isTag(kid) ? within(kid) : [kid]));
  if (tag.type === "Document") tag.kids = tag.kids.map((kid) => (isTag(kid) ? kid : { ...newTag("P"), kids: [kid] }));
  else if (HOLDERS.has(tag.type) && tag.type !== "LI" && tag.kids.some((kid) => !isTag(kid)))
    throw new NotUnderstood(`words in a ${tag.type} that only holds others`);
  // A bullet is drawn as a dot, and would be silent.
  if (tag.type === "Lbl" && tag.kids.every((kid) => isMark(kid) && drawn(kid) === "shapes")) tag.actual = "•";
  if (tag.type === "LI") tag.kids = listItem(tag.kids);
  if (tag.type === "Figure" && tag.alt === null) figure(tag);
}

/** What Chromium has no tag for inside a line, another language or a label, is printed as a link to a reserved address. */
function fromAddress(tag: Tag, target: (annotation: number) => string | null): void {
  if (tag.type !== "Link") return;
  const [annotation] = tag.kids.flatMap((kid) => ("annotation" in kid ? [kid.annotation] : []));
  const to = annotation === undefined ? null : target(annotation);
  if (to?.startsWith(PART_ADDRESS.language)) {
    tag.type = "Span";
    tag.language = to.slice(PART_ADDRESS.language.length);
  } else if (to === PART_ADDRESS.label) tag.type = "Lbl";
  else return;
  tag.kids = tag.kids.filter((kid) => !("annotation" in kid));
}

/** What stands in the tree for `tag`: itself, what it wraps, or nothing. */
function within(tag: Tag): Kid[] {
  if (tag.kids.length === 0 && tag.type !== "TD" && tag.type !== "TH" && tag.alt === null) return [];
  if (tag.type !== "NonStruct") return [tag];
  if (tag.language === null && tag.alt === null) return tag.kids;
  tag.type = tag.kids.some((kid) => isTag(kid) && !INLINE.has(kid.type)) ? "Div" : "Span";
  return [tag];
}

/** An item's label, and all else as its body. */
function listItem(kids: readonly Kid[]): Kid[] {
  if (kids.some((kid) => isTag(kid) && kid.type === "LBody")) return [...kids];
  const labels = kids.filter((kid) => isTag(kid) && kid.type === "Lbl");
  const body = kids.filter((kid) => !labels.includes(kid));
  return body.length > 0 ? [...labels, { ...newTag("LBody"), kids: body }] : labels;
}

/** A figure around a picture and its caption takes the picture's words; one around anything else is a group. */
function figure(tag: Tag): void {
  const pictures = tag.kids.filter((kid): kid is Tag => isTag(kid) && kid.type === "Figure");
  const [picture] = pictures;
  if (!picture || pictures.length > 1 || !picture.alt) {
    tag.type = "Div";
    return;
  }
  tag.alt = picture.alt;
  for (const [owner, attributes] of picture.attributes) tag.attributes.set(owner, attributes);
  tag.kids = tag.kids.flatMap((kid) => (kid === picture ? picture.kids : [kid]));
}

export function newTag(type: string): Tag {
  return { type, kids: [], alt: null, actual: null, language: null, attributes: new Map(), id: null, number: -1 };
}

export interface KeptTags {
  readonly elements: KeptElement[];
  /** The element of each tag that is still in the tree, by the object it was. */
  readonly byNumber: ReadonlyMap<number, number>;
  readonly roles: readonly (readonly [string, string])[];
}

/** The tree as it is kept. `link` gives an annotation's index among the print's links. */
export function keepTags(document: Tag, link: (annotation: number) => number): KeptTags {
  const elements: KeptElement[] = [];
  const byNumber = new Map<number, number>();
  const ids = new Map<string, number>();
  const roles = new Map<string, string>();
  const numberOf = (id: string): number => {
    const known = ids.get(id) ?? ids.size;
    ids.set(id, known);
    return known;
  };
  const keep = (tag: Tag): number => {
    const index = elements.length;
    byNumber.set(tag.number, index);
    // Its place is kept before its children's, so that elements stand in reading order.
    elements.push(undefined as unknown as KeptElement);
    const standard = STANDS_FOR[tag.type];
    if (standard) roles.set(tag.type, standard);
    const headers = tag.attributes.get("Table")?.get("Headers");
    const kids = tag.kids.map((kid): KeptKid => {
      if (isTag(kid)) return { element: keep(kid) };
      return isMark(kid) ? { page: kid.page, mark: kid.mark } : { link: link(kid.annotation) };
    });
    elements[index] = {
      type: tag.type,
      kids,
      alt: tag.alt,
      actual: tag.actual,
      language: tag.language,
      title: null,
      attributes: attributesText(tag),
      id: tag.id === null ? null : numberOf(tag.id),
      headers: Array.isArray(headers)
        ? headers.flatMap((each) => (each instanceof PdfString ? [numberOf(each.bytes)] : []))
        : [],
    };
    return index;
  };
  keep(document);
  return { elements, byNumber, roles: [...roles] };
}

function attributesText({ attributes }: Tag): string | null {
  const texts = [...attributes].flatMap(([owner, entries]) => {
    const kept = new Map<string, PdfObject>([["O", new PdfName(owner)]]);
    for (const [key, value] of entries) if (key !== "Headers") kept.set(key, value);
    return kept.size > 1 ? [objectText(kept)] : [];
  });
  if (texts.length === 0) return null;
  return texts.length === 1 ? (texts[0] ?? null) : `[${texts.join("")}]`;
}
