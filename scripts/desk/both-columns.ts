/**
 * Side by side, what the public will see of a meeting if its next act is done now, and what they will not, with why. Read
 * off the plan of that act and off the public councils that issuing and the public site use. Called by meeting-page.ts.
 */
import { Admission } from "../access/admit.ts";
import { issuedMeeting } from "../access/admit-issued.ts";
import { narrowDrafts } from "../access/narrow-drafts.ts";
import { presentOf } from "../access/present.ts";
import type { PublicMeeting } from "../access/public-council.ts";
import { goesOut, type StaysBack, staysBack } from "../issuing/both-sides.ts";
import { issuedAgenda } from "../issuing/choose-papers.ts";
import type { IssuePlan } from "../issuing/plan-issue.ts";
import { siteFor } from "../issuing/print-and-append.ts";
import { dayOf, formatDate } from "../model/civil.ts";
import type { CouncilMeeting, Papers } from "../model/council.ts";
import { Refusal } from "../model/refusal.ts";
import { address } from "../site/addresses.ts";
import type { DeskCouncil } from "./desk-council.ts";
import type { NextAct } from "./next-act.ts";

export interface Seen {
  readonly words: string;
  /** The preview's page of it. */
  readonly href: string | null;
  /** When the public has it: with this act, or already. */
  readonly when: string;
  readonly isNew: boolean;
}

export interface NotSeen {
  readonly words: string;
  readonly because: string;
  readonly href: string | null;
}

export interface Columns {
  readonly seen: readonly Seen[];
  readonly notSeen: readonly NotSeen[];
}

/** The two columns by the number of the agenda's item; under `null`, those of the meeting as a whole. */
export function bothColumns(
  desk: DeskCouncil,
  meeting: CouncilMeeting,
  drafts: Papers,
  act: NextAct | null,
): (item: string | null) => Columns {
  const plan = act?.plan ?? null;
  const now = issuedMeeting(presentOf(desk.council), meeting, new Admission(desk.council.root));
  const view = meetingAfter(desk, meeting, plan);
  const out = plan && view ? goesOut(view, plan) : [];
  const back = plan && view ? staysBack(view, meeting, drafts, plan) : leftAlone(meeting, drafts, act, view);
  const link = (href: string) => (desk.pages.has(href) || /\.[a-z]+$/.test(href) ? href : null);
  const paperLink = (paper: string | null) => (paper ? link(address.report(meeting.id, paper)) : null);
  return (item) => ({
    seen: [
      ...titleOf(meeting, drafts, plan, item),
      ...out
        .filter((each) => each.item === item)
        .map((each) => ({
          words: item === null ? (WHOLE[each.title] ?? each.title) : each.title,
          href: link(each.address),
          when: "with this act",
          isNew: true,
        })),
      ...(plan && item === null
        ? [{ words: "All of it as one PDF", href: null, when: "with this act", isNew: true }]
        : []),
      ...already(now, item, new Set(plan?.brought.papers), link),
    ],
    notSeen: back
      .filter((each) => (each.item?.number ?? null) === item)
      .map(({ paper, because }) => ({
        words: paper ? titleOfDraft(drafts, paper) : "Its papers",
        because,
        href: paperLink(paper),
      })),
  });
}

