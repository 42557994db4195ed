/**
 * Questions about names that papers and living data give: whether there is a thing so called, and if not, what was most likely
 * meant. The answer for a name that is known does not change when others come or go. Asked by known-names.ts.
 */
import type { Fact, Question } from "../asking/around.ts";
import type { CouncilMeeting } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import { ruleQuestions } from "./questions.ts";
import type { Surroundings } from "./surroundings.ts";

/** What an officer is offered in place of a name that nothing has. */
export interface Unknown {
  /** The one most likely meant; null where none is near enough. */
  readonly guess: string | null;
  /** Where there is no guess, a few of those there are. */
  readonly some: readonly string[];
}

/** Null where the name is known. */
export type NameQuestion = Question<Surroundings, Unknown | null>;

/** What `id` could have been, where it is none of `ids`; null where it is. */
export function unknownAmong(id: string, ids: readonly string[]): Unknown | null {
  if (ids.includes(id)) return null;
  const guess = ids.find((each) => each.endsWith(`/${id}`)) ?? nearest(id, ids);
  return { guess, some: guess ? [] : ids.slice(0, 12) };
}

/** A meeting's own name. */
export const nameOf: Fact<CouncilMeeting, string> = { name: "name", of: ({ id }) => id };

export const MEMBER = asked("member", ({ council }) => council.members.map(({ id }) => id));
export const COMMITTEE = asked("committee", ({ council }) => council.committees.map(({ id }) => id));
export const INSPECTION = asked("inspection", ({ council }) => council.inspections.map(({ id }) => id));
export const PLAN = asked("plan", ({ council }) => council.plans.map(({ id }) => id));
export const MEETING = asked("meeting", (around) => around.every(nameOf).map(({ value }) => value));

/** A finding with its inspection: `2026-wick/staffing`. */
export const FINDING = asked("finding", ({ council }) =>
  council.inspections.flatMap(({ id, value }) => value.findings.map((finding) => `${id}/${finding.id}`)),
);
export const MEASURE = asked("measure", ({ council }) =>
  council.plans.flatMap(({ value }) => value.measures.map(({ id }) => id)),
);
/** A term of reference with its committee. */
export const TERM = asked("term-of-reference", ({ council }) =>
  council.committees.flatMap(({ id, value }) => value.termsOfReference.map(({ number }) => `${id}/${number}`)),
);
/** An inspection by its address, or one finding of it: `inspections/2026-wick/staffing`. */
export const INSPECTED = asked("inspection-or-finding", inspected);
/** Likewise; or a plan, or one action or measure of it: `plans/recovery-plan/staff`. */
export const SUBJECT = asked("subject", (around) => [
  ...inspected(around),
  ...around.council.plans.flatMap(({ id, value }) => inside(`plans/${id}`, [...value.actions, ...value.measures])),
]);

function asked(kind: string, ids: (around: Surroundings) => readonly string[]): NameQuestion {
  return ruleQuestions.add({ name: `unknown-${kind}`, answer: (around, id) => unknownAmong(id, ids(around)) });
}

function inspected({ council }: Surroundings): string[] {
  return council.inspections.flatMap(({ id, value }) => inside(`inspections/${id}`, value.findings));
}

/** A thing by its address, and each part of it. */
function inside(address: string, parts: readonly { readonly id: string }[]): string[] {
  return [address, ...parts.map(({ id }) => `${address}/${id}`)];
}
