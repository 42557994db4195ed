/** What both audiences are admitted alike: living data, and readings only where the paper they cite is public. */
import { readBody } from "../load/document.ts";
import { dayOf } from "../model/civil.ts";
import type { Council, Document, Sourced } from "../model/council.ts";
import type { Inspection } from "../model/inspection.ts";
import type { Matter } from "../model/matter.ts";
import type { Measure, Plan } from "../model/plan.ts";
import { endorsedVersion, planChanges } from "../model/plan-changes.ts";
import { withoutSmallNumbers } from "../model/small-numbers.ts";
import type {
  BodyPlace,
  CouncilAround,
  PublicCouncil,
  PublicDocument,
  PublicMatter,
  PublicMeeting,
  PublicPlan,
} from "./public-council.ts";

/** Admits bodies one by one, and reads none but those. */
export class Admission {
  private readonly admitted = new Set<string>();
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  document<Value>(document: Document<Value>): PublicDocument<Value> {
    const { id, value, outline, file } = document;
    return { id, value, outline, body: this.body(file) };
  }

  body(file: string): BodyPlace {
    this.admitted.add(file);
    return { file };
  }

  readonly read = (place: BodyPlace): string => {
    if (!this.admitted.has(place.file)) throw new Error(`${place.file} was not admitted to this output`);
    return readBody(this.root, place);
  };
}

/** A whole PublicCouncil around `meetings`, which each audience admits in its own way. */
export function admitCouncil(
  council: Council,
  audience: PublicCouncil["audience"],
  admission: Admission,
  meetings: readonly PublicMeeting[],
  forwardPlan: PublicCouncil["forwardPlan"],
): PublicCouncil {
  return { ...admitAround(council, audience, admission, publicPapers(meetings), forwardPlan), meetings };
}

/** All but the meetings. `isPublic` says whether the audience may know of a paper; of no reference it says yes. */
export function admitAround(
  council: Omit<Council, "meetings">,
  audience: PublicCouncil["audience"],
  admission: Admission,
  isPublic: (reference: string | undefined) => boolean,
  forwardPlan: PublicCouncil["forwardPlan"],
): CouncilAround {
  const { sample: _, ...settings } = council.settings.value;
  return {
    audience,
    now: dayOf(council.now),
    settings,
    committees: council.committees.map((each) => admission.document(each)),
    members: council.members.map((each) => admission.document(each)),
    inspections: council.inspections.map((each) => admitInspection(admission.document(each), isPublic)),
    plans: council.plans.map((plan) => admitPlan(plan, council.endorsedPlans, isPublic)),
    matters: council.matters.map((each) => admitMatter(admission.document(each), isPublic)),
    pages: council.pages.map((each) => admission.document(each)),
    forwardPlan,
    read: admission.read,
  };
}

/** The papers of one meeting that the audience may know of, by their names; `minutes` among them. */
export function publicPaperNames({ papers, minutes }: PublicMeeting): string[] {
  return [...papers.map(({ id }) => id), ...(minutes ? ["minutes"] : [])];
}

function publicPapers(meetings: readonly PublicMeeting[]): (reference: string | undefined) => boolean {
  const addresses = new Set(
    meetings.flatMap((meeting) => publicPaperNames(meeting).map((paper) => `${meeting.id}/${paper}`)),
  );
  return (reference) => reference === undefined || addresses.has(reference.split("#")[0] ?? "");
}

export function admitMatter(
  matter: PublicDocument<Matter>,
  isPublic: (reference: string | undefined) => boolean,
): PublicMatter {
  const papers = matter.value.papers.filter(isPublic);
  const contradictions = matter.value.contradictions.filter(({ statements }) =>
    statements.every(({ source }) => isPublic(source)),
  );
  const papersToFollow = matter.value.papers.length - papers.length;
  return { ...matter, value: { ...matter.value, papers, contradictions }, papersToFollow };
}

/** An inspection without forecasts that only an unissued paper makes. */
export function admitInspection(
  found: PublicDocument<Inspection>,
  isPublic: (reference: string | undefined) => boolean,
): PublicDocument<Inspection> {
  const forecasts = found.value.forecasts.filter(({ source }) => isPublic(source));
  return { ...found, value: { ...found.value, forecasts } };
}

export function admitPlan(
  { id, value: plan }: Sourced<Plan>,
  kept: Council["endorsedPlans"],
  isPublic: (reference: string | undefined) => boolean,
): PublicPlan {
  const { endorsed, ...rest } = plan;
  const isShown = endorsed && isPublic(`${endorsed.meeting}/minutes`);
  const then = isShown ? endorsedVersion({ id, value: plan }, kept) : null;
  return {
    ...rest,
    ...(isShown ? { endorsed } : {}),
    id,
    actions: plan.actions.map((action) => {
      const progress = action.progress.filter((each) => isPublic(each.source));
      const evidence = action.evidence.filter(({ source }) => /^https?:/.test(source) || isPublic(source));
      return { ...action, progress, evidence, progressToFollow: action.progress.length - progress.length };
    }),
    measures: plan.measures.map((all) => {
      const readings = knownReadings(all, isPublic);
      const { measure, withheld } = withoutSmallNumbers({ ...all, readings });
      return { ...measure, readingsToFollow: all.readings.length - readings.length, countsWithheld: withheld };
    }),
    changes: then && planChanges(safe(then), safe(plan)),
  };
}

/** A plan whose small counts are withheld, so that what changed in it tells none either. */
function safe(plan: Plan): Plan {
  return { ...plan, measures: plan.measures.map((each) => withoutSmallNumbers(each).measure) };
}

/** The readings whose paper is known to the audience; and of figures that stood there before, likewise. */
export function knownReadings(
  { readings }: Measure,
  isKnown: (reference: string | undefined) => boolean,
): Measure["readings"] {
  return readings
    .filter(({ source }) => isKnown(source))
    .map((each) => ({ ...each, revisions: each.revisions.filter(({ source }) => isKnown(source)) }));
}
