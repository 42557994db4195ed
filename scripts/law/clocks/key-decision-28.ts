/** Notice of a key decision, 28 clear days before an executive takes it. One of clocks.ts. */
import { clearDaysBetween, issueDay } from "../clear-days.ts";
import type { ItemCase, MeetingCase } from "../meeting-case.ts";
import { EXECUTIVE_NOTICES } from "../regimes.ts";
import { type Clock, dutyOf, itemPlace, lastNoticeDay, nameOf } from "./clock.ts";

/** When a notice that says it is a key decision was first published. */
export function keyNotice(item: ItemCase): string | null {
  return item.notices.find(({ entry }) => entry.keyDecision)?.issuedAt ?? null;
}

/** The council says whether it counts 28 calendar days or 28 working days; most count calendar days. */
export const keyDecision28: Clock = {
  id: "key-decision-28",
  title: "Notice of a key decision, if there is one",
  source: () => "SI 2012/2089 reg 9",
  lastDay: (meeting) => lastNoticeDay(meeting, EXECUTIVE_NOTICES.keyDecision),
  duties: (meeting) =>
    meeting.items
      .filter((item) => item.keyDecision)
      .map((item) =>
        dutyOf(keyDecision28, meeting, {
          severity: "explain",
          what: `Notice of the key decision in item ${item.number}`,
          items: [item.id],
          wanted: EXECUTIVE_NOTICES.keyDecision,
          counting: meeting.longNotice,
          lastDay: lastNoticeDay(meeting, EXECUTIVE_NOTICES.keyDecision),
          done: keyNotice(item),
          because: exceptionOf(item),
          mend: mendFor(meeting, item),
          at: itemPlace(item, "keyDecision"),
        }),
      ),
};

/** Regulation 10 or 11 answers for the missing days; whether it is met is for its own clock. */
function exceptionOf(item: ItemCase): string | null {
  const entry = item.notices.at(-1)?.entry;
  return entry?.specialUrgency?.reasons ?? entry?.generalException?.reasons ?? null;
}

function mendFor(meeting: MeetingCase, item: ItemCase): string {
  const today = issueDay(meeting.now, meeting.days);
  const left = today < meeting.date ? clearDaysBetween(today, meeting.date, meeting.days) : 0;
  return left >= EXECUTIVE_NOTICES.generalException
    ? `With ${left} clear days left, regulation 10 still applies: write \`generalException:\` in content/forward-plan/${item.id}/entry.md, tell the scrutiny chair in writing, and issue it today (npm run issue -- forward-plan/${item.id}). Or take ${nameOf(item)} to a later meeting.`
    : `With ${left} clear days left, only regulation 11 applies: write \`specialUrgency:\` in content/forward-plan/${item.id}/entry.md, with who agreed and why, and issue it (npm run issue -- forward-plan/${item.id}). Or take ${nameOf(item)} to a later meeting.`;
}
