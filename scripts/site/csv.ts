/** Tables as files: CSV that a spreadsheet shows and never works out, and the same rows as JSON. For pages with figures or lists. */
import type { SiteFile } from "./page-kind.ts";

/** What stands in one cell: words, a number, yes or no, nothing, or several words. */
export type Cell = string | number | boolean | null | readonly string[];

/** One row by the names of its columns; every name of the table's is there. */
export type Row<Field extends string = string> = Readonly<Record<Field, Cell>>;

/**
 * `rows` as CSV (RFC 4180, UTF-8, lines that end in CR LF), with `fields` as its first line and the order of its columns.
 * Several words in one cell stand with "; " between them. Words that a spreadsheet would take for a formula get an
 * apostrophe before them; numbers stay numbers.
 */
export function csv<Field extends string>(fields: readonly Field[], rows: readonly Row<Field>[]): string {
  const lines = [fields, ...rows.map((row) => fields.map((field) => cellText(row[field])))];
  return lines.map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
}

/** Both files of a table: `address` with `.csv` and `.json`. The JSON has `about`, such as the licence, above its `rows`. */
export function tableFiles<Field extends string>(
  address: string,
  fields: readonly Field[],
  rows: readonly Row<Field>[],
  about: Readonly<Record<string, Cell>>,
): SiteFile[] {
  const inOrder = rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field]])));
  return [
    { url: `${address}.csv`, content: csv(fields, rows) },
    { url: `${address}.json`, content: `${JSON.stringify({ ...about, rows: inOrder }, null, 1)}\n` },
  ];
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  if (typeof cell === "number") return String(cell);
  const words = typeof cell === "string" ? cell : cell.join("; ");
  return BEGINS_A_FORMULA.test(words) ? `'${words}` : words;
}

/** The signs that begin a formula, also in full width and after white space, which some spreadsheets pass over. */
const BEGINS_A_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A semicolon or a tab parts cells too, where a spreadsheet is set up for another country. */
function quoted(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
