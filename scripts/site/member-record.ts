/** What public minutes say of one member: the meetings they came to, their recorded votes, what they moved, interests. For pages/member.ts. */
import { capacityOf, type MinuteItem, type Resolution } from "../model/minutes.ts";
import { upperFirst } from "../templating/filters.ts";
import { address } from "./addresses.ts";
import type { MovedBy } from "./movers.ts";
import { type RecordedVote, type Voter, votersIn, votesOn } from "./recorded-votes.ts";
import { itemTitle, type MinutedMeeting, meetingName, type Site } from "./site.ts";

/** Each part latest first. */
export interface MemberRecord {
  readonly attendance: Attendance;
  readonly votes: readonly VoteCast[];
  readonly motions: readonly Motion[];
  readonly interests: readonly Declared[];
}

export interface At {
  readonly meeting: MinutedMeeting;
  /** `Cabinet, 28 September 2026`. */
  readonly where: string;
  readonly href: string;
}

export interface Attendance {
  /** Meetings that they could have come to as a member or substitute, and how many of them they came to. */
  readonly could: number;
  readonly came: number;
  /** Meetings that they came to as anything else. */
  readonly besides: number;
  readonly meetings: readonly (At & { readonly words: string; readonly counts: boolean; readonly came: boolean })[];
}

export interface VoteCast extends At {
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
  readonly minute: string;
  readonly title: string;
  readonly text: string;
  readonly did: "Moved" | "Seconded";
  /** `carried`, `withdrawn`, `resolved`; null where nothing was. */
  readonly result: string | null;
}

export interface Declared extends At {
  readonly type: string;
  readonly description: string;
  readonly withdrew: boolean;
}

/** What public minutes say of each member. They are read once for all. */
export function memberRecords(site: Site): (member: string) => MemberRecord {
  const meetings = site.minuted();
  const votes = Map.groupBy(meetings.flatMap(votesOf), ({ member }) => member);
  const motions = Map.groupBy(
    meetings.flatMap((meeting) => motionsOf(site, meeting)),
    ({ member }) => member,
  );
  const interests = Map.groupBy(meetings.flatMap(interestsOf), ({ member }) => member);
  return (member) => ({
    attendance: attendanceOf(site, member, meetings),
    votes: votes.get(member) ?? [],
    motions: motions.get(member) ?? [],
    interests: interests.get(member) ?? [],
  });
}

function interestsOf(meeting: MinutedMeeting) {
  const place = at(meeting, `${address.minutes(meeting.id)}#interests`);
  return meeting.minutes.value.interests.map(
    ({ member, type, description, withdrew }): Declared & { member: string } => ({
      ...place,
      member,
      type,
      description,
      withdrew,
    }),
  );
}

function at(meeting: MinutedMeeting, href = address.minutes(meeting.id)): At {
  return { meeting, where: meetingName(meeting), href };
}

/** Meetings with public minutes that they had a seat for on the day, or came to. */
function attendanceOf(site: Site, member: string, all: readonly MinutedMeeting[]): Attendance {
  const meetings = all.flatMap((meeting) => {
    const { attendance, apologies, absent } = meeting.minutes.value;
    const there = attendance.find((each) => each.member === member);
    const capacity = there ? capacityOf(there) : null;
    const sat = hadSeat(site, member, meeting);
    if (!there && !sat && !apologies.includes(member) && !absent.includes(member)) return [];
    const cover = attendance.find(({ insteadOf }) => insteadOf === member)?.member;
    const instead = cover ? `; ${site.namesIn(meeting.minutes)(cover)} came instead` : "";
    const words = there
      ? capacity === "member"
        ? "Came"
        : `Came, ${capacity}`
      : apologies.includes(member)
        ? `Sent apologies${instead}`
        : absent.includes(member)
          ? `Absent${instead}`
          : `Not named in the minutes${instead}`;
    const counts = sat || ["member", "substitute", "co-optee"].includes(capacity ?? "");
    return [{ ...at(meeting, `${address.minutes(meeting.id)}#attendance`), words, counts, came: there !== undefined }];
  });
  const counted = meetings.filter(({ counts }) => counts);
  return {
    could: counted.length,
    came: counted.filter(({ came }) => came).length,
    besides: meetings.filter(({ counts, came }) => came && !counts).length,
    meetings,
  };
}

/**
 * Whether the member was to come on the day: had a seat then, and was still in office. A substitute is to come only when
 * somebody calls, so a substitute's seat alone counts for nothing. The committee's file as it is now has every seat with
 * its dates; one that is gone is taken as it was when the agenda was issued.
 */
function hadSeat(site: Site, member: string, { committee, living }: MinutedMeeting): boolean {
  const day = living.value.date;
  const isThen = ({ from, until }: { from: string; until?: string | undefined }) =>
    from <= day && (!until || day <= until);
  const office = site.council.members.find(({ id }) => id === member)?.value;
  const seats = site.council.committees.find(({ id }) => id === committee.id)?.value.membership ?? committee.membership;
  return (
    (!office || isThen(office)) &&
    seats.some((seat) => seat.member === member && seat.role !== "substitute" && isThen(seat))
  );
}

const WAYS = { for: "Voted for", against: "Voted against", abstained: "Abstained" } as const;

function votesOf(meeting: MinutedMeeting) {
  return meeting.minutes.value.items.flatMap((item) =>
    votesOn(meeting, item).flatMap((cast) =>
      votersIn(cast).map(({ member, way, casting }): VoteCast & { member: string } => ({
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

type Moved = Motion & { readonly member: string };

/** What members moved or seconded: the item, one resolution, an amendment. */
function motionsOf(site: Site, meeting: MinutedMeeting): Moved[] {
  const memberCalled = callsIn(site, meeting);
  return meeting.minutes.value.items.flatMap((item) => {
    const { minute } = item;
    const place = { ...at(meeting, address.minute(meeting.id, minute)), minute, title: itemTitle(meeting, item.item) };
    const moved = (by: MovedBy, text: string, result: string | null): Moved[] =>
      (["movedBy", "secondedBy"] as const).flatMap((part): Moved[] => {
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
function callsIn(site: Site, meeting: MinutedMeeting): (who: string | undefined) => string | null {
  const name = site.namesIn(meeting.minutes);
  const ids = site.council.members.map(({ id }) => id);
  const called = new Map(ids.flatMap((id) => [[name(id), id] as const, [id, id] as const]));
  return (who) => (who === undefined ? null : (called.get(who) ?? null));
}

function textOf({ resolutions }: MinuteItem): string {
  return resolutions.map(({ letter, text }) => `(${letter}) ${text}`).join(" ");
}
