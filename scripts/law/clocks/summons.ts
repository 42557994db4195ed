/** The summons to full council, which specifies the business. One of clocks.ts. */
import { lastLawfulIssueDay } from "../clear-days.ts";
import type { MeetingCase } from "../meeting-case.ts";
import { type Clock, dutyOf, itemPlace, nameOf, orMeetLater, wasAdded } from "./clock.ts";

/** Convening at shorter notice does not shorten a summons: paragraph 4 knows no such case. */
const lastSummonsDay = (meeting: MeetingCase) => lastLawfulIssueDay(meeting.date, meeting.wanted, meeting.days);

/** Only what stands in the summons is done, with urgent business where standing orders allow it. */
export const summons: Clock = {
  id: "summons",
  title: "Summons to members, with the business",
  source: (jurisdiction) =>
    jurisdiction === "english-parish" ? "LGA 1972 Sch 12 para 10(2)(b)" : "LGA 1972 Sch 12 para 4(2)(b) and (5)",
  lastDay: lastSummonsDay,
  duties: (meeting) => [
    dutyOf(summons, meeting, {
      severity: "late",
      what: "The summons to members",
      wanted: meeting.wanted,
      lastDay: lastSummonsDay(meeting),
      done: meeting.agenda,
      mend: `Send it at once. The law offers no cure for a late summons; ask the Monitoring Officer whether the meeting can go on. ${orMeetLater(meeting)}`,
      at: { file: "meeting", path: ["date"] },
    }),
    ...meeting.items
      .filter((item) => wasAdded(item, meeting))
      .map((item) =>
        dutyOf(summons, meeting, {
          severity: "late",
          what: `${nameOf(item)}, which is not in the summons,`,
          items: [item.id],
          wanted: meeting.wanted,
          lastDay: lastSummonsDay(meeting),
          done: item.openSince,
          because: item.urgent && meeting.urgentBusiness ? `${item.urgent} (${meeting.urgentBusiness})` : null,
          mend: meeting.urgentBusiness
            ? `Full council takes urgent business under ${meeting.urgentBusiness}: say in \`urgent:\` why it is.`
            : "Full council may do only the business in its summons. Take it to a later meeting; or, where a standing order allows urgent business, name it in data/council.json (`standingOrders.urgentBusiness`).",
          at: itemPlace(item),
        }),
      ),
  ],
};
