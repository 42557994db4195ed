/**
 * Runs every rule, over a whole loaded council or over one meeting at a time. Called by the command line after load, before
 * issuing, and by whoever checks again only what changed.
 */
import type { Loaded } from "../load/council.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { knownFiles } from "./known-files.ts";
import type { Known, Rule } from "./rule.ts";
import { RULES } from "./rules.ts";
import { Surroundings } from "./surroundings.ts";

/** Every problem of the council, those found in reading it included, sorted by file and line. */
export function checkCouncil(loaded: Loaded): Problem[] {
  const { council, drafts, unreadable } = loaded;
  if (!council) return [...loaded.problems];
  const meetings = () => new Set(council.meetings.map(({ folder }) => folder));
  const known = knownFiles({ root: council.root, drafts, unreadable, meetings });
  return sortProblems([...loaded.problems, ...problemsBy(RULES, council, known)]);
}

/** What `rules` find in a council that is all there; not sorted. */
export function problemsBy(rules: readonly Rule[], council: Council, known: Known): Problem[] {
  const around = new Surroundings(council);
  return [
    ...checkAround(around, known, rules),
    ...council.meetings.flatMap((meeting) => checkMeeting(around, meeting, known, rules)),
  ];
}

/** What is wrong with one meeting and what stands in its folder, by `rules`; not sorted. */
export function checkMeeting(
  around: Surroundings,
  meeting: CouncilMeeting,
  known: Known,
  rules: readonly Rule[] = RULES,
): Problem[] {
  return rules.flatMap((rule) => rule.ofMeeting?.(around, meeting, known) ?? []);
}

/** What is wrong with living data, and with what stands in no meeting's folder, by `rules`; not sorted. */
export function checkAround(around: Surroundings, known: Known, rules: readonly Rule[] = RULES): Problem[] {
  return rules.flatMap((rule) => rule.ofCouncil?.(around, known) ?? []);
}
