/** Works out what has become of everything that was asked for. Pure: access/ calls it with what is public. */
import { addDays, type CivilDate, MONTHS } from "./civil.ts";
import type { FollowUp } from "./minutes.ts";

export type FollowUpStatus = "asked for" | "undertaken" | "due" | "overdue" | "discharged" | "superseded";

/** A follow-up, where it was asked for. */
export interface Asked {
  readonly followUp: FollowUp;
  readonly meeting: string;
  readonly date: CivilDate;
  /** The minute that asks for it; empty where the law does, of business that was issued late. */
  readonly minute: string;
}

/** What claims to answer a follow-up: a report, or something recorded in minutes. */
export interface Discharge {
  readonly followUp: string;
  readonly meeting: string;
  readonly date: CivilDate;
  /** The report's id, or null for what was not a report. */
  readonly paper: string | null;
  readonly title: string;
  readonly how:
    | "report"
    | "oral report"
    | "note circulated"
    | "released by resolution"
    | "superseded"
    | "opinion in the minutes";
}

export interface FollowUpState extends Asked {
  readonly status: FollowUpStatus;
  /** The day it is due, where the words come to one. */
  readonly dueOn: CivilDate | null;
  readonly dueMeeting: string | null;
  readonly discharge: Discharge | null;
}

/**
 * The state of each follow-up on `today`. `meetingDate` gives the day a meeting is on now; `hasAgenda` says whether its
 * agenda is public, from when a thing due there is due.
 */
export function followUpStates(
  asked: readonly Asked[],
  discharges: readonly Discharge[],
  today: CivilDate,
  meetingDate: (id: string) => CivilDate | null,
  hasAgenda: (id: string) => boolean,
): FollowUpState[] {
  return asked.map((each) => {
    const { due, id, undertakenBy } = each.followUp;
    const dueMeeting = due.meeting ?? null;
    const dueOn = due.date ?? (dueMeeting ? meetingDate(dueMeeting) : null) ?? saidDate(due.said, each.date);
    const discharge = discharges.find((one) => one.followUp === id) ?? null;
    const status = ((): FollowUpStatus => {
      if (discharge) return discharge.how === "superseded" ? "superseded" : "discharged";
      if (dueOn && dueOn < today) return "overdue";
      if (dueMeeting && hasAgenda(dueMeeting)) return "due";
      return undertakenBy ? "undertaken" : "asked for";
    })();
    return { ...each, status, dueOn, dueMeeting, discharge };
  });
}

/** The last day of the month that was said, the first such month after `after`; null where no month was. */
export function saidDate(said: string | undefined, after: CivilDate): CivilDate | null {
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(said ?? "")) + 1;
  if (month === 0) return null;
  const year = Number(after.slice(0, 4)) + (month < Number(after.slice(5, 7)) ? 1 : 0);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return addDays(next, -1);
}
