/**
 * Works out what has become of everything that was asked for. Pure: access/ calls it with what is public, and check/ with
 * an officer's drafts.
 */
import type { CivilDate } from "./civil.ts";
import type { Asked, Business } from "./follow-up-business.ts";
import { awaitsMinutes, dueOf, type FollowUpState, statusOf } from "./follow-up-due.ts";
import { type Facts, recurringStates } from "./follow-up-turns.ts";

/** The state of each follow-up on `today`; of one that recurs, of every time it was due and the next. */
export function followUpStates(business: Business, today: CivilDate): FollowUpState[] {
  const replacements = new Map(
    business.asked.flatMap(({ followUp }) => (followUp.replaces ? [[followUp.replaces, followUp.id] as const] : [])),
  );
  return business.asked.flatMap((asked) => {
    const known = facts(business, asked);
    const replacedBy = replacements.get(asked.followUp.id) ?? null;
    return asked.followUp.kind === "recurring" && asked.followUp.every
      ? recurringStates(business, asked, known, replacedBy, today)
      : [singleState(business, asked, known, replacedBy, today)];
  });
}

function facts({ discharges, undertakings }: Business, { followUp, date }: Asked): Facts {
  const claims = discharges
    .filter((each) => each.followUp === followUp.id && each.date >= date)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    undertaking: undertakings.find((each) => each.followUp === followUp.id) ?? null,
    answers: claims.filter((each) => each.committee === followUp.returnsTo),
    elsewhere: claims.find((each) => each.committee !== followUp.returnsTo) ?? null,
  };
}

function singleState(
  business: Business,
  asked: Asked,
  { undertaking, answers, elsewhere }: Facts,
  replacedBy: string | null,
  today: CivilDate,
): FollowUpState {
  const due = dueOf(business.meetings, asked);
  const discharge = answers[0] ?? null;
  return {
    ...asked,
    id: asked.followUp.id,
    period: null,
    ...due,
    undertaking,
    discharge,
    elsewhere,
    replacedBy,
    awaitsMinutes: awaitsMinutes(business, due.dueMeeting, today),
    status: statusOf(business, due, { undertaking, discharge, replacedBy }, today),
  };
}
