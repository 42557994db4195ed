/**
 * The council's collections as pages and as rules see them, each reading noted as a dependency of whoever reads. Pages see
 * what their audience was admitted to; rules see what was read. Made by works.ts and, for the desk, by lazy-council.ts.
 */
import { type Admission, admitInspection, admitMatter, admitPlan } from "../access/admit.ts";
import { draftEntry } from "../access/admit-drafts.ts";
import { issuedEntry } from "../access/admit-issued.ts";
import type { CouncilAround } from "../access/public-council.ts";
import type { Question } from "../asking/around.ts";
import type { Living as LivingForRules } from "../check/surroundings.ts";
import { COLLECTIONS, type Living } from "../load/living.ts";
import { dayOf } from "../model/civil.ts";
import { isShown } from "../site/facts/papers-shown.ts";
import type { Site } from "../site/site.ts";
import type { Collection, CouncilAtHand } from "./council-at-hand.ts";

type Note = (input: string) => void;

/**
 * What rules see, and the desk: every collection as it was read. The settings are there: without any that can be read, nothing
 * is checked or shown.
 */
export function livingForRules(atHand: CouncilAtHand, note: Note): LivingForRules {
  const living = {
    root: atHand.root,
    get now() {
      note("now");
      return atHand.now;
    },
  };
  for (const name of Object.keys(COLLECTIONS) as Collection[])
    Object.defineProperty(living, name, {
      enumerable: true,
      get: () => {
        note(`collection ${name}`);
        return atHand.collection(name).value;
      },
    });
  return living as LivingForRules;
}

/** Whether the audience may know of the paper that a reference leads to; of no reference it says yes. */
type IsShown = (reference: string | undefined) => boolean;

/** How documents that cite papers are admitted, so that none is cited which the audience may not know of. */
const ADMITTED = {
  inspections: (atHand: CouncilAtHand, admission: Admission, isShown: IsShown) =>
    atHand.collection("inspections").value.map((each) => admitInspection(admission.document(each), isShown)),
  plans: (atHand: CouncilAtHand, _: Admission, isShown: IsShown) =>
    atHand.collection("plans").value.map((plan) => admitPlan(plan, atHand.collection("endorsedPlans").value, isShown)),
  matters: (atHand: CouncilAtHand, admission: Admission, isShown: IsShown) =>
    atHand.collection("matters").value.map((each) => admitMatter(admission.document(each), isShown)),
};

type Citing = keyof typeof ADMITTED;

/**
 * The question which references of a collection lead to papers that are shown. What was read of the council is not for pages,
 * so they cannot ask it themselves; a meeting more changes the answer only where something cites its papers.
 */
export function referencesShown(
  atHand: CouncilAtHand,
  admission: Admission,
  note: Note,
): Question<Site, readonly string[]> {
  return {
    name: "references-shown",
    answer: (site, collection) => {
      noteCiting(collection, note);
      const isPaperShown = site.shared(isShown);
      const shown = new Set<string>();
      ADMITTED[collection as Citing](atHand, admission, (reference) => {
        const found = isPaperShown(reference);
        if (found && reference !== undefined) shown.add(reference);
        return found;
      });
      return [...shown].sort();
    },
  };
}

/** Notes a collection that cites papers; a plan is compared with what was endorsed. */
function noteCiting(collection: string, note: Note): void {
  note(`collection ${collection}`);
  if (collection === "plans") note("collection endorsedPlans");
}

/** What pages see. `shownIn` gives the references of a collection that lead to papers which are shown. */
export function councilForPages(
  atHand: CouncilAtHand,
  audience: CouncilAround["audience"],
  admission: Admission,
  shownIn: (collection: Citing) => readonly string[],
  note: Note,
): CouncilAround {
  const made = new Map<string, unknown>();
  const read = <Value>(name: Collection, make: () => Value): Value => {
    note(`collection ${name}`);
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as Value;
  };
  const citing = <Name extends Citing>(name: Name) => {
    const shown = shownIn(name);
    noteCiting(name, note);
    return read(name, () => {
      const known = new Set(shown);
      // What was not asked about is not shown.
      const isKnown: IsShown = (reference) => reference === undefined || known.has(reference);
      return ADMITTED[name](atHand, admission, isKnown) as ReturnType<(typeof ADMITTED)[Name]>;
    });
  };
  const all = <Name extends Collection>(name: Name): Living[Name] => atHand.collection(name).value;
  return {
    audience,
    read: admission.read,
    get now() {
      note("now");
      return dayOf(atHand.now);
    },
    get settings() {
      return read("settings", () => {
        const { sample: _, ...settings } = (all("settings") as NonNullable<Living["settings"]>).value;
        return settings;
      });
    },
    get committees() {
      return read("committees", () => all("committees").map((each) => admission.document(each)));
    },
    get members() {
      return read("members", () => all("members").map((each) => admission.document(each)));
    },
    get inspections() {
      return citing("inspections");
    },
    get plans() {
      return citing("plans");
    },
    get matters() {
      return citing("matters");
    },
    get pages() {
      return read("pages", () => all("pages").map((each) => admission.document(each)));
    },
    get forwardPlan() {
      const admit = audience === "draft" ? draftEntry : issuedEntry;
      return read("forwardPlan", () => all("forwardPlan").flatMap((entry) => admit(entry, admission) ?? []));
    },
  };
}
