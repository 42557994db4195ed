/** Every limb of a recommendation has an outcome: a resolution that answers it, or words that say what became of it. */
import type { Problem } from "../model/problem.ts";
import { limbsOfItem } from "./recommended-limbs.ts";
import { problemAt, type Rule } from "./rule.ts";

export const limbsAnswered: Rule = {
  names: ["limbs-answered", "unknown-limb"],
  ofMeeting(_around, { drafts }) {
    const minutes = drafts?.minutes;
    if (!minutes) return [];
    const problems: Problem[] = [];
    minutes.value.items.forEach((item, index) => {
      const limbs = limbsOfItem(drafts, item.item);
      const answered = new Set([
        ...item.resolutions.flatMap((each) => each.answers),
        ...item.notCarried.map((each) => each.limb),
      ]);
      for (const limb of answered)
        if (!limbs.some(({ name }) => name === limb))
          problems.push(
            problemAt(
              minutes,
              ["items", index],
              "unknown-limb",
              "error",
              `Item ${item.item} has no limb ${limb} in its recommendation.`,
              limbs.length
                ? `Count the limbs through the report, from 1 to ${limbs.length}.`
                : "Its report recommends nothing; say `change: added`.",
            ),
          );
      for (const { name, limb } of limbs)
        if (!answered.has(name))
          problems.push(
            problemAt(
              minutes,
              ["items", index],
              "limbs-answered",
              "duty",
              `Nothing says what became of limb ${name} of item ${item.item}, "${limb.verb} ${limb.object}".`,
              "Name it in a resolution's `answers`, or under `notCarried` with its outcome.",
            ),
          );
    });
    return problems;
  },
};
