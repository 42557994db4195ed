/**
 * Works out what has become of everything that was asked for. Pure: access/ calls it with what is public, and check/ with
 * an officer's drafts.
 */
import { type CivilDate, endOfMonth, formatMonth, MONTHS } from "./civil.ts";
import type { FollowUp, Minutes } from "./minutes.ts";
import type { Report } from "./report.ts";

export type FollowUpStatus = "asked for" | "undertaken" | "due" | "overdue" | "discharged" | "superseded";

/** A meeting with the papers that may ask for something or answer it. */
export interface MeetingBusiness {
  readonly id: string;
  readonly committee: string;
  readonly date: CivilDate;
  /** Whether it was cancelled, so that nothing can come to it. */
  readonly isOff: boolean;
  readonly hasAgenda: boolean;
  readonly papers: readonly { readonly id: string; readonly value: Report }[];
  readonly minutes: Minutes | null;
}

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
  /** The body it came to. */
  readonly committee: string;
  readonly date: CivilDate;
  /** The report's id, or null for what was not a report. */
  readonly paper: string | null;
  /** The minute that records it; null for a report, and where the minutes do not number it. */
  readonly minute: string | null;
  readonly title: string;
  readonly how:
    | "report"
    | "oral report"
    | "note circulated"
    | "released by resolution"
    | "superseded"
    | "opinion in the minutes";
}

/** Who undertook a follow-up, and when. */
export interface Undertaking {
  readonly followUp: string;
  readonly by: string;
  readonly meeting: string;
  readonly minute: string | null;
}

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

export interface Business {
  readonly asked: readonly Asked[];
  readonly discharges: readonly Discharge[];
  readonly undertakings: readonly Undertaking[];
  readonly meetings: readonly MeetingBusiness[];
}

/** What meetings asked for, what answers it and who undertook it, as their papers say. */
export function businessOf(meetings: readonly MeetingBusiness[]): Business {
  const minuteOf = (minutes: Minutes, item: string) => minutes.items.find((each) => each.item === item)?.minute ?? null;
  const asked = meetings.flatMap(({ id, date, minutes }) =>
    (minutes?.items ?? []).flatMap(({ followUps, minute }) =>
      followUps.map((followUp): Asked => ({ followUp, meeting: id, date, minute })),
    ),
  );
  const discharges = meetings.flatMap(({ id, date, committee, papers, minutes }) => {
    const here = { meeting: id, committee, date };
    return [
      ...papers.flatMap((paper) =>
        paper.value.discharges.map(
          (followUp): Discharge => ({
            ...here,
            followUp,
            paper: paper.id,
            minute: null,
            title: paper.value.title,
            how: "report",
          }),
        ),
      ),
      ...(minutes?.discharges ?? []).map(
        ({ followUp, how, item }): Discharge => ({
          ...here,
          followUp,
          paper: null,
          minute: minutes && minuteOf(minutes, item),
          title: how,
          how,
        }),
      ),
    ];
  });
  const undertakings = [
    ...asked.flatMap(({ followUp, meeting, minute }) =>
      followUp.undertakenBy ? [{ followUp: followUp.id, by: followUp.undertakenBy, meeting, minute }] : [],
    ),
    ...meetings.flatMap(({ id, minutes }) =>
      (minutes?.undertakings ?? []).map(({ followUp, by, item }) => ({
        followUp,
        by,
        meeting: id,
        minute: minutes && minuteOf(minutes, item),
      })),
    ),
  ];
  return { asked, discharges, undertakings, meetings };
}

/** The state of each follow-up on `today`; of one that recurs, of every time it was due and the next. */
export function followUpStates(business: Business, today: CivilDate): FollowUpState[] {
  const replacements = new Map(
    business.asked.flatMap(({ followUp }) => (followUp.replaces ? [[followUp.replaces, followUp.id] as const] : [])),
  );
  return business.asked.flatMap((asked) => {
    const known = facts(business, asked);
    const replacedBy = replacements.get(asked.followUp.id) ?? null;
    return asked.followUp.kind === "recurring" && asked.followUp.every
      ? recurringStates(business, asked, known, replacedBy, today)
      : [singleState(business, asked, known, replacedBy, today)];
  });
}

interface Facts {
  readonly undertaking: Undertaking | null;
  /** What answers it, at the body it returns to and not before it was asked for; first to last. */
  readonly answers: readonly Discharge[];
  readonly elsewhere: Discharge | null;
}

function facts({ discharges, undertakings }: Business, { followUp, date }: Asked): Facts {
  const claims = discharges
    .filter((each) => each.followUp === followUp.id && each.date >= date)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  return {
    undertaking: undertakings.find((each) => each.followUp === followUp.id) ?? null,
    answers: claims.filter((each) => each.committee === followUp.returnsTo),
    elsewhere: claims.find((each) => each.committee !== followUp.returnsTo) ?? null,
  };
}

