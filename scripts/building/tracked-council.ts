/**
 * The council's collections as pages and as rules see them, each reading noted as a dependency of whoever reads. Pages see
 * what their audience was admitted to; rules see what was read. Made by works.ts and, for the desk, by lazy-council.ts.
 */
import { type Admission, admitInspection, admitMatter, admitPlan } from "../access/admit.ts";
import { draftEntry } from "../access/admit-drafts.ts";
import { issuedEntry } from "../access/admit-issued.ts";
import type { CouncilAround } from "../access/public-council.ts";
import type { Living as LivingForRules } from "../check/surroundings.ts";
import { COLLECTIONS, type Living } from "../load/living.ts";
import { dayOf } from "../model/civil.ts";
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

/** What pages see. `isPublic` says whether the audience may know of a paper, and notes that it was asked. */
export function councilForPages(
  atHand: CouncilAtHand,
  audience: CouncilAround["audience"],
  admission: Admission,
  isPublic: () => (reference: string | undefined) => boolean,
  note: Note,
): CouncilAround {
  const made = new Map<string, unknown>();
  const read = <Value>(name: Collection, make: () => Value): Value => {
    note(`collection ${name}`);
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as Value;
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
      const known = isPublic();
      return read("inspections", () =>
        all("inspections").map((each) => admitInspection(admission.document(each), known)),
      );
    },
    get plans() {
      const known = isPublic();
      note("collection endorsedPlans");
      return read("plans", () => all("plans").map((plan) => admitPlan(plan, all("endorsedPlans"), known)));
    },
    get matters() {
      const known = isPublic();
      return read("matters", () => all("matters").map((each) => admitMatter(admission.document(each), known)));
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
