/** A follow-up that recurs, one turn after another: what came in its period, what missed it, and the next. For follow-ups.ts. */
import { type CivilDate, endOfMonth, formatMonth, MONTHS } from "./civil.ts";
import type { Asked, Discharge, Undertaking } from "./follow-up-business.ts";
import {
  awaitsMinutes,
  type Due,
  dueOf,
  type FollowUpState,
  isToCome,
  type MeetingDays,
  statusOf,
} from "./follow-up-due.ts";
import type { FollowUp } from "./minutes.ts";

/** What is known of a follow-up beside its words. */
export interface Facts {
  readonly undertaking: Undertaking | null;
  /** What answers it, at the body it returns to and not before it was asked for; first to last. */
  readonly answers: readonly Discharge[];
  readonly elsewhere: Discharge | null;
}

const MONTHS_IN: Readonly<Record<NonNullable<FollowUp["every"]>, number>> = {
  month: 1,
  quarter: 3,
  "half year": 6,
  year: 12,
};

/**
 * One state for each period of the calendar from the first that it is due in to the one that is still to come. What comes
 * late answers the period it comes in; a period that passed without it stays overdue until the next one is answered, and
 * is then superseded by that.
 */
export function recurringStates(
  meetings: MeetingDays,
  asked: Asked,
  { undertaking, answers, elsewhere }: Facts,
  replacedBy: string | null,
  today: CivilDate,
): FollowUpState[] {
  const months = MONTHS_IN[asked.followUp.every ?? "quarter"];
  const first = dueOf(meetings, asked);
  const ended = answers.find(({ how }) => how === "superseded" || how === "released by resolution") ?? null;
  const states: FollowUpState[] = [];
  let from = asked.date;
  let to = periodEnd(first.dueOn ?? asked.date, months);
  while (true) {
    const inPeriod = ({ date }: { date: CivilDate }) => date > from && date <= to;
    const last = meetings.of(asked.followUp.returnsTo).findLast(inPeriod) ?? null;
    const due: Due =
      states.length === 0 && first.dueOn
        ? first
        : { dueOn: last?.date ?? to, dueMeeting: last?.id ?? null, isMonthWithoutMeeting: false };
    const discharge = (ended && ended.date <= to ? ended : null) ?? answers.find(inPeriod) ?? null;
    states.push({
      ...asked,
      id: `${asked.followUp.id}-${to.slice(0, 7)}`,
      period: periodWords(to, months),
      ...due,
      undertaking,
      discharge,
      elsewhere: states.length === 0 ? elsewhere : null,
      replacedBy,
      awaitsMinutes: awaitsMinutes(meetings, due.dueMeeting, today),
      status: statusOf(meetings, due, { undertaking, discharge, replacedBy }, today),
    });
    if (discharge === ended && ended !== null) break;
    const isOpen = !discharge || isToCome(discharge, today);
    if ((isOpen && (due.dueOn ?? to) >= today) || replacedBy || to > endOfMonth(today, 24)) break;
    from = to;
    to = endOfMonth(to, months);
  }
  return states.map((state, index) => {
    const next = states[index + 1];
    const isPassedOver = state.status === "overdue" && states.slice(index + 1).some(({ discharge }) => discharge);
    return isPassedOver && next ? { ...state, status: "superseded", replacedBy: next.id } : state;
  });
}

/** The end of the calendar month, quarter, half or whole year that `date` is in. */
function periodEnd(date: CivilDate, months: number): CivilDate {
  const month = Number(date.slice(5, 7));
  return endOfMonth(date, Math.ceil(month / months) * months - month);
}

/** `October to December 2026`; a whole year is `2026`, a month `October 2026`. */
function periodWords(to: CivilDate, months: number): string {
  if (months === 1) return formatMonth(to);
  if (months === 12) return to.slice(0, 4);
  return `${MONTHS[Number(to.slice(5, 7)) - months]} to ${formatMonth(to)}`;
}
