/**
 * A CSV file as rows of cells, each with its place, or what is wrong with the file as a file: its encoding, its quotation
 * marks, its size. csv-parse reads it; this adds where every cell begins. Called by import-readings.ts.
 */
import { CsvError, parse } from "csv-parse/sync";
import type { Problem } from "../model/problem.ts";

export interface Cell {
  /** What stands in it, without space at either end. */
  readonly text: string;
  /** Where it begins, in lines and characters from 1. */
  readonly line: number;
  readonly column: number;
  /** Its place in the row, from 0. */
  readonly index: number;
}

export type Row = readonly Cell[];

export interface CsvTable {
  readonly header: Row;
  /** The rows below it that have anything in them. */
  readonly rows: readonly Row[];
  readonly separator: Separator;
}

export type Separator = "," | ";" | "\t";

const SEPARATORS: readonly Separator[] = [",", ";", "\t"];
const LINE_ENDS = ["\r\n", "\n", "\r"];
/** So that a file of nothing but commas does not fill the memory. */
const MOST_CELLS = 1_000_000;
const SAVE_AS_UTF8 =
  "In Excel, choose File, Save As, and the type “CSV UTF-8 (Comma delimited)”; then import that file.";

/**
 * The table in `bytes`, or null with its problems. `first` are the words, in small letters, that the first column may be
 * headed with: they tell which separator the file has, since a title may hold a comma.
 */
export function readTable(
  file: string,
  bytes: Uint8Array,
  first: readonly string[],
): { table: CsvTable | null; problems: Problem[] } {
  const refuse = (line: number, column: number, rule: string, message: string, mend: string) => ({
    table: null,
    problems: [{ rule, severity: "error" as const, file, line, column, message, mend }],
  });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return refuse(1, 1, "import-encoding", "This is a workbook or another packed file, not a CSV.", SAVE_AS_UTF8);
  const { text, fault } = decode(bytes);
  if (fault !== null) {
    const { line, column } = new Cursor(text).at(new TextEncoder().encode(text.slice(0, fault)).length);
    const message = "The file is not UTF-8 text from here on, so accents and pound signs would come out wrong.";
    return refuse(line, column, "import-encoding", message, SAVE_AS_UTF8);
  }
  const separator = separatorOf(text, first);
  try {
    const [header, ...rows] = rowsOf(text, separator).filter((row) => row.some((cell) => cell.text !== ""));
    if (header) return { table: { header, rows, separator }, problems: [] };
    const mend = "Export the figures again, with a first line that names the columns.";
    return refuse(1, 1, "import-columns", "There is nothing in this file.", mend);
  } catch (error) {
    if (error instanceof TooManyCells)
      return refuse(
        1,
        1,
        "import-size",
        `The file has more than a million cells.`,
        "Import the figures of one plan only.",
      );
    if (!(error instanceof CsvError)) throw error;
    const { line, column, letter } = placeOfFault(text, separator, error);
    const [message, mend] = faultWords(error.code);
    return refuse(line, column, "import-quotes", `Column ${letter}: ${message}`, mend);
  }
}

/** The letter over a column in a spreadsheet: A for 0, AA for 26. */
export function columnLetter(index: number): string {
  const above = Math.floor(index / 26);
  return `${above > 0 ? columnLetter(above - 1) : ""}${String.fromCharCode(65 + (index % 26))}`;
}

class TooManyCells extends Error {}

/** The text without its mark of byte order; where it is not UTF-8, how far it could be read. */
function decode(bytes: Uint8Array): { text: string; fault: number | null } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), fault: null };
  } catch {
    const text = new TextDecoder("utf-8").decode(bytes);
    return { text, fault: text.indexOf("\uFFFD") };
  }
}

function separatorOf(text: string, first: readonly string[]): Separator {
  const headed = SEPARATORS.filter((separator) => {
    try {
      const options = {
        delimiter: separator,
        record_delimiter: LINE_ENDS,
        to: 1,
        skip_records_with_empty_values: true,
      };
      const [header = []] = parse(text, options) as string[][];
      return header.length > 1 && first.includes((header[0] ?? "").trim().toLowerCase());
    } catch {
      return false;
    }
  });
  return headed[0] ?? ",";
}

function rowsOf(text: string, separator: Separator): Cell[][] {
  const cursor = new Cursor(text);
  let cells = 0;
  const options = {
    delimiter: separator,
    record_delimiter: LINE_ENDS,
    relax_column_count: true,
    // csv-parse says where a cell ends, in bytes; where it began follows from what stood in it.
    cast: (value: string, { bytes, quoting, index }: { bytes: number; quoting: boolean; index: number }): Cell => {
      if (++cells > MOST_CELLS) throw new TooManyCells();
      const written = quoting ? `"${value.replaceAll('"', '""')}"` : value;
      return { text: value.trim(), index, ...cursor.at(bytes - Buffer.byteLength(written)) };
    },
  };
  return parse(text, options as object) as unknown as Cell[][];
}

/** Walks through a text once, and says of each byte, asked for in order, its line and its character in that line. */
class Cursor {
  private readonly text: string;
  private index = 0;
  private byte = 0;
  private line = 1;
  private column = 1;

  constructor(text: string) {
    this.text = text;
  }

  at(byte: number): { line: number; column: number } {
    while (this.byte < byte && this.index < this.text.length) this.step();
    return { line: this.line, column: this.column };
  }

  private step(): void {
    const code = this.text.codePointAt(this.index) as number;
    const next = this.text[this.index + 1];
    this.index += code > 0xffff ? 2 : 1;
    this.byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code === 0x0a || (code === 0x0d && next !== "\n")) {
      this.line += 1;
      this.column = 1;
    } else this.column += 1;
  }
}

/** The error knows where the cell before ended, and which cell of the row this is. */
function placeOfFault(text: string, separator: Separator, error: CsvError) {
  const bytes = Buffer.from(text);
  const { bytes: before, index } = error as unknown as { bytes: number; index: number };
  let start = before;
  if (index > 0 && bytes[start] === separator.charCodeAt(0)) start += 1;
  while (index === 0 && (bytes[start] === 0x0a || bytes[start] === 0x0d)) start += 1;
  return { ...new Cursor(text).at(start), letter: columnLetter(index) };
}

function faultWords(code: string): [message: string, mend: string] {
  const mend = "Take it out, or put the whole cell between quotation marks and write those inside it twice.";
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return ["a quotation mark is opened here and never closed.", "Close it at the end of the cell, or take it out."];
    case "INVALID_OPENING_QUOTE":
      return ["a quotation mark stands inside this cell, after other characters.", mend];
    case "CSV_INVALID_CLOSING_QUOTE":
      return ["something stands after the quotation mark that closes this cell.", mend];
    default:
      return ["this cell cannot be read.", "Export the file again, or correct the cell."];
  }
}
