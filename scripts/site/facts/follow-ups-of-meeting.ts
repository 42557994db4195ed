/** Questions about the follow-ups of one meeting or paper, for its own pages. */
import type { Question } from "../../asking/around.ts";
import { type FollowUpView, followUpView } from "../follow-up-view.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";
import { followUpsOn } from "./follow-up-states.ts";

/** What minutes of the meeting ask for. */
export const followUpsAskedAt: Question<Site, readonly FollowUpView[]> = pageQuestions.add({
  name: "follow-ups-asked-at",
  answer: (site, meeting) =>
    (followUpsOn(site).askedAt.get(meeting) ?? [])
      .filter(({ minute }) => minute !== "")
      .map((state) => followUpView(site, state)),
});

export interface DueView {
  readonly view: FollowUpView;
  /** The meeting that it came to. */
  readonly cameTo: string | null;
  readonly isReplaced: boolean;
  readonly awaitsMinutes: boolean;
}

/** What minutes ask for that is due at the meeting. */
export const followUpsDueAt: Question<Site, readonly DueView[]> = pageQuestions.add({
  name: "follow-ups-due-at",
  answer: (site, meeting) =>
    (followUpsOn(site).dueAt.get(meeting) ?? [])
      .filter(({ minute }) => minute !== "")
      .map((state) => ({
        view: followUpView(site, state),
        cameTo: state.discharge?.meeting ?? null,
        isReplaced: state.replacedBy !== null,
        awaitsMinutes: state.awaitsMinutes,
      })),
});

/** What a paper answers: `2026-10-08-scrutiny/recovery-plan`. */
export const followUpsAnsweredBy: Question<Site, readonly FollowUpView[]> = pageQuestions.add({
  name: "follow-ups-answered-by",
  answer: (site, paper) => (followUpsOn(site).answeredBy.get(paper) ?? []).map((state) => followUpView(site, state)),
});
