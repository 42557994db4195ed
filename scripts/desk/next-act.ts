/**
 * The next act of issuing of a meeting, thought of and not done: whether it could be done now, what holds it up, and by
 * which day the law wants it. It is planned by issuing itself, so the desk and the command cannot disagree.
 */
import type { Brought } from "../access/narrow-drafts.ts";
import { clearDaysOf, type Standing, standings } from "../check/clocks.ts";
import { choosePapers, nextKind } from "../issuing/choose-papers.ts";
import { type IssuePlan, planIssue } from "../issuing/plan-issue.ts";
import { refuseEarlier } from "../issuing/read-for-issuing.ts";
import { NotCovered } from "../law/bank-holidays.ts";
import { type CivilDate, dayOf } from "../model/civil.ts";
import type { CouncilMeeting, Papers } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import type { IssueKind } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import type { DeskCouncil } from "./desk-council.ts";

export interface NextAct {
  readonly kind: IssueKind;
  /** Null where it cannot be done now. */
  readonly plan: IssuePlan | null;
  /** Why not, in words, where it is not a matter of problems. */
  readonly refusal: string | null;
  /** What holds it up, or holds back a paper of it. */
  readonly holdsUp: readonly Problem[];
  /** The first day that the law sets for it, and how it stands to that day; null where the law sets none. */
  readonly due: Due | null;
}

export interface Due {
  readonly lastDay: CivilDate;
  /** Days from today to it; negative where it has passed. */
  readonly inDays: number;
  readonly isLate: boolean;
  /** The clear days there would be if it were done now, and how many are wanted; null where none are counted. */
  readonly clearDays: number | null;
  readonly wanted: number | null;
  readonly source: string;
}

/** Stands for the reason that an officer gives with the command; the plan needs one and does not look at it. */
const REASON = "the reason that is given with the command";

/** The next act for `meeting`; null where nothing is left to issue for it. */
export function nextAct(desk: DeskCouncil, meeting: CouncilMeeting, drafts: Papers): NextAct | null {
  const { council, loaded, found } = desk;
  const hasAgenda = drafts.agenda !== null || loaded.unreadable.has(`${meeting.folder}/agenda.md`);
  const kind = nextKind(meeting, drafts, dayOf(council.now), hasAgenda);
  // A meeting that will not be held, and of which the public never heard or has been told, asks for nothing.
  if (meeting.living.value.status === "cancelled" && kind !== "cancellation") return null;
  const asked = { kind, reason: REASON };
  const chosen = chosenOf(() => choosePapers(asked, kind, meeting, drafts));
  try {
    refuseEarlier(council, meeting.id, meeting.issued.at(-1)?.record.issuedAt);
    const plan = planIssue(loaded, council, meeting, drafts, asked, found);
    const holdsUp = plan.heldBack.flatMap(({ problems }) => problems);
    return { kind, plan, refusal: null, holdsUp, due: dueOf(desk, meeting, kind, plan.brought) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // A supplement is what is left when all that the agenda lists is out: then there is nothing to do.
    if (kind === "supplement" && chosen === null && error.problems.length === 0) return null;
    return {
      kind,
      plan: null,
      refusal: error.problems.length > 0 ? null : error.message,
      holdsUp: error.problems,
      due: dueOf(desk, meeting, kind, chosen ?? { agenda: kind === "agenda", minutes: false, papers: [] }),
    };
  }
}

function chosenOf(choose: () => Brought): Brought | null {
  try {
    return choose();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The earliest day among the duties that the act would do; null where it does none, or its year is not covered. */
function dueOf(
  { council, around }: DeskCouncil,
  meeting: CouncilMeeting,
  kind: IssueKind,
  brought: Brought,
): Due | null {
  if (kind === "minutes" || kind === "correction") return null;
  const act = { at: council.now, kind, agenda: brought.agenda, papers: brought.papers };
  const [first] = doneBy(() => standings(around, meeting, act), council.now);
  if (!first) return null;
  const { duty, state, case: found } = first;
  return {
    lastDay: duty.lastDay,
    inDays: Math.round((Date.parse(duty.lastDay) - Date.parse(dayOf(council.now))) / 86_400_000),
    isLate: state === "late" || state === "overdue",
    clearDays: clearDaysOf(duty, duty.done, found),
    wanted: duty.wanted,
    source: duty.source,
  };
}

function doneBy(ask: () => Standing[], now: string): Standing[] {
  try {
    return ask()
      .filter(({ duty }) => duty.done === now)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  } catch (error) {
    // `check` reports such a year, and it holds the act up.
    if (error instanceof NotCovered) return [];
    throw error;
  }
}

/** By day; and of one day, what is about the papers before what is about the notice that stands in them. */
function keyOf({ duty }: Standing): string {
  return `${duty.lastDay} ${duty.clock === "notice-of-meeting" ? 1 : 0}`;
}
