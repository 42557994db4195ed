/** The question which meetings a member came to, or was to come to. For member-record.ts. */
import type { Question } from "../../asking/around.ts";
import type { Seat } from "../../model/committee.ts";
import { address } from "../addresses.ts";
import { byYear } from "../by-year.ts";
import { meetingName } from "../meeting-words.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";
import { type MeetingRow, minutedInYear } from "./meeting-row.ts";
import { namedAt } from "./members-named.ts";

/** A meeting as a member's record has it. */
export interface At {
  readonly meeting: string;
  readonly date: string;
  readonly body: string;
  /** `Cabinet, 28 September 2026`. */
  readonly where: string;
  readonly href: string;
}

export interface Attended extends At {
  readonly words: string;
  /** Whether they could have come as a member or substitute. */
  readonly counts: boolean;
  readonly came: boolean;
}

/**
 * Meetings of a year with public minutes that the member had a seat for on the day, or came to, latest first: asked about
 * `jo-mbeki 2015`.
 */
export const attendanceIn: Question<Site, readonly Attended[]> = pageQuestions.add({
  name: "attendance-in",
  answer: (site, about) => {
    const [member = "", year = ""] = about.split(" ");
    return [...site.ask(minutedInYear, year)].reverse().flatMap((meeting) => attended(site, member, meeting) ?? []);
  },
});

/** What attendance came to in one year. */
export interface YearAttended {
  readonly year: string;
  /** Meetings that they could have come to as a member or substitute, and how many of them they came to. */
  readonly could: number;
  readonly came: number;
  /** Meetings that they came to as anything else. */
  readonly besides: number;
  /** The days of the first and last meeting that they could have come to; null where there was none. */
  readonly first: string | null;
  readonly last: string | null;
}

/** Every year that has a meeting of theirs, latest first. */
export const yearsAttended: Question<Site, readonly YearAttended[]> = pageQuestions.add({
  name: "years-attended",
  answer: (site, member) => {
    const all = site.minuted().flatMap((meeting) => attended(site, member, meeting) ?? []);
    return byYear(all, ({ date }) => date).map(([year, meetings]) => {
      const own = meetings.filter(({ counts }) => counts);
      return {
        year,
        could: own.length,
        came: own.filter(({ came }) => came).length,
        besides: meetings.filter(({ counts, came }) => came && !counts).length,
        first: own.at(-1)?.date ?? null,
        last: own[0]?.date ?? null,
      };
    });
  },
});

function attended(site: Site, member: string, meeting: MeetingRow): Attended | null {
  const named = namedAt(site, meeting.id);
  if (!named) return null;
  const capacity = Object.hasOwn(named.came, member) ? (named.came[member] ?? null) : null;
  const sat = hadSeat(site, member, meeting);
  const isAway = named.apologies.includes(member);
  const isAbsent = named.absent.includes(member);
  if (!capacity && !sat && !isAway && !isAbsent) return null;
  const cover = Object.hasOwn(named.instead, member) ? named.instead[member] : undefined;
  const instead = cover ? `; ${cover.name ?? site.name(cover.by)} came instead` : "";
  const words = capacity
    ? capacity === "member"
      ? "Came"
      : `Came, ${capacity}`
    : isAway
      ? `Sent apologies${instead}`
      : isAbsent
        ? `Absent${instead}`
        : `Not named in the minutes${instead}`;
  return {
    meeting: meeting.id,
    date: meeting.living.value.date,
    body: meeting.committee.name,
    where: meetingName(meeting),
    href: `${address.minutes(meeting.id)}#attendance`,
    words,
    counts: sat || ["member", "substitute", "co-optee"].includes(capacity ?? ""),
    came: capacity !== null,
  };
}

/**
 * Whether the member was to come on the day: had a seat then, and was still in office. A substitute is to come only when
 * somebody calls, so a substitute's seat alone counts for nothing. The committee's file as it is now has every seat with
 * its dates; one that is gone is taken as it was when the agenda was issued.
 */
function hadSeat(site: Site, member: string, { id, committee, living }: MeetingRow): boolean {
  const day = living.value.date;
  const isThen = ({ from, until }: { from: string; until?: string | undefined }) =>
    from <= day && (!until || day <= until);
  const office = site.council.members.find((each) => each.id === member)?.value;
  const now = site.council.committees.find((each) => each.id === committee.id)?.value.membership;
  const seats = now ?? site.ask(seatsAtMeeting, id);
  return (
    (!office || isThen(office)) &&
    seats.some((seat) => seat.member === member && seat.role !== "substitute" && isThen(seat))
  );
}

/** The seats of a body as they were when the agenda was issued, for one that is no more. */
const seatsAtMeeting: Question<Site, readonly Seat[]> = pageQuestions.add({
  name: "seats-at-meeting",
  answer: (site, meeting) => site.meeting(meeting)?.committee.membership ?? [],
});
