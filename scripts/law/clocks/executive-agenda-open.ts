/** An agenda and its reports, open before a public meeting of an executive. One of clocks.ts. */
import { formatDay } from "../../model/civil.ts";
import { type Clock, dutyOf, itemPlace, lastOpenDay, nameOf, orMeetLater, reportsToFollow, wasAdded } from "./clock.ts";

const SHORTER =
  "Nobody's opinion of urgency lets an executive take it: either convene the meeting at shorter notice and say so in meeting.md (`shorterNotice: { convened: ..., because: ... }`), or take it to a later meeting.";

/**
 * There is no chair's urgency here: an item is taken if it was on an agenda open for the clear days wanted, or if the
 * meeting was convened at shorter notice and the agenda was open from then.
 */
export const executiveAgendaOpen: Clock = {
  id: "executive-agenda-open",
  title: "Executive agenda and reports open to the public",
  source: (jurisdiction) =>
    jurisdiction === "england"
      ? "SI 2012/2089 reg 6-7"
      : "the executive arrangements regulations of Wales, SI 2001/2290",
  lastDay: lastOpenDay,
  duties(meeting) {
    const lastDay = lastOpenDay(meeting);
    const shorter = meeting.shorterNotice;
    const mend = shorter
      ? `The meeting was convened on ${formatDay(shorter.convened.slice(0, 10))}, and its agenda had to be open from then. Convene it anew, and say so in meeting.md, or take the business to a later meeting.`
      : `${SHORTER} ${orMeetLater(meeting)}`;
    const added = meeting.items.filter((item) => wasAdded(item, meeting));
    return [
      dutyOf(executiveAgendaOpen, meeting, {
        severity: "explain",
        what: "The agenda",
        lastDay,
        done: meeting.agenda,
        mend,
        at: { file: "meeting", path: ["date"] },
      }),
      ...added.map((item) =>
        dutyOf(executiveAgendaOpen, meeting, {
          severity: "explain",
          what: nameOf(item),
          items: [item.id],
          lastDay,
          done: item.openSince,
          because: null,
          mend: `${SHORTER} ${orMeetLater(meeting)}`,
          at: itemPlace(item),
        }),
      ),
      ...reportsToFollow(meeting).map(({ item, paper }) =>
        dutyOf(executiveAgendaOpen, meeting, {
          severity: "explain",
          what: `The report \`${paper.id}\` for item ${item.number}`,
          items: [item.id],
          paper: paper.id,
          lastDay,
          done: paper.openSince,
          because: item.toFollow,
          mend: `Say in \`toFollow:\` of item ${item.number} why the report is late; the reason is published with it. The agenda that carries it must be issued.`,
          at: itemPlace(item, "papers", paper.at),
        }),
      ),
    ];
  },
};
