/** Every limb of a recommendation has an outcome: a resolution that answers it, or words that say what became of it. */

import type { Problem } from "../model/problem.ts";
import { limbsOf } from "../model/recommendations.ts";
import { problemAt, type Rule } from "./rule.ts";

export const limbsAnswered: Rule = {
  names: ["limbs-answered", "unknown-limb"],
  check(council) {
    const problems: Problem[] = [];
    for (const { drafts } of council.meetings) {
      const minutes = drafts?.minutes;
      if (!minutes) continue;
      minutes.value.items.forEach((item, index) => {
        const order = drafts.agenda?.value.items.find((each) => each.number === item.item)?.papers ?? [];
        const limbs = order
          .flatMap((id) => drafts.reports.find((report) => report.id === id) ?? [])
          .flatMap((report) => limbsOf(report.value));
        const known = limbs.map((_, at) => String(at + 1));
        const answered = new Set([
          ...item.resolutions.flatMap((each) => each.answers),
          ...item.notCarried.map((each) => each.limb),
        ]);
        for (const limb of answered)
          if (!known.includes(limb))
            problems.push(
              problemAt(
                minutes,
                ["items", index],
                "unknown-limb",
                "error",
                `Item ${item.item} has no limb ${limb} in its recommendation.`,
                known.length
                  ? `Count the limbs through the report, from 1 to ${known.length}.`
                  : "Its report recommends nothing; say `change: added`.",
              ),
            );
        for (const [at, limb] of limbs.entries())
          if (!answered.has(String(at + 1)))
            problems.push(
              problemAt(
                minutes,
                ["items", index],
                "limbs-answered",
                "duty",
                `Nothing says what became of limb ${at + 1} of item ${item.item}, "${limb.verb} ${limb.object}".`,
                "Name it in a resolution's `answers`, or under `notCarried` with its outcome.",
              ),
            );
      });
    }
    return problems;
  },
};
