/** What public minutes say of one member: the meetings they came to, their recorded votes, what they moved, interests. For pages/member.ts. */
import type { Question } from "../asking/around.ts";
import type { MinuteItem, Resolution } from "../model/minutes.ts";
import { upperFirst } from "../templating/filters.ts";
import { address } from "./addresses.ts";
import { type At, type Attended, attendanceOf } from "./facts/attendance.ts";
import { meetingsThatMayName } from "./facts/members-named.ts";
import { memberCalled, nameOfMember } from "./facts/names.ts";
import { isMinuted, itemTitle, type MinutedMeeting, meetingName } from "./meeting-words.ts";
import type { MovedBy } from "./movers.ts";
import { pageQuestions } from "./questions.ts";
import { type RecordedVote, type Voter, votersIn, votesOn } from "./recorded-votes.ts";
import type { Site } from "./site.ts";

/** Each part latest first. */
export interface MemberRecord {
  readonly attendance: Attendance;
  readonly votes: readonly VoteCast[];
  readonly motions: readonly Motion[];
  readonly interests: readonly Declared[];
}

export interface Attendance {
  /** Meetings that they could have come to as a member or substitute, and how many of them they came to. */
  readonly could: number;
  readonly came: number;
  /** Meetings that they came to as anything else. */
  readonly besides: number;
  readonly meetings: readonly Attended[];
}

export interface VoteCast extends At {
  readonly member: string;
  readonly title: string;
  readonly on: RecordedVote["on"];
  /** `resolution (b)`. */
  readonly subject: string;
  readonly text: string;
  /** `Voted for`; `Abstained; casting vote for`. */
  readonly way: string;
  readonly result: string;
}

export interface Motion extends At {
  readonly member: string;
  readonly minute: string;
  readonly title: string;
  readonly text: string;
  readonly did: "Moved" | "Seconded";
  /** `carried`, `withdrawn`, `resolved`; null where nothing was. */
  readonly result: string | null;
}

export interface Declared extends At {
  readonly member: string;
  readonly type: string;
  readonly description: string;
  readonly withdrew: boolean;
}

/** What public minutes say of a member, from the meetings that can name them. */
export function memberRecord(site: Site, member: string): MemberRecord {
  const found = site.ask(meetingsThatMayName, member).map((meeting) => site.ask(recordsAt, meeting));
  const isOwn = (each: { readonly member: string }) => each.member === member;
  return {
    attendance: counted(site.ask(attendanceOf, member)),
    votes: found.flatMap(({ votes }) => votes.filter(isOwn)),
    motions: found.flatMap(({ motions }) => motions.filter(isOwn)),
    interests: found.flatMap(({ interests }) => interests.filter(isOwn)),
  };
}

/** How many of the meetings they could have come to, and came to. */
export function counted(meetings: readonly Attended[]): Attendance {
  const own = meetings.filter(({ counts }) => counts);
  return {
    could: own.length,
    came: own.filter(({ came }) => came).length,
    besides: meetings.filter(({ counts, came }) => came && !counts).length,
    meetings,
  };
}

/** What one meeting's minutes record by name, of any member. */
const recordsAt: Question<Site, Omit<MemberRecord, "attendance">> = pageQuestions.add({
  name: "records-at",
  answer: (site, id) => {
    const meeting = site.meeting(id);
    return meeting && isMinuted(meeting)
      ? { votes: votesOf(meeting), motions: motionsOf(site, meeting), interests: interestsOf(meeting) }
      : { votes: [], motions: [], interests: [] };
  },
});

function interestsOf(meeting: MinutedMeeting): Declared[] {
  const place = at(meeting, `${address.minutes(meeting.id)}#interests`);
  return meeting.minutes.value.interests.map(({ member, type, description, withdrew }) => ({
    ...place,
    member,
    type,
    description,
    withdrew,
  }));
}

function at(meeting: MinutedMeeting, href: string): At {
  const { id, living, committee } = meeting;
  return { meeting: id, date: living.value.date, body: committee.name, where: meetingName(meeting), href };
}

const WAYS = { for: "Voted for", against: "Voted against", abstained: "Abstained" } as const;

function votesOf(meeting: MinutedMeeting): VoteCast[] {
  return meeting.minutes.value.items.flatMap((item) =>
    votesOn(meeting, item).flatMap((cast) =>
      votersIn(cast).map(({ member, way, casting }) => ({
        ...at(meeting, cast.href),
        member,
        title: cast.title,
        on: cast.on,
        subject: cast.subject,
        text: cast.text,
        way: wayWords(way, casting),
        result: cast.vote.result,
      })),
    ),
  );
}

/** `Abstained; casting vote for`. */
function wayWords(way: Voter["way"], casting: Voter["casting"]): string {
  const words = [way && WAYS[way], casting && `casting vote ${casting}`].filter(Boolean).join("; ");
  return upperFirst(words);
}

/** What members moved or seconded: the item, one resolution, an amendment. */
function motionsOf(site: Site, meeting: MinutedMeeting): Motion[] {
  const memberCalled = callsIn(site, meeting);
  return meeting.minutes.value.items.flatMap((item) => {
    const { minute } = item;
    const place = { ...at(meeting, address.minute(meeting.id, minute)), minute, title: itemTitle(meeting, item.item) };
    const moved = (by: MovedBy, text: string, result: string | null): Motion[] =>
      (["movedBy", "secondedBy"] as const).flatMap((part): Motion[] => {
        const member = memberCalled(by[part]);
        return member ? [{ ...place, member, text, did: part === "movedBy" ? "Moved" : "Seconded", result }] : [];
      });
    const outcome = item.vote?.result ?? (item.resolutions.length > 0 ? "resolved" : null);
    return [
      ...item.amendments.flatMap((each) => moved(each, `Amendment: ${each.text}`, each.result)),
      ...moved(item, item.decision ?? textOf(item), outcome),
      ...item.resolutions.flatMap((each) =>
        moved(withoutItems(each, item), `(${each.letter}) ${each.text}`, each.vote?.result ?? "resolved"),
      ),
    ];
  });
}

/** A motion that is the whole of its item is counted with the item. */
function withoutItems(resolution: Resolution, item: MinuteItem): MovedBy {
  if (resolution.change !== "on a motion") return resolution;
  const { movedBy, secondedBy } = resolution;
  return {
    movedBy: movedBy === item.movedBy ? undefined : movedBy,
    secondedBy: secondedBy === item.secondedBy ? undefined : secondedBy,
  };
}

/** Which member is meant by a file name, or by a name in words, which a resolution may give. */
function callsIn(site: Site, { minutes }: MinutedMeeting): (who: string | undefined) => string | null {
  const names = Object.entries(minutes.names ?? {});
  const isMember = (id: string) => site.ask(nameOfMember, id) !== null;
  return (who) => {
    if (who === undefined) return null;
    if (isMember(who)) return who;
    const then = names.findLast(([id, name]) => name === who && isMember(id))?.[0];
    if (then) return then;
    const now = site.ask(memberCalled, who);
    // Who was called something else when the minutes were issued is not meant by the name of today.
    return now && !names.some(([id]) => id === now) ? now : null;
  };
}

function textOf({ resolutions }: MinuteItem): string {
  return resolutions.map(({ letter, text }) => `(${letter}) ${text}`).join(" ");
}
