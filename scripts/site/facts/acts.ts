/** When something was issued for each meeting, and what was: for the feeds, which ask few meetings. Called by feeds.ts. */
import type { PublicMeeting } from "../../access/public-council.ts";
import type { Fact, Question } from "../../asking/around.ts";
import { ACTS, actWords } from "../acts.ts";
import { address } from "../addresses.ts";
import { meetingName } from "../meeting-words.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";

export interface LastAct {
  readonly committee: string;
  readonly issuedAt: string;
}

/** When something was last issued, of meetings that something was issued for. */
export const lastAct: Fact<PublicMeeting, LastAct> = {
  name: "last-act",
  of: ({ committee, acts }) =>
    acts.reduce<LastAct | null>(
      (last, { issuedAt }) => (issuedAt >= (last?.issuedAt ?? "") ? { committee: committee.id, issuedAt } : last),
      null,
    ),
};

/** One act of issuing, for a feed. */
export interface ActEntry {
  /** The address of its record, which is there for ever and is no other act's. */
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly href: string;
  readonly issuedAt: string;
}

/** What was issued for one meeting, first to last. */
export const actsOfMeeting: Question<Site, readonly ActEntry[]> = pageQuestions.add({
  name: "acts-of-meeting",
  answer: (site, id) => {
    const meeting = site.meeting(id);
    return (meeting?.acts ?? []).flatMap((act) =>
      meeting
        ? [
            {
              id: address.meetingFile(id, act.record.address),
              title: `${ACTS[act.kind]}: ${meetingName(meeting)}`,
              words: actWords(meeting, act),
              href:
                meeting.minutes && (act.kind === "minutes" || act.kind === "correction")
                  ? address.minutes(id)
                  : address.meeting(id),
              issuedAt: act.issuedAt,
            },
          ]
        : [],
    );
  },
});
