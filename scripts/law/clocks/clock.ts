/** What a clock is, and the words and days that clocks share. Each clock stands in a file of its own. */
import { addDays, type CivilDate, formatLongDate } from "../../model/civil.ts";
import { firstLawfulMeetingDay, issueDay, lastLawfulIssueDay } from "../clear-days.ts";
import type { Duty } from "../duty.ts";
import type { Jurisdiction } from "../jurisdictions.ts";
import type { ItemCase, MeetingCase } from "../meeting-case.ts";
import type { ClockId } from "../regimes.ts";

export interface Clock {
  readonly id: ClockId;
  /** What falls due, for the calendar of duties. */
  readonly title: string;
  readonly source: (jurisdiction: Jurisdiction) => string;
  /** The last lawful day, for a meeting of which nothing else is known yet; null where it depends on the business. */
  readonly lastDay: (meeting: MeetingCase) => CivilDate | null;
  readonly duties: (meeting: MeetingCase) => Duty[];
}

/** The last day on which papers are open for the clear days wanted; where it was convened at shorter notice, that day. */
export function lastOpenDay(meeting: MeetingCase): CivilDate {
  if (meeting.shorterNotice) return issueDay(meeting.shorterNotice.convened, meeting.days);
  return lastLawfulIssueDay(meeting.date, meeting.wanted, meeting.days);
}

/** The last day for a notice of 28 clear days, as the council counts them. */
export function lastLongNoticeDay(meeting: MeetingCase): CivilDate {
  return meeting.longNotice === "calendar"
    ? addDays(meeting.date, -29)
    : lastLawfulIssueDay(meeting.date, 28, meeting.days);
}

/** What a duty has unless its clock says otherwise. */
export function dutyOf(
  clock: Clock,
  meeting: MeetingCase,
  duty: Pick<Duty, "severity" | "what" | "lastDay" | "done" | "mend"> & Partial<Duty>,
): Duty {
  return {
    clock: clock.id,
    source: clock.source(meeting.jurisdiction),
    items: [],
    paper: null,
    wanted: meeting.shorterNotice ? null : meeting.wanted,
    counting: "working",
    because: null,
    cure: null,
    at: { file: "agenda", path: [] },
    ...duty,
  };
}

export function itemPlace(item: ItemCase, ...more: (string | number)[]): Duty["at"] {
  return { file: "agenda", path: ["items", item.index, ...more] };
}

/** The other way round: the first meeting day that papers issued now could lawfully be for. */
export function orMeetLater(meeting: MeetingCase): string {
  const first = firstLawfulMeetingDay(issueDay(meeting.now, meeting.days), meeting.wanted, meeting.days);
  return `Papers issued now are in time for a meeting on ${formatLongDate(first)} or later.`;
}

/** True for an item that came onto the agenda after it was first issued. */
export function wasAdded(item: ItemCase, meeting: MeetingCase): boolean {
  return meeting.agenda !== null && (item.openSince === null || item.openSince > meeting.agenda);
}

export function nameOf(item: ItemCase): string {
  return `Item ${item.number}, ${item.title}`;
}
