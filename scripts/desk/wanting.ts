/** What still has to be written for a meeting: papers that are not there, and gaps inside those that are. For the desk. */
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
    words.push("It is to be decided, and the agenda names no report for it.");
  return words.map((each) => ({ words: each, href: null }));
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
