/** A measure's rating in words first: what the rule says, what somebody says by hand, and both where they differ. For site/. */
import { withUnit } from "../charts/measure-words.ts";
import { formatDate } from "../model/civil.ts";
import type { Measure } from "../model/plan.ts";
import { type MeasureRating, type Rating, rate } from "../model/rating.ts";
import { the, upperFirst } from "../templating/filters.ts";
import type { Tone } from "./site.ts";

export interface RatingView {
  readonly words: string;
  readonly tone: Tone;
  /** What the words rest on, in a sentence. */
  readonly because: string;
  /** The rating by hand, with who gives it and why; null where nobody does. */
  readonly byHand: string | null;
}

const WORDS: Readonly<Record<Rating, { words: string; tone: Tone }>> = {
  green: { words: "On course (green)", tone: "done" },
  amber: { words: "Behind (amber)", tone: "due" },
  red: { words: "Far behind (red)", tone: "late" },
};

/** The rule, as every page that shows a rating states it. */
export const RATING_RULE =
  "A line is drawn from the baseline to the target and its day. A measure on the line or better, or with its target met, is on course (green). One that has come at least half of the way that the line asks for by the day of its latest figure is behind (amber), and one that has come less is far behind (red). From the target's day on only the target counts. Without a recent figure, a target and a baseline there is no rating.";

export function ratingView(measure: Measure, today: string): RatingView {
  const rating = rate(measure, today);
  const { ruled, byHand, differs } = rating;
  const hand = byHand
    ? `${upperFirst(the(byHand.saidBy))} judges it ${byHand.is} (${formatDate(byHand.on)})${differs ? ", which is not what the rule says" : ""}: ${byHand.because}`
    : null;
  const { words, tone } = ruled ? WORDS[ruled] : { words: "No rating", tone: "plain" as const };
  return {
    words: rating.because === "target met" ? "Target met (green)" : words,
    tone,
    because: becauseWords(measure, rating),
    byHand: hand,
  };
}

function becauseWords(measure: Measure, { because, expected }: MeasureRating): string {
  const { readings, target, unit, baseline } = measure;
  const last = readings.at(-1);
  if (expected !== null && last && baseline)
    return `${wayWords(last.value, measure)} To be on course it would be at ${withUnit(expected, unit)} on ${formatDate(last.date)}.`;
  switch (because) {
    case "target met":
      return "";
    case "day passed":
      return `The target's day, ${formatDate(target?.by ?? "")}, has passed, and it was not met.`;
    case "target passed by":
      return "It was better than the target when the plan began.";
    default:
      return `There is none because ${because}.`;
  }
}

/** `It has come 13 of the 32 percentage points from the baseline to the target.` */
function wayWords(value: number, { baseline, target, unit, direction }: Measure): string {
  if (!baseline || !target) return "";
  const sign = direction === "higher is better" ? 1 : -1;
  const round = (points: number) => Math.round(points * 100) / 100;
  const [come, asked] = [round((value - baseline.value) * sign), round((target.value - baseline.value) * sign)];
  const points = unit === "%" ? "percentage points" : unit;
  if (come === 0) return "It is where it began.";
  return come > 0
    ? `It has come ${come} of the ${asked} ${points} from the baseline to the target.`
    : `It is ${-come} ${points} worse than when it began.`;
}
