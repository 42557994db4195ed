/**
 * How the cells of a table are merged by the marks `^^` (with the cell above) and `<<` (with the cell to the left), as rows
 * and columns of words alone. Called by merged-cells.ts, which puts the answer on a paper's tokens.
 */

/** A cell that words begin in, with how many rows and columns it takes. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface TableFault {
  /** The row it is in, from 0, headings included. */
  readonly row: number;
  readonly message: string;
  readonly mend: string;
}

/** A cell while it is still growing. */
interface Growing {
  readonly row: number;
  readonly column: number;
  rows: number;
  columns: number;
  /** How many places of the table are its own, its first among them. */
  places: number;
}

export const isMark = (words: string): boolean => words === "^^" || words === "<<";

/**
 * The cells of a table, row by row from left to right. `words` are what was typed, each row as long as the first;
 * `headings` says how many rows at the top head the columns. Where a mark cannot be read there are faults, and no cells.
 */
export function mergeCells(
  words: readonly (readonly string[])[],
  headings: number,
): { readonly cells: readonly (readonly GridCell[])[]; readonly faults: readonly TableFault[] } {
  const faults: TableFault[] = [];
  const cells: Growing[][] = [];
  let above: Growing[] = [];
  words.forEach((texts, row) => {
    const here: Growing[] = [];
    const own: Growing[] = [];
    let fault: Omit<TableFault, "row"> | null = null;
    texts.forEach((text, column) => {
      const into = text === "^^" && row !== headings ? above[column] : text === "<<" ? here[column - 1] : undefined;
      if (into) {
        into.rows = Math.max(into.rows, row - into.row + 1);
        into.columns = Math.max(into.columns, column - into.column + 1);
        into.places += 1;
      } else if (isMark(text)) fault ??= nothingToMergeWith(text, row);
      if (!into) own.push({ row, column, rows: 1, columns: 1, places: 1 });
      here.push(into ?? (own.at(-1) as Growing));
    });
    if (fault) faults.push({ row, ...(fault as Omit<TableFault, "row">) });
    if (own.length === 0) faults.push({ row, ...EMPTY_ROW });
    cells.push(own);
    above = here;
  });
  for (const cell of cells.flat())
    if (cell.places !== cell.rows * cell.columns) faults.push(noRectangle(cell, words[cell.row]?.[cell.column] ?? ""));
  if (faults.length === 0) faults.push(...columnsWithoutCells(words, cells, headings));
  return { cells: faults.length > 0 ? [] : cells, faults };
}

function nothingToMergeWith(mark: string, row: number): Omit<TableFault, "row"> {
  const typed = `Where those signs are the cell's own words, type \`\\${mark}\`.`;
  if (mark === "<<")
    return {
      message: "A cell of the first column is marked `<<`, and there is no cell to its left to merge it with.",
      mend: `Put the words into the first column and the mark to their right. ${typed}`,
    };
  if (row === 0)
    return {
      message: "A cell of the first row is marked `^^`, and there is no cell above it to merge it with.",
      mend: `Put the words into the first row and the mark below them. ${typed}`,
    };
  return {
    message: "A cell is marked `^^` right below the headings, and a heading cannot reach into the rows that it heads.",
    mend: `If this row is one of headings too, put a second line of hyphens under it: | --- | --- |. Otherwise repeat the words, or leave the cell empty. ${typed}`,
  };
}

const EMPTY_ROW = {
  message: "Every cell of this row is merged with the row above, so that nothing is left of it.",
  mend: "Take the row out.",
};

function noRectangle({ row, rows, columns }: Growing, words: string): TableFault {
  return {
    row,
    message: `The cell "${words.slice(0, 40)}" is merged over ${count(rows, "row")} and ${count(columns, "column")}, but not with every cell there, so that its shape is no rectangle.`,
    mend: "Mark every cell of the block but the one with the words: `<<` to the right of the words, `^^` in the rows below. Or take out the mark that is one too many.",
  };
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;

/** A column that no cell begins in is none. A row of headings that says nothing is left out, and does not count. */
function columnsWithoutCells(
  words: readonly (readonly string[])[],
  cells: readonly (readonly GridCell[])[],
  headings: number,
): TableFault[] {
  const begun = new Set<number>();
  cells.forEach((own, row) => {
    if (row < headings && own.every(({ rows, column }) => rows === 1 && words[row]?.[column] === "")) return;
    for (const { column } of own) begun.add(column);
  });
  const column = begun.size === 0 ? -1 : (words[0] ?? []).findIndex((_, at) => !begun.has(at));
  if (column < 0) return [];
  return [
    {
      row: 0,
      message: `Every cell of column ${column + 1} is merged with the column before it, so that nothing is left of it.`,
      mend: "Take the column out, in the line of hyphens too.",
    },
  ];
}
