/**
 * Reads and admits the meetings that changed, and checks again what has to be, by worker processes where it is much. Gives every
 * problem of the council, those found now and those that still stand. Used by build-site.ts.
 */
import { RULES } from "../check/rules.ts";
import { COLLECTIONS } from "../load/living.ts";
import type { Problem } from "../model/problem.ts";
import type { Collection } from "./council-at-hand.ts";
import type { FactsKept } from "./facts.ts";
import { type CheckDone, checkMeetings, type ReadDone, readMeetings, type WithStates } from "./jobs.ts";
import type { OpenBuild } from "./open-build.ts";
import type { Redo } from "./redo.ts";
import type { JobAsked } from "./worker.ts";
import { batches } from "./workers.ts";
import type { Done, FactTexts, MeetingRead } from "./works.ts";

/** What is kept of a meeting that was read or admitted, with the hash of each of its facts. */
interface WithFacts<Made> {
  readonly made: Made;
  readonly facts: Readonly<Record<string, string>>;
}

/** More meetings than this are given to workers, so many at a time. */
const MANY = 40;
const AT_ONCE = 20;

/** Has the jobs of a step done by workers, over the build as it is known by now. */
export type WithWorkers = <Finished>(
  step: string,
  jobs: readonly JobAsked[],
  take: (done: Finished) => void,
) => Promise<void>;

/** Reads every unit that changed, and admits every meeting that did. Gives the problems of reading. */
export async function readAll(build: OpenBuild, redo: Redo, withWorkers: WithWorkers): Promise<Problem[]> {
  const { works, facts, publicHashes, unreadable } = build;
  const problems: Problem[] = [];
  const there: string[] = [];
  const take = (found: Pick<MeetingRead, "problems" | "unreadable">) => {
    problems.push(...found.problems);
    for (const file of found.unreadable) unreadable.add(file);
  };
  const takeMeeting = (id: string, made: MeetingRead) => {
    take(made);
    if (made.isThere) there.push(id);
  };
  const takeAdmitted = (id: string, made: string) => {
    if (made !== "") publicHashes.set(id, made);
  };
  for (const name of Object.keys(COLLECTIONS) as Collection[]) take(works.atHand.collection(name));

  works.rules.compare((input) => !isKnownLate(input));
  const changed: string[] = [];
  for (const id of works.atHand.meetingNames) {
    const standing = redo.standing<WithFacts<MeetingRead>>("rules", `read ${id}`);
    if (standing) takeMeeting(id, standing.made.made);
    else changed.push(id);
  }
  const admitted = new Set<string>();
  const takeRead = (done: readonly ReadDone[]) => {
    for (const { id, read, admitted: alone } of done) {
      takeMeeting(id, keep(redo, facts.rules, `read ${id}`, id, read));
      if (!alone) continue;
      takeAdmitted(id, keep(redo, facts.pages, `admit ${id}`, id, alone));
      admitted.add(id);
    }
  };
  if (changed.length < MANY) takeRead(readMeetings(build, changed));
  else
    await withWorkers(
      "Reading meetings",
      batches(changed, AT_ONCE).map((ids) => ({ job: "read", ids })),
      takeRead,
    );

  // Those that are gone, or cannot be read any more, have no facts.
  forget(redo, facts.rules, "read", new Set(works.atHand.meetingNames));
  forget(redo, facts.pages, "admit", new Set(there));
  works.rules.compare();
  for (const id of there) {
    if (admitted.has(id)) continue;
    const standing = redo.standing<WithFacts<string>>("rules", `admit ${id}`);
    takeAdmitted(id, standing ? standing.made.made : keep(redo, facts.pages, `admit ${id}`, id, works.admit(id)));
  }
  return problems;
}

/** What is known when every meeting was read: the facts of all, and which files could not be read. */
function isKnownLate(input: string): boolean {
  return input === "unreadable" || input.startsWith("every ");
}

/** Checks every meeting and everything around them, where something that the rules asked changed. */
export async function checkAll(build: OpenBuild, redo: Redo, withWorkers: WithWorkers): Promise<Problem[]> {
  const { works } = build;
  const problems: Problem[] = [];
  for (const [at, rule] of RULES.entries()) {
    if (!rule.ofCouncil) continue;
    const name = `rule ${at} ${rule.names[0]}`;
    const made = redo.standing<Problem[]>("rules", name)?.made;
    if (made) problems.push(...made);
    else {
      const done = works.checkAround(rule);
      // These ask about papers that living data names before they are issued: the public build keeps no such name.
      if (build.place.audience === "draft") redo.done("rules", name, done);
      problems.push(...done.made);
    }
  }
  const changed: string[] = [];
  for (const id of works.atHand.meetingNames) {
    const standing = redo.standing<Problem[]>("rules", `check ${id}`);
    if (standing) problems.push(...standing.made);
    else changed.push(id);
  }
  const take = ({ done, states }: WithStates<CheckDone>) => {
    works.rules.takeOver(states);
    for (const { id, read, made } of done) {
      redo.done("rules", `check ${id}`, { read, made });
      problems.push(...made);
    }
  };
  if (changed.length < MANY) take({ done: checkMeetings(build, changed), states: [] });
  else
    await withWorkers(
      "Checking meetings",
      batches(changed, AT_ONCE).map((ids) => ({ job: "check", ids })),
      take,
    );
  return problems;
}

function keep<Made>(
  redo: Redo,
  facts: FactsKept<never>,
  name: string,
  id: string,
  { read, made, facts: texts }: Done<Made> & { readonly facts: FactTexts },
): Made {
  const hashes = facts.put(id, texts, redo.was<WithFacts<Made>>(name)?.facts ?? {});
  redo.done("rules", name, { read, made: { made, facts: hashes } });
  return made;
}

/** Takes out the facts of meetings that the work `kind` was done for in the build before, and that are none of `wanted` now. */
function forget(redo: Redo, facts: FactsKept<never>, kind: string, wanted: ReadonlySet<string>): void {
  for (const id of redo.namesBefore(`${kind} `))
    if (!wanted.has(id)) facts.put(id, new Map(), redo.was<WithFacts<unknown>>(`${kind} ${id}`)?.facts ?? {});
}
