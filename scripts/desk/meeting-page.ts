/** The desk's page of one meeting, as plain data for templates/desk/meeting.njk. Called by render-desk.ts. */

import { type DutyLine, dutiesOf } from "../duty-calendar.ts";
import { lastIssued } from "../load/later-versions.ts";
import type { AgendaItem } from "../model/agenda.ts";
import { formatDate, formatLongDate, formatTime } from "../model/civil.ts";
import type { Council, CouncilMeeting, Papers } from "../model/council.ts";
import { type Problem, stops } from "../model/problem.ts";
import { address } from "../site/addresses.ts";
import type { Tone } from "../site/site.ts";
import { count } from "../templating/filters.ts";
import { type ActWords, actWords } from "./act-words.ts";
import { bothColumns, type Columns } from "./both-columns.ts";
import { deskAddress } from "./desk-addresses.ts";
import type { DeskCouncil } from "./desk-council.ts";
import { nextAct } from "./next-act.ts";
import { type ProblemView, placeOnPage } from "./place-on-page.ts";
import { reportsOf, reportsThere } from "./reports-of-item.ts";
import { sideBySideOf } from "./side-by-side.ts";
import { allLacking, gapsIn, type Lack, papersLacking } from "./wanting.ts";

const TOLD_AS_LACKING = ["to-be-filled-in", "decision-without-paper"];

export interface ItemOnDesk extends Columns {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** The preview's page and the place of the item on it. */
  readonly href: string | null;
  readonly lacks: readonly Lack[];
  readonly problems: readonly ProblemView[];
  /** Whether a file can be brought in for it: papers of an item that is withheld lie outside this folder. */
  readonly canImport: boolean;
  /** Whether a paper is still to be brought in, so that its form stands open. */
  readonly lacksPaper: boolean;
  /** Reports that are there and were never issued, whose place an import may take. */
  readonly replaceable: readonly string[];
  /** Reports that can be read, with which an appendix may go. */
  readonly readable: readonly string[];
  /** The pages that imports left of its reports. */
  readonly sideBySide: readonly { readonly report: string; readonly href: string }[];
}

