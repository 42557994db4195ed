/** What public minutes say of one member: the meetings they came to, their recorded votes, what they moved, interests. For pages/member.ts. */
import type { Question } from "../asking/around.ts";
import type { MinuteItem, Resolution } from "../model/minutes.ts";
import { upperFirst } from "../templating/filters.ts";
import { address } from "./addresses.ts";
import { type At, type Attended, attendanceIn, type YearAttended, yearsAttended } from "./facts/attendance.ts";
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

export interface Attendance extends Pick<YearAttended, "could" | "came" | "besides"> {
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

/** The years that have anything of a member, latest first. */
export function yearsOfMember(site: Site, member: string): string[] {
  const years = new Set(site.ask(yearsAttended, member).map(({ year }) => year));
  for (const { meeting, year, isSure } of site.ask(meetingsThatMayName, member))
    if (isSure || (!years.has(year) && names(site.ask(recordsAt, meeting), member))) years.add(year);
  return [...years].sort().reverse();
}

function names({ votes, motions, interests }: Records, member: string): boolean {
  return [...votes, ...motions, ...interests].some((each) => each.member === member);
}

/** What public minutes of one year say of a member, from the meetings that can name them. */
export function memberRecordIn(site: Site, member: string, year: string): MemberRecord {
  const found = site
    .ask(meetingsThatMayName, member)
    .filter((each) => each.year === year)
    .map(({ meeting }) => site.ask(recordsAt, meeting));
  const isOwn = (each: { readonly member: string }) => each.member === member;
  const totals = site.ask(yearsAttended, member).find((each) => each.year === year);
  return {
    attendance: {
      could: totals?.could ?? 0,
      came: totals?.came ?? 0,
      besides: totals?.besides ?? 0,
      meetings: site.ask(attendanceIn, `${member} ${year}`),
    },
    votes: found.flatMap(({ votes }) => votes.filter(isOwn)),
    motions: found.flatMap(({ motions }) => motions.filter(isOwn)),
    interests: found.flatMap(({ interests }) => interests.filter(isOwn)),
  };
}

/** The same of all years. */
export function memberRecord(site: Site, member: string): MemberRecord {
  const years = yearsOfMember(site, member).map((year) => memberRecordIn(site, member, year));
  const sum = (number: (attendance: Attendance) => number) =>
    years.reduce((total, { attendance }) => total + number(attendance), 0);
  return {
    attendance: {
      could: sum(({ could }) => could),
      came: sum(({ came }) => came),
      besides: sum(({ besides }) => besides),
      meetings: years.flatMap(({ attendance }) => attendance.meetings),
    },
    votes: years.flatMap(({ votes }) => votes),
    motions: years.flatMap(({ motions }) => motions),
    interests: years.flatMap(({ interests }) => interests),
  };
}

type Records = Omit<MemberRecord, "attendance">;

/** What one meeting's minutes record by name, of any member. */
const recordsAt: Question<Site, Records> = pageQuestions.add({
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
