/**
 * How what was asked for in minutes stands now, and questions about it by a follow-up's id or a meeting's name. Asked by the
 * rules that tell officers of follow-ups, and by drafting/.
 */
import type { Question, Shared } from "../asking/around.ts";
import type { Asked } from "../model/follow-up-business.ts";
import type { FollowUpState } from "../model/follow-up-due.ts";
import { followUpStates } from "../model/follow-ups.ts";
import { businessNow } from "./business-now.ts";
import { ruleQuestions } from "./questions.ts";
import type { Surroundings } from "./surroundings.ts";

/** Follow-ups, one state for each time they are due, that nothing answers and nothing has taken the place of. */
const unanswered: Shared<Surroundings, readonly FollowUpState[]> = {
  name: "follow-ups-unanswered",
  make: (around) =>
    followUpStates(around.shared(businessNow), around.today).filter(
      ({ status, discharge }) => discharge === null && status !== "superseded",
    ),
};

/**
 * Those of them that minutes ask for; what the law asks of late business is told by its clocks. What a report on the agenda of
 * a meeting to come is about is not among them, since there is nothing more that an officer can do.
 */
export const openFollowUps: Shared<Surroundings, readonly FollowUpState[]> = {
  name: "follow-ups-open",
  make: (around) => around.shared(unanswered).filter(({ minute }) => minute !== ""),
};

type ByMeeting = ReadonlyMap<string | null, readonly FollowUpState[]>;

const byDueMeeting: Shared<Surroundings, ByMeeting> = {
  name: "follow-ups-open-by-due-meeting",
  make: (around) => Map.groupBy(around.shared(openFollowUps), ({ dueMeeting }) => dueMeeting),
};

const byAskingMeeting: Shared<Surroundings, ByMeeting> = {
  name: "follow-ups-open-by-asking-meeting",
  make: (around) => Map.groupBy(around.shared(openFollowUps), ({ meeting }) => meeting),
};

/** What is due at a meeting and open, by the meeting's name. */
export function openFollowUpsDueAt(around: Surroundings, meeting: string): readonly FollowUpState[] {
  return around.shared(byDueMeeting).get(meeting) ?? [];
}

/** What a meeting's minutes ask for and is open, by the meeting's name. */
export function openFollowUpsOf(around: Surroundings, meeting: string): readonly FollowUpState[] {
  return around.shared(byAskingMeeting).get(meeting) ?? [];
}

const askedById: Shared<Surroundings, ReadonlyMap<string, Asked>> = {
  name: "follow-ups-asked-by-id",
  make: (around) => new Map(around.shared(businessNow).asked.map((each) => [each.followUp.id, each])),
};

/** Where a follow-up was asked for, and the body it returns to; null where none of that id was. */
export const whereAsked: Question<
  Surroundings,
  (Pick<Asked, "date" | "meeting" | "minute"> & { readonly returnsTo: string }) | null
> = ruleQuestions.add({
  name: "where-follow-up-asked",
  answer: (around, id) => {
    const asked = around.shared(askedById).get(id);
    if (!asked) return null;
    const { date, meeting, minute, followUp } = asked;
    return { date, meeting, minute, returnsTo: followUp.returnsTo };
  },
});

const unansweredIds: Shared<Surroundings, ReadonlySet<string>> = {
  name: "follow-ups-unanswered-ids",
  make: (around) => new Set(around.shared(unanswered).map(({ followUp }) => followUp.id)),
};

/** Whether nothing has answered a follow-up or taken its place, by its id; of one that recurs, for any of its times. */
export const isUnanswered: Question<Surroundings, boolean> = ruleQuestions.add({
  name: "is-follow-up-unanswered",
  answer: (around, id) => around.shared(unansweredIds).has(id),
});
