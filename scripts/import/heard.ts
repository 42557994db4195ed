/** What a cell means, or in an officer's words why nobody can tell. Used by all that reads cells. */
import type { Problem } from "../model/problem.ts";
import { type Cell, columnLetter } from "./csv-table.ts";

/** A meaning; or a message that goes on from what stands in the cell ("is blank."), and what would put it right. */
export type Heard<Value> = { readonly value: Value } | Refused;
export interface Refused {
  readonly message: string;
  readonly mend: string;
}

/** The problem of one cell, which it names by its column's letter and quotes. */
export function cellProblem(file: string, cell: Cell, rule: string, { message, mend }: Refused): Problem {
  const { line, column, index, text } = cell;
  const words = `Column ${columnLetter(index)}: ${text === "" ? "the cell" : quoted(text)} ${message}`;
  return { rule: `import-${rule}`, severity: "error", file, line, column, message: words, mend };
}

/** What stands in a cell, on one line and not too long. */
export function quoted(text: string): string {
  const letters = [...text.replace(/\s+/g, " ")];
  return `\`${letters.length > 60 ? `${letters.slice(0, 60).join("")}…` : letters.join("")}\``;
}
