/**
 * A duty: one thing that the law wants done by a day, whether it was, and what follows where it was not. The clocks in
 * clocks/ make duties; `check`, the calendar and the act of issuing read them.
 */
import { type CivilDate, type CivilDateTime, dayOf } from "../model/civil.ts";
import { type CouncilDays, issueDay, sameAsIssuedOn } from "./clear-days.ts";
import type { ClockId } from "./regimes.ts";

export interface Duty {
  readonly clock: ClockId;
  /** What a breach is: late, or unlawful unless explained, or only worth saying. */
  readonly severity: "late" | "explain" | "duty";
  /** What has to be done, at the start of a sentence: `The agenda`. */
  readonly what: string;
  /** The statute. */
  readonly source: string;
  /** The items of the agenda it is about, by id; none where it is about the whole meeting. */
  readonly items: readonly string[];
  /** The paper it is about, by name. */
  readonly paper: string | null;
  /** How many clear days are wanted, and how they are counted; null where a day is set in another way. */
  readonly wanted: number | null;
  readonly counting: "working" | "calendar";
  /** The last day on which it is done in time. */
  readonly lastDay: CivilDate;
  /** When it was done; null while it is not. */
  readonly done: CivilDateTime | null;
  /** True where what was done is not what the law asks, so that no day makes it good. */
  readonly isFlawed: boolean;
  /** The reason on record, where the law lets a reason answer. */
  readonly because: string | null;
  /** What would put it right, for an officer. */
  readonly mend: string;
  /** What the law then asks, where it offers a cure. */
  readonly cure: string | null;
  /** Where it is written: a field of the agenda's item, or the meeting. */
  readonly at: { readonly file: "meeting" | "agenda"; readonly path: readonly (string | number)[] };
}

/** `met` in time; `owed` while there is time; `overdue` when time is over; `late` when it was done after that. */
export type DutyState = "met" | "owed" | "overdue" | "late";

export function stateOf(duty: Duty, now: CivilDateTime, days: CouncilDays): DutyState {
  // Papers put up on a Saturday are open as long as those of the Friday, so a weekend after the last day is in time.
  const day = (moment: CivilDateTime) =>
    duty.counting === "calendar" ? dayOf(moment) : sameAsIssuedOn(issueDay(moment, days), days);
  if (duty.isFlawed) return "overdue";
  if (duty.done) return day(duty.done) <= duty.lastDay ? "met" : "late";
  return day(now) <= duty.lastDay ? "owed" : "overdue";
}

/** True for a breach that stops the thing asked, because the law wants a reason and none is on record. */
export function wantsReason(duty: Duty, state: DutyState): boolean {
  return duty.severity === "explain" && duty.because === null && (state === "overdue" || state === "late");
}