function singleState(
  business: Business,
  asked: Asked,
  { undertaking, answers, elsewhere }: Facts,
  replacedBy: string | null,
  today: CivilDate,
): FollowUpState {
  const due = dueOf(business.meetings, asked);
  const discharge = answers[0] ?? null;
  return {
    ...asked,
    id: asked.followUp.id,
    period: null,
    ...due,
    undertaking,
    discharge,
    elsewhere,
    replacedBy,
    awaitsMinutes: awaitsMinutes(business, due.dueMeeting, today),
    status: statusOf(business, due, { undertaking, discharge, replacedBy }, today),
  };
}

interface Due {
  readonly dueOn: CivilDate | null;
  readonly dueMeeting: string | null;
  readonly isMonthWithoutMeeting: boolean;
}

/**
 * When it is due. A meeting that is named, or else a day, stands before a month that was said; a month comes to the last
 * meeting in it of the body it returns to. What was due at a cancelled meeting is due at that body's next.
 */
function dueOf(meetings: readonly MeetingBusiness[], { followUp, date }: Asked): Due {
  const { due, returnsTo } = followUp;
  const named = meetings.find((each) => each.id === due.meeting);
  if (due.meeting) {
    const at = named?.isOff ? (meetingsOf(meetings, returnsTo).find((each) => each.date > named.date) ?? named) : named;
    return { dueMeeting: at?.id ?? due.meeting, dueOn: at?.date ?? null, isMonthWithoutMeeting: false };
  }
  if (due.date) return { dueMeeting: null, dueOn: due.date, isMonthWithoutMeeting: false };
  const end = saidDate(due.said, date);
  if (!end) return { dueMeeting: null, dueOn: null, isMonthWithoutMeeting: false };
  const inMonth = meetingsOf(meetings, returnsTo).findLast(
    (each) => each.date.slice(0, 7) === end.slice(0, 7) && each.date > date,
  );
  return inMonth
    ? { dueMeeting: inMonth.id, dueOn: inMonth.date, isMonthWithoutMeeting: false }
    : { dueMeeting: null, dueOn: end, isMonthWithoutMeeting: true };
}

function meetingsOf(meetings: readonly MeetingBusiness[], committee: string): MeetingBusiness[] {
  return meetings
    .filter((each) => each.committee === committee && !each.isOff)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function statusOf(
  { meetings }: Business,
  { dueOn, dueMeeting }: Due,
  found: Pick<FollowUpState, "undertaking" | "discharge" | "replacedBy">,
  today: CivilDate,
): FollowUpStatus {
  // A report that is on an agenda has not come yet: its meeting may be put off, or the report withdrawn.
  if (found.discharge && isToCome(found.discharge, today)) return "due";
  if (found.discharge) return found.discharge.how === "superseded" ? "superseded" : "discharged";
  if (found.replacedBy) return "superseded";
  if (dueOn && dueOn < today) return "overdue";
  if (meetings.find(({ id }) => id === dueMeeting)?.hasAgenda) return "due";
  return found.undertaking ? "undertaken" : "asked for";
}

/** What minutes record has happened; a report has come when its meeting is over. */
function isToCome({ date, how }: Discharge, today: CivilDate): boolean {
  return how === "report" && date >= today;
}

function awaitsMinutes({ meetings }: Business, dueMeeting: string | null, today: CivilDate): boolean {
  const at = meetings.find(({ id }) => id === dueMeeting);
  return at !== undefined && at.date < today && at.minutes === null;
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
function recurringStates(
  business: Business,
  asked: Asked,
  { undertaking, answers, elsewhere }: Facts,
  replacedBy: string | null,
  today: CivilDate,
): FollowUpState[] {
  const months = MONTHS_IN[asked.followUp.every ?? "quarter"];
  const first = dueOf(business.meetings, asked);
  const ended = answers.find(({ how }) => how === "superseded" || how === "released by resolution") ?? null;
  const states: FollowUpState[] = [];
  let from = asked.date;
  let to = periodEnd(first.dueOn ?? asked.date, months);
  while (true) {
    const inPeriod = ({ date }: { date: CivilDate }) => date > from && date <= to;
    const last = meetingsOf(business.meetings, asked.followUp.returnsTo).findLast(inPeriod) ?? null;
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
      awaitsMinutes: awaitsMinutes(business, due.dueMeeting, today),
      status: statusOf(business, due, { undertaking, discharge, replacedBy }, today),
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

/** The last day of the month that was said, the first such month after `after`; null where no month was. */
export function saidDate(said: string | undefined, after: CivilDate): CivilDate | null {
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}\\b`).test(said ?? "")) + 1;
  if (month === 0) return null;
  const year = Number(after.slice(0, 4)) + (month < Number(after.slice(5, 7)) ? 1 : 0);
  return endOfMonth(`${year}-${String(month).padStart(2, "0")}-01`);
}
