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
import type { Council, CouncilMeeting, Sourced } from "../model/council.ts";
import type { IssueKind } from "../model/record.ts";

/** An act of issuing that is being thought of: what would be public from its moment on. */
export interface ActThoughtOf {
  readonly at: CivilDateTime;
  readonly kind: IssueKind;
  /** The reports in it, by name. */
  readonly papers: readonly string[];
}

/** Kinds that tell the public when and where the meeting is. */
const TELLS: readonly IssueKind[] = ["agenda", "notice"];

/** The case of `meeting`, as it stands or as it would after `act`. Null where its committee cannot be read. */
export function meetingCase(council: Council, meeting: CouncilMeeting, act?: ActThoughtOf): MeetingCase | null {
  const { value } = meeting.living;
  const committee = council.committees.find(({ id }) => id === value.committee);
  if (!committee) return null;
  const settings = council.settings.value;
  const first = meeting.issued.find(({ record }) => record.kind === "agenda");
  const goesOn = (value.status === "adjourned" || value.status === "reconvened") && first !== undefined;
  const date = goesOn ? first.context.meeting.date : value.date;
  return {
    jurisdiction: settings.jurisdiction,
    days: councilDays(settings),
    wanted: JURISDICTIONS[settings.jurisdiction].clearDays,
    opened: openedUnder(committee.value),
    body: committee.value.name,
    date,
    resumes: goesOn && value.date !== date ? value.date : null,
    shorterNotice: value.shorterNotice ?? null,
    notice: noticeOf(meeting) ?? (act && TELLS.includes(act.kind) ? act.at : null),
    agenda: first?.record.issuedAt ?? (act?.kind === "agenda" ? act.at : null),
    items: (agendaOf(meeting, act)?.value.items ?? []).map((item, index) =>
      itemCase(council, meeting, item, index, act),
    ),
    urgentBusiness: settings.standingOrders?.urgentBusiness ?? null,
    longNotice: settings.standingOrders?.longNotice ?? "calendar",
    now: act?.at ?? council.now,
  };
}

/** The agenda that a case is about: the draft where there is one, else as it was last issued. */
export function agendaOf(meeting: CouncilMeeting, act?: ActThoughtOf): Sourced<Agenda> | null {
  const issued = meeting.issued.findLast(({ papers }) => papers.agenda)?.papers.agenda ?? null;
  if (act && act.kind !== "agenda" && act.kind !== "revision") return issued;
  return meeting.drafts?.agenda ?? issued;
}

/** When this very day, time and place were first made public; null while they were not. */
function noticeOf({ living, issued }: CouncilMeeting): CivilDateTime | null {
  const { date, time, place } = living.value;
  const told = issued.find(
    ({ record, context: { meeting } }) =>
      TELLS.includes(record.kind) &&
      meeting.date === date &&
      meeting.time === time &&
      meeting.place.name === place.name,
  );
  return told?.record.issuedAt ?? null;
}

function itemCase(
  council: Council,
  meeting: CouncilMeeting,
  item: AgendaItem,
  index: number,
  act: ActThoughtOf | undefined,
): ItemCase {
  const bringsAgenda = act?.kind === "agenda" || act?.kind === "revision";
  const listed = meeting.issued.find(({ papers }) => papers.agenda?.value.items.some(({ id }) => id === item.id));
  const plan = council.forwardPlan.find(({ id }) => id === (item.forwardPlan ?? item.id));
  return {
    id: item.id,
    index,
    number: item.displayed ?? item.number,
    title: item.title,
    isBusiness: item.for !== "formal business" || item.papers.length > 0,
    openSince: listed?.record.issuedAt ?? (bringsAgenda ? act.at : null),
    urgent: item.urgent ?? null,
    toFollow: item.toFollow ?? null,
    keyDecision: item.keyDecision,
    withheld: item.withheld ?? null,
    papers: item.papers.map((id, at) => ({ id, at, openSince: openSince(meeting, id, act) })),
    notices: (plan?.issued ?? []).map(({ record, entry }) => ({ issuedAt: record.issuedAt, entry: entry.value })),
  };
}

/** When a report was first public; its later versions do not make it late. */
function openSince(meeting: CouncilMeeting, paper: string, act: ActThoughtOf | undefined): CivilDateTime | null {
  const first = meeting.issued.find(({ record }) => record.papers.some(({ id, file }) => id === paper && file));
  return first?.record.issuedAt ?? (act?.papers.includes(paper) ? act.at : null);
}
