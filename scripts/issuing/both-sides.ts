/**
 * Both sides of an act of issuing: what it makes public, and what stays back and why. Told after it is done, by
 * print-and-append.ts, and shown before it on the desk; both ask here, of the same plan and the same public council.
 */
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import { lastIssued } from "../load/later-versions.ts";
import type { AgendaItem } from "../model/agenda.ts";
import type { CouncilMeeting, Document, Papers } from "../model/council.ts";
import type { IssueKind } from "../model/record.ts";
import type { Report } from "../model/report.ts";
import { address } from "../site/addresses.ts";
import { agendaChanged, issuedAgenda } from "./choose-papers.ts";
import type { IssuePlan } from "./plan-issue.ts";

/** Something that the public can read from then on. */
export interface GoesOut {
  /** The number of its item on the agenda; null for what is of the whole meeting. */
  readonly item: string | null;
  readonly title: string;
  /** Its address on the site. */
  readonly address: string;
  readonly isAppendix: boolean;
}

/** Something that an officer may look for on the public side and will not find there. */
export interface StaysBack {
  /** The item of the agenda, where it is about one. */
  readonly item: { readonly number: string; readonly title: string } | null;
  /** The draft, by name; null where it is about the item itself. */
  readonly paper: string | null;
  readonly because: string;
}

/** Kinds that bring papers for the items of an agenda. */
const OF_PAPERS: readonly IssueKind[] = ["agenda", "supplement", "revision", "release"];

/** What the act of `plan` makes public, the pack apart. `view` is the meeting as it would be printed. */
export function goesOut(view: PublicMeeting, { kind, brought }: IssuePlan): GoesOut[] {
  const ofMeeting = (title: string, at: string): GoesOut => ({ item: null, title, address: at, isAppendix: false });
  const told = kind === "notice" || kind === "cancellation" ? kind : "agenda";
  return [
    ...(brought.agenda || told === kind ? [ofMeeting(told, address.meeting(view.id))] : []),
    ...(brought.minutes ? [ofMeeting("minutes", address.minutes(view.id))] : []),
    ...papersOf(view, brought.papers).flatMap(({ id, value, appendices }): GoesOut[] => [
      { item: value.agendaItem, title: value.title, address: address.report(view.id, id), isAppendix: false },
      ...appendices.map((each) => ({
        item: value.agendaItem,
        title: each.title,
        address: address.meetingFile(view.id, each.address),
        isAppendix: true,
      })),
    ]),
  ];
}

/** What stays back when the act of `plan` is done: drafts that it does not bring, and items of which little may be said. */
export function staysBack(view: PublicMeeting, meeting: CouncilMeeting, drafts: Papers, plan: IssuePlan): StaysBack[] {
  const items = (plan.brought.agenda ? view.agenda?.value.items : issuedAgenda(meeting)?.value.items) ?? [];
  const itemOf = (number: string | undefined) => items.find((item) => item.number === number) ?? null;
  const held = new Set(plan.heldBack.map(({ paper }) => paper));
  const draftOf = (id: string) => drafts.reports.find((report) => report.id === id);
  const shown = OF_PAPERS.includes(plan.kind) ? items : [];
  const isOut = (id: string) => plan.brought.papers.includes(id) || isIssued(view, id) || wasWithdrawn(meeting, id);
  return [
    ...plan.heldBack.map(({ paper }) => ({
      item: itemOf(draftOf(paper)?.value.agendaItem) ?? items.find(({ papers }) => papers.includes(paper)) ?? null,
      paper,
      because: "held back until what stands above is put right",
    })),
    ...shown
      .filter((item) => item.papers.some((id) => !held.has(id) && !isOut(id)))
      .map((item) => ({ item, paper: null, because: "its paper is to follow" })),
    ...shown
      .filter((item) => item.withheld)
      .map((item) => ({ item, paper: null, because: "not for publication; only what agenda.md says of it" })),
    ...drafts.reports
      .filter(({ id }) => !held.has(id) && !plan.brought.papers.includes(id))
      .flatMap((report) => {
        const because = whyLeft(meeting, report, items);
        return because ? [{ item: itemOf(report.value.agendaItem), paper: report.id, because }] : [];
      }),
    ...papersOf(view, plan.brought.papers).flatMap((paper) =>
      appendicesLeft(paper).map((left) => ({ item: itemOf(paper.value.agendaItem), ...left })),
    ),
    ...(!plan.brought.agenda && agendaChanged(meeting, drafts)
      ? [{ item: null, paper: "agenda.md", because: "changed since it was issued; that is a revision" }]
      : []),
    ...(drafts.minutes && !plan.brought.minutes && view.minutes === null
      ? [{ item: null, paper: "minutes.md", because: "a draft until it is issued" }]
      : []),
  ];
}

/** Why a draft is not in the act; null where the public has it as it stands. */
function whyLeft(meeting: CouncilMeeting, report: Document<Report>, items: readonly AgendaItem[]): string | null {
  const before = lastIssued(meeting.issued, report.id);
  if (before?.hash === report.hash) return null;
  if (report.value.access !== "public") return `it says \`access: ${report.value.access}\``;
  if (before) return "changed since it was issued, and the public keeps what was issued; that is a revision";
  if (wasWithdrawn(meeting, report.id))
    return "it was withdrawn, and is issued again only when it is asked for by name";
  const isListed = items.some(({ papers }) => papers.includes(report.id));
  return isListed ? "not in this act of issuing" : "no item of the agenda lists it";
}

/** Appendices that a paper in the act names and does not bring. */
function appendicesLeft({ value, appendices }: PublicPaper): { paper: string; because: string }[] {
  return value.appendices
    .filter(({ id }) => !appendices.some((each) => each.id === id))
    .map(({ file, access }) => ({
      paper: file,
      because: access === "public" ? "the file is not there" : `it says \`access: ${access}\``,
    }));
}

function papersOf(view: PublicMeeting, names: readonly string[]): PublicPaper[] {
  return view.papers.filter(({ id }) => names.includes(id));
}

function wasWithdrawn({ issued }: CouncilMeeting, paper: string): boolean {
  return issued.some(({ record }) => record.withdrawn.some(({ id }) => id === paper));
}

function isIssued(view: PublicMeeting, id: string): boolean {
  return view.papers.some((paper) => paper.id === id && paper.issuedAt !== null);
}

/** As a line of the command's outcome. */
export function outLine({ address: at, title }: GoesOut): string {
  return `${at} ${title}`;
}

export function backLine({ item, paper, because }: StaysBack): string {
  const what = paper ? (/\.(md|pdf)$/.test(paper) ? paper : `\`${paper}\``) : `item ${item?.number}, ${item?.title}`;
  return `${what}: ${because}`;
}
