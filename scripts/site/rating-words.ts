/** A measure's rating in words first: what the rule says, what somebody says by hand, and both where they differ. For site/. */
import { withUnit } from "../charts/measure-words.ts";
import { formatDate } from "../model/civil.ts";
import type { Measure } from "../model/plan.ts";
import { type Rating, rate } from "../model/rating.ts";
import { the } from "../templating/filters.ts";
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
  "A line is drawn from the baseline to the target and its day. A measure on the line or better, or with its target met, is on course (green). One that has come at least half of the way that the line asks for by the day of its latest figure is behind (amber), and one that has come less is far behind (red). After the target's day only the target counts. Without a recent figure, a target and a baseline there is no rating.";

export function ratingView(measure: Measure, today: string): RatingView {
  const { ruled, unrated, expected, byHand, differs } = rate(measure, today);
  const hand = byHand
    ? `${upperFirst(the(byHand.saidBy))} rates it ${byHand.is} by hand (${formatDate(byHand.on)})${differs ? ", which is not what the rule says" : ""}: ${byHand.because}`
    : null;
  if (!ruled) return { words: "No rating", tone: "plain", because: `${upperFirst(unrated ?? "")}.`, byHand: hand };
  const last = measure.readings.at(-1);
  const { words, tone } = WORDS[ruled];
  const because =
    expected === null
      ? ruled === "green"
        ? "The target is met."
        : "The target was not met by its day, or the figure is going the wrong way."
      : `By the rule it would be at ${withUnit(Math.round(expected * 10) / 10, measure.unit)} on ${formatDate(last?.date ?? "")}.`;
  const met = ruled === "green" && expected === null ? "Target met (green)" : words;
  return { words: met, tone, because, byHand: hand };
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
