/**
 * What public papers ask for and answer: of each meeting by itself, as plain data, and of all of them together. Called by
 * site/, which asks each meeting once, and by tests that look at a whole council.
 */
import {
  type Asked,
  type BusinessOfMeeting,
  businessOfMeeting,
  type Discharge,
  gathered,
} from "../model/follow-up-business.ts";
import type { FollowUpState } from "../model/follow-up-due.ts";
import { followUpStates } from "../model/follow-ups.ts";
import { lateBusiness } from "../model/late-business.ts";
import type { PublicMeeting } from "./public-council.ts";

/** One meeting's business, and beside it what the law asks of it. */
export interface PublicBusiness extends BusinessOfMeeting {
  readonly byLaw: { readonly asked: readonly Asked[]; readonly discharges: readonly Discharge[] };
}

/** Everything asked for and answered at one meeting: in its public minutes and papers, or by law of late business. */
export function publicBusiness(meeting: PublicMeeting): PublicBusiness {
  const { id, living, committee, agenda, papers, minutes } = meeting;
  return {
    ...businessOfMeeting({
      id,
      committee: committee.id,
      date: living.value.date,
      isOff: living.value.status === "cancelled",
      hasAgenda: agenda !== null,
      papers,
      minutes: minutes?.value ?? null,
    }),
    byLaw: curesOf(meeting),
  };
}

/** The state of everything that was asked for, on `today`. What the law asks comes last. */
export function followUpsFrom(all: readonly PublicBusiness[], today: string): FollowUpState[] {
  const business = gathered(all);
  return followUpStates(
    {
      ...business,
      asked: [...business.asked, ...all.flatMap(({ byLaw }) => byLaw.asked)],
      discharges: [...business.discharges, ...all.flatMap(({ byLaw }) => byLaw.discharges)],
    },
    today,
  );
}

/** What the law asks of a meeting with late business: the chair's opinion, and whether the minutes have it. */
function curesOf({ id, living, agenda, minutes, acts, committee }: PublicMeeting): PublicBusiness["byLaw"] {
  const late = lateBusiness(
    acts.flatMap(({ missedClocks }) => missedClocks),
    agenda?.value.items ?? [],
    minutes?.value ?? null,
  );
  const { date } = living.value;
  const name = (item: string) => `opinion-${id}-${item}`;
  return {
    asked: late.map(({ item, missed }) => ({
      meeting: id,
      date,
      minute: "",
      followUp: {
        id: name(item.id),
        text: `The chair's opinion of why item ${item.displayed ?? item.number}, ${item.title}, was urgent, since it was issued late: given at the meeting, and put in the minutes.`,
        askedBy: `the law (${missed.source})`,
        kind: "action",
        about: [],
        returnsTo: committee.id,
        due: { meeting: id },
      },
    })),
    discharges: late
      .filter(({ isCured }) => isCured)
      .map(({ item }) => ({
        followUp: name(item.id),
        meeting: id,
        committee: committee.id,
        date,
        paper: null,
        minute: null,
        title: "opinion in the minutes",
        how: "opinion in the minutes",
      })),
  };
}
