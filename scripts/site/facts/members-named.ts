/** Whom each meeting's minutes name, as a fact of each: who came, voted, moved, declared. For member-record.ts. */
import type { PublicMeeting } from "../../access/public-council.ts";
import type { Fact, Question, Shared } from "../../asking/around.ts";
import { capacityOf } from "../../model/minutes.ts";
import { isMinuted } from "../meeting-words.ts";
import { pageQuestions } from "../questions.ts";
import { votersIn, votesOn } from "../recorded-votes.ts";
import type { Site } from "../site.ts";

export interface MembersNamed {
  /** Who came, with what they came as. */
  readonly came: Readonly<Record<string, ReturnType<typeof capacityOf>>>;
  readonly apologies: readonly string[];
  readonly absent: readonly string[];
  /** Who came instead of whom, with their name where the minutes were issued with it. */
  readonly instead: Readonly<Record<string, { readonly by: string; readonly name: string | null }>>;
  /** Whom its votes, motions and interests name: members by file name, or words that no name in the minutes explains. */
  readonly others: readonly string[];
}

/** Of meetings with public minutes. */
export const membersNamed: Fact<PublicMeeting, MembersNamed> = {
  name: "members-named",
  of: (meeting) => {
    if (!isMinuted(meeting)) return null;
    const { value, names } = meeting.minutes;
    const called = new Map(Object.entries(names ?? {}).map(([id, name]) => [name, id]));
    const here = value.attendance.flatMap((each) => (each.member ? [{ ...each, member: each.member }] : [])).reverse();
    const others = [
      ...value.interests.map(({ member }) => member),
      ...value.items.flatMap((item) => [
        ...votesOn(meeting, item).flatMap((cast) => votersIn(cast).map(({ member }) => member)),
        ...[item, ...item.amendments, ...item.resolutions].flatMap(({ movedBy, secondedBy }) =>
          [movedBy, secondedBy].filter((who) => who !== undefined),
        ),
      ]),
    ];
    return {
      came: Object.fromEntries(here.map((each) => [each.member, capacityOf(each)])),
      apologies: value.apologies,
      absent: value.absent,
      instead: Object.fromEntries(
        here.flatMap(({ member, insteadOf }) =>
          insteadOf ? [[insteadOf, { by: member, name: names?.[member] ?? null }]] : [],
        ),
      ),
      others: [...new Set(others.map((who) => called.get(who) ?? who))],
    };
  },
};

const namedByMeeting: Shared<Site, ReadonlyMap<string, MembersNamed>> = {
  name: "members-named-by-meeting",
  make: (site) => new Map(site.every(membersNamed).map(({ meeting, value }) => [meeting, value])),
};

/** Whom the minutes of a meeting name; null for one without public minutes. */
export function namedAt(site: Site, meeting: string): MembersNamed | null {
  return site.shared(namedByMeeting).get(meeting) ?? null;
}

export interface MayName {
  readonly meeting: string;
  readonly year: string;
  /** Whether they are named by file name; else by words that they are called by now. */
  readonly isSure: boolean;
}

/** The meetings whose votes, motions or interests name a member or may do, latest first. */
export const meetingsThatMayName: Question<Site, readonly MayName[]> = pageQuestions.add({
  name: "meetings-that-may-name",
  answer: (site, member) =>
    site.minuted().flatMap(({ id, living }) => {
      const others = namedAt(site, id)?.others ?? [];
      const isSure = others.includes(member);
      return isSure || others.includes(site.name(member))
        ? [{ meeting: id, year: living.value.date.slice(0, 4), isSure }]
        : [];
    }),
});
