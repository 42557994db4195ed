/** The parts of a pack, each from a new page: reports, minutes, and the pages of papers that were withdrawn. For pack-document.ts. */

import { MINUTES_OF } from "../access/admit-acts.ts";
import type { PublicAppendix, PublicMeeting, PublicPaper } from "../access/public-council.ts";
import { formatDate } from "../model/civil.ts";
import type { IssueKind, MissedClock, PageRange } from "../model/record.ts";
import { PART_ADDRESS } from "../printing/addresses.ts";
import { address } from "../site/addresses.ts";
import { decisionView, wasPut } from "../site/decisions.ts";
import { itemTitle, meetingName } from "../site/meeting-words.ts";
import { attendanceOf, questionsOf } from "../site/pages/minutes.ts";
import { backgroundOf, factsOf, implicationsOf } from "../site/pages/report.ts";
import { paperHtml } from "../site/paper-html.ts";
import { recommendationsOf } from "../site/recommended.ts";
import type { Site } from "../site/site.ts";
import { paperChanges } from "../site/version-changes.ts";
import { askedOfReport } from "./asked-before.ts";

export interface PackRequest {
  readonly site: Site;
  readonly meeting: PublicMeeting;
  readonly kind: IssueKind;
  /** The papers that go into it, in order; none for minutes. */
  readonly papers: readonly PublicPaper[];
  /** Which of its kind it is for this meeting, from 1; left out, the first. */
  readonly sequence?: number;
  /** Why it is issued, for a revision and the like. */
  readonly reason?: string | null;
  /** The clocks that it misses, which its front sheet tells of. */
  readonly missed?: readonly MissedClock[];
  /** Whether the agenda itself is in it: always with the first, and with a revision that changes it. */
  readonly withAgenda?: boolean;
  /** Papers that were withdrawn since: the names of parts whose pages hold that word and nothing else. */
  readonly withdrawn?: WithdrawnParts | undefined;
  readonly firstPage: number;
  /** When it is issued; null for a draft pack, which says on every page that it is one. */
  readonly issuedAt: string | null;
  /** For large print: the pages of each part in the pack itself, which are marked in its text. */
  readonly printed?: ReadonlyMap<string, PrintedPages>;
}

/** The pages that a part has in the pack as it is printed for everybody: what its large print refers to. */
export interface PrintedPages {
  readonly pages: PageRange;
  readonly blocks: Readonly<Record<string, PageRange>>;
  readonly appendices: readonly { readonly id: string; readonly pages: PageRange }[];
}

/** Where a part begins and ends, among its own anchors: no paragraph has such a name. */
export const TOP = "part--top";
export const END = "part--end";

/** Papers that were taken out of a pack after it was issued, with how many pages each had, when it went and why. */
export type WithdrawnParts = ReadonlyMap<
  string,
  { readonly pages: number; readonly item: string | null; readonly at: string; readonly reason: string | null }
>;

/** A part of a pack that begins on a new page: a report, or the minutes of an earlier meeting. */
export interface PackPart {
  /** The paper's name, which is what links to the part say. */
  readonly id: string;
  readonly kind: "report" | "minutes" | "withdrawn";
  /** The file it comes from, for an officer who has to mend it. */
  readonly source: string;
  readonly title: string;
  readonly running: string;
  readonly item: string | null;
  readonly anchors: readonly string[];
  readonly appendices: readonly PackAppendix[];
  readonly [more: string]: unknown;
}

export interface PackAppendix {
  readonly id: string;
  /** What links to it say: its report's name and its own. */
  readonly key: string;
  readonly title: string;
  readonly file: string;
  /** Its path on the website, and its whole address where the council names one. */
  readonly path: string;
  readonly address: string;
  /** Whether it has tags for those who cannot see it; known once it is read. */
  readonly isAccessible?: boolean;
}

/** The reports of the pack, and before them, in agenda order, the minutes that are to be approved. */
export function partsOf(request: PackRequest): PackPart[] {
  const { site, meeting, kind, papers, withdrawn } = request;
  if (kind === "minutes" || kind === "correction")
    return [
      withdrawn?.has("minutes")
        ? withdrawnPart(withdrawn, "minutes")
        : minutesPart(site, meeting, request.printed?.get("minutes")),
    ];
  const parts: PackPart[] = [];
  const gone = new Set(withdrawn?.keys());
  for (const item of meeting.agenda?.value.items ?? []) {
    const earlier = kind === "agenda" && item.minutesOf ? site.meeting(item.minutesOf) : null;
    for (const id of [`${MINUTES_OF}${item.minutesOf}`, ...item.papers])
      if (withdrawn && gone.delete(id)) parts.push(withdrawnPart(withdrawn, id));
    if (earlier?.minutes && !withdrawn?.has(`${MINUTES_OF}${earlier.id}`))
      parts.push({ ...earlierMinutes(request, earlier), item: item.number });
    for (const paper of papers) if (paper.value.agendaItem === item.number) parts.push(reportPart(request, paper));
    for (const id of [...gone])
      if (withdrawn?.get(id)?.item === item.number && gone.delete(id)) parts.push(withdrawnPart(withdrawn, id));
  }
  return parts;
}

