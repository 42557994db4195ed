/** Questions what one meeting adds to the register of decisions: its entry, its recorded votes and the rows of the tables. For pages/decisions.ts. */
import type { Question } from "../../asking/around.ts";
import { address } from "../addresses.ts";
import type { Row } from "../csv.ts";
import { type DECISION_FIELDS, decisionRows, type VOTE_FIELDS, voteRows } from "../decision-tables.ts";
import { type DecisionView, decisionView, wasPut } from "../decisions.ts";
import { isMinuted, itemTitle, type MinutedMeeting } from "../meeting-words.ts";
import { pageQuestions } from "../questions.ts";
import { type VoteView, votesOn, voteView } from "../recorded-votes.ts";
import type { Site } from "../site.ts";

export interface RegisterEntry {
  readonly href: string;
  readonly date: string;
  readonly body: string;
  readonly bodyHref: string;
  readonly isDraft: boolean;
  readonly decided: readonly (DecisionView & { readonly title: string })[];
}

/** What the meeting decided; null for one without public minutes. */
export const registerEntry: Question<Site, RegisterEntry | null> = pageQuestions.add({
  name: "register-entry",
  answer: (site, id) =>
    ofMinuted(site, id, (meeting) => ({
      href: address.meeting(id),
      date: meeting.living.value.date,
      body: meeting.committee.name,
      bodyHref: address.committee(meeting.committee.id),
      isDraft: meeting.minutes.issuedAt === null,
      decided: meeting.minutes.value.items
        .map((item) => ({ ...decisionView(site, meeting, item), title: itemTitle(meeting, item.item) }))
        .filter(wasPut),
    })),
});

export interface RegisteredVote extends VoteView {
  readonly title: string;
  readonly text: string;
  readonly date: string;
  readonly body: string;
  readonly minute: string;
}

/** The votes that its minutes record by name. */
export const registeredVotes: Question<Site, readonly RegisteredVote[]> = pageQuestions.add({
  name: "registered-votes",
  answer: (site, id) =>
    ofMinuted(site, id, (meeting) =>
      meeting.minutes.value.items.flatMap((item) =>
        votesOn(meeting, item).map((cast) => ({
          ...voteView(site, cast),
          title: cast.title,
          text: cast.text,
          date: meeting.living.value.date,
          body: meeting.committee.name,
          minute: cast.minute,
        })),
      ),
    ) ?? [],
});

export interface RegisterRows {
  readonly decisions: readonly Row<(typeof DECISION_FIELDS)[number]>[];
  readonly votes: readonly Row<(typeof VOTE_FIELDS)[number]>[];
}

/** Its rows of both tables. */
export const registerRows: Question<Site, RegisterRows> = pageQuestions.add({
  name: "register-rows",
  answer: (site, id) =>
    ofMinuted(site, id, (meeting) => ({
      decisions: decisionRows(site, meeting),
      votes: voteRows(site, meeting),
    })) ?? { decisions: [], votes: [] },
});

function ofMinuted<Found>(site: Site, id: string, look: (meeting: MinutedMeeting) => Found): Found | null {
  const meeting = site.meeting(id);
  return meeting && isMinuted(meeting) ? look(meeting) : null;
}
