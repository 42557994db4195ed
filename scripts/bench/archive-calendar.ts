/**
 * The calendar of a made-up archive: which body met when, how many reports came to it, what was issued after its agenda,
 * what was asked for and where that is answered. Small enough to hold for four thousand meetings, so that their papers can
 * be written one meeting at a time and still lead to each other. Called by generated-archive.ts.
 */
import { addDays, type CivilDate, weekday } from "../model/civil.ts";
import type { ArchiveCommittee } from "./archive-bodies.ts";
import { Draws } from "./draws.ts";
import { capital, fill } from "./made-up-words.ts";

/** What the clock of the archive says. */
export const ARCHIVE_NOW = "2026-11-21T10:00";
const LAST_MEETING = "2026-11-05";

const LATER = ["revision", "supplement", "withdrawal"] as const;

/** Something that was asked for at a meeting. */
export interface PlannedFollowUp {
  readonly id: string;
  readonly asked: PlannedMeeting;
  /** The meeting it is due at; null where there is none to name. */
  readonly due: PlannedMeeting | null;
  /** How it is answered at the meeting that has it among its `answers`. */
  readonly how: "report" | "oral report" | "nothing";
}

export interface PlannedMeeting {
  readonly index: number;
  readonly id: string;
  readonly folder: string;
  readonly date: CivilDate;
  readonly committee: ArchiveCommittee;
  readonly reports: number;
  /** Of a meeting to come: whether its agenda is issued, or drafted only, or not there yet. */
  readonly ahead: "issued" | "drafts" | "set" | null;
  /** What was issued between the agenda and the minutes, or taken back after them. */
  readonly later: (typeof LATER)[number] | null;
  /** The meeting of the same body before it. */
  readonly previous: PlannedMeeting | null;
  readonly agendaAt: string;
  readonly minutesAt: string;
  /** The number of its first minute. */
  readonly firstMinute: number;
  readonly asks: PlannedFollowUp[];
  readonly answers: PlannedFollowUp[];
}

export interface CalendarSize {
  readonly papers: number;
  readonly meetingsAhead: number;
  readonly begins: CivilDate;
  readonly seed: number;
}

/** Every meeting, past ones in order of their days and then those to come. */
export function archiveCalendar(size: CalendarSize, committees: readonly ArchiveCommittee[]): PlannedMeeting[] {
  const { papers, begins, seed } = size;
  const each = papers >= 500 ? 12.5 : 4 + (8.5 * papers) / 500;
  const past = Math.max(2, Math.round(papers / each));
  const days = meetingDays(begins, LAST_MEETING);
  const draws = new Draws(seed * 32_452_843);
  const meetings: PlannedMeeting[] = [];
  const numbers = reportNumbers(papers, past, draws);
  // Few papers have to do with fewer of their kind.
  const step = papers >= 500 ? 25 : 5;
  for (let index = 0; index < past; index++) {
    const date = days[Math.floor((index * days.length) / past)] as CivilDate;
    const later = index % step === 2 ? LATER[(Math.floor(index / step) + seed) % LATER.length] : null;
    meetings.push(meetingOn(date, { later: later ?? null }, numbers[index] ?? 1, meetings, committees));
  }
  for (const [date, ahead] of daysAhead(size.meetingsAhead))
    meetings.push(meetingOn(date, { ahead }, ahead === "set" ? 0 : draws.whole(3, 6), meetings, committees));
  planFollowUps(meetings, draws);
  return meetings;
}

/** Mondays to Thursdays, but for August and the weeks around Christmas. */
function meetingDays(from: CivilDate, to: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const season = day.slice(5);
    const isAway = season.startsWith("08") || season >= "12-18" || season <= "01-12";
    if (!isAway && !["Friday", "Saturday", "Sunday"].includes(weekday(day))) days.push(day);
  }
  return days;
}

/** Numbers of reports that come to `papers` together: as many more at one meeting as fewer at the next. */
function reportNumbers(papers: number, meetings: number, draws: Draws): number[] {
  const share = (index: number) => Math.floor((index * papers) / meetings);
  const numbers = Array.from({ length: meetings }, (_, index) => share(index + 1) - share(index));
  for (let index = 0; index + 1 < meetings; index += 2) {
    const [one = 1, other = 1] = [numbers[index], numbers[index + 1]];
    const more = draws.whole(0, Math.max(0, Math.min(8, other - 2)));
    numbers[index] = one + more;
    numbers[index + 1] = other - more;
  }
  return numbers;
}

