/** What a plan says now that it did not say when it was endorsed. Pure; for check/ and access/. */
import { formatDate } from "./civil.ts";
import type { Action, Measure, Plan } from "./plan.ts";

/** One difference, in words that stand alone: `Due 31 October 2026; it was 30 September 2026.` */
export interface PlanChange {
  /** The action or measure it is of; null for the plan itself. */
  readonly id: string | null;
  readonly title: string;
  readonly words: string;
}

/** The name under which an endorsed version is kept: `recovery-plan-0.3`. */
export function endorsedName(id: string, version: string): string {
  return `${id}-${version}`;
}

/** The plan as it was endorsed, where it was kept and its bytes are those that were pinned; null otherwise. */
export function endorsedVersion(
  { id, value: { endorsed } }: { readonly id: string; readonly value: Plan },
  kept: readonly { readonly id: string; readonly hash: string; readonly value: Plan }[],
): Plan | null {
  if (!endorsed?.hash || !endorsed.version) return null;
  const name = endorsedName(id, endorsed.version);
  return kept.find((each) => each.id === name && each.hash === endorsed.hash)?.value ?? null;
}

/** Every difference in what was undertaken. Progress and figures are what the plan is for, and are no change of it. */
export function planChanges(then: Plan, now: Plan): PlanChange[] {
  return [
    ...fieldChanges(then, now, PLAN_FIELDS).map((words) => ({ id: null, title: now.title, words })),
    ...listChanges(then.actions, now.actions, ACTION_FIELDS, "action"),
    ...listChanges(then.measures, now.measures, MEASURE_FIELDS, "measure"),
  ];
}

type Fields<Value> = readonly (readonly [name: string, words: (value: Value) => string])[];

const PLAN_FIELDS: Fields<Plan> = [
  ["It is called", ({ title }) => `“${title}”`],
  ["Who answers for it", ({ owner }) => owner],
];
const ACTION_FIELDS: Fields<Action> = [
  ["It says", ({ title }) => `“${title}”`],
  ["Who answers for it", ({ owner }) => owner ?? "nobody"],
  ["Start", ({ start }) => (start ? formatDate(start) : "no day")],
  ["Due", ({ due }) => (due ? formatDate(due) : "no day")],
  ["Findings it answers", ({ findings }) => String(findings.length)],
];
const MEASURE_FIELDS: Fields<Measure> = [
  ["It is called", ({ title }) => `“${title}”`],
  ["Counted in", ({ unit }) => unit],
  ["Better is", ({ direction }) => direction.replace(" is better", "")],
  ["Baseline", ({ baseline }) => (baseline ? `${baseline.value} on ${formatDate(baseline.date)}` : "none")],
  ["Target", ({ target }) => (target ? `${target.value} by ${formatDate(target.by)}` : "none")],
];

function fieldChanges<Value>(then: Value, now: Value, fields: Fields<Value>): string[] {
  return fields.flatMap(([name, words]) => {
    const [before, after] = [words(then), words(now)];
    return before === after ? [] : [`${name}: ${after}; it was ${before}.`];
  });
}

function listChanges<Value extends { id: string; title: string }>(
  then: readonly Value[],
  now: readonly Value[],
  fields: Fields<Value>,
  what: string,
): PlanChange[] {
  const added = now.filter(({ id }) => !then.some((each) => each.id === id));
  const gone = then.filter(({ id }) => !now.some((each) => each.id === id));
  const kept = now.flatMap((each) => {
    const before = then.find(({ id }) => id === each.id);
    return before ? fieldChanges(before, each, fields).map((words) => ({ id: each.id, title: each.title, words })) : [];
  });
  return [
    ...kept,
    ...added.map(({ id, title }) => ({ id, title, words: `This ${what} was added.` })),
    ...gone.map(({ id, title }) => ({ id, title, words: `This ${what} was taken out.` })),
  ];
}
