/** What a meeting decided on an item, beside what was recommended, with every difference in words. */
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import { letters } from "../markdown/anchors.ts";
import { formatDate } from "../model/civil.ts";
import type { Limbs } from "../model/council.ts";
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
  /** Of late business: why the chair thought it urgent. */
  readonly urgency: string | null;
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
  const name = site.namesIn(meeting.minutes);
  const limbs = limbsCounted(meeting, item.item);
  return {
    committee: bodyName(meeting),
    date: meeting.living.value.date,
    item: item.item,
    minute: item.minute,
    href: `${address.minutes(meeting.id)}#s${item.minute.toLowerCase()}`,
    urgency: item.urgency ?? null,
    summary: item.decision ?? null,
    resolutions: item.resolutions.map((resolution) => ({
      letter: resolution.letter,
      anchor: `r${item.minute.toLowerCase()}-${resolution.letter}`,
      text: resolution.text,
      note: changeWords(name, resolution),
      takesEffect: effectWords(site, meeting, resolution.effective),
    })),
    notCarried: item.notCarried.map(({ limb, outcome, because }) => {
      const words = limbs[Number(limb) - 1];
      return `Recommended and ${OUTCOMES[outcome]}: ${words ? `that ${words.that} ${words.verb} ${words.object}` : `limb ${limb}`}.${because ? ` ${because}` : ""}`;
    }),
    moved: item.movedBy
      ? `Moved by ${name(item.movedBy)}${item.secondedBy ? `, seconded by ${name(item.secondedBy)}` : ""}.`
      : null,
    vote: item.vote ? voteView(name, item.vote) : null,
    amendments: item.amendments.map((amendment) => ({
      text: amendment.text,
      words: `Moved by ${name(amendment.movedBy)}${amendment.secondedBy ? `, seconded by ${name(amendment.secondedBy)}` : ""}; ${amendment.result}.`,
      vote: amendment.vote ? voteView(name, amendment.vote) : null,
    })),
  };
}

/**
 * The limbs of an item's reports, as the minutes count them. Issued minutes keep the count of their day, so that a report
 * which is revised or withdrawn later does not make them speak of another limb; null where it is gone.
 */
function limbsCounted(meeting: PublicMeeting, item: string): (ReturnType<typeof limbsOf>[number] | null)[] {
  const { minutes } = meeting;
  const counted = minutes?.limbs?.[item];
  if (!minutes?.issuedIn || !counted)
    return meeting.papers.filter(({ value }) => value.agendaItem === item).flatMap(({ value }) => limbsOf(value));
  return counted.map(({ paper, limb }) => {
    const found = meeting.papers.find(({ id }) => id === paper);
    const then = [...(found?.earlier ?? []), ...(found ? [found] : [])].findLast(
      ({ issuedIn }) => issuedIn !== null && issuedIn < (minutes.issuedIn ?? 0),
    );
    return then ? (limbsOf(then.value)[limb] ?? null) : null;
  });
}

/** The count that minutes keep: for each item, the limbs of its reports in order. */
export function countLimbs(meeting: PublicMeeting): Limbs {
  const items = [...new Set(meeting.papers.map(({ value }) => value.agendaItem))];
  return Object.fromEntries(
    items.map((item) => [
      item,
      meeting.papers
        .filter(({ value }) => value.agendaItem === item)
        .flatMap(({ id, value }) => limbsOf(value).map((_, limb) => ({ paper: id, limb }))),
    ]),
  );
}

/** When a resolution takes, or took, effect. Only an executive decision can be called in. */
function effectWords(site: Site, meeting: PublicMeeting, day: string | undefined): string | null {
  if (!day) return null;
  if (day <= site.today) return `Took effect on ${formatDate(day)}.`;
  return `Takes effect on ${formatDate(day)}${meeting.committee.regime === "executive" ? " unless called in" : ""}.`;
}

type Name = (memberOrWords: string) => string;

const OUTCOMES = {
  rejected: "rejected",
  withdrawn: "withdrawn",
  deferred: "deferred",
  "not put": "not put to the vote",
} as const;

function changeWords(name: Name, { change, difference, movedBy }: MinuteItem["resolutions"][number]): string {
  if (change === "as recommended") return "As recommended.";
  if (change === "on a motion") return `On a motion${movedBy ? `, moved by ${name(movedBy)}` : ""}.`;
  if (change === "amended") return `Changed at the meeting: ${difference ?? ""}`;
  return `Added at the meeting${movedBy ? `, moved by ${name(movedBy)}` : ""}.`;
}

function voteView(name: Name, vote: Vote): VoteView {
  const casting = vote.casting ? ` on the casting vote of ${name(vote.casting.by)}` : "";
  const tally = `${vote.for.length} for, ${vote.against.length} against, ${vote.abstained.length} abstained`;
  const sides = [
    { side: "For", names: vote.for },
    { side: "Against", names: vote.against },
    { side: "Abstained", names: vote.abstained },
  ];
  return {
    words: `${vote.result === "carried" ? "Carried" : "Lost"}${casting}: ${tally}.`,
    sides: sides.filter(({ names }) => names.length > 0).map(({ side, names }) => ({ side, names: names.map(name) })),
  };
}

/** What a report recommends, lettered through the report. */
export function recommendationsOf(paper: PublicPaper) {
  let count = 0;
  return paper.value.recommendations.map(({ text, that, limbs }) => ({
    text: text ?? null,
    that,
    limbs: limbs.map((limb) => ({ letter: letters(count++).toLowerCase(), text: `${limb.verb} ${limb.object}` })),
  }));
}