/** The minutes of an earlier meeting, which are to be approved at this one. */
function earlierMinutes({ site, printed }: PackRequest, earlier: PublicMeeting): PackPart {
  const id = `${MINUTES_OF}${earlier.id}`;
  return { ...minutesPart(site, earlier, printed?.get(id)), id };
}

/** As many pages as the paper had, each of which says that it was withdrawn. */
function withdrawnPart(withdrawn: WithdrawnParts, id: string): PackPart {
  const { pages, item, at, reason } = withdrawn.get(id) ?? { pages: 1, item: null, at: "", reason: null };
  return {
    id,
    kind: "withdrawn",
    source: `${id}.md`,
    title: "Withdrawn",
    running: "Withdrawn",
    item,
    anchors: [],
    appendices: [],
    withdrawnAt: at,
    reason,
    sheets: Array.from({ length: pages }, (_, sheet) => sheet + 1),
  };
}

export function reportPart(request: PackRequest, paper: PublicPaper): PackPart {
  const { site, meeting } = request;
  const before = paper.earlier.at(-1);
  const { value } = paper;
  const item = meeting.agenda?.value.items.find((each) => each.number === value.agendaItem);
  const displayed = item?.displayed ?? item?.number ?? value.agendaItem;
  return {
    id: paper.id,
    kind: "report",
    source: paper.body.file,
    title: value.title,
    running: `Item ${displayed}: ${value.title}`,
    item: value.agendaItem,
    displayed,
    late: request.kind === "supplement" ? (item?.toFollow ?? null) : null,
    replaces: before ? { issuedAt: before.issuedAt, changes: paperChanges(site, before, paper) } : null,
    released: request.kind === "release" ? (request.reason ?? null) : null,
    language: value.language ?? null,
    summary: value.summary ?? null,
    facts: factsOf(site, meeting, paper),
    asked: askedOfReport(site, meeting, paper),
    recommendations: recommendationsOf(paper),
    html: paperHtml(site, meeting, paper, printOptions(paper, request.printed?.get(paper.id))),
    implications: implicationsOf(paper),
    ...backgroundOf(paper),
    anchors: paper.outline.blocks.map((block) => block.anchor),
    appendices: paper.appendices.map((appendix) => packAppendix(site, meeting, paper.id, appendix)),
  };
}

function minutesPart(site: Site, meeting: PublicMeeting, printed?: PrintedPages): PackPart {
  const minutes = meeting.minutes;
  if (!minutes) throw new Error(`${meeting.id} has no minutes`);
  return {
    id: "minutes",
    kind: "minutes",
    source: minutes.body.file,
    title: `Minutes of ${meetingName(meeting)}`,
    running: `Minutes of ${formatDate(meeting.living.value.date)}`,
    item: null,
    date: meeting.living.value.date,
    began: minutes.value.began,
    ended: minutes.value.ended,
    place: meeting.living.value.place.name,
    decisions: minutes.value.items
      .map((item) => ({ ...decisionView(site, meeting, item), title: itemTitle(meeting, item.item) }))
      .filter((decision) => wasPut(decision) || decision.summary),
    ...attendanceOf(site, meeting),
    questions: questionsOf(site, meeting),
    followUps: followUpsOf(site, meeting),
    html: paperHtml(site, meeting, minutes, printOptions(minutes, printed)),
    anchors: minutes.outline.blocks.map((block) => block.anchor),
    appendices: [],
  };
}

/** What was asked for at the meeting, as the minutes have it; what became of it is for the website to say. */
function followUpsOf(site: Site, meeting: PublicMeeting) {
  const name = site.namesIn(meeting.minutes);
  return (meeting.minutes?.value.items ?? []).flatMap((item) =>
    item.followUps.map((each) => {
      const due = each.due.meeting ? site.called(each.due.meeting) : null;
      const when = each.due.said ?? (due ? meetingName(due) : each.due.date ? formatDate(each.due.date) : "");
      return {
        text: each.text,
        askedBy: name(each.askedBy),
        undertakenBy: each.undertakenBy ?? null,
        when,
        minute: item.minute,
      };
    }),
  );
}

/** How a paper is rendered for print: end marks, images inside the document, links that may lead to another part. */
function printOptions(paper: PublicPaper<unknown>, printed?: PrintedPages) {
  return {
    forPrint: true,
    pages: printed?.blocks ?? {},
    range: printed?.pages ?? null,
    // Whether the page it leads to is in the pack too is known when the pack is put together.
    link: (to: string) => (to.startsWith("/") ? `${PART_ADDRESS.site}${to.slice(1)}` : to),
    image: (file: string) => (paper.images.has(file) ? `pack-file:${paper.images.get(file)?.file}` : ""),
  };
}

function packAppendix(site: Site, meeting: PublicMeeting, report: string, appendix: PublicAppendix): PackAppendix {
  const website = site.council.settings.website?.replace(/\/$/, "") ?? "";
  const path = address.meetingFile(meeting.id, appendix.address);
  return {
    id: appendix.id,
    key: `${report}/${appendix.id}`,
    title: appendix.title,
    file: appendix.file,
    path,
    address: `${website}${path}`,
  };
}
