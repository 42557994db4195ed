/** What a pack consists of, as plain data for templates/packs/: front sheet and agenda around its parts. Called by lay-out.ts. */

import { MINUTES_OF } from "../access/admit-acts.ts";
import type { PublicMeeting } from "../access/public-council.ts";
import type { AgendaItem } from "../model/agenda.ts";
import { formatLongDate, formatTime } from "../model/civil.ts";
import type { IssueKind } from "../model/record.ts";
import { missedView } from "../site/clock-words.ts";
import { meetingName, meetingTime } from "../site/meeting-words.ts";
import type { Site } from "../site/site.ts";
import { agendaChanges, type ChangeView } from "../site/version-changes.ts";
import { packName } from "./pack-names.ts";
import type { PackPart, PackRequest } from "./pack-parts.ts";

export interface PackDocument {
  readonly title: string;
  readonly name: string;
  readonly language: string;
  /** What runs at the head of its pages. */
  readonly running: string;
  readonly parts: readonly PackPart[];
  readonly [more: string]: unknown;
}

/** The pack's front sheet and agenda, with the parts that they lead to. */
export function packDocument(request: PackRequest, parts: readonly PackPart[]): PackDocument {
  const { site, meeting, kind, issuedAt, firstPage } = request;
  const { settings } = site.council;
  const isMinutes = kind === "minutes" || kind === "correction";
  return {
    title: `${packTitle(request)}: ${meetingName(meeting)}`,
    name: packTitle(request),
    language: settings.language,
    council: settings.name,
    kind,
    firstPage,
    issuedAt,
    committee: meeting.committee.name,
    date: meeting.living.value.date,
    when: meetingTime(meeting),
    place: meeting.living.value.place,
    contact: meeting.committee.contact,
    reason: request.reason ?? null,
    missed: (request.missed ?? []).map((each) => missedView(meeting, each)),
    notice: noticeOf(meeting, kind),
    isMinutes,
    isNotice: kind === "notice" || kind === "cancellation",
    addsPapers: kind === "supplement" || kind === "revision" || kind === "release",
    summary: isMinutes ? meeting.minutes?.value.summary : kind === "agenda" ? meeting.agenda?.value.summary : null,
    website: site.council.settings.website ? `${settings.website}/meetings/${meeting.id}/` : null,
    membership: membershipOn(site, meeting),
    running: meetingName(meeting),
    agenda: kind === "agenda" || request.withAgenda ? agendaOf(meeting, parts) : null,
    agendaChanges: kind === "revision" && request.withAgenda ? changesOfAgenda(meeting) : [],
    parts,
  };
}

function packTitle({ kind, sequence }: Pick<PackRequest, "kind" | "sequence">): string {
  return packName(kind, sequence ?? 1)?.title ?? "";
}

/** The notice on the front sheet: the officer's own words with an agenda, else what the meeting's own file says. */
function noticeOf(meeting: PublicMeeting, kind: IssueKind): string | null {
  const { value } = meeting.living;
  const when = `${formatTime(value.time)} on ${formatLongDate(value.date)}`;
  if (kind === "cancellation")
    return `The meeting of ${meeting.committee.name} that was to be held at ${when} is cancelled.${value.because ? ` ${value.because}` : ""}`;
  if (kind === "notice")
    return [
      `Notice is given of a meeting of ${meeting.committee.name} at ${when}, at ${[value.place.name, value.place.address].filter(Boolean).join(", ")}.`,
      value.shorterNotice ? `It is convened at shorter notice than usual: ${value.shorterNotice.because}` : null,
      value.status === "moved" || value.status === "reconvened" || value.status === "adjourned"
        ? (value.because ?? null)
        : null,
    ]
      .filter(Boolean)
      .join(" ");
  return kind === "agenda" ? (meeting.agenda?.value.notice ?? null) : null;
}

function changesOfAgenda({ agenda }: PublicMeeting): readonly ChangeView[] {
  const before = agenda?.earlier.at(-1);
  return agenda && before ? agendaChanges(before, agenda) : [];
}

/** The agenda with, for each paper, the part it leads to; page numbers come once they are known. */
function agendaOf(meeting: PublicMeeting, parts: readonly PackPart[]) {
  return (meeting.agenda?.value.items ?? []).map((item) => ({
    number: item.displayed ?? item.number,
    title: item.title,
    text: item.text ?? null,
    keyDecision: item.keyDecision,
    withheld: item.withheld ?? null,
    urgent: item.urgent ?? null,
    toFollow: toFollowOf(meeting, item, parts),
    representations: item.withheld?.representations ?? null,
    urgentlyPrivate: item.withheld?.urgentlyPrivate ?? null,
    papers: parts
      .filter((part) => part.item === item.number)
      .map(({ id, title, appendices }) => ({ id, title, appendices })),
    // In a revised agenda: what stands in the packs before it, with the pages it has there.
    elsewhere: meeting.papers
      .filter((paper) => paper.pages && item.papers.includes(paper.id) && !parts.some((part) => part.id === paper.id))
      .map((paper) => ({ title: paper.value.title, page: paper.pages?.first }))
      .concat(minutesElsewhere(meeting, item, parts)),
  }));
}

function minutesElsewhere(meeting: PublicMeeting, { minutesOf }: AgendaItem, parts: readonly PackPart[]) {
  const page = minutesOf ? meeting.minutesToApprove[minutesOf]?.first : undefined;
  return page && !parts.some(({ id }) => id === `${MINUTES_OF}${minutesOf}`) ? [{ title: "The minutes", page }] : [];
}

/** Why a paper of the item is not here: in the officer's words, or simply that it is to follow. */
function toFollowOf(meeting: PublicMeeting, item: AgendaItem, parts: readonly PackPart[]): string | null {
  const here = new Set([
    ...parts.map(({ id }) => id),
    ...meeting.papers.filter(({ pages }) => pages).map(({ id }) => id),
  ]);
  if (item.papers.every((id) => here.has(id))) return null;
  return item.toFollow ?? "A paper for this item will be issued later.";
}

/** Who sat on the committee on the day of the meeting, chair first. */
function membershipOn(site: Site, meeting: PublicMeeting) {
  const day = meeting.living.value.date;
  const seats = meeting.committee.membership.filter((seat) => seat.from <= day && (!seat.until || seat.until >= day));
  const order = ["chair", "vice-chair", "member", "co-optee", "substitute"];
  return [...seats]
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
    .map((seat) => ({
      name: site.name(seat.member),
      role: seat.role === "member" ? null : seat.role,
      portfolio: seat.portfolio ?? null,
    }));
}
