/** Pure questions about a report's recommendations. */
import type { Limb, Report } from "./report.ts";

/** Every limb, counted through the report's recommendations, with who is asked. */
export function limbsOf(report: Report): (Limb & { readonly that: string })[] {
  return report.recommendations.flatMap(({ that, limbs }) => limbs.map((limb) => ({ ...limb, that })));
}
