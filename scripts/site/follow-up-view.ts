/** A follow-up in words a page can show: who asked, who undertook it, when it is due and whether it came. For site/pages/. */
import { dayNumber, formatDate } from "../model/civil.ts";
import type { FollowUpState } from "../model/follow-up-due.ts";
import { address } from "./addresses.ts";
import { followUpHref } from "./facts/answered.ts";
import { followUpsOn } from "./facts/follow-up-states.ts";
import { nameOfCommittee } from "./facts/names.ts";
import { meetingName } from "./meeting-words.ts";
import type { Site, Tone } from "./site.ts";

export interface WordsAndLink {
  readonly text: string;
  readonly href: string | null;
}

export interface FollowUpView {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  /** For one that recurs: the months this turn of it covers. */
  readonly period: string | null;
  readonly status: FollowUpState["status"];
  /** The status as a resident would say it. */
  readonly word: string;
  readonly tone: Tone;
  readonly askedBy: string;
  readonly askedOn: string;
  readonly undertakenBy: string | null;
  /** Where it was undertaken, if that was not where it was asked for. */
  readonly undertakenAt: WordsAndLink | null;
  readonly asked: { readonly text: string; readonly href: string };
  readonly said: string | null;
  readonly due: WordsAndLink | null;
  readonly dueOn: string | null;
  /** `12 days ago`, for what is overdue. */
  readonly late: string | null;
  /** What a reader should know before they judge: minutes still to come, a month without a meeting. */
  readonly notes: readonly string[];
  readonly answer: { readonly text: string; readonly where: string; readonly href: string; readonly on: string } | null;
  /** A report of it that went to another body. */
  readonly elsewhere: WordsAndLink | null;
  /** The follow-up that takes its place. */
  readonly replaced: WordsAndLink | null;
  readonly returnsTo: string;
}

const WORDS: Readonly<Record<FollowUpState["status"], string>> = {
  "asked for": "Asked for",
  undertaken: "Undertaken",
  due: "Due",
  overdue: "Overdue",
  discharged: "Answered",
  superseded: "Superseded",
};

const TONES: Readonly<Record<FollowUpState["status"], Tone>> = {
  "asked for": "plain",
  undertaken: "plain",
  due: "due",
  overdue: "late",
  discharged: "done",
  superseded: "plain",
};

export function followUpView(site: Site, state: FollowUpState): FollowUpView {
  const { followUp, undertaking, status } = state;
  const later = undertaking && undertaking.meeting !== state.meeting ? site.called(undertaking.meeting) : null;
  return {
    id: state.id,
    text: followUp.text,
    kind: followUp.kind,
    period: state.period,
    status,
    word: wordOf(state),
    tone: status === "superseded" && state.period ? "late" : TONES[status],
    askedBy: site.name(followUp.askedBy),
    askedOn: state.date,
    undertakenBy: undertaking ? site.name(undertaking.by) : null,
    undertakenAt: later && {
      text: meetingName(later),
      href: undertaking?.minute ? address.minute(later.id, undertaking.minute) : address.minutes(later.id),
    },
    asked: askedAt(site, state),
    said: followUp.due.said ?? null,
    due: dueAt(site, state),
    dueOn: state.dueOn,
    late: status === "overdue" && state.dueOn ? daysAgo(state.dueOn, site.today) : null,
    notes: notesOf(site, state),
    answer: answerOf(site, state),
    elsewhere: elsewhereOf(site, state),
    replaced: replacedBy(site, state),
    returnsTo: followUp.returnsTo,
  };
}

function wordOf({ status, period, discharge }: FollowUpState): string {
  if (status === "superseded" && period) return "Missed";
  return status === "due" && discharge ? "On the agenda" : WORDS[status];
}

function askedAt(site: Site, { meeting, minute, followUp }: FollowUpState) {
  const asked = site.called(meeting);
  const at = minute ? `minute ${minute}` : "what was issued late";
  return {
    text: `${asked ? meetingName(asked) : ""}, ${at}${followUp.resolution ? `, resolution (${followUp.resolution})` : ""}`,
    href: !minute
      ? address.meeting(meeting)
      : followUp.resolution
        ? address.resolution(meeting, minute, followUp.resolution)
        : address.minute(meeting, minute),
  };
}

function dueAt(site: Site, { dueMeeting, dueOn }: FollowUpState): WordsAndLink | null {
  const due = dueMeeting ? site.called(dueMeeting) : null;
  if (due) return { text: meetingName(due), href: address.meeting(due.id) };
  return dueOn ? { text: formatDate(dueOn), href: null } : null;
}

function answerOf(site: Site, { discharge }: FollowUpState): FollowUpView["answer"] {
  const answered = discharge ? site.called(discharge.meeting) : null;
  if (!discharge || !answered) return null;
  const minutes = discharge.minute ? address.minute(answered.id, discharge.minute) : address.minutes(answered.id);
  return {
    text: discharge.paper ? discharge.title : `${discharge.how}, ${meetingName(answered)}`,
    where: meetingName(answered),
    href: discharge.paper ? address.report(answered.id, discharge.paper) : minutes,
    on: discharge.date,
  };
}

function elsewhereOf(site: Site, { elsewhere }: FollowUpState): WordsAndLink | null {
  const meeting = elsewhere ? site.called(elsewhere.meeting) : null;
  if (!elsewhere || !meeting) return null;
  const href = elsewhere.paper ? address.report(meeting.id, elsewhere.paper) : address.minutes(meeting.id);
  return { text: `${elsewhere.title}, ${meetingName(meeting)}`, href };
}

function replacedBy(site: Site, { replacedBy: id }: FollowUpState): WordsAndLink | null {
  const next = id ? followUpsOn(site).byId.get(id) : null;
  if (!next) return null;
  const asked = site.called(next.meeting);
  const text = next.period
    ? `the turn of ${next.period}`
    : `asked again at ${asked ? meetingName(asked) : "a meeting"}`;
  return { text, href: followUpHref(site, next.id) };
}

function notesOf(site: Site, state: FollowUpState): string[] {
  const returns = () => site.ask(nameOfCommittee, state.followUp.returnsTo);
  return [
    ...(state.status === "overdue" && state.awaitsMinutes
      ? ["The minutes of that meeting are not published yet, so what was said there is not known here."]
      : []),
    ...(state.isMonthWithoutMeeting && state.status !== "discharged"
      ? [`${returns() ?? "The body"} has no meeting in that month.`]
      : []),
  ];
}

/** `12 days ago`, `yesterday`; from two years on `more than 19 years ago`, since nobody can tell what 6,984 days are. */
function daysAgo(day: string, today: string): string {
  const [dayOfYear, todayOfYear] = [day.slice(5), today.slice(5)];
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4)) - (todayOfYear < dayOfYear ? 1 : 0);
  if (years >= 2) return `${dayOfYear === todayOfYear ? "" : "more than "}${years} years ago`;
  const days = dayNumber(today) - dayNumber(day);
  return days === 1 ? "yesterday" : `${days} days ago`;
}

/** The follow-ups of a body or a subject, in the order in which a reader should see them: what is late comes first. */
const STATUS_ORDER: readonly FollowUpState["status"][] = [
  "overdue",
  "due",
  "undertaken",
  "asked for",
  "discharged",
  "superseded",
];

export function inOrderOfConcern(states: readonly FollowUpState[]): FollowUpState[] {
  const place = (state: FollowUpState) => STATUS_ORDER.indexOf(state.status);
  return [...states].sort((a, b) => place(a) - place(b) || ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : 1));
}
