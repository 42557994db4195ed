/**
 * A markdown-it rule for tables beyond Markdown's own: cells that hold only `^^` or `<<` are merged with the cell above or to
 * the left, and all rows above a second line of hyphens are headings. Used by parser.ts.
 */
import type MarkdownIt from "markdown-it";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { Numbering } from "./number-paper.ts";
import { type GridCell, isMark, mergeCells, type TableFault } from "./table-grid.ts";
import { type Scope, tableScopes } from "./table-scopes.ts";

/** Three signs at least: a row of single hyphens may well say that there is nothing. */
const HYPHENS = /^(?=.{3}):?-+:?$/;

/** Written on a cell of such a table for the renderer. */
export interface CellMark {
  /** What it heads; null for a cell that heads nothing. */
  readonly scope: Scope | null;
  /** True for the last cell of a row that ends before the table does, since one of a row above stands beside it. */
  readonly isBeforeEdge: boolean;
}
/** Written on such a table: how many columns each group of columns has. */
export interface TableMark {
  readonly columnGroups?: readonly number[];
}

export function mergedCells(markdown: MarkdownIt): void {
  markdown.core.ruler.after("number_paper", "merged_cells", (state) => {
    const tokens: Token[] = [];
    let start = -1;
    for (const token of state.tokens) {
      if (token.type === "table_open") start = tokens.length;
      tokens.push(token);
      if (token.type !== "table_close") continue;
      const table = tokens.slice(start);
      const read = readTable(state, table);
      if (!read) continue;
      tokens.length = start;
      for (const each of read) tokens.push(each);
    }
    state.tokens = tokens;
  });
}

/** A row's own two tokens, and three for each of its cells. */
interface Row {
  readonly open: Token;
  readonly cells: Token[][];
  close: Token;
}

/** The tokens that stand for the table; null where it is as plain Markdown has it, or cannot be read as anything else. */
function readTable(state: StateCore, table: readonly Token[]): Token[] | null {
  const isOurs = table.some(({ type, content }) => type === "inline" && (isMark(content) || HYPHENS.test(content)));
  if (!isOurs) return null;
  const all = rowsOf(table);
  const lines = all.flatMap(({ cells }, row) =>
    cells.every((cell) => HYPHENS.test(wordsIn(cell))) && row > 0 ? [row] : [],
  );
  const [line] = lines;
  const rows = all.filter((_, row) => row !== line);
  const headings = line ?? 1;
  const merged = mergeCells(
    rows.map(({ cells }) => cells.map(wordsIn)),
    headings,
  );
  const faults = [
    ...lineFaults(lines, all.length),
    ...merged.faults.map((fault) => ({ ...fault, row: all.indexOf(rows[fault.row] as Row) })),
  ];
  if (faults.length > 0) {
    tell(state, faults, all);
    return null;
  }
  return line === undefined && merged.cells.every((own) => own.length === rows[0]?.cells.length)
    ? null
    : tokensOf(state, table, rows, merged.cells, headings);
}

function lineFaults(lines: readonly number[], rows: number): TableFault[] {
  const [second, third] = lines;
  const words = "Where hyphens are the cells' own words, put a backslash before the first: `\\---`.";
  if (third !== undefined)
    return [
      {
        row: third,
        message:
          "The table has a third line of hyphens, and only two mean something: one under the first row, one under the last row of headings.",
        mend: `Take it out. ${words}`,
      },
    ];
  if (second !== rows - 1) return [];
  return [
    {
      row: second,
      message: "The table ends with a line of hyphens, which would make all its rows headings.",
      mend: `Put the line right under the last row of headings, or take it out. ${words}`,
    },
  ];
}

function rowsOf(table: readonly Token[]): Row[] {
  const rows: Row[] = [];
  for (const token of table) {
    const row = rows.at(-1);
    if (token.type === "tr_open") rows.push({ open: token, cells: [], close: token });
    else if (token.type === "tr_close" && row) row.close = token;
    else if (/^t[dh]_open$/.test(token.type)) row?.cells.push([token]);
    else if (/^(inline|t[dh]_close)$/.test(token.type)) row?.cells.at(-1)?.push(token);
  }
  return rows;
}

const wordsIn = (cell: readonly Token[]): string => cell[1]?.content ?? "";

function tell(state: StateCore, faults: readonly TableFault[], rows: readonly Row[]): void {
  const paper = state.env?.paper as Numbering | undefined;
  for (const { row, message, mend } of faults)
    paper?.faults.push({ rule: "table-merge", severity: "error", line: rows[row]?.open.map?.[0] ?? 0, message, mend });
}

/** The table anew: its headings, then its groups of rows, with the cells that are left of each. */
function tokensOf(
  state: StateCore,
  table: readonly Token[],
  rows: readonly Row[],
  cells: readonly (readonly GridCell[])[],
  headings: number,
): Token[] {
  const { scopes, columnGroups, groupRows } = tableScopes(
    cells,
    headings,
    rows[0]?.cells.length ?? 0,
    ({ row, column }) => wordsIn(rows[row]?.cells[column] ?? []) === "",
  );
  const part = (type: string, tag: string, nesting: 1 | -1): Token => {
    const token = new state.Token(type, tag, nesting);
    token.block = true;
    token.level = (table[0]?.level ?? 0) + 1;
    return token;
  };
  const [open, close] = [table[0] as Token, table.at(-1) as Token];
  open.meta = { ...open.meta, columnGroups } satisfies TableMark;
  const tokens = [open, part("thead_open", "thead", 1)];
  rows.forEach((row, at) => {
    if (at === headings) tokens.push(part("thead_close", "thead", -1), part("tbody_open", "tbody", 1));
    else if (groupRows.has(at)) tokens.push(part("tbody_close", "tbody", -1), part("tbody_open", "tbody", 1));
    tokens.push(row.open);
    for (const cell of cells[at] ?? []) {
      const its = row.cells[cell.column] ?? [];
      const isBeforeEdge = cell === cells[at]?.at(-1) && cell.column + cell.columns < row.cells.length;
      place(its, cell, at < headings, { scope: scopes.get(cell) ?? null, isBeforeEdge });
      tokens.push(...its);
    }
    tokens.push(row.close);
  });
  const last = rows.length > headings ? "tbody" : "thead";
  tokens.push(part(`${last}_close`, last, -1), close);
  return tokens;
}

function place(
  [open, , close]: readonly Token[],
  { rows, columns }: GridCell,
  isHeading: boolean,
  mark: CellMark,
): void {
  if (!open || !close) return;
  const tag = isHeading ? "th" : "td";
  Object.assign(open, { tag, type: `${tag}_open`, meta: mark });
  Object.assign(close, { tag, type: `${tag}_close` });
  if (columns > 1) open.attrSet("colspan", String(columns));
  if (rows > 1) open.attrSet("rowspan", String(rows));
}
