/** Notice that an executive will meet, wholly or in part, in private. One of clocks.ts. */

import { lastLawfulIssueDay } from "../clear-days.ts";
import type { Duty } from "../duty.ts";
import type { ItemCase, MeetingCase } from "../meeting-case.ts";
import { EXECUTIVE_NOTICES } from "../regimes.ts";
import { type Clock, dutyOf, itemPlace, lastNoticeDay } from "./clock.ts";

/** 28 clear days' notice with reasons; then 5 clear days' notice with the representations received and the response. */
export const privateMeeting28: Clock = {
  id: "private-meeting-28",
  title: "Notice of business in private, if there is any",
  source: () => "SI 2012/2089 reg 5",
  lastDay: (meeting) => lastNoticeDay(meeting, EXECUTIVE_NOTICES.privateBusiness),
  duties: (meeting) => meeting.items.flatMap((item) => (item.withheld ? dutiesOf(meeting, item, item.withheld) : [])),
};

function dutiesOf(meeting: MeetingCase, item: ItemCase, withheld: NonNullable<ItemCase["withheld"]>): Duty[] {
  const agreed = withheld.urgentlyPrivate;
  const because = agreed ? `${agreed.reasons} (agreed by the ${agreed.agreedBy})` : null;
  const shared = { severity: "explain", items: [item.id], because, at: itemPlace(item, "withheld") } as const;
  return [
    dutyOf(privateMeeting28, meeting, {
      ...shared,
      what: `Notice that item ${item.number} is to be taken in private`,
      wanted: EXECUTIVE_NOTICES.privateBusiness,
      counting: meeting.longNotice,
      lastDay: lastNoticeDay(meeting, EXECUTIVE_NOTICES.privateBusiness),
      done: item.notices.find(({ entry }) => entry.private)?.issuedAt ?? null,
      mend: `Give the notice (content/forward-plan/${item.id}/entry.md with \`private: yes\` and its reasons, then npm run issue -- forward-plan/${item.id}); or, where the 28 days cannot be kept, have the chair of scrutiny agree that it is urgent, and write \`urgentlyPrivate:\` under \`withheld:\` with who agreed and why; or take it in public.`,
    }),
    dutyOf(privateMeeting28, meeting, {
      ...shared,
      what: `The further notice for item ${item.number}, with representations and the response to them,`,
      wanted: EXECUTIVE_NOTICES.furtherNotice,
      lastDay: lastLawfulIssueDay(meeting.date, EXECUTIVE_NOTICES.furtherNotice, meeting.days),
      done: item.representationsSince,
      mend: `Write \`representations:\` under \`withheld:\` of item ${item.number}: what was received and how the council answers, or that there was none. It is published with the agenda.`,
    }),
  ];
}
