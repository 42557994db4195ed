/**
 * Names the headers of cells that Chromium leaves unnamed: a cell over several columns or rows is under the headings of all
 * of them, and a row that is one header heads the rows down to the next. For read-print.ts.
 */
import { PdfName, PdfString } from "../pdf/objects.ts";
import type { Kid, Tag } from "./structure.ts";

/** A cell in its table, with how far it reaches. */
interface Placed {
  readonly tag: Tag;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Completes every table below `tag` in which a cell spans others; one in which none does is as Chromium wrote it. */
export function nameHeaders(tag: Tag): void {
  const kids = tag.kids.filter(isTag);
  for (const kid of kids) nameHeaders(kid);
  if (tag.type !== "Table") return;
  const cells = placed(rowsOf(tag));
  if (!cells.some(({ rows, columns }) => rows > 1 || columns > 1)) return;
  const width = Math.max(...cells.map(({ column, columns }) => column + columns));
  const isBand = ({ tag: { type }, columns }: Placed): boolean => type === "TH" && width > 1 && columns === width;
  const bands = cells.filter((cell) => isBand(cell) && scopeOf(cell) === "Row");
  const headers = cells.filter((cell) => cell.tag.type === "TH" && !bands.includes(cell));
  const above = byLine(headers, "Column", ({ column, columns }) => [column, columns]);
  const beside = byLine(headers, "Row", ({ row, rows }) => [row, rows]);
  for (const cell of cells) {
    // What runs over the whole width, such as a note, is under no heading more than another.
    if (cell.tag.type !== "TD" || cell.columns === width) continue;
    const band = bands.findLast(({ row }) => row < cell.row);
    const own = [
      ...within(above, cell.column, cell.columns).filter(({ row }) => row < cell.row),
      ...(band ? [band] : []),
      ...within(beside, cell.row, cell.rows).filter(({ column }) => column < cell.column),
    ];
    name(cell.tag, [...new Set(own.map(({ tag: header }) => header))]);
  }
}

/** The headers of a scope by each column or row that they reach over. */
function byLine(headers: readonly Placed[], scope: string, reach: (header: Placed) => [number, number]): Placed[][] {
  const lines: Placed[][] = [];
  for (const header of headers) {
    if (scopeOf(header) !== scope) continue;
    const [first, length] = reach(header);
    for (let line = first; line < first + length; line++) {
      lines[line] ??= [];
      lines[line]?.push(header);
    }
  }
  return lines;
}

const within = (lines: readonly Placed[][], first: number, length: number): Placed[] =>
  Array.from({ length }, (_, at) => lines[first + at] ?? []).flat();

const isTag = (kid: Kid): kid is Tag => "type" in kid;

/** The rows of a table, whether or not they stand in a head or a body. */
function rowsOf(tag: Tag): Tag[] {
  return tag.kids.filter(isTag).flatMap((kid) => {
    if (kid.type === "TR") return [kid];
    return /^T(Head|Body|Foot)$/.test(kid.type) ? rowsOf(kid) : [];
  });
}

/** Every cell where it stands when those that reach into its row are counted. */
function placed(rows: readonly Tag[]): Placed[] {
  const cells: Placed[] = [];
  const takenUntil: number[] = [];
  rows.forEach((tag, row) => {
    let column = 0;
    for (const cell of tag.kids.filter(isTag)) {
      while ((takenUntil[column] ?? 0) > row) column += 1;
      const [own, columns] = [spanOf(cell, "RowSpan"), spanOf(cell, "ColSpan")];
      cells.push({ tag: cell, row, column, rows: own, columns });
      for (const end = column + columns; column < end; column++) takenUntil[column] = row + own;
    }
  });
  return cells;
}

function spanOf({ attributes }: Tag, key: "RowSpan" | "ColSpan"): number {
  const span = attributes.get("Table")?.get(key);
  return typeof span === "number" ? span : 1;
}

function scopeOf({ tag: { attributes } }: Placed): string | null {
  const scope = attributes.get("Table")?.get("Scope");
  return scope instanceof PdfName ? scope.name : null;
}

/** Chromium names headers `node7`, so a name of ours is none of its own. */
function name(cell: Tag, headers: readonly Tag[]): void {
  if (headers.length === 0) return;
  for (const header of headers) header.id ??= `header${header.number}`;
  const attributes = cell.attributes.get("Table") ?? new Map();
  attributes.set(
    "Headers",
    headers.map(({ id }) => new PdfString(id ?? "")),
  );
  cell.attributes.set("Table", attributes);
}
