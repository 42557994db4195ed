/**
 * The law's clocks, for meetings still to come: what is overdue, and what the law lets pass only with a reason. Its rules
 * are the clocks of law/clocks.ts; a meeting in a year whose bank holidays are not known is an error, never a guess.
 */
import { NotCovered } from "../law/bank-holidays.ts";
import { clearDaysBetween, issueDay } from "../law/clear-days.ts";
import { CLOCKS, dutiesOf } from "../law/clocks.ts";
import { type Duty, type DutyState, stateOf, wantsReason } from "../law/duty.ts";
import type { MeetingCase } from "../law/meeting-case.ts";
import { clocksOf } from "../law/regimes.ts";
import { dayOf, formatLongDate } from "../model/civil.ts";
import { type CouncilMeeting, placeOf } from "../model/council.ts";
import { lateBusiness } from "../model/late-business.ts";
import type { Problem } from "../model/problem.ts";
import { bodyNamed } from "./bodies.ts";
import { whenIs } from "./days.ts";
import { type ActThoughtOf, agendaOf, meetingCase } from "./meeting-case.ts";
import { problemAt, type Rule } from "./rule.ts";
import type { Surroundings } from "./surroundings.ts";

export const clocks: Rule = {
  names: [...CLOCKS.map(({ id }) => id), "date-not-covered"],
  ofMeeting: (around, meeting) => (meeting.drafts ? [...problemsOf(around, meeting), ...curesOwed(meeting)] : []),
};

/** A duty with how it stands. */
export interface Standing {
  readonly duty: Duty;
  readonly state: DutyState;
  readonly case: MeetingCase;
}

/**
 * How a meeting's duties stand, as things are or as they would after `act`. None for a meeting that is over or will not
 * be held, or that no clock of ours is about. Throws NotCovered.
 */
export function standings(around: Surroundings, meeting: CouncilMeeting, act?: ActThoughtOf): Standing[] {
  const { status, date, committee } = meeting.living.value;
  const isOver = status === "held" && (act ? act.at >= date : around.ask(whenIs, date) !== "to come");
  if (status === "cancelled" || status === "inquorate" || isOver) return [];
  const found = meetingCase(around, meeting, act);
  const body = around.ask(bodyNamed, committee);
  if (!found || !body) return [];
  return dutiesOf(found, clocksOf(found.jurisdiction, body)).map((duty) => ({
    duty,
    state: stateOf(duty, found.now, found.days),
    case: found,
  }));
}

function problemsOf(around: Surroundings, meeting: CouncilMeeting): Problem[] {
  const { living } = meeting;
  if (around.ask(whenIs, living.value.date) === "past") return [];
  if (living.value.status === "cancelled") return untoldCancellation(meeting);
  try {
    return standings(around, meeting).flatMap((standing) => problemOf(meeting, standing) ?? []);
  } catch (error) {
    if (!(error instanceof NotCovered)) throw error;
    return [
      problemAt(
        living,
        ["date"],
        "date-not-covered",
        "error",
        error.message,
        "Correct the day; or, if it is right, use a version of Clear Days that knows that year's bank holidays.",
      ),
    ];
  }
}

/** What an officer is told of a duty that was not done in time; null where there is nothing to say. */
function problemOf(meeting: CouncilMeeting, { duty, state, case: found }: Standing): Problem | null {
  const untold = duty.clock === "notice-of-meeting" && state === "owed" && meeting.issued.length > 0;
  if (state !== "overdue" && !untold && !(state === "late" && wantsReason(duty, state))) return null;
  if (state === "overdue" && duty.severity === "explain" && duty.because !== null) return null;
  const severity = untold ? "duty" : duty.severity;
  return {
    ...placeOfDuty(meeting, duty),
    rule: duty.clock,
    severity,
    message: wordsOf(duty, state, found),
    mend: duty.mend,
  };
}

/** Where a duty is written down. */
export function placeOfDuty(meeting: CouncilMeeting, { at }: Duty, act?: ActThoughtOf) {
  const agenda = agendaOf(meeting, act);
  return at.file === "agenda" && agenda ? placeOf(agenda, at.path) : placeOf(meeting.living, at.path);
}

/** What is wrong, in an officer's words, with the day that would have been in time and the law that says so. */
export function wordsOf(duty: Duty, state: DutyState, found: MeetingCase): string {
  const meeting = formatLongDate(found.resumes ?? found.date);
  const last = formatLongDate(duty.lastDay);
  if (duty.wanted === null && duty.clock !== "notice-of-meeting" && !found.shorterNotice)
    return `${duty.what} is not as the law asks (${duty.source}).`;
  const wanted =
    duty.wanted === null
      ? ""
      : ` to be public ${duty.wanted} clear ${duty.counting === "calendar" ? "calendar days" : "days"} before the meeting on ${meeting}`;
  if (state === "owed")
    return `${duty.what} for ${meeting} is not public yet; the last lawful day is ${last} (${duty.source}).`;
  if (state === "overdue") return `${duty.what} had to be issued by ${last}${wanted} (${duty.source}), and is not.`;
  const given = clearDaysOf(duty, duty.done, found);
  const count = given === null ? "" : `, ${given} clear ${given === 1 ? "day" : "days"} before it`;
  return `${duty.what} would be public on ${formatLongDate(dayOf(duty.done ?? found.now))}${count}; it had to be issued by ${last}${wanted} (${duty.source}).`;
}

/** The clear days between what was done and the meeting, as this duty counts them; null where it does not count. */
export function clearDaysOf(duty: Duty, done: string | null, found: MeetingCase): number | null {
  if (!done || duty.wanted === null) return null;
  if (duty.counting === "calendar")
    return Math.max(0, Math.round((Date.parse(found.date) - Date.parse(dayOf(done))) / 86_400_000) - 1);
  return clearDaysBetween(issueDay(done, found.days), found.date, found.days);
}

/** A meeting that the public was told of and that is cancelled: they have to be told that too. */
function untoldCancellation({ id, living, issued }: CouncilMeeting): Problem[] {
  const told = issued.findLast(({ record }) => ["agenda", "notice", "cancellation"].includes(record.kind));
  if (!told || told.record.kind === "cancellation") return [];
  return [
    problemAt(
      living,
      ["status"],
      "notice-of-meeting",
      "duty",
      "The public was told of this meeting, and not yet that it is cancelled.",
      `Issue the cancellation: npm run issue -- ${id} --kind cancellation.`,
    ),
  ];
}

/** Minutes of a meeting with late business that do not say why the chair thought it urgent, which is the law's cure. */
function curesOwed({ drafts, issued }: CouncilMeeting): Problem[] {
  const minutes = drafts?.minutes;
  if (!minutes) return [];
  const agenda = issued.findLast(({ papers }) => papers.agenda)?.papers.agenda?.value.items ?? [];
  const late = lateBusiness(
    issued.flatMap(({ record }) => record.missedClocks),
    agenda,
    minutes.value,
  );
  return late.flatMap(({ item, missed, minute, isCured }) =>
    minute === null || isCured
      ? []
      : [
          problemAt(
            minutes,
            ["items", minute],
            missed.clock,
            "duty",
            `Item ${item.number} was issued late, and the minutes do not say why the chair was of the opinion that it was urgent (${missed.source}).`,
            "Write the opinion that the chair gave at the meeting in `urgency:` of this item. If none was given, tell the Monitoring Officer.",
          ),
        ],
  );
}
