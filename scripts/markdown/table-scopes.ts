/**
 * Which cells of a table with merged cells or several rows of headings are headers, and of what: columns, rows, or groups of
 * them. By HTML's own rules a header of a group heads all of its group from there on, so groups are told as well. Called by
 * merged-cells.ts.
 */
import type { GridCell } from "./table-grid.ts";

export type Scope = "col" | "colgroup" | "row" | "rowgroup";

export interface TableScopes {
  /** What each header heads. */
  readonly scopes: ReadonlyMap<GridCell, Scope>;
  /** How many columns each group has, from the left; none where no heading heads a group. */
  readonly columnGroups: readonly number[];
  /** The rows, from 0, that a group of rows begins with. */
  readonly groupRows: ReadonlySet<number>;
}

/**
 * The headers among `cells`, of which the first `headings` rows head the columns; `width` is the number of columns. A heading
 * that `isEmpty` heads nothing.
 */
export function tableScopes(
  cells: readonly (readonly GridCell[])[],
  headings: number,
  width: number,
  isEmpty: (cell: GridCell) => boolean,
): TableScopes {
  const scopes = new Map<GridCell, Scope>();
  const heading = cells.slice(0, headings).flatMap((row) => row.filter((cell) => !isEmpty(cell)));
  const columnGroups = headColumns(heading, headings, width, scopes);
  const groupRows = headRows(cells.slice(headings), headings, width, scopes);
  return { scopes, columnGroups, groupRows };
}

/**
 * A heading over several columns with headings below heads a group, unless it stands under a wider one: groups do not stand
 * inside each other, and it would head all of the wider one's columns that follow.
 */
function headColumns(
  cells: readonly GridCell[],
  headings: number,
  width: number,
  scopes: Map<GridCell, Scope>,
): number[] {
  const begins = new Map<number, number>();
  const taken = new Set<number>();
  for (const cell of cells) {
    const { row, column, rows, columns } = cell;
    const own = Array.from({ length: columns }, (_, at) => column + at);
    const isAbove = columns > 1 && row + rows < headings;
    const isFree = isAbove && !own.some((each) => taken.has(each));
    scopes.set(cell, isFree || (isAbove && begins.get(column) === columns) ? "colgroup" : "col");
    if (!isFree) continue;
    begins.set(column, columns);
    for (const each of own) taken.add(each);
  }
  if (begins.size === 0) return [];
  const groups: number[] = [];
  for (let column = 0; column < width; column += groups.at(-1) ?? 1) {
    let end = column + (begins.get(column) ?? 0);
    if (end === column) while (end < width && !begins.has(end)) end++;
    groups.push(end - column);
  }
  return groups;
}

/**
 * The first column heads its rows. A header over several of them heads a group, and the second column then heads rows of its
 * own, since the first alone would not tell them apart. So does a cell over the whole width, of the rows down to the next.
 */
function headRows(
  rows: readonly (readonly GridCell[])[],
  first: number,
  width: number,
  scopes: Map<GridCell, Scope>,
): Set<number> {
  const end = first + rows.length;
  const bands = new Set(rows.flatMap((cells) => cells.filter((cell) => width > 1 && cell.columns === width)));
  const isCrossed = crossings(rows);
  const groups = rows.flatMap(([cell]) => (cell && isGroup(cell) ? [cell] : []));
  const second = width > 2 && rows.some(([cell]) => cell?.column === 0 && cell.rows > 1 && cell.columns === 1);

  for (const cell of rows.flat()) {
    const isNote = bands.has(cell) && cell.row + cell.rows === end;
    if (isNote) continue;
    if (bands.has(cell)) scopes.set(cell, "rowgroup");
    else if (cell.column === 0) scopes.set(cell, groups.includes(cell) ? "rowgroup" : "row");
    else if (second && cell.column === 1 && cell.columns < width - 1) scopes.set(cell, "row");
  }
  const begins =
    bands.size > 0 ? [...bands].map(({ row }) => row) : groups.flatMap((cell) => [cell.row, cell.row + cell.rows]);
  return new Set(begins.filter((row) => row > first && row < end));

  /** A group ends where it ends for every cell, so one that others reach out of is none. */
  function isGroup({ column, row, rows: own, columns }: GridCell): boolean {
    return (
      column === 0 && own > 1 && columns < width && bands.size === 0 && !isCrossed.has(row) && !isCrossed.has(row + own)
    );
  }
}

/** The rows that a cell of a row above reaches into. */
function crossings(rows: readonly (readonly GridCell[])[]): Set<number> {
  const crossed = new Set<number>();
  for (const { row, rows: own } of rows.flat()) for (let at = row + 1; at < row + own; at++) crossed.add(at);
  return crossed;
}
