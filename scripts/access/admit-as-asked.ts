/**
 * The council of an act of issuing, admitted piece by piece as each is asked for: of a council with thousands of meetings an
 * act looks at a few. Called by issuing/ for whatever prints or plans an act.
 */
import { dayOf } from "../model/civil.ts";
import type { Council } from "../model/council.ts";
import { Admission, admitInspection, admitMatter, admitPlan } from "./admit.ts";
import { draftEntry, meetingToIssue } from "./admit-drafts.ts";
import { presentOf } from "./present.ts";
import type { CouncilAround, PublicMeeting } from "./public-council.ts";

/** Whether the audience may know of the paper that a reference names; of no reference it says yes. */
type IsPublic = (reference: string | undefined) => boolean;

export interface AdmittedAsAsked {
  readonly meeting: (id: string) => PublicMeeting | null;
  readonly around: (isPublic: () => IsPublic) => CouncilAround;
}

/** What an act of issuing prints of `council`, whose drafts were narrowed to the act. */
export function admitAsAsked(council: Council): AdmittedAsAsked {
  const admission = new Admission(council.root);
  const now = presentOf(council);
  const byId = new Map(council.meetings.map((meeting) => [meeting.id, meeting]));
  const admitted = new Map<string, unknown>();
  const once = <Value>(name: string, make: () => Value): Value => {
    if (!admitted.has(name)) admitted.set(name, make());
    return admitted.get(name) as Value;
  };
  return {
    meeting: (id) =>
      once(`meeting ${id}`, () => {
        const meeting = byId.get(id);
        return meeting ? meetingToIssue(now, meeting, admission) : null;
      }),
    around: (isPublic) => ({
      audience: "draft",
      now: dayOf(council.now),
      read: admission.read,
      get settings() {
        const { sample: _, ...settings } = council.settings.value;
        return settings;
      },
      get committees() {
        return once("committees", () => council.committees.map((each) => admission.document(each)));
      },
      get members() {
        return once("members", () => council.members.map((each) => admission.document(each)));
      },
      get inspections() {
        return once("inspections", () =>
          council.inspections.map((each) => admitInspection(admission.document(each), isPublic())),
        );
      },
      get plans() {
        return once("plans", () => council.plans.map((plan) => admitPlan(plan, council.endorsedPlans, isPublic())));
      },
      get matters() {
        return once("matters", () => council.matters.map((each) => admitMatter(admission.document(each), isPublic())));
      },
      get pages() {
        return once("pages", () => council.pages.map((each) => admission.document(each)));
      },
      get forwardPlan() {
        return once("forwardPlan", () => council.forwardPlan.flatMap((entry) => draftEntry(entry, admission) ?? []));
      },
    }),
  };
}
