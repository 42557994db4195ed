/**
 * What a meeting endorsed of a plan is kept as it was that day, byte for byte, and officers are told how far the plan has
 * moved from it since.
 */
import type { Sourced } from "../model/council.ts";
import type { Plan } from "../model/plan.ts";
import { endorsedName, endorsedVersion, planChanges } from "../model/plan-changes.ts";
import type { Severity } from "../model/problem.ts";
import { type Known, problemAt, type Rule } from "./rule.ts";
import type { Living } from "./surroundings.ts";

export const endorsedPlan: Rule = {
  names: ["endorsed-plan", "plan-changed"],
  ofCouncil: ({ council }, known) =>
    council.plans.flatMap((plan) => {
      const fault = faultOf(council, known, plan);
      if (!fault) return [];
      const [field, ...told] = fault;
      return [problemAt(plan, ["endorsed", field], ...told)];
    }),
};

type Fault = [field: string, rule: string, severity: Severity, message: string, mend: string];

function faultOf({ endorsedPlans }: Living, known: Known, plan: Sourced<Plan>): Fault | null {
  const { endorsed } = plan.value;
  if (!endorsed) return null;
  const endorse = `npm run endorse -- ${plan.id}`;
  if (!endorsed.version || !endorsed.hash)
    return [
      "resolution",
      "endorsed-plan",
      "duty",
      "The plan was endorsed, and nothing keeps the version that was endorsed, so nobody can tell what has changed since.",
      `Keep it: ${endorse}.`,
    ];
  const name = endorsedName(plan.id, endorsed.version);
  const file = `data/plans/endorsed/${name}.json`;
  if (known.isUnreadable(file)) return null;
  if (!endorsedPlans.some(({ id }) => id === name))
    return [
      "version",
      "endorsed-plan",
      "error",
      `The version that was endorsed is not there: \`${file}\`.`,
      `Put the file back as it was; it has the hash that stands here. If it was never kept, take \`version\` and \`hash\` out and keep it: ${endorse}.`,
    ];
  const then = endorsedVersion(plan, endorsedPlans);
  if (!then)
    return [
      "hash",
      "endorsed-plan",
      "error",
      `\`${file}\` is not what was endorsed: its hash is not the one that stands here.`,
      "Put the file back as it was. It is never edited: what changes is the plan itself.",
    ];
  const changes = planChanges(then, plan.value);
  if (changes.length === 0) return null;
  const list = changes.map(({ id, words }) => `${id ? `\`${id}\`: ` : ""}${words}`).join(" ");
  return [
    "version",
    "plan-changed",
    "duty",
    `The plan is not as it was endorsed (version ${endorsed.version}, ${endorsed.meeting}). ${list}`,
    `Bring the changes to the body that endorsed it, and keep the version that it endorses: ${endorse}. Readers are told of them meanwhile.`,
  ];
}
