/**
 * Works out what has become of everything that was asked for. Pure: access/ calls it with what is public, and check/ with
 * an officer's drafts.
 */
import type { CivilDate } from "./civil.ts";
import type { Asked, Business, Discharge, Undertaking } from "./follow-up-business.ts";
import { awaitsMinutes, dueOf, type FollowUpState, MeetingDays, statusOf } from "./follow-up-due.ts";
import { type Facts, recurringStates } from "./follow-up-turns.ts";

/** The state of each follow-up on `today`; of one that recurs, of every time it was due and the next. */
export function followUpStates(business: Business, today: CivilDate): FollowUpState[] {
  const replacements = new Map(
    business.asked.flatMap(({ followUp }) => (followUp.replaces ? [[followUp.replaces, followUp.id] as const] : [])),
  );
  const meetings = new MeetingDays(business.meetings);
  const factsOf = factsAbout(business);
  return business.asked.flatMap((asked) => {
    const known = factsOf(asked);
    const replacedBy = replacements.get(asked.followUp.id) ?? null;
    return asked.followUp.kind === "recurring" && asked.followUp.every
      ? recurringStates(meetings, asked, known, replacedBy, today)
      : [singleState(meetings, asked, known, replacedBy, today)];
  });
}

/** What answers a follow-up and who undertook it. What is claimed is put in order by follow-up once, for any number of them. */
function factsAbout({ discharges, undertakings }: Business): (asked: Asked) => Facts {
  const claims: ReadonlyMap<string, readonly Discharge[]> = Map.groupBy(discharges, ({ followUp }) => followUp);
  const undertaken: ReadonlyMap<string, readonly Undertaking[]> = Map.groupBy(undertakings, ({ followUp }) => followUp);
  return ({ followUp, date }) => {
    const since = (claims.get(followUp.id) ?? [])
      .filter((each) => each.date >= date)
      .sort((a, b) => (a.date < b.date ? -1 : 1));
    return {
      undertaking: undertaken.get(followUp.id)?.[0] ?? null,
      answers: since.filter((each) => each.committee === followUp.returnsTo),
      elsewhere: since.find((each) => each.committee !== followUp.returnsTo) ?? null,
    };
  };
}

function singleState(
  meetings: MeetingDays,
  asked: Asked,
  { undertaking, answers, elsewhere }: Facts,
  replacedBy: string | null,
  today: CivilDate,
): FollowUpState {
  const due = dueOf(meetings, asked);
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
    awaitsMinutes: awaitsMinutes(meetings, due.dueMeeting, today),
    status: statusOf(meetings, due, { undertaking, discharge, replacedBy }, today),
  };
}
