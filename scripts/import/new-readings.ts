/**
 * What figures change in a plan: which are new, which change a figure that is there, which are there already. Pure. Called
 * by import-readings.ts; plan-text.ts writes it, and `withReadings` says what must then be read.
 */
import { type CivilDate, formatDate } from "../model/civil.ts";
import type { Measure, Plan, Reading } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import { isSmall, mayIdentify } from "../model/small-numbers.ts";
import type { Figure } from "./figures.ts";
import { cellProblem } from "./heard.ts";

export interface Revised extends Figure {
  readonly before: Reading;
  readonly because: string;
}

export interface NewReadings {
  readonly added: readonly Figure[];
  readonly revised: readonly Revised[];
  /** How many figures the plan has already. */
  readonly leftAlone: number;
  /** What an officer should know of them. */
  readonly notes: readonly string[];
}

/**
 * Sorts figures by what they change. A figure that is another than the plan's, without a reason, is a problem.
 * `because` and `source` are for those whose row has none.
 */
export function newReadings(
  file: string,
  figures: readonly Figure[],
  { because, source }: { readonly because?: string | undefined; readonly source?: string | undefined },
): { changes: NewReadings; problems: Problem[] } {
  const added: Figure[] = [];
  const revised: Revised[] = [];
  const problems: Problem[] = [];
  const notes: string[] = [];
  let leftAlone = 0;
  const readings = new Map(
    [...new Set(figures.map(({ measure }) => measure))].map((measure) => [
      measure,
      new Map(measure.readings.map((each) => [each.date, each])),
    ]),
  );
  for (const figure of figures) {
    const before = readings.get(figure.measure)?.get(figure.date);
    const reason = figure.because ?? because;
    const reported = { ...figure, source: figure.source ?? source };
    if (!before) added.push(reported);
    else if (before.value === Number(figure.value)) {
      leftAlone += 1;
      notes.push(...leftNotes(figure, before));
    } else if (reason) revised.push({ ...reported, before, because: reason });
    else problems.push(unexplained(file, figure, before));
  }
  notes.push(...[...added, ...revised].flatMap(smallNote));
  const changed = new Set(revised.map(({ cell }) => cell));
  const isKept = ({ measure, date, because: own }: Figure) =>
    readings
      .get(measure)
      ?.get(date)
      ?.revisions.some((each) => each.because === own);
  const isIdle = figures.some((each) => each.because && !changed.has(each.cell) && !isKept(each));
  if (isIdle || (because && revised.length === 0))
    notes.push("A reason is kept for a figure that changes one of the plan's. Those given for others are not kept.");
  return { changes: { added, revised, leftAlone, notes }, problems };
}

/** The plan as it must be read once they are written, brought up to date on `today`. */
export function withReadings(plan: Plan, { added, revised }: NewReadings, today: CivilDate): Plan {
  if (added.length + revised.length === 0) return plan;
  const measures = plan.measures.map((measure): Measure => {
    const mine = ({ measure: { id } }: Figure) => id === measure.id;
    const changed = revised.filter(mine);
    const kept = measure.readings.map((each) => {
      const revision = changed.find(({ date }) => date === each.date);
      return revision ? revisedReading(revision, today) : each;
    });
    // In the order of the plan, with each new one before the first that is of a later day.
    for (const { date, value, approximate, source } of added.filter(mine)) {
      const later = kept.findIndex((each) => each.date > date);
      const reading = { date, value: Number(value), approximate, ...(source ? { source } : {}), revisions: [] };
      kept.splice(later < 0 ? kept.length : later, 0, reading);
    }
    return { ...measure, readings: kept };
  });
  return { ...plan, updated: today, measures };
}

/** A new paper takes the place of the one that reported the figure before, which stays with that figure. */
function revisedReading({ before, value, approximate, source, because }: Revised, today: CivilDate): Reading {
  const movesSource = source && before.source && source !== before.source;
  const revision = {
    value: before.value,
    ...(before.approximate ? { approximate: true } : {}),
    ...(movesSource ? { source: before.source } : {}),
    on: today,
    because,
  };
  const reported = source ?? before.source;
  return {
    date: before.date,
    value: Number(value),
    approximate,
    ...(reported ? { source: reported } : {}),
    revisions: [...before.revisions, revision],
  };
}

function unexplained(file: string, { measure, date, cell }: Figure, before: Reading): Problem {
  return cellProblem(file, cell, "revision", {
    message: `is another figure than the plan has: \`${measure.id}\` is ${before.value} for ${formatDate(date)}.`,
    mend: 'If the new one is right, say why it changed: --because "Four assessments had been counted twice."; a table with a figure a row may have a column `because`.',
  });
}

/** A count that the public does not get to see unless somebody decides it. */
function smallNote({ measure, date, value }: Figure): string[] {
  if (!mayIdentify(measure) || !isSmall(Number(value))) return [];
  const orNobody = measure.countsPeople ? "" : ' If it counts no people, write "countsPeople": "no".';
  return [
    `${named(measure, date)}: ${value} is a count of fewer than five, from which somebody could be known. The public does not see it until a decision to publish such counts is recorded under \`smallNumbers\`.${orNobody}`,
  ];
}

/** What the file says of a figure that the plan says otherwise, though the figure is the same. */
function leftNotes({ measure, date, approximate, source }: Figure, before: Reading): string[] {
  const differs = [
    ...(source && source !== before.source ? [`the source ${source}`] : []),
    ...(approximate && !before.approximate ? ["that it is about right"] : []),
  ];
  if (differs.length === 0) return [];
  return [
    `${named(measure, date)}: the figure is there already. The file also has ${differs.join(" and ")}; add it by hand if it is right.`,
  ];
}

function named({ id }: Measure, date: CivilDate): string {
  return `\`${id}\`, ${formatDate(date)}`;
}
