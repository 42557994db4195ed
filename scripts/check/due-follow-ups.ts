/**
 * What was asked for and is due: at a meeting to come, in a month without a meeting, or past its day. Officers are told who
 * asked for it, where, and who undertook it. What the law itself asks of late business is told by its clocks.
 */
import { type CivilDate, dayNumber, dayOf, formatDate, formatMonth } from "../model/civil.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { type FollowUpState, saidDate } from "../model/follow-up-due.ts";
import { followUpStates } from "../model/follow-ups.ts";
import type { Problem } from "../model/problem.ts";
import { businessNow, minutesNow, reportsNow } from "./business-now.ts";
import { likeliestReports } from "./likeliest-reports.ts";
import { agendaOf } from "./meeting-case.ts";
import { problemAt, type Rule } from "./rule.ts";

export const dueFollowUps: Rule = {
  names: ["follow-up-not-on-agenda", "due-at-meeting", "follow-up-overdue", "follow-up-month", "recurring-missed"],
  check(council, { unreadable }) {
    if (council.meetings.every(({ drafts }) => drafts === null)) return [];
    // What cannot be read may well be what answers it.
    if ([...unreadable].some((file) => file.startsWith("content/meetings/"))) return [];
    const today = dayOf(council.now);
    // A report on the agenda of a meeting to come has not answered yet, and there is nothing more that an officer can do.
    const open = followUpStates(businessNow(council), today).filter(
      ({ status, minute, discharge }) => minute !== "" && discharge === null && status !== "superseded",
    );
    return [
      ...council.meetings.flatMap((meeting) => atMeeting(meeting, open, today)),
      ...open.flatMap((state) => ofFollowUp(council, state, today)),
    ];
  },
};

/** What is due at a meeting to come: told of its agenda, or of the meeting while it has none. */
function atMeeting(meeting: CouncilMeeting, open: readonly FollowUpState[], today: CivilDate): Problem[] {
  const { living } = meeting;
  if (living.value.date < today || living.value.status === "cancelled") return [];
  const due = open.filter(({ dueMeeting }) => dueMeeting === meeting.id);
  const agenda = agendaOf(meeting);
  if (!agenda)
    return due.map((state) =>
      problemAt(
        living,
        ["date"],
        "due-at-meeting",
        "duty",
        `${called(state)} is due at this meeting. ${history(state)}`,
        `Put a report on its agenda that says \`discharges: [${state.followUp.id}]\`.`,
      ),
    );
  const reports = reportsNow(meeting);
  return due
    .filter(({ followUp }) => !reports.some(({ value }) => value.discharges.includes(followUp.id)))
    .map((state) =>
      problemAt(
        agenda,
        ["items"],
        "follow-up-not-on-agenda",
        "warning",
        `${called(state)} is due at this meeting, and no paper of it says that it answers it. ${history(state)}`,
        mendOf(
          state,
          likeliestReports(state.followUp, reports).map(({ id }) => id),
        ),
      ),
    );
}

function mendOf({ followUp: { id } }: FollowUpState, reports: readonly string[]): string {
  const where =
    reports.length > 0
      ? `If ${reports.map((name) => `\`${name}.md\``).join(" or ")} answers it, say there`
      : "Add a report that answers it, and say there";
  return `${where} \`discharges: [${id}]\`. If it is answered by word of mouth, or is no longer wanted, say so under \`discharges\` in the minutes of this meeting.`;
}

/** What is late, or due in a month in which there is no meeting; told where the minutes ask for it. */
function ofFollowUp(council: Council, state: FollowUpState, today: CivilDate): Problem[] {
  const asking = council.meetings.find(({ id }) => id === state.meeting);
  const minutes = asking && minutesNow(asking);
  const fault = state.status === "overdue" ? lateFault(state, today) : monthFault(council, state);
  if (!minutes || !fault) return [];
  const { items } = minutes.value;
  const item = items.findIndex(({ followUps }) => followUps.some(({ id }) => id === state.followUp.id));
  const at = items[item]?.followUps.findIndex(({ id }) => id === state.followUp.id) ?? 0;
  return [problemAt(minutes, ["items", item, "followUps", at, "due"], ...fault)];
}

type Fault = [rule: string, severity: "duty" | "warning", message: string, mend: string];

function lateFault(state: FollowUpState, today: CivilDate): Fault | null {
  const { dueOn, dueMeeting, followUp, period } = state;
  if (!dueOn) return null;
  const days = dayNumber(today) - dayNumber(dueOn);
  const when = `${formatDate(dueOn)}${dueMeeting ? ` (${dueMeeting})` : ""}, ${days} ${days === 1 ? "day" : "days"} ago`;
  const noMeeting = state.isMonthWithoutMeeting ? ` ${followUp.returnsTo} had no meeting in that month.` : "";
  const late = `${called(state)} was due on ${when}${period ? ", and did not come" : ""}.${noMeeting} ${history(state)}`;
  const bring = `a report that says \`discharges: [${followUp.id}]\`; or, where it was asked for again, say \`replaces: ${followUp.id}\` there.`;
  const mend = state.awaitsMinutes
    ? `If it was answered at ${dueMeeting}, say so under \`discharges\` in its minutes. If not, bring ${bring}`
    : `Bring ${bring}`;
  return [period ? "recurring-missed" : "follow-up-overdue", "duty", late, mend];
}

function monthFault({ committees, meetings }: Council, state: FollowUpState): Fault | null {
  const { followUp, dueOn, isMonthWithoutMeeting } = state;
  const body = committees.find(({ id }) => id === followUp.returnsTo)?.value.name ?? followUp.returnsTo;
  if (isMonthWithoutMeeting && dueOn)
    return [
      "follow-up-month",
      "duty",
      `${called(state)} is due in ${formatMonth(dueOn)}, and ${body} has no meeting in that month. ${history(state)}`,
      "Add the meeting, if there is one; or name the one it comes to, as `due: { said: ..., meeting: ... }`.",
    ];
  const said = saidDate(followUp.due.said, state.date);
  const named = meetings.find(({ id }) => id === followUp.due.meeting);
  if (!said || !named || named.living.value.date.slice(5, 7) === said.slice(5, 7)) return null;
  return [
    "follow-up-month",
    "warning",
    `${called(state)} was to come in ${formatMonth(said)}, and ${named.id} is on ${formatDate(named.living.value.date)}.`,
    "Name the meeting of that month; or put under `said` the time that was meant.",
  ];
}

function called({ followUp, period }: FollowUpState): string {
  return `“${followUp.text.replace(/\.$/, "")}”${period ? `, for ${period},` : ""}`;
}

function history({ followUp, meeting, minute, undertaking }: FollowUpState): string {
  const undertaken = undertaking ? `${undertaking.by} undertook it` : "nobody has undertaken it";
  return `It was asked for by ${followUp.askedBy} (${meeting}, minute ${minute}), and ${undertaken}.`;
}
