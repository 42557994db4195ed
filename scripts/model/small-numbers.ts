/**
 * Counts of one to four about people, who could be known from them. Without a recorded decision they are withheld from
 * every public output. Source: UK GDPR art 4(1) and 5(1)(c), and the practice of not publishing counts under five. For
 * check/, and for access/, which withholds them.
 */
import type { Measure } from "./plan.ts";

const SMALLEST_SAFE = 5;

/** Units that count no people: shares, money, time and distance. */
const NOT_PEOPLE =
  /^(%|[£€$].*|.*\b(pounds?|pence|days?|hours?|minutes?|weeks?|months?|years?|miles?|km|tonnes?)\b.*)$/i;

/** Whether a count of this measure could make somebody known: what it says of itself, or what its unit suggests. */
export function mayIdentify(measure: Measure): boolean {
  return !measure.smallNumbers && (measure.countsPeople ?? !NOT_PEOPLE.test(measure.unit));
}

/** A count that could make somebody known: one to four. Nought says of nobody what happened to them. */
export function isSmall(value: number): boolean {
  return value > 0 && value < SMALLEST_SAFE;
}

/** The measure without its small counts, and how many were taken out: of readings, of their revisions, and the baseline. */
export function withoutSmallNumbers<M extends Measure>(measure: M): { measure: M; withheld: number } {
  if (!mayIdentify(measure)) return { measure, withheld: 0 };
  const { baseline, ...rest } = measure;
  const readings = measure.readings
    .filter(({ value }) => !isSmall(value))
    .map((each) => ({ ...each, revisions: each.revisions.filter(({ value }) => !isSmall(value)) }));
  const keepsBaseline = baseline !== undefined && !isSmall(baseline.value);
  return {
    measure: { ...rest, ...(keepsBaseline ? { baseline } : {}), readings } as M,
    withheld: measure.readings.length - readings.length + (baseline && !keepsBaseline ? 1 : 0),
  };
}
