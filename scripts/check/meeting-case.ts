/**
 * Gathers the facts of one meeting that the law's clocks ask about: from its living file, its agenda, what was issued
 * and the forward plan. Called by the clocks rule, the calendar and the act of issuing.
 */

import { councilDays } from "../law/council-days.ts";
import { JURISDICTIONS } from "../law/jurisdictions.ts";
import type { ItemCase, MeetingCase } from "../law/meeting-case.ts";
import { openedUnder } from "../law/regimes.ts";
import type { Agenda, AgendaItem } from "../model/agenda.ts";
import type { CivilDateTime } from "../model/civil.ts";
import type { CouncilMeeting, Snapshot, Sourced } from "../model/council.ts";
import type { IssueKind } from "../model/record.ts";
import { bodyNamed } from "./bodies.ts";
import { momentOfClocks } from "./days.ts";
import { noticesOf } from "./forward-plan-notices.ts";
import type { Surroundings } from "./surroundings.ts";

/** An act of issuing that is being thought of: what would be public from its moment on. */
export interface ActThoughtOf {
  readonly at: CivilDateTime;
  readonly kind: IssueKind;
  /** Whether the agenda is in it. */
  readonly agenda: boolean;
  /** The reports in it, by name. */
  readonly papers: readonly string[];
}

/** Kinds that tell the public when and where the meeting is, and that it is not to be. */
const TELLS: readonly IssueKind[] = ["agenda", "notice", "cancellation"];

/**
 * The case of `meeting`, as it stands or as it would after `act`: its `now` is that of the act, else a moment that every clock
 * counts as now. Null where its committee cannot be read.
 */
export function meetingCase(around: Surroundings, meeting: CouncilMeeting, act?: ActThoughtOf): MeetingCase | null {
  const { value } = meeting.living;
  const body = around.ask(bodyNamed, value.committee);
  if (!body) return null;
  const settings = around.council.settings.value;
  const first = meeting.issued.find(({ record }) => record.kind === "agenda");
  const held = isAdjourned(value)
    ? meeting.issued.findLast((each) => tells(each) && !isAdjourned(each.context.meeting))
    : undefined;
  const date = held?.context.meeting.date ?? value.date;
  return {
    jurisdiction: settings.jurisdiction,
    days: councilDays(settings),
    wanted: JURISDICTIONS[settings.jurisdiction].clearDays,
    opened: openedUnder(body),
    body: body.name,
    date,
    resumes: value.date !== date ? value.date : null,
    shorterNotice: isConvenedBefore(meeting) ? null : (value.shorterNotice ?? null),
    notice: noticeOf(meeting) ?? (act?.kind === "agenda" || act?.kind === "notice" ? act.at : null),
    agenda: first?.record.issuedAt ?? (act?.kind === "agenda" ? act.at : null),
    items: (agendaOf(meeting, act)?.value.items ?? []).map((item, index) =>
      itemCase(around, meeting, item, index, act),
    ),
    urgentBusiness: settings.standingOrders?.urgentBusiness ?? null,
    longNotice: settings.standingOrders?.longNotice ?? "calendar",
    now: act?.at ?? around.ask(momentOfClocks),
  };
}

/** The agenda that a case is about: the draft where there is one, else as it was last issued. */
export function agendaOf(meeting: CouncilMeeting, act?: ActThoughtOf): Sourced<Agenda> | null {
  const issued = meeting.issued.findLast(({ papers }) => papers.agenda)?.papers.agenda ?? null;
  if (act && !act.agenda) return issued;
  return meeting.drafts?.agenda ?? issued;
}

/**
 * When this very day, time and place were made public, and not taken back since: the first of the acts that told of them,
 * back from the last that told anything. Null while the public was told nothing, or something else.
 */
export function noticeOf({ living, issued }: CouncilMeeting): CivilDateTime | null {
  const { date, time, place } = living.value;
  let told: CivilDateTime | null = null;
  for (const snapshot of issued.filter(tells).reverse()) {
    const { meeting } = snapshot.context;
    const isSame = meeting.date === date && meeting.time === time && meeting.place.name === place.name;
    if (snapshot.record.kind === "cancellation" || !isSame) break;
    told = snapshot.record.issuedAt;
  }
  return told;
}

/** A meeting that the public was told of before was convened by then, and not at the shorter notice it claims. */
export function isConvenedBefore(meeting: CouncilMeeting): boolean {
  const told = noticeOf(meeting);
  const convened = meeting.living.value.shorterNotice?.convened;
  return told !== null && convened !== undefined && told < convened;
}

function tells({ record }: Snapshot): boolean {
  return TELLS.includes(record.kind);
}

function isAdjourned({ status }: { readonly status: string }): boolean {
  return status === "adjourned" || status === "reconvened";
}

function itemCase(
  around: Surroundings,
  meeting: CouncilMeeting,
  item: AgendaItem,
  index: number,
  act: ActThoughtOf | undefined,
): ItemCase {
  const listed = meeting.issued.find(({ papers }) => papers.agenda?.value.items.some(({ id }) => id === item.id));
  const answered = meeting.issued.find(({ papers }) =>
    papers.agenda?.value.items.some(({ id, withheld }) => id === item.id && withheld?.representations),
  );
  return {
    id: item.id,
    index,
    number: item.displayed ?? item.number,
    title: item.title,
    isBusiness: item.for !== "formal business" || item.papers.length > 0,
    openSince: listed?.record.issuedAt ?? (act?.agenda ? act.at : null),
    urgent: item.urgent ?? null,
    toFollow: item.toFollow ?? null,
    keyDecision: item.keyDecision,
    withheld: item.withheld ?? null,
    representationsSince: item.withheld?.representations
      ? (answered?.record.issuedAt ?? (act?.agenda ? act.at : null))
      : null,
    papers: item.papers.map((id, at) => ({ id, at, openSince: openSince(meeting, id, act) })),
    notices: around.ask(noticesOf, item.forwardPlan ?? item.id).filter(({ entry }) => isNoticeOf(entry, meeting.id)),
  };
}

/** A notice that names a meeting is of that meeting's decision, and of no other's with an item of the same name. */
export function isNoticeOf(entry: { readonly meeting?: string | undefined }, meeting: string): boolean {
  return entry.meeting === undefined || entry.meeting === meeting;
}

/** When a report was first public, or first again after it was withdrawn; its later versions do not make it late. */
function openSince(meeting: CouncilMeeting, paper: string, act: ActThoughtOf | undefined): CivilDateTime | null {
  const withdrawn = meeting.issued.findLast(({ record }) => record.withdrawn.some(({ id }) => id === paper))?.record
    .number;
  const first = meeting.issued.find(
    ({ record }) => record.number > (withdrawn ?? 0) && record.papers.some(({ id, file }) => id === paper && file),
  );
  return first?.record.issuedAt ?? (act?.papers.includes(paper) ? act.at : null);
}
