/**
 * Counts of one to four about people wait for a recorded decision before anybody may read them. Until then access/ takes
 * them out of every page, pack and file. Source: UK GDPR art 4(1) and 5(1)(c).
 */
import { formatDate } from "../model/civil.ts";
import type { Sourced } from "../model/council.ts";
import type { Measure, Plan } from "../model/plan.ts";
import type { Problem } from "../model/problem.ts";
import { isSmall, mayIdentify } from "../model/small-numbers.ts";
import { problemAt, type Rule } from "./rule.ts";

export const smallNumbers: Rule = {
  names: ["small-numbers"],
  ofCouncil: ({ council }) =>
    council.plans.flatMap((plan) => plan.value.measures.flatMap((measure, at) => problemsOf(plan, measure, at))),
};

function problemsOf(plan: Sourced<Plan>, measure: Measure, at: number): Problem[] {
  const small = mayIdentify(measure) ? smallCounts(measure) : [];
  const [first] = small;
  if (!first) return [];
  const days = [...new Set(small.map(({ date }) => formatDate(date)))].join(", ");
  return [
    problemAt(
      plan,
      ["measures", at, ...first.path],
      "small-numbers",
      "explain",
      `\`${measure.id}\` has counts of one to four, from which somebody could be known (UK GDPR art 5(1)(c)): ${days}. They are withheld from every page until a decision to publish them is on record.`,
      "Record the decision under `smallNumbers`: who took it, when and why. If it counts no people, say `countsPeople: no`.",
    ),
  ];
}

function smallCounts({ baseline, readings }: Measure): { date: string; path: (string | number)[] }[] {
  return [
    ...(baseline && isSmall(baseline.value) ? [{ date: baseline.date, path: ["baseline", "value"] }] : []),
    ...readings.flatMap(({ date, value, revisions }, at) => [
      ...(isSmall(value) ? [{ date, path: ["readings", at, "value"] }] : []),
      ...revisions.flatMap((each, index) =>
        isSmall(each.value) ? [{ date, path: ["readings", at, "revisions", index, "value"] }] : [],
      ),
    ]),
  ];
}
