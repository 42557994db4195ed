/** What still has to be written for a meeting: papers that are not there, and gaps inside those that are. For the desk. */

import { issuedAgenda } from "../issuing/choose-papers.ts";
import { exists, readBytes } from "../load/files.ts";
import { lastIssued } from "../load/later-versions.ts";
import type { AgendaItem } from "../model/agenda.ts";
import type { CouncilMeeting, Papers } from "../model/council.ts";
import { marksIn } from "../model/unfilled.ts";
import { address } from "../site/addresses.ts";

export interface Lack {
  readonly words: string;
  /** The preview's page of the paper with the gap; null where there is no paper. */
  readonly href: string | null;
}

/** The papers that `item` names and nobody has written, and those that it says are to follow. */
export function papersLacking(meeting: CouncilMeeting, drafts: Papers, item: AgendaItem): Lack[] {
  const missing = item.papers.filter(
    (id) => !drafts.reports.some((report) => report.id === id) && !lastIssued(meeting.issued, id),
  );
  const why = item.toFollow ? ` To follow: ${item.toFollow}` : "";
  const words = missing.map((id) => `The report \`${id}\` is not written yet.${why}`);
  if (missing.length === 0 && item.papers.length === 0 && item.toFollow)
    words.push(`A paper is to follow: ${item.toFollow}`);
  if (
    item.papers.length === 0 &&
    !item.toFollow &&
    !item.withheld &&
    (item.for === "decision" || item.for === "recommendation")
  )
    words.push(`It is to be decided, and the agenda names no report for it. ${withoutPaper(meeting, item)}`);
  return words.map((each) => ({ words: each, href: null }));
}

/** What becomes of an item to be decided that has no paper, since nothing holds it up. */
function withoutPaper(meeting: CouncilMeeting, { id }: AgendaItem): string {
  const isOut = issuedAgenda(meeting)?.value.items.some((each) => each.id === id) ?? false;
  return isOut
    ? "The agenda was issued without one, so nobody sees a paper. One that is brought in goes out with a supplement."
    : "It can be issued without one, and then nobody will see a paper.";
}

/**
 * All that a meeting lacks as one list, each thing once: a gap in a report that two items name is one gap. What its items lack says
 * for which item, and leads to the item on the desk where there is no paper yet.
 */
export function allLacking(
  ofMeeting: readonly Lack[],
  items: readonly { readonly id: string; readonly number: string; readonly lacks: readonly Lack[] }[],
): Lack[] {
  const told = new Set<string>();
  const ofItems = items.flatMap(({ id, number, lacks }) =>
    lacks
      .filter(({ words, href }) => href === null || !told.has(words))
      .map(({ words, href }) => {
        told.add(words);
        return { words: `Item ${number}: ${words}`, href: href ?? `#item-${id}` };
      }),
  );
  return [...ofMeeting, ...ofItems];
}

/** Every `[to be filled in: ...]` of one of the meeting's files, with its line. */
export function gapsIn(root: string, meeting: CouncilMeeting, name: string): Lack[] {
  const file = `${meeting.folder}/${name}.md`;
  if (!exists(root, file)) return [];
  const text = readBytes(root, file).toString("utf8");
  const href = { agenda: null, meeting: null, minutes: address.minutes(meeting.id) }[name];
  return marksIn(text).map(({ what, at }) => ({
    words: `To be filled in, ${name}.md line ${text.slice(0, at).split("\n").length}: ${what}`,
    href: href === undefined ? address.report(meeting.id, name) : href,
  }));
}
