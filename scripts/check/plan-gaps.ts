/** What the council's own undertakings leave out: owners, days, measures, targets, figures, and findings nothing answers. */
import { type Positions, placeOf } from "../model/council.ts";
import { actionGaps, findingGaps, frequencyGaps, type Gap, measureGaps } from "../model/gaps.ts";
import type { Problem, Severity } from "../model/problem.ts";
import type { Rule } from "./rule.ts";
import type { Living } from "./surroundings.ts";

export const planGaps: Rule = {
  names: [
    ...["action-owner", "action-due", "action-measure", "action-status", "action-evidence"],
    ...["measure-target", "measure-frequency", "stale-reading", "finding-action", "finding-late"],
  ],
  ofCouncil({ council, today }, known) {
    const ofPlans = council.plans.flatMap((plan) => [
      ...problemsOf(plan, [...actionGaps(plan.value), ...measureGaps(plan.value, today)], "duty"),
      ...problemsOf(plan, frequencyGaps(plan.value), "warning"),
    ]);
    // What cannot be read may well be what answers a finding.
    const isSure = !known.anyUnreadable("data/plans/") && !known.anyUnreadable("content/inspections/");
    return isSure ? [...ofPlans, ...unanswered(council)] : ofPlans;
  },
};

function unanswered({ inspections, plans }: Living): Problem[] {
  return inspections.flatMap((inspection) => {
    const later = inspections.filter(({ value }) => value.fieldwork.from > inspection.value.fieldwork.to);
    const gaps = findingGaps(
      inspection,
      plans.map(({ value }) => value),
      later.map(({ value }) => value),
    );
    return problemsOf(inspection, gaps, "duty");
  });
}

function problemsOf(
  source: { file: string; positions: Positions },
  gaps: readonly Gap[],
  severity: Severity,
): Problem[] {
  return gaps.map(({ rule, id, words, path, mend }) => ({
    ...placeOf(source, path),
    rule,
    severity,
    message: `\`${id}\`: ${words}`,
    mend,
  }));
}
