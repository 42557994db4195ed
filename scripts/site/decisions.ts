/** What a meeting decided on an item, beside what was recommended, with every difference in words. */
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import { formatDate } from "../model/civil.ts";
import type { MinuteItem, Vote } from "../model/minutes.ts";
import { limbsOf } from "../model/recommendations.ts";
import { address } from "./addresses.ts";
import { bodyName, type Site } from "./site.ts";

export interface DecisionView {
  readonly committee: string;
  readonly date: string;
  readonly item: string;
  readonly minute: string;
  readonly href: string;
  readonly summary: string | null;
  readonly resolutions: readonly {
    letter: string;
    anchor: string;
    text: string;
    note: string;
    takesEffect: string | null;
  }[];
  /** What was recommended and not resolved, each in words. */
  readonly notCarried: readonly string[];
  readonly moved: string | null;
  readonly vote: VoteView | null;
  readonly amendments: readonly { text: string; words: string; vote: VoteView | null }[];
}

export interface VoteView {
  readonly words: string;
  readonly sides: readonly { side: string; names: readonly string[] }[];
}

/** What became of an item, or null where the minutes have nothing of it. */
export function decisionOn(site: Site, meeting: PublicMeeting, item: string): DecisionView | null {
  const found = meeting.minutes?.value.items.find((each) => each.item === item);
  return found ? decisionView(site, meeting, found) : null;
}

export function decisionView(site: Site, meeting: PublicMeeting, item: MinuteItem): DecisionView {
  const limbs = meeting.papers
    .filter((paper) => paper.value.agendaItem === item.item)
    .flatMap((paper) => limbsOf(paper.value));
  return {
    committee: bodyName(meeting),
    date: meeting.living.value.date,
    item: item.item,
    minute: item.minute,
    href: `${address.minutes(meeting.id)}#s${item.minute.toLowerCase()}`,
    summary: item.decision ?? null,
    resolutions: item.resolutions.map((resolution) => ({
      letter: resolution.letter,
      anchor: `r${item.minute.toLowerCase()}-${resolution.letter}`,
      text: resolution.text,
      note: changeWords(site, resolution),
      takesEffect: effectWords(site, meeting, resolution.effective),
    })),
    notCarried: item.notCarried.map(({ limb, outcome, because }) => {
      const words = limbs[Number(limb) - 1];
      return `Recommended and ${OUTCOMES[outcome]}: ${words ? `that ${words.that} ${words.verb} ${words.object}` : `limb ${limb}`}.${because ? ` ${because}` : ""}`;
    }),
    moved: item.movedBy
      ? `Moved by ${site.name(item.movedBy)}${item.secondedBy ? `, seconded by ${site.name(item.secondedBy)}` : ""}.`
      : null,
    vote: item.vote ? voteView(site, item.vote) : null,
    amendments: item.amendments.map((amendment) => ({
      text: amendment.text,
      words: `Moved by ${site.name(amendment.movedBy)}${amendment.secondedBy ? `, seconded by ${site.name(amendment.secondedBy)}` : ""}; ${amendment.result}.`,
      vote: amendment.vote ? voteView(site, amendment.vote) : null,
    })),
  };
}

/** When a resolution takes, or took, effect. Only an executive decision can be called in. */
function effectWords(site: Site, meeting: PublicMeeting, day: string | undefined): string | null {
  if (!day) return null;
  if (day <= site.today) return `Took effect on ${formatDate(day)}.`;
  return `Takes effect on ${formatDate(day)}${meeting.committee.regime === "executive" ? " unless called in" : ""}.`;
}

const OUTCOMES = {
  rejected: "rejected",
  withdrawn: "withdrawn",
  deferred: "deferred",
  "not put": "not put to the vote",
} as const;

function changeWords(site: Site, { change, difference, movedBy }: MinuteItem["resolutions"][number]): string {
  if (change === "as recommended") return "As recommended.";
  if (change === "on a motion") return `On a motion${movedBy ? `, moved by ${site.name(movedBy)}` : ""}.`;
  if (change === "amended") return `Changed at the meeting: ${difference ?? ""}`;
  return `Added at the meeting${movedBy ? `, moved by ${site.name(movedBy)}` : ""}.`;
}

function voteView(site: Site, vote: Vote): VoteView {
  const casting = vote.casting ? ` on the casting vote of ${site.name(vote.casting.by)}` : "";
  const tally = `${vote.for.length} for, ${vote.against.length} against, ${vote.abstained.length} abstained`;
  const sides = [
    { side: "For", names: vote.for },
    { side: "Against", names: vote.against },
    { side: "Abstained", names: vote.abstained },
  ];
  return {
    words: `${vote.result === "carried" ? "Carried" : "Lost"}${casting}: ${tally}.`,
    sides: sides
      .filter(({ names }) => names.length > 0)
      .map(({ side, names }) => ({ side, names: names.map((name) => site.name(name)) })),
  };
}

/** What a report recommends, lettered through the report. */
export function recommendationsOf(paper: PublicPaper) {
  let count = 0;
  return paper.value.recommendations.map(({ text, that, limbs }) => ({
    text: text ?? null,
    that,
    limbs: limbs.map((limb) => ({ letter: String.fromCharCode(97 + count++), text: `${limb.verb} ${limb.object}` })),
  }));
}
