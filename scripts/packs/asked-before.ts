/** What members asked for that a report answers, for the front of its item in the pack: as the minutes have it. For pack-parts.ts. */
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import type { FollowUpState } from "../model/follow-up-due.ts";
import { followUpsOn } from "../site/facts/follow-up-states.ts";
import { meetingName } from "../site/meeting-words.ts";
import type { Site } from "../site/site.ts";

export interface AskedBefore {
  readonly text: string;
  readonly askedBy: string;
  /** `Cabinet, 13 July 2026, minute 34, resolution (b)`. */
  readonly where: string;
  readonly undertakenBy: string | null;
  readonly said: string | null;
}

export interface AskedOfReport {
  /** What the report says that it answers. */
  readonly answered: readonly AskedBefore[];
  /** What was asked for about the same plans, is due at this meeting, and that no paper of it answers. */
  readonly unanswered: readonly AskedBefore[];
}

/** Both lists as they stood when the paper was issued: whether a thing has come since is for the website to say. */
export function askedOfReport(site: Site, meeting: PublicMeeting, paper: PublicPaper): AskedOfReport {
  const plans = paper.value.reportsOn.map((id) => `plans/${id}`);
  const isAbout = ({ followUp }: FollowUpState) =>
    followUp.about.some((about) => plans.some((plan) => about === plan || about.startsWith(`${plan}/`)));
  const earlier = followUpsOn(site).all.filter(({ minute, date }) => minute !== "" && date < meeting.living.value.date);
  const answered = earlier.filter(({ followUp }) => paper.value.discharges.includes(followUp.id));
  const unanswered = earlier.filter(
    (state) =>
      state.dueMeeting === meeting.id &&
      isAbout(state) &&
      !meeting.papers.some(({ value }) => value.discharges.includes(state.followUp.id)),
  );
  return {
    answered: once(answered).map((each) => view(site, each)),
    unanswered: once(unanswered).map((each) => view(site, each)),
  };
}

/** One that recurs has a state for each of its turns, and is told once. */
function once(states: readonly FollowUpState[]): FollowUpState[] {
  return [...new Map(states.map((state) => [state.followUp.id, state])).values()];
}

function view(site: Site, { followUp, meeting, minute, undertaking }: FollowUpState): AskedBefore {
  const asked = site.called(meeting);
  const letter = followUp.resolution ? `, resolution (${followUp.resolution})` : "";
  return {
    text: followUp.text,
    askedBy: site.name(followUp.askedBy),
    where: `${asked ? `${meetingName(asked)}, ` : ""}minute ${minute}${letter}`,
    undertakenBy: undertaking ? site.name(undertaking.by) : null,
    said: followUp.due.said ?? null,
  };
}
