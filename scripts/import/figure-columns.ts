/** What the first line of a table of figures says of its columns: long, a figure a row; or wide, a measure a column. */
import { nearest } from "../model/nearest.ts";
import type { Measure } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import { type Cell, type CsvTable, columnLetter } from "./csv-table.ts";
import { cellProblem, type Heard, type Refused } from "./heard.ts";

/** What the first column may be headed with; from this the separator is told. */
export const FIRST_COLUMNS = ["measure", "date", "month", "value", "source", "approximate", "because"];

const LONG = ["measure", "date", "value", "source", "approximate", "because"] as const;
type Name = (typeof LONG)[number];
const NEEDED: readonly Name[] = ["measure", "date", "value"];

export type Columns =
  | { readonly shape: "long"; readonly at: Readonly<Partial<Record<Name, number>>> }
  | { readonly shape: "wide"; readonly measures: readonly { readonly at: number; readonly measure: Measure }[] };

/** The columns; null where the rows below cannot be read by them. A column that is wrong does not hide the others. */
export function readColumns(
  file: string,
  { header }: CsvTable,
  measures: readonly Measure[],
): { columns: Columns | null; problems: Problem[] } {
  const words = header.map(({ text }) => text.toLowerCase());
  if (words.includes("measure") || (words.includes("value") && !measures.some(({ id }) => id === "value")))
    return longColumns(file, header, words);
  if (words[0] === "date" || words[0] === "month") return wideColumns(file, header, measures);
  const message = "does not say what the columns are.";
  const mend =
    "Begin the first line with date, and name a measure over every other column; or name the columns measure, date and value.";
  return { columns: null, problems: [cellProblem(file, header[0] as Cell, "columns", { message, mend })] };
}

/** The measure that a cell names, by its short name or its whole title. */
export function readMeasure(text: string, measures: readonly Measure[]): Heard<Measure> {
  const same = (words: string) => words.normalize().replace(/\s+/g, " ").trim();
  const byId = measures.find(({ id }) => id === text);
  if (byId) return { value: byId };
  const [first, second] = measures.filter(({ title }) => same(title) === same(text));
  if (first && second)
    return { message: "is the title of two measures.", mend: `Write ${first.id} or ${second.id}, as you mean.` };
  return first ? { value: first } : unknown(text, measures);
}

function unknown(text: string, measures: readonly Measure[]): Refused {
  if (text === "") return { message: "is blank where a measure should be named.", mend: "Name the measure." };
  // Longer than any title, it is no slip of a letter, and comparing it would take long.
  const names = measures.flatMap(({ id, title }) => [id, title]);
  const guess = text.length < 300 ? nearest(text, names) : null;
  const all = measures.map(({ id }) => id).slice(0, 12);
  return {
    message: "is no measure of this plan.",
    mend: guess
      ? `Did you mean \`${guess}\`?`
      : all.length > 0
        ? `Use one of: ${all.join(", ")}. A new measure is added to the plan's file first.`
        : "The plan has no measures yet: add them to its file first.",
  };
}

function longColumns(file: string, header: readonly Cell[], words: readonly string[]) {
  const problems: Problem[] = [];
  const at: Partial<Record<Name, number>> = {};
  header.forEach((cell, index) => {
    if (cell.text === "") return;
    const word = words[index] === "month" ? "date" : words[index];
    const name = LONG.find((each) => each === word);
    const guess = nearest(cell.text.slice(0, 40), LONG);
    const mend = guess ? `Did you mean \`${guess}\`?` : `Take it out, or use one of: ${LONG.join(", ")}.`;
    if (!name) problems.push(cellProblem(file, cell, "columns", { message: "is no column that is known.", mend }));
    else if (at[name] !== undefined) problems.push(twice(file, cell, at[name]));
    else at[name] = index;
  });
  const missing = NEEDED.filter((name) => at[name] === undefined);
  if (missing.length > 0) {
    const message = `begins a line that has no column ${missing.map((name) => `\`${name}\``).join(" or ")}.`;
    const mend = `Name the columns ${NEEDED.join(", ")}.`;
    problems.push(cellProblem(file, header[0] as Cell, "columns", { message, mend }));
  }
  const columns = missing.length > 0 ? null : { shape: "long" as const, at };
  return { columns, problems };
}

function wideColumns(file: string, header: readonly Cell[], all: readonly Measure[]) {
  const problems: Problem[] = [];
  const measures: { at: number; measure: Measure }[] = [];
  header.forEach((cell, index) => {
    if (index === 0 || cell.text === "") return;
    const heard = readMeasure(cell.text, all);
    if ("mend" in heard) {
      problems.push(cellProblem(file, cell, "measure", heard));
      return;
    }
    const before = measures.find(({ measure }) => measure.id === heard.value.id);
    if (before) problems.push(twice(file, cell, before.at));
    else measures.push({ at: index, measure: heard.value });
  });
  if (measures.length === 0 && problems.length === 0) {
    const mend = "Name a measure over every column but the first; or name the columns measure, date and value.";
    problems.push(cellProblem(file, header[0] as Cell, "columns", { message: "has no measure beside it.", mend }));
  }
  return { columns: { shape: "wide" as const, measures }, problems };
}

function twice(file: string, cell: Cell, before: number): Problem {
  const message = `names what column ${columnLetter(before)} holds already.`;
  return cellProblem(file, cell, "columns", { message, mend: "Keep one of the two columns." });
}
