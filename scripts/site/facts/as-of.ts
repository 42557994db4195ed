/** The day that a meeting's pages say they are as of: none, once nothing about it waits for a day. For site.ts. */
import type { Question } from "../../asking/around.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";
import { followUpsOn } from "./follow-up-states.ts";

/**
 * Today, while a meeting is to come or something that was asked for at it, or due at it, is open; null after that, so that
 * its pages stay as they are for ever.
 */
export const asOfMeeting: Question<Site, string | null> = pageQuestions.add({
  name: "as-of-meeting",
  answer: (site, meeting) => {
    const date = site.called(meeting)?.living.value.date;
    if (date && !site.isPast(date)) return site.today;
    const { askedAt, dueAt } = followUpsOn(site);
    const about = [...(askedAt.get(meeting) ?? []), ...(dueAt.get(meeting) ?? [])];
    return about.some(({ discharge, status }) => discharge === null && status !== "superseded") ? site.today : null;
  },
});
