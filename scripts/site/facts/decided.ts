/** Which meetings decided something, as a fact of each; and questions what one of them decided. For committees, the register and matters. */
import type { PublicMeeting } from "../../access/public-council.ts";
import type { Fact, Question, Shared } from "../../asking/around.ts";
import { type DecisionView, decisionOn, wasPutAt } from "../decisions.ts";
import { itemTitle } from "../meeting-words.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";

export interface Decided {
  /** Items on which something was put to the meeting, and should have been decided. */
  readonly put: number;
  /** Items on which something was resolved, and the resolutions. */
  readonly resolved: number;
  readonly resolutions: number;
}

/** Of meetings with public minutes. */
export const decided: Fact<PublicMeeting, Decided> = {
  name: "decided",
  of: (meeting) => {
    if (!meeting.minutes) return null;
    const { items } = meeting.minutes.value;
    return {
      put: items.filter((item) => wasPutAt(meeting, item)).length,
      resolved: items.filter(({ resolutions }) => resolutions.length > 0).length,
      resolutions: items.reduce((sum, { resolutions }) => sum + resolutions.length, 0),
    };
  },
};

export const decidedByMeeting: Shared<Site, ReadonlyMap<string, Decided>> = {
  name: "decided-by-meeting",
  make: (site) => new Map(site.every(decided).map(({ meeting, value }) => [meeting, value])),
};

export function hasResolved(site: Site, meeting: string): boolean {
  return (site.shared(decidedByMeeting).get(meeting)?.resolved ?? 0) > 0;
}

export interface ResolvedItem {
  readonly title: string;
  readonly words: string;
  readonly minute: string;
}

/** The items that a meeting resolved something on, in the order of its minutes. */
export const resolvedAt: Question<Site, readonly ResolvedItem[]> = pageQuestions.add({
  name: "resolved-at",
  answer: (site, id) => {
    const meeting = site.meeting(id);
    return (meeting?.minutes?.value.items ?? []).flatMap((item) =>
      meeting && item.resolutions.length > 0
        ? [
            {
              title: itemTitle(meeting, item.item),
              words: item.decision ?? item.resolutions.map(({ text }) => text).join(" "),
              minute: item.minute,
            },
          ]
        : [],
    );
  },
});

/** What a meeting decided on one item: asked about `2026-09-28-cabinet 5`. Null where the minutes have nothing of it. */
export const decisionAt: Question<Site, DecisionView | null> = pageQuestions.add({
  name: "decision-at",
  answer: (site, about) => {
    const [id = "", item = ""] = about.split(" ");
    const meeting = site.meeting(id);
    return meeting ? decisionOn(site, meeting, item) : null;
  },
});
