/** What a build left, for the desk and the draft packs to look at. Made by build-site.ts, opened by lazy-council.ts. */
import type { Fact } from "../asking/around.ts";
import type { Problem } from "../model/problem.ts";
import { FACTS_FOR_PAGES } from "../site/facts.ts";
import { FACTS_FOR_RULES } from "./facts-for-rules.ts";
import type { Standing } from "./lazy-council.ts";
import type { OpenBuild } from "./open-build.ts";

const KEPT_FOR_RULES = new Set(FACTS_FOR_RULES.map(({ name }) => name));
const KEPT_FOR_PAGES = new Set(FACTS_FOR_PAGES.map(({ name }) => name));

/**
 * What `build` and its `problems` leave to be looked at until the next build is done. A fact that a build does not keep is null:
 * whoever asks for it has to look at every meeting.
 */
export function standingOf(
  { works, facts, unreadable, layout, place }: OpenBuild,
  problems: readonly Problem[],
): Standing {
  const factOf = (name: string) => ({ name }) as Fact<never, unknown>;
  return {
    atHand: works.atHand,
    every: (name) => (KEPT_FOR_RULES.has(name) ? facts.rules.every(factOf(name)) : null),
    everyShown: (name) => (KEPT_FOR_PAGES.has(name) ? facts.pages.every(factOf(name)) : null),
    hashOfFact: (kind, name) => (kind === "every" ? facts.rules : facts.pages).hashOf(name),
    layout,
    problems,
    unreadable,
    drafts: place.audience === "draft",
  };
}
