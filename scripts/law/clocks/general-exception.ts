/** A key decision with less than 28 days' notice, under the general exception. One of clocks.ts. */
import { lastLawfulIssueDay } from "../clear-days.ts";
import { EXECUTIVE_NOTICES } from "../regimes.ts";
import { type Clock, dutyOf, itemPlace } from "./clock.ts";

/** Written notice to the chair of scrutiny, published with its reasons, and five clear days after it. */
export const generalException: Clock = {
  id: "general-exception",
  title: "General exception for a key decision, if it is needed",
  source: () => "SI 2012/2089 reg 10",
  lastDay: (meeting) => lastLawfulIssueDay(meeting.date, EXECUTIVE_NOTICES.generalException, meeting.days),
  duties: (meeting) =>
    meeting.items.flatMap((item) => {
      const notice = item.notices.find(({ entry }) => entry.generalException);
      const agreed = item.notices.findLast(({ entry }) => entry.specialUrgency)?.entry.specialUrgency;
      if (!item.keyDecision || !notice) return [];
      return [
        dutyOf(generalException, meeting, {
          severity: "explain",
          what: `The general exception for item ${item.number}`,
          items: [item.id],
          wanted: EXECUTIVE_NOTICES.generalException,
          lastDay: lastLawfulIssueDay(meeting.date, EXECUTIVE_NOTICES.generalException, meeting.days),
          done: notice.issuedAt,
          because: agreed?.reasons ?? null,
          mend: `Fewer than five clear days are left after it was published, so special urgency is needed: write \`specialUrgency:\` in the forward plan's entry, with who agreed and why, and issue it again; or take item ${item.number} to a later meeting.`,
          at: itemPlace(item, "keyDecision"),
        }),
      ];
    }),
};
