/**
 * A Word file's paragraphs, tables and notes as mammoth reads them, each paragraph with the number that survey.ts gave it.
 * Called by read-word.ts.
 */
import mammoth from "mammoth";
import { MARK, type PlainDocx, plainDocx } from "./plain-docx.ts";
import type { Surveyed } from "./surveyed.ts";
import { childrenOf, type Element, isElement, type Node, parseXmlText } from "./xml.ts";

/** A paragraph, with its words as HTML's `strong`, `em`, `sup`, `sub`, `a`, `img`, `br`; a note is an `a` of class `note`. */
export interface ParagraphRead {
  readonly kind: "paragraph";
  readonly number: number;
  readonly inline: readonly Node[];
}

export interface CellRead {
  readonly blocks: readonly BlockRead[];
  readonly columns: number;
  readonly rows: number;
}

export interface TableRead {
  readonly kind: "table";
  readonly headings: readonly (readonly CellRead[])[];
  readonly rows: readonly (readonly CellRead[])[];
}

export type BlockRead = ParagraphRead | TableRead;

export interface Structure {
  readonly blocks: readonly BlockRead[];
  /** The blocks of each note, in the order they are cited; the first is note 1. */
  readonly notes: readonly (readonly BlockRead[])[];
  readonly pictures: PlainDocx["pictures"];
}

const NUMBER = new RegExp(`^${MARK.begins}(\\d+)${MARK.ends}`);

/** Has mammoth read what `surveyed` shows. Throws where mammoth leaves anything out, which is a fault of ours. */
export async function structureOf(surveyed: Surveyed): Promise<Structure> {
  const plain = plainDocx(surveyed);
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(plain.bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), ignoreEmptyParagraphs: false },
  );
  const [told] = messages;
  if (told) throw new Error(`mammoth did not read a plain file whole: ${told.message}`);
  const page = parseXmlText(`<body>${value}</body>`, "mammoth's HTML");
  const list =
    plain.notes.length > 0 ? page.children.findLast((node) => isElement(node) && node.name === "ol") : undefined;
  const items = list && isElement(list) ? childrenOf(list, "li") : [];
  // A note that is cited twice is written twice, and read once.
  const notes = plain.notes.map((_, at) =>
    blocksIn(items.find(({ attributes }) => attributes.id === `footnote-${at + 1}`)?.children ?? []),
  );
  return { blocks: blocksIn(page.children.filter((node) => node !== list)), notes, pictures: plain.pictures };
}

function blocksIn(nodes: readonly Node[]): BlockRead[] {
  return nodes.flatMap((node): BlockRead[] => {
    if (!isElement(node)) return [];
    if (node.name === "table") return [tableRead(node)];
    if (node.name !== "p") throw new Error(`mammoth wrote an element that was not asked for: ${node.name}`);
    return paragraphRead(node);
  });
}

/** Cells that only fill a row up have no number, and no words. */
function paragraphRead({ children }: Element): ParagraphRead[] {
  const [first, ...rest] = children;
  const [head, number] = typeof first === "string" ? (NUMBER.exec(first) ?? []) : [];
  if (typeof first !== "string" || head === undefined) return [];
  const inline = [first.slice(head.length), ...rest].filter((node) => node !== "");
  return [{ kind: "paragraph", number: Number(number), inline: inline.filter((node) => !isWayBack(node)) }];
}

/** The arrow at the end of a note. */
function isWayBack(node: Node): boolean {
  return isElement(node) && node.name === "a" && /^#footnote-ref-/.test(node.attributes.href ?? "");
}

function tableRead(table: Element): TableRead {
  const head = childrenOf(table, "thead").flatMap((part) => childrenOf(part, "tr"));
  const body = childrenOf(table).flatMap((part) =>
    part.name === "tbody" ? childrenOf(part, "tr") : part.name === "tr" ? [part] : [],
  );
  return { kind: "table", headings: head.map(cellsRead), rows: body.map(cellsRead) };
}

function cellsRead(row: Element): CellRead[] {
  return childrenOf(row).map(({ attributes, children }) => ({
    blocks: blocksIn(children),
    columns: Number(attributes.colspan ?? 1),
    rows: Number(attributes.rowspan ?? 1),
  }));
}
