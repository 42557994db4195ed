/** The figures of a table, each with what is said of it, and all that cannot be read. Called by import-readings.ts. */
import { type CivilDate, endOfMonth, formatDate } from "../model/civil.ts";
import { paperReference } from "../model/fields.ts";
import { hiddenCharacter } from "../model/hidden-characters.ts";
import type { Measure } from "../model/plan.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import type { Cell, CsvTable, Row } from "./csv-table.ts";
import { type Columns, readColumns, readMeasure } from "./figure-columns.ts";
import { readDay } from "./figure-days.ts";
import { readValue } from "./figure-values.ts";
import { cellProblem, type Heard, type Refused } from "./heard.ts";

export interface Figure {
  readonly measure: Measure;
  readonly date: CivilDate;
  /** As plans have it: `61`, `-2.5`. */
  readonly value: string;
  readonly approximate: boolean;
  readonly source?: string | undefined;
  readonly because?: string | undefined;
  readonly cell: Cell;
}

export interface FiguresAsked {
  /** As it was named, for problems. */
  readonly file: string;
  readonly measures: readonly Measure[];
  readonly today: CivilDate;
  /** What is wrong with a source that is written as one; null where it leads to a paper. */
  readonly wrongSource: (source: string) => Refused | null;
}

/** Every figure, and how many cells say that they have none. Where there are problems, the figures are not all. */
export function readFigures(table: CsvTable, asked: FiguresAsked) {
  const reader = new FigureReader(table, asked);
  const { columns, problems } = readColumns(asked.file, table, asked.measures);
  reader.problems.push(...problems);
  if (columns) for (const row of table.rows) reader.row(row, columns);
  return { figures: reader.figures, blank: reader.blank, problems: sortProblems(reader.problems) };
}

class FigureReader {
  readonly figures: Figure[] = [];
  readonly problems: Problem[] = [];
  blank = 0;
  private readonly table: CsvTable;
  private readonly asked: FiguresAsked;
  private readonly seen = new Map<string, Cell>();

  constructor(table: CsvTable, asked: FiguresAsked) {
    this.table = table;
    this.asked = asked;
  }

  row(row: Row, columns: Columns): void {
    const { header } = this.table;
    for (const cell of row)
      if (cell.text !== "" && !header[cell.index]?.text)
        this.refuse(cell, "columns", {
          message: "stands under no column's name.",
          mend: "Name the column, or take the cell out. A number with a comma goes between quotation marks.",
        });
    if (columns.shape === "wide") this.wideRow(row, columns.measures);
    else this.longRow(row, columns.at);
  }

  private wideRow(row: Row, measures: readonly { at: number; measure: Measure }[]): void {
    const values = measures.map(({ at, measure }) => ({
      measure,
      cell: cellAt(row, at),
      ...this.value(row, at, measure),
    }));
    const hasFigure = values.some(({ value }) => value !== null);
    const date = this.day(cellAt(row, 0), hasFigure);
    for (const { measure, cell, value } of values) if (value && date) this.add({ measure, date, cell, ...value });
  }

  private longRow(row: Row, at: Extract<Columns, { shape: "long" }>["at"]): void {
    const measureCell = cellAt(row, at.measure as number);
    const measure = this.take(measureCell, "measure", readMeasure(measureCell.text, this.asked.measures));
    const cell = cellAt(row, at.value as number);
    // Of a measure that is not known nobody can say what its unit allows.
    const { value } = measure ? this.value(row, cell.index, measure) : { value: null };
    const date = this.day(cellAt(row, at.date as number), value !== null);
    const source = at.source === undefined ? undefined : this.source(cellAt(row, at.source));
    const because = at.because === undefined ? undefined : this.because(cellAt(row, at.because));
    const said = at.approximate === undefined ? undefined : this.yesNo(cellAt(row, at.approximate), value?.approximate);
    if (measure && value && date)
      this.add({ measure, date, cell, value: value.value, approximate: said ?? value.approximate, source, because });
  }

  private value(row: Row, at: number, { unit }: Measure) {
    const cell = cellAt(row, at);
    const heard = readValue(cell.text, unit, this.table.separator);
    if ("value" in heard && heard.value === null) this.blank += 1;
    return { value: this.take(cell, "value", heard) };
  }

  /** The day; one that has not come is wrong only where there is a figure for it, since a sheet may have rows to fill. */
  private day(cell: Cell, hasFigure: boolean): CivilDate | null {
    const date = this.take(cell, "day", readDay(cell.text));
    const { today } = this.asked;
    if (!date || date <= today || !hasFigure) return date;
    const isMonth = date === endOfMonth(date);
    this.refuse(cell, "future", {
      message: `is a day that has not come: ${formatDate(date)}${isMonth ? ", the last of its month" : ""}. Today is ${formatDate(today)}.`,
      mend: "Correct the day, write the last day that the figure covers, or leave the figure blank until then.",
    });
    return null;
  }

  private source(cell: Cell): string | undefined {
    if (cell.text === "") return undefined;
    const { error } = paperReference().safeParse(cell.text);
    const wrong = error
      ? { message: "is no source.", mend: `It ${error.issues[0]?.message}.` }
      : this.asked.wrongSource(cell.text);
    if (wrong) this.refuse(cell, "source", wrong);
    return wrong ? undefined : cell.text;
  }

  private because(cell: Cell): string | undefined {
    const hidden = hiddenCharacter(cell.text);
    if (hidden) this.refuse(cell, "reason", { message: "has a character that cannot be seen.", mend: hidden.mend });
    return cell.text.replace(/\s+/g, " ") || undefined;
  }

  private yesNo(cell: Cell, isAbout: boolean | undefined): boolean | undefined {
    const word = cell.text.toLowerCase();
    if (word === "") return undefined;
    if (word !== "yes" && word !== "no")
      this.refuse(cell, "approximate", { message: "is neither yes nor no.", mend: "Write yes, no or nothing." });
    else if (word === "no" && isAbout)
      this.refuse(cell, "approximate", {
        message: "contradicts the figure, which says that it is about right.",
        mend: "Write yes, or write the figure alone.",
      });
    return word === "yes";
  }

  private add(figure: Figure): void {
    const key = `${figure.measure.id} ${figure.date}`;
    const before = this.seen.get(key);
    if (!before) {
      this.seen.set(key, figure.cell);
      this.figures.push(figure);
      return;
    }
    this.refuse(figure.cell, "twice", {
      message: `is a second figure of \`${figure.measure.id}\` for ${formatDate(figure.date)}: the first is on line ${before.line}.`,
      mend: "Keep the one that is right.",
    });
  }

  private take<Value>(cell: Cell, rule: string, heard: Heard<Value>): Value | null {
    if ("value" in heard) return heard.value;
    this.refuse(cell, rule, heard);
    return null;
  }

  private refuse(cell: Cell, rule: string, refused: Refused): void {
    this.problems.push(cellProblem(this.asked.file, cell, rule, refused));
  }
}

/** The cell of a row at a place; where the row is shorter, a blank one where the row ends. */
function cellAt(row: Row, index: number): Cell {
  const last = row.at(-1) as Cell;
  return row[index] ?? { text: "", index, line: last.line, column: last.column };
}