function daysAhead(count: number): [CivilDate, NonNullable<PlannedMeeting["ahead"]>][] {
  const issued = Math.floor(count / 2);
  const drafts = Math.min(2, count - issued);
  const spread = (days: readonly CivilDate[], many: number) =>
    Array.from({ length: many }, (_, at) => days[Math.floor((at * days.length) / many)] as CivilDate);
  const set = meetingDays("2027-01-18", "2027-06-30");
  return [
    ...spread(meetingDays("2026-11-24", "2026-12-03"), issued).map((day) => [day, "issued"] as const),
    ...spread(["2026-12-08", "2026-12-15"], drafts).map((day) => [day, "drafts"] as const),
    ...spread(set, count - issued - drafts).map((day) => [day, "set"] as const),
  ].map(([day, ahead]) => [day, ahead]);
}

function meetingOn(
  date: CivilDate,
  what: Partial<Pick<PlannedMeeting, "ahead" | "later">>,
  reports: number,
  before: readonly PlannedMeeting[],
  committees: readonly ArchiveCommittee[],
): PlannedMeeting {
  const index = before.length;
  const { ahead = null, later = null } = what;
  const committee = committees[index % committees.length] as ArchiveCommittee;
  const plain = `${date}-${committee.id}`;
  const same = before
    .slice(-committees.length * 8)
    .filter((each) => each.id === plain || each.id.startsWith(`${plain}-`)).length;
  const id = same === 0 ? plain : `${plain}-${same + 1}`;
  const previous = before[index - committees.length] ?? null;
  const held = addDays(date, 3);
  const minutesOn =
    weekday(held) === "Saturday" ? addDays(held, 2) : weekday(held) === "Sunday" ? addDays(held, 1) : held;
  const sameYear = previous?.date.slice(0, 4) === date.slice(0, 4);
  return {
    index,
    id,
    folder: `content/meetings/${date.slice(0, 4)}/${id}`,
    date,
    committee,
    reports,
    ahead,
    later,
    previous,
    agendaAt: `${addDays(date, -13)}T16:00`,
    minutesAt: `${minutesOn}T10:00`,
    firstMinute: previous && sameYear ? previous.firstMinute + previous.reports + 4 : 1,
    asks: [],
    answers: [],
  };
}

/** A third of meetings ask for something; most of it comes, by a report or by word of mouth, when or soon after it is due. */
function planFollowUps(meetings: readonly PlannedMeeting[], draws: Draws): void {
  const ofBody = new Map<ArchiveCommittee, PlannedMeeting[]>();
  for (const meeting of meetings) ofBody.set(meeting.committee, [...(ofBody.get(meeting.committee) ?? []), meeting]);
  for (const asked of meetings) {
    if (asked.ahead || asked.index % 3 !== 1) continue;
    const same = ofBody.get(asked.committee) ?? [];
    const place = same.indexOf(asked) + draws.whole(1, 3);
    const due = same[place] ?? null;
    const isLate = draws.happens(10);
    const answered = (isLate && same[place + 1]?.ahead === null ? same[place + 1] : due) ?? null;
    const chance = draws.whole(1, 100);
    const how = chance <= 64 || answered?.ahead ? "report" : chance <= 98 ? "oral report" : "nothing";
    const followUp: PlannedFollowUp = { id: `follow-up-${asked.index + 1}`, asked, due, how };
    asked.asks.push(followUp);
    if (answered && answered.ahead !== "set" && how !== "nothing") answered.answers.push(followUp);
  }
}

/** The place of the report that a withdrawal takes back, or that is revised; the last is the one that follows. */
export const CHANGED_REPORT = 0;

/** A report's file name and title: known from its place alone, so that any paper can lead to any other. */
export function paperAt(
  meeting: PlannedMeeting,
  at: number,
  seed: number,
): { readonly id: string; readonly title: string } {
  const draws = new Draws(seed * 104_729 + meeting.index * 64 + at);
  const subject = fill(draws, "{kind} {things}");
  const title = capital(
    `${subject}${fill(draws, draws.pick([" at {place}", " and the {thing} at {place}", ": {kind} report", ""]))}`,
  );
  return { id: `${subject.toLowerCase().replace(/[^a-z]+/g, "-")}-${at + 1}`, title };
}
