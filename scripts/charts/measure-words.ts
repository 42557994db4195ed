/** Says in words what a measure's figures show, for the sentence beside every chart. Used by charts, site and packs. */
import { formatDate, formatMonth } from "../model/civil.ts";
import type { Measure, Reading } from "../model/plan.ts";

export interface MeasureWords {
  /** The latest figure with its unit: `61%`, `14 working days`. Null where there is no reading yet. */
  readonly latest: string | null;
  /** `19 percentage points below the target of 80% by March 2027`. */
  readonly distance: string | null;
  /** `It was 55% in June 2026.` */
  readonly before: string | null;
  /** One sentence that says what the chart shows, from first reading to last. */
  readonly sentence: string;
  /** Whether the target is met by the latest reading; null without a target or a reading. */
  readonly met: boolean | null;
}

/** A figure with its unit, in the way the unit is written. */
export function withUnit(value: number, unit: string): string {
  const figure = value.toLocaleString("en-GB", { maximumFractionDigits: 2 });
  return unit === "%" ? `${figure}%` : `${figure} ${value === 1 ? singular(unit) : unit}`;
}

/** A reading with its unit, and `about` where it is not exact. */
export function readingWords({ value, approximate }: Pick<Reading, "value" | "approximate">, unit: string): string {
  return `${approximate ? "about " : ""}${withUnit(value, unit)}`;
}

export function measureWords(measure: Measure): MeasureWords {
  const { readings, target, unit } = measure;
  const first = readings[0];
  const last = readings.at(-1);
  if (!last || !first)
    return { latest: null, distance: null, before: null, met: null, sentence: "There is no reading yet." };

  const latest = readingWords(last, unit);
  const previous = readings.at(-2);
  const before = previous ? `It was ${readingWords(previous, unit)} in ${formatMonth(previous.date)}.` : null;
  const distance = target ? distanceWords(last.value, target.value, measure, formatMonth(target.by)) : null;
  const course =
    readings.length === 1
      ? `${measure.title}: ${latest} in ${formatMonth(last.date)}`
      : `${measure.title}: ${courseWords(first.value, last.value, measure)} from ${readingWords(first, unit)} in ${formatMonth(first.date)} to ${latest} in ${formatMonth(last.date)}`;
  return {
    latest,
    distance,
    before,
    met: target ? isMet(last.value, target.value, measure) : null,
    sentence: distance ? `${course}, ${distance}.` : `${course}.`,
  };
}

/** What stands at the target's line: `target 80%`. */
export function targetLabel(measure: Measure): string | null {
  return measure.target ? `target ${withUnit(measure.target.value, measure.unit)}` : null;
}

/** A row of the table beside a chart: day, figure, what it is, and for a figure that was changed what it was before. */
export interface MeasureRow {
  readonly date: string;
  readonly day: string;
  readonly value: string;
  readonly what: string;
  readonly note: string | null;
}

export function measureRows(measure: Measure): MeasureRow[] {
  const { baseline, target, unit, readings } = measure;
  const dated = [
    ...(baseline ? [{ ...baseline, approximate: false, what: "Baseline", note: null }] : []),
    ...readings.map((each) => ({ ...each, what: "Reading", note: revisionWords(each, unit) })),
  ].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return [
    ...dated.map(({ date, what, note, ...each }) => ({
      date,
      day: formatDate(date),
      value: readingWords(each, unit),
      what,
      note,
    })),
    ...(target
      ? [
          {
            date: target.by,
            day: `By ${formatDate(target.by)}`,
            value: withUnit(target.value, unit),
            what: "Target",
            note: null,
          },
        ]
      : []),
  ];
}

/** `Published as 56% until 4 September 2026: four had been counted twice.` */
export function revisionWords({ revisions }: Reading, unit: string): string | null {
  if (revisions.length === 0) return null;
  return revisions
    .map(
      ({ value, approximate = false, on, because }) =>
        `Published as ${readingWords({ value, approximate }, unit)} until ${formatDate(on)}: ${because}`,
    )
    .join(" ");
}

function isMet(value: number, target: number, { direction }: Measure): boolean {
  return direction === "higher is better" ? value >= target : value <= target;
}

function distanceWords(value: number, target: number, measure: Measure, by: string): string {
  const aim = `the target of ${withUnit(target, measure.unit)} by ${by}`;
  if (value === target) return `on ${aim}`;
  // To two decimals, and never to nothing: a target that is just missed is missed.
  const gap = Math.max(0.01, Math.round(Math.abs(value - target) * 100) / 100);
  const amount = measure.unit === "%" ? `${gap} percentage point${gap === 1 ? "" : "s"}` : withUnit(gap, measure.unit);
  return `${amount} ${value < target ? "below" : "above"} ${aim}${isMet(value, target, measure) ? ", which is met" : measure.direction === "lower is better" ? ", where lower is better" : ""}`;
}

function courseWords(first: number, last: number, { direction }: Measure): string {
  if (first === last) return "unchanged,";
  const better = last > first === (direction === "higher is better");
  return `${last > first ? "up" : "down"} (${better ? "better" : "worse"})`;
}

function singular(unit: string): string {
  return unit.replace(/(?<=ss|sh|ch|x|z)es$|s$/, "");
}
