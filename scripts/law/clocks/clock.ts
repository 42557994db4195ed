/** What a clock is, and the words and days that clocks share. Each clock stands in a file of its own. */
import { addDays, type CivilDate, formatLongDate } from "../../model/civil.ts";
import { firstLawfulMeetingDay, issueDay, lastLawfulIssueDay, sameAsIssuedOn } from "../clear-days.ts";
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

/**
 * The last day on which papers are open for the clear days wanted; of a meeting convened at shorter notice, the day it was
 * convened, where that is later.
 */
export function lastOpenDay(meeting: MeetingCase): CivilDate {
  const usual = lastLawfulIssueDay(meeting.date, meeting.wanted, meeting.days);
  if (!meeting.shorterNotice) return usual;
  const convened = issueDay(meeting.shorterNotice.convened, meeting.days);
  return [usual, convened].sort()[1] as CivilDate;
}

/** The last day for a notice of `wanted` clear days, counted as the council counts the executive regulations' days. */
export function lastNoticeDay(meeting: MeetingCase, wanted: number): CivilDate {
  return meeting.longNotice === "calendar"
    ? addDays(meeting.date, -wanted - 1)
    : lastLawfulIssueDay(meeting.date, wanted, meeting.days);
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
    isFlawed: false,
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

/** True for an item that came onto the agenda when it was too late for the clear days wanted. */
export function isLateItem(item: ItemCase, meeting: MeetingCase): boolean {
  if (!wasAdded(item, meeting)) return false;
  const since = item.openSince ?? meeting.now;
  return sameAsIssuedOn(issueDay(since, meeting.days), meeting.days) > lastOpenDay(meeting);
}

/** Papers of items listed in time that came later than their item: reports to follow. */
export function reportsToFollow(meeting: MeetingCase): { item: ItemCase; paper: ItemCase["papers"][number] }[] {
  return meeting.items
    .filter((item) => !isLateItem(item, meeting))
    .flatMap((item) =>
      item.papers.filter(({ openSince }) => openSince !== item.openSince).map((paper) => ({ item, paper })),
    );
}

export function nameOf(item: ItemCase): string {
  return `Item ${item.number}, ${item.title}`;
}