/** All that the page of `meeting` shows, its forms' token and its packs apart. */
export function meetingPage(desk: DeskCouncil, meeting: CouncilMeeting, drafts: Papers) {
  const { council } = desk;
  const { value } = meeting.living;
  const act = nextAct(desk, meeting, drafts);
  const columns = bothColumns(desk, meeting, drafts, act);
  const items =
    drafts.agenda?.value.items ??
    meeting.issued.findLast((each) => each.papers.agenda)?.papers.agenda?.value.items ??
    [];
  const view = (problem: Problem): ProblemView => ({
    ...problem,
    stops: stops(problem),
    href: placeOnPage(desk, problem),
  });
  const holdsUp = (act?.holdsUp ?? []).map(view);
  const isShown = new Set(holdsUp.map(keyOf));
  const others = desk.found
    .filter(({ file }) => file.startsWith(`${meeting.folder}/`))
    .map(view)
    .filter((problem) => !isShown.has(keyOf(problem)));
  const ofItem = (item: AgendaItem) => others.filter((problem) => isOfItem(problem, meeting, drafts, item));
  const placed = new Set(items.flatMap(ofItem).map(keyOf));
  const body = bodyOf(council, meeting);
  const calendar = dutiesOf(desk.around, meeting.id);
  const onDesk = items.map((item): ItemOnDesk => {
    const reports = reportsOf(drafts, item);
    const readable = reports.filter((id) => drafts.reports.some((report) => report.id === id));
    const papers = papersLacking(meeting, drafts, item);
    const page = `${address.meeting(meeting.id)}#${item.id}`;
    return {
      id: item.id,
      number: item.displayed ?? item.number,
      title: item.title,
      href: desk.pages.has(address.meeting(meeting.id)) ? page : null,
      ...columns(item.number),
      lacks: [...papers, ...reports.flatMap((id) => gapsIn(council.root, meeting, id))],
      // What is still to be written is told above, each with its line.
      problems: ofItem(item).filter(({ rule }) => !TOLD_AS_LACKING.includes(rule)),
      canImport: !item.withheld && !item.minutesOf,
      lacksPaper: papers.length > 0,
      replaceable: reportsThere(council.root, meeting, item).filter((id) => !lastIssued(meeting.issued, id)),
      readable,
      sideBySide: readable.flatMap((report) =>
        sideBySideOf(desk, meeting.id, report) ? [{ report, href: deskAddress.sideBySide(meeting.id, report) }] : [],
      ),
    };
  });
  const ofMeeting = ["meeting", "agenda", "minutes"].flatMap((name) => gapsIn(council.root, meeting, name));
  return {
    url: deskAddress.meeting(meeting.id),
    title: `${body}, ${formatLongDate(value.date)}`,
    documentTitle: `Desk: ${titleOf(council, meeting)}`,
    description: "What this meeting still lacks, and what the public will see of it.",
    above: [{ text: "Desk", href: deskAddress.home() }],
    id: meeting.id,
    body,
    when: `${formatLongDate(value.date)} at ${formatTime(value.time)}`,
    place: value.place.name,
    status: value.status,
    preview: desk.pages.has(address.meeting(meeting.id)) ? address.meeting(meeting.id) : null,
    act: actWords(desk, meeting, act) satisfies ActWords,
    holdsUp,
    lacking: allLacking(ofMeeting, onDesk),
    others: others.filter((problem) => !placed.has(keyOf(problem))),
    duties: (calendar?.duties ?? []).map((duty) => ({ ...duty, ...DUTIES[duty.state] })),
    dutiesNote: calendar?.note ?? null,
    whole: columns(null),
    items: onDesk,
    agendaNumbers: items.map(({ number }) => number),
    hasAgenda: drafts.agenda !== null,
  };
}

/** What stands on the desk's own page of all meetings for this one. */
export function meetingOnHome(desk: DeskCouncil, meeting: CouncilMeeting, drafts: Papers) {
  const page = meetingPage(desk, meeting, drafts);
  const lacks = page.lacking.length;
  return {
    href: page.url,
    title: page.title,
    committee: page.body,
    date: meeting.living.value.date,
    time: meeting.living.value.time,
    place: page.place,
    act: page.act,
    lacks: lacks > 0 ? `${count(lacks, "thing")} still to be written or filled in` : null,
    stopping: page.holdsUp.length,
  };
}

/** `Cabinet, 14 December 2026`. */
export function titleOf(council: Council, meeting: CouncilMeeting): string {
  return `${bodyOf(council, meeting)}, ${formatDate(meeting.living.value.date)}`;
}

function bodyOf({ committees }: Council, { living: { value } }: CouncilMeeting): string {
  return committees.find(({ id }) => id === value.committee)?.value.name ?? value.committee;
}

const DUTIES: Readonly<Record<DutyLine["state"], { words: string; tone: Tone }>> = {
  met: { words: "Done", tone: "done" },
  owed: { words: "To be done", tone: "due" },
  overdue: { words: "Overdue", tone: "late" },
  late: { words: "Done, late", tone: "late" },
  "if there is one": { words: "Does not arise so far", tone: "plain" },
};

function isOfItem(problem: ProblemView, meeting: CouncilMeeting, drafts: Papers, item: AgendaItem): boolean {
  if (problem.file === `${meeting.folder}/agenda.md`) return problem.href?.endsWith(`#${item.id}`) ?? false;
  return reportsOf(drafts, item).some((id) => problem.file === `${meeting.folder}/${id}.md`);
}

function keyOf({ file, line, column, rule, message }: Problem): string {
  return JSON.stringify([file, line, column, rule, message]);
}