/** The meeting as it would be printed after the act; as the public has it, where there is none. */
function meetingAfter({ council }: DeskCouncil, { id }: CouncilMeeting, plan: IssuePlan | null): PublicMeeting | null {
  const brought = plan?.brought ?? { agenda: false, minutes: false, papers: [] };
  try {
    return siteFor(narrowDrafts(council, id, brought)).meeting(id);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** What stays back where nothing can be issued now, or nothing is left to issue. */
function leftAlone(
  meeting: CouncilMeeting,
  drafts: Papers,
  act: NextAct | null,
  view: PublicMeeting | null,
): StaysBack[] {
  const hasAgenda = issuedAgenda(meeting) !== null;
  const brought = { agenda: false, minutes: false, papers: [] };
  if (act === null && hasAgenda && view)
    return staysBack(view, meeting, drafts, {
      kind: "supplement",
      brought,
      heldBack: [],
      missedClocks: [],
      problems: [],
    });
  const because = act
    ? "nothing can be issued for this meeting until what holds it up is put right"
    : "nothing is to be issued for this meeting";
  const items = drafts.agenda?.value.items ?? issuedAgenda(meeting)?.value.items ?? [];
  const itemOf = (number: string) => items.find((item) => item.number === number) ?? null;
  const isOut = (id: string, hash: string) =>
    meeting.issued.findLast(({ record }) => record.files[`${id}.md`] !== undefined)?.record.files[`${id}.md`] === hash;
  return [
    ...items
      .filter((item) => item.withheld)
      .map((item) => ({ item, paper: null, because: "not for publication; only what agenda.md says of it" })),
    ...drafts.reports
      .filter(({ id, hash }) => !isOut(id, hash))
      .map(({ id, value }) => ({ item: itemOf(value.agendaItem), paper: id, because })),
    ...(drafts.agenda && !isOut("agenda", drafts.agenda.hash) ? [{ item: null, paper: "agenda.md", because }] : []),
    ...(drafts.minutes && !isOut("minutes", drafts.minutes.hash) ? [{ item: null, paper: "minutes.md", because }] : []),
  ];
}

/** The item's own words on the agenda: public with the act that brings the agenda, or since one that brought it. */
function titleOf(meeting: CouncilMeeting, drafts: Papers, plan: IssuePlan | null, number: string | null): Seen[] {
  if (number === null) return [];
  const drafted = drafts.agenda?.value.items.find((item) => item.number === number);
  const isNew = plan?.brought.agenda === true && drafted !== undefined;
  const issued = issuedAgenda(meeting)?.value.items.find((item) => item.number === number);
  const item = isNew ? drafted : issued;
  if (!item) return [];
  const words = item.withheld
    ? "That there is such an item, and why it is not for publication"
    : "The item on the agenda";
  return [{ words, href: null, when: isNew ? "with this act" : "already", isNew }];
}

/** What the public has of an item, or of the meeting as a whole, and will have after the act. */
function already(
  now: PublicMeeting | null,
  item: string | null,
  brought: ReadonlySet<string>,
  link: (href: string) => string | null,
): Seen[] {
  if (!now) return [];
  const since = (at: string | null) => (at ? `since ${formatDate(dayOf(at))}` : "already");
  const old = (words: string, href: string, at: string | null): Seen => ({
    words,
    href: link(href),
    when: since(at),
    isNew: false,
  });
  if (item === null)
    return [
      {
        ...old("The day, time and place, as meeting.md has them", address.meeting(now.id), null),
        when: "as it stands",
      },
      ...now.packs.map((pack) => old(pack.title, address.meetingFile(now.id, pack.address), pack.issuedAt)),
      ...(now.minutes ? [old("The minutes", address.minutes(now.id), now.minutes.issuedAt)] : []),
    ];
  return now.papers
    .filter(({ id, value }) => value.agendaItem === item && !brought.has(id))
    .flatMap((paper) => [
      old(paper.value.title, address.report(now.id, paper.id), paper.issuedAt),
      ...paper.appendices.map((each) => old(each.title, address.meetingFile(now.id, each.address), paper.issuedAt)),
    ]);
}

function titleOfDraft(drafts: Papers, paper: string): string {
  const title = drafts.reports.find(({ id }) => id === paper)?.value.title;
  return title ? `${title} (${paper}.md)` : paper;
}

const WHOLE: Readonly<Record<string, string>> = {
  agenda: "The agenda, with its notice",
  notice: "Notice of the meeting: its day, time and place",
  cancellation: "That the meeting is cancelled, and why",
  minutes: "The minutes",
};
