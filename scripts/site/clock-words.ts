/** What the public is told of a clock that was not kept: how late, which law, why, and what the law then asks. For pages. */
import type { PublicMeeting } from "../access/public-council.ts";
import { formatDate } from "../model/civil.ts";
import type { MissedClock } from "../model/record.ts";

export interface MissedView {
  /** `Late` or `Exception`, for a label. */
  readonly label: string;
  readonly words: string;
  readonly because: string | null;
  readonly cure: string | null;
}

export function missedView(meeting: PublicMeeting, missed: MissedClock): MissedView {
  const counted =
    missed.clearDays === null || missed.wanted === null
      ? `It was to be issued by ${formatDate(missed.lastDay)}`
      : `Issued ${missed.clearDays} clear ${missed.clearDays === 1 ? "day" : "days"} before the meeting, where ${missed.wanted} are wanted; the last lawful day was ${formatDate(missed.lastDay)}`;
  return {
    label: missed.severity === "late" ? "Late" : "Exception",
    words: `${subjectOf(meeting, missed)}: ${counted} (${missed.source}).`,
    because: missed.because,
    cure: missed.cure,
  };
}

const SUBJECTS: Readonly<Record<string, string>> = {
  "notice-of-meeting": "Notice of the meeting",
  "agenda-open": "The agenda",
  "executive-agenda-open": "The agenda",
  summons: "The summons to members",
  "key-decision-28": "Notice of a key decision",
  "general-exception": "The general exception for a key decision",
  "special-urgency": "Special urgency for a key decision",
  "private-meeting-28": "Notice of business in private",
};

function subjectOf(meeting: PublicMeeting, { clock, items, about }: MissedClock): string {
  const [only] = items;
  const item = about === "meeting" ? undefined : meeting.agenda?.value.items.find(({ id }) => id === only);
  if (about === "paper" && item) return `The report for item ${item.displayed ?? item.number}`;
  const subject = SUBJECTS[clock] ?? clock;
  if (!item) return subject;
  const name = `item ${item.displayed ?? item.number}, ${item.title}`;
  return clock.endsWith("agenda-open") ? name.replace(/^i/, "I") : `${subject}, ${name}`;
}
