/**
 * The limbs of what an item's reports recommend, as its minutes count them: each with its letter in its report and where
 * it stands. For decisions.ts and recommended.ts; and the count that minutes keep when they are issued.
 */
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import { letters } from "../markdown/anchors.ts";
import type { Limbs } from "../model/council.ts";
import { limbsOf } from "../model/recommendations.ts";
import { address } from "./addresses.ts";

export interface CountedLimb {
  /** The report in the version that the meeting had; null where it was withdrawn since. */
  readonly paper: PublicPaper | null;
  /** Its place among the limbs of its report, from 0. */
  readonly at: number;
  /** `(b)`; where the item has more than one report, `(b) of “Recovery plan”`. */
  readonly name: string;
  /** `that the Panel notes the findings`; null where the report is gone. */
  readonly words: string | null;
  readonly href: string | null;
}

/** The limbs of `item`, in the order in which `answers` and `notCarried` of its minutes count them, from 1. */
export function limbsCounted(meeting: PublicMeeting, item: string): CountedLimb[] {
  const counted = countOf(meeting, item);
  const isShared = new Set(counted.map(({ paper }) => paper)).size > 1;
  return counted.map(({ paper: id, limb: at }) => {
    const paper = versionThen(meeting, id);
    const found = paper ? limbsOf(paper.value)[at] : undefined;
    const letter = limbLetter(at);
    return {
      paper,
      at,
      name: `(${letter})${isShared ? ` of ${paper ? `“${paper.value.title}”` : "a report that was withdrawn"}` : ""}`,
      words: found ? `that ${found.that} ${found.verb} ${found.object.replace(/\.$/, "")}` : null,
      href: paper && found ? address.limb(reportAddress(meeting, paper), letter) : null,
    };
  });
}

/** The letter of a limb by its place in its report, from 0. */
export function limbLetter(at: number): string {
  return letters(at).toLowerCase();
}

/** The count that minutes keep: for each item, the limbs of its reports in order. */
export function countLimbs(meeting: PublicMeeting): Limbs {
  const items = [...new Set(meeting.papers.map(({ value }) => value.agendaItem))];
  return Object.fromEntries(items.map((item) => [item, countNow(meeting, item)]));
}

function countNow(meeting: PublicMeeting, item: string): Limbs[string] {
  return meeting.papers
    .filter(({ value }) => value.agendaItem === item)
    .flatMap(({ id, value }) => limbsOf(value).map((_, limb) => ({ paper: id, limb })));
}

/**
 * Issued minutes keep the count of their day, so that a report which is revised, withdrawn or released later does not
 * make them speak of another limb.
 */
function countOf(meeting: PublicMeeting, item: string): Limbs[string] {
  const { minutes } = meeting;
  return minutes?.issuedIn && minutes.limbs ? (minutes.limbs[item] ?? []) : countNow(meeting, item);
}

/** The version of a report that issued minutes speak of: the last one issued before them. */
function versionThen({ papers, minutes }: PublicMeeting, id: string): PublicPaper | null {
  const found = papers.find((paper) => paper.id === id) ?? null;
  if (!found || !minutes?.issuedIn || !minutes.limbs) return found;
  const before = minutes.issuedIn;
  return [...found.earlier, found].findLast(({ issuedIn }) => issuedIn !== null && issuedIn < before) ?? null;
}

function reportAddress(meeting: PublicMeeting, { id, version }: PublicPaper): string {
  return meeting.papers.some((paper) => paper.id === id && paper.version === version)
    ? address.report(meeting.id, id)
    : address.version(meeting.id, id, version);
}
