/** An agenda and its reports, open before a meeting of a council or committee under part VA. One of clocks.ts. */
import type { Duty } from "../duty.ts";
import type { MeetingCase } from "../meeting-case.ts";
import { type Clock, dutyOf, itemPlace, lastOpenDay, nameOf, orMeetLater, reportsToFollow, wasAdded } from "./clock.ts";

const SOURCES = {
  england: "LGA 1972 s100B(3)-(4)",
  wales: "LGA 1972 s100B(3)-(4) as it applies in Wales",
  scotland: "LG(S)A 1973 s50B(3)-(4)",
  "english-parish": "LGA 1972 Sch 12 para 10(2)",
} as const;
const CURE =
  "The chair must be of the opinion, because of special circumstances, that it should be considered as a matter of urgency; the opinion is given at the meeting, and the minutes say it and why.";

/**
 * Two duties that are easily taken for one: an *item* that was not on an agenda open in time needs the chair's opinion
 * (s100B(4)(b)); a *report* to follow on a listed item is late (s100B(3)), and is no urgent item.
 */
export const agendaOpen: Clock = {
  id: "agenda-open",
  title: "Agenda and reports open to the public",
  source: (jurisdiction) => SOURCES[jurisdiction],
  lastDay: lastOpenDay,
  duties: (meeting) => [wholeAgenda(meeting), ...addedItems(meeting), ...lateReports(meeting)],
};

function wholeAgenda(meeting: MeetingCase): Duty {
  const business = meeting.items.filter((item) => item.isBusiness && !wasAdded(item, meeting));
  return dutyOf(agendaOpen, meeting, {
    severity: "late",
    what: "The agenda",
    items: business.map((item) => item.id),
    lastDay: lastOpenDay(meeting),
    done: meeting.agenda,
    mend: `Issue it at once; it will be marked late. ${orMeetLater(meeting)}`,
    cure: business.length > 0 ? CURE : null,
    at: { file: "meeting", path: ["date"] },
  });
}

function addedItems(meeting: MeetingCase): Duty[] {
  return meeting.items
    .filter((item) => wasAdded(item, meeting))
    .map((item) =>
      dutyOf(agendaOpen, meeting, {
        severity: "late",
        what: nameOf(item),
        items: [item.id],
        lastDay: lastOpenDay(meeting),
        done: item.openSince,
        because: item.urgent,
        mend: `Issue it at once with --kind revision${item.urgent ? "" : ", and say in `urgent:` why it cannot wait"}; or take it to a later meeting. ${orMeetLater(meeting)}`,
        cure: CURE,
        at: itemPlace(item),
      }),
    );
}

/** A report on an item that was listed in time. One that belongs to a late item is part of that item's lateness. */
function lateReports(meeting: MeetingCase): Duty[] {
  return reportsToFollow(meeting).map(({ item, paper }) =>
    dutyOf(agendaOpen, meeting, {
      severity: "late",
      what: `The report \`${paper.id}\` for item ${item.number}`,
      items: [item.id],
      paper: paper.id,
      lastDay: lastOpenDay(meeting),
      done: paper.openSince,
      because: item.toFollow,
      mend: "Issue it at once in a supplement; it will be marked late. The item was listed in time, so it is not an urgent item and needs no opinion of the chair; whether to take a late report is for the meeting.",
      at: itemPlace(item, "papers", paper.at),
    }),
  );
}
