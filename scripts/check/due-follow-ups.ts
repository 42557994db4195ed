/**
 * What was asked for and is due: at a meeting to come, in a month without a meeting, or past its day. Officers are told who
 * asked for it, where, and who undertook it. What the law itself asks of late business is told by its clocks.
 */
import type { Fact, Question } from "../asking/around.ts";
import { type CivilDate, dayNumber, formatDate, formatMonth } from "../model/civil.ts";
import type { CouncilMeeting } from "../model/council.ts";
import { type FollowUpState, saidDate } from "../model/follow-up-due.ts";
import type { FollowUp } from "../model/minutes.ts";
import type { Problem } from "../model/problem.ts";
import { bodyNamed } from "./bodies.ts";
import { businessNow, minutesNow, reportsNow } from "./business-now.ts";
import { whenIs } from "./days.ts";
import { likeliestReports } from "./likeliest-reports.ts";
import { agendaOf } from "./meeting-case.ts";
import { openFollowUpsDueAt, openFollowUpsOf } from "./open-follow-ups.ts";
import { ruleQuestions } from "./questions.ts";
import { problemAt, type Rule } from "./rule.ts";
import type { Surroundings } from "./surroundings.ts";

export const dueFollowUps: Rule = {
  names: ["follow-up-not-on-agenda", "due-at-meeting", "follow-up-overdue", "follow-up-month", "recurring-missed"],
  ofMeeting(around, meeting, known) {
    if (!around.ask(opensDrafts)) return [];
    const problems = [...atMeeting(around, meeting), ...askedHere(around, meeting)];
    // What cannot be read may well be what answers it.
    return problems.length > 0 && known.anyUnreadable("content/meetings/") ? [] : problems;
  },
};

export const hasDrafts: Fact<CouncilMeeting, boolean> = { name: "has-drafts", of: ({ drafts }) => drafts !== null };

/** False for the public site's build, which tells nothing of follow-ups. */
const opensDrafts: Question<Surroundings, boolean> = ruleQuestions.add({
  name: "opens-drafts",
  answer: (around) => around.every(hasDrafts).some(({ value }) => value),
});

/** What is due at a meeting to come: told of its agenda, or of the meeting while it has none. */
function atMeeting(around: Surroundings, meeting: CouncilMeeting): Problem[] {
  const { living } = meeting;
  if (living.value.status === "cancelled" || around.ask(whenIs, living.value.date) === "past") return [];
  const due = around.ask(dueAt, meeting.id);
  const agenda = agendaOf(meeting);
  if (!agenda)
    return due.map(({ id, words }) =>
      problemAt(
        living,
        ["date"],
        "due-at-meeting",
        "duty",
        `${words.called} is due at this meeting. ${words.history}`,
        `Put a report on its agenda that says \`discharges: [${id}]\`.`,
      ),
    );
  const reports = reportsNow(meeting);
  return due
    .filter(({ id }) => !reports.some(({ value }) => value.discharges.includes(id)))
    .map(({ id, text, about, words }) =>
      problemAt(
        agenda,
        ["items"],
        "follow-up-not-on-agenda",
        "warning",
        `${words.called} is due at this meeting, and no paper of it says that it answers it. ${words.history}`,
        mendOf(
          id,
          likeliestReports({ text, about }, reports).map((report) => report.id),
        ),
      ),
    );
}

/** A follow-up as a meeting that it is due at needs it. */
type DueThere = Pick<FollowUp, "id" | "text" | "about"> & {
  readonly words: { readonly called: string; readonly history: string };
};

/** What is due at a meeting and open, by the meeting's name. */
const dueAt: Question<Surroundings, readonly DueThere[]> = ruleQuestions.add({
  name: "open-follow-ups-due-at",
  answer: (around, meeting) =>
    openFollowUpsDueAt(around, meeting).map((state) => {
      const { id, text, about } = state.followUp;
      return { id, text, about, words: { called: called(state), history: history(state) } };
    }),
});

function mendOf(id: string, reports: readonly string[]): string {
  const where =
    reports.length > 0
      ? `If ${reports.map((name) => `\`${name}.md\``).join(" or ")} answers it, say there`
      : "Add a report that answers it, and say there";
  return `${where} \`discharges: [${id}]\`. If it is answered by word of mouth, or is no longer wanted, say so under \`discharges\` in the minutes of this meeting.`;
}

/** What is late, or due in a month in which there is no meeting; told where the minutes ask for it. */
function askedHere(around: Surroundings, meeting: CouncilMeeting): Problem[] {
  const minutes = minutesNow(meeting);
  if (!minutes?.value.items.some(({ followUps }) => followUps.length > 0)) return [];
  const { items } = minutes.value;
  return around.ask(lateOrLost, meeting.id).map(({ followUp, fault }) => {
    const item = items.findIndex(({ followUps }) => followUps.some(({ id }) => id === followUp));
    const at = items[item]?.followUps.findIndex(({ id }) => id === followUp) ?? 0;
    return problemAt(minutes, ["items", item, "followUps", at, "due"], ...fault);
  });
}

type Fault = [rule: string, severity: "duty" | "warning", message: string, mend: string];

/** What a meeting's minutes ask for that is late or comes to no meeting, and what is told of it; by the meeting's name. */
const lateOrLost: Question<Surroundings, readonly { readonly followUp: string; readonly fault: Fault }[]> =
  ruleQuestions.add({
    name: "follow-ups-late-or-lost",
    answer: (around, meeting) =>
      openFollowUpsOf(around, meeting).flatMap((state) => {
        const fault = state.status === "overdue" ? lateFault(state, around.today) : monthFault(around, state);
        return fault ? [{ followUp: state.followUp.id, fault }] : [];
      }),
  });

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

function monthFault(around: Surroundings, state: FollowUpState): Fault | null {
  const { followUp, dueOn, isMonthWithoutMeeting } = state;
  const body = around.ask(bodyNamed, followUp.returnsTo)?.name ?? followUp.returnsTo;
  if (isMonthWithoutMeeting && dueOn)
    return [
      "follow-up-month",
      "duty",
      `${called(state)} is due in ${formatMonth(dueOn)}, and ${body} has no meeting in that month. ${history(state)}`,
      "Add the meeting, if there is one; or name the one it comes to, as `due: { said: ..., meeting: ... }`.",
    ];
  const said = saidDate(followUp.due.said, state.date);
  const named = around.shared(businessNow).meetings.find(({ id }) => id === followUp.due.meeting);
  if (!said || !named || named.date.slice(5, 7) === said.slice(5, 7)) return null;
  return [
    "follow-up-month",
    "warning",
    `${called(state)} was to come in ${formatMonth(said)}, and ${named.id} is on ${formatDate(named.date)}.`,
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
