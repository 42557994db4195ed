/** When a follow-up is due, and what has become of it on a day. Pure; for follow-ups.ts and follow-up-turns.ts. */
import { type CivilDate, endOfMonth, MONTHS } from "./civil.ts";
import type { Asked, Discharge, MeetingDay, Undertaking } from "./follow-up-business.ts";

export type FollowUpStatus = "asked for" | "undertaken" | "due" | "overdue" | "discharged" | "superseded";

export interface FollowUpState extends Asked {
  /** The follow-up's own id; for one that recurs, with the month in which this one is due: `quarterly-report-2026-12`. */
  readonly id: string;
  /** For one that recurs: the months it covers, as `October to December 2026`. */
  readonly period: string | null;
  readonly status: FollowUpStatus;
  /** The day it is due, where the words come to one. */
  readonly dueOn: CivilDate | null;
  /** The meeting it is due at: the one that is named, or the one that the words come to. */
  readonly dueMeeting: string | null;
  /** Whether a month was said in which the body it returns to has no meeting. */
  readonly isMonthWithoutMeeting: boolean;
  /** Whether its meeting is over and has no minutes yet, so that an oral report would not be known. */
  readonly awaitsMinutes: boolean;
  /** Who undertook it, then or later; null where nobody has. */
  readonly undertaking: Undertaking | null;
  readonly discharge: Discharge | null;
  /** A report of the same that went to another body, which does not answer it. */
  readonly elsewhere: Discharge | null;
  /** The follow-up that takes the place of this one: asked again, or the next in its turn. */
  readonly replacedBy: string | null;
}

export interface Due {
  readonly dueOn: CivilDate | null;
  readonly dueMeeting: string | null;
  readonly isMonthWithoutMeeting: boolean;
}

/** The days of meetings by their names and by the body that meets, so that ten thousand follow-ups can look among thousands. */
export class MeetingDays {
  private readonly byId: ReadonlyMap<string, MeetingDay>;
  private readonly byCommittee: ReadonlyMap<string, readonly MeetingDay[]>;

  constructor(meetings: readonly MeetingDay[]) {
    this.byId = new Map(meetings.map((each) => [each.id, each]));
    const inOrder = meetings.filter(({ isOff }) => !isOff).sort((a, b) => (a.date < b.date ? -1 : 1));
    this.byCommittee = Map.groupBy(inOrder, ({ committee }) => committee);
  }

  find(id: string | null | undefined): MeetingDay | null {
    return this.byId.get(id ?? "") ?? null;
  }

  /** The meetings of a body that were not cancelled, first to last. */
  of(committee: string): readonly MeetingDay[] {
    return this.byCommittee.get(committee) ?? [];
  }
}

/**
 * When it is due. A meeting that is named, or else a day, stands before a month that was said; a month comes to the last
 * meeting in it of the body it returns to. What was due at a cancelled meeting is due at that body's next.
 */
export function dueOf(meetings: MeetingDays, { followUp, date }: Asked): Due {
  const { due, returnsTo } = followUp;
  const named = meetings.find(due.meeting);
  if (due.meeting) {
    const at = named?.isOff ? (meetings.of(returnsTo).find((each) => each.date > named.date) ?? named) : named;
    return { dueMeeting: at?.id ?? due.meeting, dueOn: at?.date ?? null, isMonthWithoutMeeting: false };
  }
  if (due.date) return { dueMeeting: null, dueOn: due.date, isMonthWithoutMeeting: false };
  const end = saidDate(due.said, date);
  if (!end) return { dueMeeting: null, dueOn: null, isMonthWithoutMeeting: false };
  const inMonth = meetings
    .of(returnsTo)
    .findLast((each) => each.date.slice(0, 7) === end.slice(0, 7) && each.date > date);
  return inMonth
    ? { dueMeeting: inMonth.id, dueOn: inMonth.date, isMonthWithoutMeeting: false }
    : { dueMeeting: null, dueOn: end, isMonthWithoutMeeting: true };
}

export function statusOf(
  meetings: MeetingDays,
  { dueOn, dueMeeting }: Due,
  found: Pick<FollowUpState, "undertaking" | "discharge" | "replacedBy">,
  today: CivilDate,
): FollowUpStatus {
  // A report that is on an agenda has not come yet: its meeting may be put off, or the report withdrawn.
  if (found.discharge && isToCome(found.discharge, today)) return "due";
  if (found.discharge) return found.discharge.how === "superseded" ? "superseded" : "discharged";
  if (found.replacedBy) return "superseded";
  if (dueOn && dueOn < today) return "overdue";
  if (meetings.find(dueMeeting)?.hasAgenda) return "due";
  return found.undertaking ? "undertaken" : "asked for";
}

/** What minutes record has happened; a report has come when its meeting is over. */
export function isToCome({ date, how }: Discharge, today: CivilDate): boolean {
  return how === "report" && date >= today;
}

export function awaitsMinutes(meetings: MeetingDays, dueMeeting: string | null, today: CivilDate): boolean {
  const at = meetings.find(dueMeeting);
  return at !== null && at.date < today && !at.hasMinutes;
}

/** The last day of the month that was said, the first such month after `after`; null where no month was. */
export function saidDate(said: string | undefined, after: CivilDate): CivilDate | null {
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(said ?? "")) + 1;
  if (month === 0) return null;
  const year = Number(after.slice(0, 4)) + (month < Number(after.slice(5, 7)) ? 1 : 0);
  return endOfMonth(`${year}-${String(month).padStart(2, "0")}-01`);
}
