/** A table as Markdown: its cells in a grid, with marks where one goes on from another. Called by paper-tables.ts. */
import type { CellRead, TableRead } from "../structure.ts";

export interface Grid {
  /** Rows of as many cells each; `^^` goes on from above, `<<` from the left. */
  readonly rows: readonly (readonly string[])[];
  readonly headings: number;
  /** Columns whose cells stand at the right. */
  readonly right: ReadonlySet<number>;
}

/**
 * The cells of `table`, each written by `write`, in a grid. `headings` rows of it head the columns. `isRight` says whether a cell
 * stands at the right, null for one that says nothing.
 */
export function gridOf(
  table: TableRead,
  headings: number,
  write: (cell: CellRead, isHeading: boolean) => string,
  isRight: (cell: CellRead) => boolean | null,
): Grid {
  const rows = [...table.headings, ...table.rows];
  const grid: string[][] = rows.map(() => []);
  const rightCells: { column: number; isRight: boolean }[] = [];
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rows && row + down < rows.length; down++)
        for (let across = 0; across < cell.columns; across++) {
          const line = grid[row + down] as string[];
          line[column + across] = down === 0 && across === 0 ? write(cell, row < headings) : across > 0 ? "<<" : "^^";
        }
      // A heading cannot reach into the rows that it heads: below the last row of headings the cell is begun anew, empty.
      if (row < headings && row + cell.rows > headings) (grid[headings] as string[])[column] = "";
      const stands = row >= headings && cell.columns === 1 ? isRight(cell) : null;
      if (stands !== null) rightCells.push({ column, isRight: stands });
      column += cell.columns;
    }
  });
  const width = grid.reduce((widest, row) => Math.max(widest, row.length), 1);
  for (const row of grid) for (let at = 0; at < width; at++) row[at] ??= "";
  return withoutMergedAway({ rows: grid, headings, right: rightColumns(rightCells, width) });
}

/** Word's grid often has columns and rows that no cell begins in: nobody sees them, and a table of ours has none. */
function withoutMergedAway({ rows, headings, right }: Grid): Grid {
  const isMark = (cell: string | undefined) => cell === "<<" || cell === "^^";
  const columns = (rows[0] ?? []).flatMap((_, at) => (rows.every((row) => isMark(row[at])) ? [] : [at]));
  const kept = rows.map((row) => columns.map((at) => row[at] ?? ""));
  const isSeen = (row: readonly string[]) => !row.every(isMark);
  return {
    rows: kept.filter(isSeen),
    headings: kept.slice(0, headings).filter(isSeen).length,
    right: new Set(columns.flatMap((at, now) => (right.has(at) ? [now] : []))),
  };
}

function rightColumns(
  rightCells: readonly { readonly column: number; readonly isRight: boolean }[],
  width: number,
): Set<number> {
  const columns = Array.from({ length: width }, (_, column) => rightCells.filter((each) => each.column === column));
  const right = columns.flatMap((cells, column) =>
    cells.length > 0 && cells.every((each) => each.isRight) ? [column] : [],
  );
  return new Set(right);
}

/** The grid in lines. A table without headings has a first row of empty cells, which no reader sees or hears. */
export function tableLines({ rows, headings, right }: Grid): string[] {
  const width = rows[0]?.length ?? 1;
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell || " ").join(" | ")} |`;
  const rule = line(Array.from({ length: width }, (_, at) => (right.has(at) ? "---:" : "---")));
  const head = headings > 0 ? rows.slice(0, headings) : [Array.from({ length: width }, () => "")];
  const [first = [], ...more] = head;
  return [
    line(first),
    rule,
    ...more.map(line),
    // Where there are more rows of headings than one, a second rule says where they end.
    ...(more.length > 0 ? [rule] : []),
    ...rows.slice(headings).map(line),
  ];
}
