/**
 * Counts clear days: the days between issuing papers and a meeting that the law counts. Pure; called by the clear-days
 * command, and by the clocks of issuing. Source: Local Government Act 1972 s100A and s100B, with s243 for the days left
 * out; R v Swansea City Council ex p Elitestone [1993] for both ends being left out.
 */
import { addDays, type CivilDate, type CivilDateTime, dayOf, weekday } from "../model/civil.ts";
import { bankHolidays, isWeekend } from "./bank-holidays.ts";
import type { Nation } from "./proclaimed-days.ts";

/** Which days count for a council: its nation's bank holidays, and the days its own standing orders leave out. */
export interface CouncilDays {
  readonly nation: Nation;
  /** Days to the reason they do not count, such as a closure at Christmas. */
  readonly closed?: ReadonlyMap<CivilDate, string>;
  /** When the office closes, where papers posted later count from the next working day; left out, they count at once. */
  readonly officeCloses?: string;
}

export interface CountedDay {
  readonly date: CivilDate;
  readonly counts: boolean;
  /** Why the day does not count; null where it does. */
  readonly why: string | null;
}

/** Why a day does not count, or null where it does. Throws NotCovered for a year whose holidays are not known. */
export function whyNotCounted(date: CivilDate, days: CouncilDays): string | null {
  // Asked first, so that a weekend of a year that is not covered is no less unknown than its other days.
  const holiday = bankHolidays(days.nation, Number(date.slice(0, 4))).get(date);
  if (holiday) return holiday;
  if (isWeekend(date)) return weekday(date);
  return days.closed?.get(date) ?? null;
}

/** Each day between issue and meeting, both left out, with whether it counts and why not. Empty where they are not in order. */
export function daysBetween(issued: CivilDate, meeting: CivilDate, days: CouncilDays): CountedDay[] {
  const between: CountedDay[] = [];
  for (let date = addDays(issued, 1); date < meeting; date = addDays(date, 1)) {
    const why = whyNotCounted(date, days);
    between.push({ date, counts: why === null, why });
  }
  return between;
}

/** How many clear days there are between the day of issue and the day of the meeting. */
export function clearDaysBetween(issued: CivilDate, meeting: CivilDate, days: CouncilDays): number {
  return daysBetween(issued, meeting, days).filter((day) => day.counts).length;
}

/** The last working day on which papers can be issued to be open for `wanted` clear days before `meeting`. */
export function lastLawfulIssueDay(meeting: CivilDate, wanted: number, days: CouncilDays): CivilDate {
  let date = addDays(meeting, -1);
  for (let counted = 0; counted < wanted; date = addDays(date, -1))
    if (whyNotCounted(date, days) === null) counted += 1;
  while (whyNotCounted(date, days) !== null) date = addDays(date, -1);
  return date;
}

/** The first working day on which there can be a meeting whose papers were issued on `issued`, `wanted` clear days on. */
export function firstLawfulMeetingDay(issued: CivilDate, wanted: number, days: CouncilDays): CivilDate {
  return workingDaysAfter(issued, wanted + 1, days);
}

/** The day that is `count` working days after `date`; the day itself where `count` is 0. */
export function workingDaysAfter(date: CivilDate, count: number, days: CouncilDays): CivilDate {
  let day = date;
  for (let counted = 0; counted < count; ) {
    day = addDays(day, 1);
    if (whyNotCounted(day, days) === null) counted += 1;
  }
  return day;
}

/** The day that papers posted at `moment` count from: the next working day, where the office has closed by then. */
export function issueDay(moment: CivilDateTime, days: CouncilDays): CivilDate {
  const day = dayOf(moment);
  if (days.officeCloses === undefined) return day;
  const isShut = moment.slice(11) >= days.officeCloses || whyNotCounted(day, days) !== null;
  return isShut ? workingDaysAfter(day, 1, days) : day;
}

/** The day itself where it counts, else the last before it that does: papers issued on either are open just as long. */
export function sameAsIssuedOn(date: CivilDate, days: CouncilDays): CivilDate {
  let day = date;
  while (whyNotCounted(day, days) !== null) day = addDays(day, -1);
  return day;
}
