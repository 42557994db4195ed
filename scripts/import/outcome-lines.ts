/** What an officer reads after an import: what was added, changed, left alone or blank, or all that is wrong. For commands/import.ts. */
import { type CivilDate, formatDate } from "../model/civil.ts";
import type { Problem } from "../model/problem.ts";
import { problemLines } from "../model/problem-lines.ts";
import { Refusal } from "../model/refusal.ts";

/** A figure that was written into the plan. */
export interface WrittenFigure {
  readonly measure: string;
  readonly unit: string;
  readonly date: CivilDate;
  readonly value: number;
  readonly approximate: boolean;
  readonly source: string | null;
}

/** What an import did, or why it did nothing, as import-readings.ts tells it. */
export interface ImportedReadings {
  readonly plan: string;
  /** The plan's file, relative to the council's folder. */
  readonly planFile: string;
  readonly today: CivilDate;
  readonly isChanged: boolean;
  readonly added: readonly WrittenFigure[];
  readonly revised: readonly (WrittenFigure & { readonly before: number; readonly because: string })[];
  /** How many figures the plan had already. */
  readonly leftAlone: number;
  /** How many cells say that there is no figure. */
  readonly blank: number;
  readonly notes: readonly string[];
  /** What is wrong with the CSV; where there is anything, nothing was changed. */
  readonly problems: readonly Problem[];
}

/** What an import of figures was asked: the file and the plan. Refuses what is missing. */
export function readingsAsked(file: string, plan: string | undefined): { file: string; plan: string } {
  if (!plan)
    throw new Refusal(
      "Name the plan that the figures are of: npm run import -- readings figures.csv --plan improvement-plan",
      2,
    );
  return { file, plan };
}

export function outcomeLines(outcome: ImportedReadings): string[] {
  const { planFile, today, isChanged, added, revised, leftAlone, blank, notes, problems } = outcome;
  if (problems.length > 0) return [...problemLines(problems), `Nothing was changed in ${planFile}.`];
  return [
    ...list("Added:", added.map(figureLine)),
    ...list("Changed, with the figure before kept beside the new one:", revised.map(revisedLine)),
    ...(leftAlone > 0 ? [`Left alone, since the plan has the same: ${counted(leftAlone, "figure")}.`] : []),
    ...(blank > 0 ? [`Blank, so nothing was written: ${counted(blank, "cell")}.`] : []),
    ...list("To know:", notes),
    isChanged
      ? `${planFile} is brought up to date as of ${formatDate(today)}.`
      : `Nothing was changed in ${planFile}: there is no new figure.`,
  ];
}

function figureLine({ measure, unit, date, value, approximate, source }: WrittenFigure): string {
  const figure = `${approximate ? "about " : ""}${withUnit(value, unit)}`;
  return `${measure}, ${formatDate(date)}: ${figure}${source ? ` (${source})` : ""}`;
}

function revisedLine({ before, because, ...line }: ImportedReadings["revised"][number]): string {
  return `${figureLine(line)}; it was ${withUnit(before, line.unit)}: ${because}`;
}

function withUnit(value: number, unit: string): string {
  return unit === "%" ? `${value}%` : `${value} ${unit}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function list(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)];
}
