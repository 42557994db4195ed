/**
 * Rates a measure green, amber or red by one rule, which every page that shows a rating states. Pure; for check and site.
 * The rule: draw a straight line from the baseline to the target and its day. Green is on the line or better, or the
 * target met; amber is at least half of the way that the line asks for; red is less. After the target's day only the
 * target counts. Where there is no figure, no target, no baseline or no recent figure, there is no rating.
 */
import { type CivilDate, dayNumber, endOfMonth } from "./civil.ts";
import type { Frequency, Measure } from "./plan.ts";

export type Rating = "green" | "amber" | "red";

export interface MeasureRating {
  /** What the rule says; null where it can say nothing. */
  readonly ruled: Rating | null;
  /** What the rule rests on: the words say why it says nothing, where it does. */
  readonly because: "target met" | "on the line" | "behind the line" | "day passed" | "target passed by" | Unrated;
  /** Where the line from baseline to target stood on the day of the latest figure; null where there is no line. */
  readonly expected: number | null;
  /** The rating by hand, where there is one. */
  readonly byHand: Measure["rating"] | null;
  /** Whether hand and rule say different things. */
  readonly differs: boolean;
}

const UNRATED = [
  "no figure has been published",
  "no target is set",
  "the latest figure is older than it should be",
  "no baseline is given to measure the way from",
  "there is no figure since the baseline",
  "no figure has come since the target's day",
] as const;
type Unrated = (typeof UNRATED)[number];

export function rate(measure: Measure, today: CivilDate): MeasureRating {
  const byHand = measure.rating ?? null;
  const { ruled, because, expected } = byRule(measure, today);
  return { ruled, because, expected, byHand, differs: byHand !== null && byHand.is !== ruled };
}

type Ruled = Pick<MeasureRating, "ruled" | "because" | "expected">;
const none = (because: Unrated): Ruled => ({ ruled: null, because, expected: null });

function byRule(measure: Measure, today: CivilDate): Ruled {
  const { baseline, target } = measure;
  const last = measure.readings.at(-1);
  if (!last) return none("no figure has been published");
  if (!target) return none("no target is set");
  if (isStale(measure, today)) return none("the latest figure is older than it should be");
  const isBetter = (value: number, than: number) =>
    measure.direction === "higher is better" ? value >= than : value <= than;
  if (isBetter(last.value, target.value)) return { ruled: "green", because: "target met", expected: null };
  if (last.date >= target.by) return { ruled: "red", because: "day passed", expected: null };
  // A figure of before the day may be all there is for a while, but not for ever.
  if (today > target.by && !measure.frequency) return none("no figure has come since the target's day");
  if (!baseline) return none("no baseline is given to measure the way from");
  if (last.date <= baseline.date) return none("there is no figure since the baseline");
  if (isBetter(baseline.value, target.value)) return { ruled: "red", because: "target passed by", expected: null };
  const elapsed = (dayNumber(last.date) - dayNumber(baseline.date)) / (dayNumber(target.by) - dayNumber(baseline.date));
  const asked = (target.value - baseline.value) * elapsed;
  const expected = toDecimals(baseline.value + asked, decimalsOf(measure));
  if (isBetter(last.value, expected)) return { ruled: "green", because: "on the line", expected };
  return {
    ruled: (last.value - baseline.value) / asked >= 0.5 ? "amber" : "red",
    because: "behind the line",
    expected,
  };
}

const MONTHS_BETWEEN: Readonly<Record<Frequency, number>> = { monthly: 1, quarterly: 3, "half-yearly": 6, yearly: 12 };

/** How finely the measure is counted: no figure can be behind a line by less than that. */
function decimalsOf({ readings, target }: Measure): number {
  return Math.max(
    ...[...readings, ...(target ? [target] : [])].map(({ value }) => (String(value).split(".")[1] ?? "").length),
  );
}

function toDecimals(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

/** The last day by which the next figure should cover, or null where nobody said how often there is one. */
export function nextReadingDue({ frequency, readings }: Measure): CivilDate | null {
  const last = readings.at(-1);
  return frequency && last ? endOfMonth(last.date, MONTHS_BETWEEN[frequency]) : null;
}

/**
 * Whether the latest figure is older than the measure's own frequency: the next period has ended, and as long again has
 * passed for its figure to be gathered, a month at most.
 */
export function isStale(measure: Measure, today: CivilDate): boolean {
  const due = nextReadingDue(measure);
  return due !== null && endOfMonth(due, 1) < today;
}
