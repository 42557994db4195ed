/** Votes that minutes record by name: on an item, on one resolution, on an amendment; each with its place on the minutes' page. */
import type { PublicMeeting } from "../access/public-council.ts";
import type { MinuteItem, Vote } from "../model/minutes.ts";
import { address } from "./addresses.ts";
import { itemTitle } from "./meeting-words.ts";
import type { Site } from "./site.ts";

export interface RecordedVote {
  readonly meeting: PublicMeeting;
  readonly minute: string;
  readonly title: string;
  readonly on: "resolution" | "amendment";
  /** The letter of the one resolution it was on; null for a vote on the item as a whole or on an amendment. */
  readonly letter: string | null;
  /** `the resolution`, `resolution (b)`, `the second amendment`, for inside a sentence. */
  readonly subject: string;
  /** What was voted on, in the meeting's words. */
  readonly text: string;
  readonly anchor: string;
  readonly href: string;
  readonly vote: Vote;
}

/** The recorded votes of one item, in the order in which they were taken: amendments come before what they amend. */
export function votesOn(meeting: PublicMeeting, item: MinuteItem): RecordedVote[] {
  const title = itemTitle(meeting, item.item);
  const vote = (
    vote: Vote | undefined,
    place: string,
    about: Pick<RecordedVote, "on" | "letter" | "subject" | "text">,
  ): RecordedVote[] => {
    const anchor = `v${item.minute.toLowerCase()}${place}`;
    const href = `${address.minutes(meeting.id)}#${anchor}`;
    return vote ? [{ meeting, minute: item.minute, title, ...about, anchor, href, vote }] : [];
  };
  return [
    ...item.amendments.flatMap((amendment, index) =>
      vote(amendment.vote, `-amendment-${index + 1}`, {
        on: "amendment",
        letter: null,
        subject: item.amendments.length > 1 ? `amendment ${index + 1}` : "the amendment",
        text: amendment.text,
      }),
    ),
    ...item.resolutions.flatMap((resolution) =>
      vote(resolution.vote, `-${resolution.letter}`, {
        on: "resolution",
        letter: resolution.letter,
        subject: `resolution (${resolution.letter})`,
        text: resolution.text,
      }),
    ),
    ...vote(item.vote, "", { on: "resolution", letter: null, ...wholeItem(item) }),
  ];
}

/** A vote on the item as a whole: a motion that was lost has no resolution. */
function wholeItem({ resolutions, decision }: MinuteItem): { subject: string; text: string } {
  const [first] = resolutions;
  if (!first) return { subject: "the motion", text: decision ?? "" };
  if (resolutions.length === 1) return { subject: "the resolution", text: first.text };
  return {
    subject: resolutions.some(({ vote }) => vote) ? "the item as a whole" : "the resolutions together",
    text: decision ?? resolutions.map(({ letter, text }) => `(${letter}) ${text}`).join(" "),
  };
}

export interface Voter {
  readonly member: string;
  readonly way: "for" | "against" | "abstained" | null;
  /** Which way they cast the casting vote, for whom had it. */
  readonly casting: "for" | "against" | null;
}

/** Everybody named in a vote, each once, with how they voted. */
export function votersIn({ vote }: RecordedVote): Voter[] {
  const casting = (member: string) => (vote.casting?.by === member ? vote.casting.way : null);
  const voters = (["for", "against", "abstained"] as const).flatMap((way) =>
    vote[way].map((member): Voter => ({ member, way, casting: casting(member) })),
  );
  const chair = vote.casting?.by;
  return chair && !voters.some(({ member }) => member === chair)
    ? [...voters, { member: chair, way: null, casting: casting(chair) }]
    : voters;
}

export interface VoteView {
  readonly subject: string;
  readonly anchor: string;
  readonly href: string;
  /** The result first, then the numbers, which are those of the names. */
  readonly words: string;
  readonly sides: readonly { side: string; people: readonly { text: string; href: string | null }[] }[];
}

/** A vote for a page, with members' names as they stood when the minutes were issued. */
export function voteView(site: Site, { meeting, subject, anchor, href, vote }: RecordedVote): VoteView {
  const name = site.namesIn(meeting.minutes);
  const sides = [
    { side: "For", members: vote.for },
    { side: "Against", members: vote.against },
    { side: "Abstained", members: vote.abstained },
  ];
  return {
    subject,
    anchor,
    href,
    words: voteWords(name, vote),
    sides: sides
      .filter(({ members }) => members.length > 0)
      .map(({ side, members }) => ({ side, people: members.map((id) => ({ ...site.person(id), text: name(id) })) })),
  };
}

/** `Carried on the casting vote of Councillor Jo Mbeki: 6 for, 6 against, 2 abstained.` */
export function voteWords(name: (member: string) => string, vote: Vote): string {
  const casting = vote.casting ? ` on the casting vote of ${name(vote.casting.by)}` : "";
  const tally = `${vote.for.length} for, ${vote.against.length} against, ${vote.abstained.length} abstained`;
  return `${vote.result === "carried" ? "Carried" : "Lost"}${casting}: ${tally}.`;
}
