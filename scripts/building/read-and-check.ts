/**
 * Reads and admits the meetings that changed, and checks again what has to be. Gives every problem of the council, those found
 * now and those that still stand. Used by build-site.ts.
 */
import { RULES } from "../check/rules.ts";
import { COLLECTIONS } from "../load/living.ts";
import type { Problem } from "../model/problem.ts";
import type { Collection } from "./council-at-hand.ts";
import type { FactsKept } from "./facts.ts";
import type { OpenBuild } from "./open-build.ts";
import type { Redo } from "./redo.ts";
import type { Done, FactTexts, MeetingRead } from "./works.ts";

/** What is kept of a meeting that was read or admitted, with the hash of each of its facts. */
interface WithFacts<Made> {
  readonly made: Made;
  readonly facts: Readonly<Record<string, string>>;
}

/** Reads every unit that changed, and admits every meeting that did. Gives the problems of reading. */
export function readAll(build: OpenBuild, redo: Redo): Problem[] {
  const { works, facts, publicHashes, unreadable } = build;
  const problems: Problem[] = [];
  const take = (found: Pick<MeetingRead, "problems" | "unreadable">) => {
    problems.push(...found.problems);
    for (const file of found.unreadable) unreadable.add(file);
  };
  for (const name of Object.keys(COLLECTIONS) as Collection[]) take(works.atHand.collection(name));

  const there: string[] = [];
  for (const id of works.atHand.meetingNames) {
    const made = again(build, redo, facts.rules, `read ${id}`, id, () => works.read(id));
    take(made);
    if (made.isThere) there.push(id);
  }
  // Those that are gone, or cannot be read any more, have no facts.
  forget(redo, facts.rules, "read", new Set(works.atHand.meetingNames));
  forget(redo, facts.pages, "admit", new Set(there));
  for (const id of there) {
    const made = again(build, redo, facts.pages, `admit ${id}`, id, () => works.admit(id));
    if (made !== "") publicHashes.set(id, made);
  }
  return problems;
}

/** Checks every meeting and everything around them, where something that the rules asked changed. */
export function checkAll(build: OpenBuild, redo: Redo): Problem[] {
  const { works } = build;
  const checked = (name: string, work: () => Done<Problem[]>): readonly Problem[] => {
    const standing = redo.standing<Problem[]>("rules", works.rules, name);
    if (standing) return standing.made;
    const done = work();
    redo.done("rules", name, done);
    return done.made;
  };
  return [
    ...RULES.flatMap((rule, at) =>
      rule.ofCouncil ? checked(`rule ${at} ${rule.names[0]}`, () => works.checkAround(rule)) : [],
    ),
    ...works.atHand.meetingNames.flatMap((id) => checked(`check ${id}`, () => works.check(id))),
  ];
}

function again<Made>(
  { works }: OpenBuild,
  redo: Redo,
  facts: FactsKept<never>,
  name: string,
  id: string,
  work: () => Done<Made> & { readonly facts: FactTexts },
): Made {
  const standing = redo.standing<WithFacts<Made>>("rules", works.rules, name);
  if (standing) return standing.made.made;
  const { read, made, facts: texts } = work();
  const hashes = facts.put(id, texts, redo.was<WithFacts<Made>>(name)?.facts ?? {});
  redo.done("rules", name, { read, made: { made, facts: hashes } });
  return made;
}

/** Takes out the facts of meetings that the work `kind` was done for in the build before, and that are none of `wanted` now. */
function forget(redo: Redo, facts: FactsKept<never>, kind: string, wanted: ReadonlySet<string>): void {
  for (const id of redo.namesBefore(`${kind} `))
    if (!wanted.has(id)) facts.put(id, new Map(), redo.was<WithFacts<unknown>>(`${kind} ${id}`)?.facts ?? {});
}
