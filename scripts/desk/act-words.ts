/** The next act of issuing of a meeting in an officer's words: what, by when, and whether it can be done now. For the desk. */
import { councilDays } from "../law/council-days.ts";
import { formatLongDate, formatTime } from "../model/civil.ts";
import type { CouncilMeeting } from "../model/council.ts";
import type { IssueKind } from "../model/record.ts";
import type { Tone } from "../site/site.ts";
import { count } from "../templating/filters.ts";
import type { DeskCouncil } from "./desk-council.ts";
import type { Due, NextAct } from "./next-act.ts";

export interface ActWords {
  /** `Issue the agenda with its reports`; that nothing is left, where nothing is. */
  readonly what: string;
  readonly state: { readonly words: string; readonly tone: Tone };
  /** `Wednesday 25 November 2026, before 5pm`; null where the law sets no day for it. */
  readonly by: string | null;
  /** How far away that is, in words. */
  readonly left: string | null;
  /** The clear days there would be, if it were done now. */
  readonly clearDays: string | null;
  readonly source: string | null;
  /** Why it cannot be done, where that is no problem with a place of its own. */
  readonly refusal: string | null;
  /** What to type. */
  readonly command: string | null;
}

const ACTS: Readonly<Record<IssueKind, string>> = {
  notice: "Give notice of the meeting",
  agenda: "Issue the agenda and its reports",
  supplement: "Issue a supplement",
  revision: "Issue a revision of what was changed",
  minutes: "Issue the minutes",
  correction: "Issue corrected minutes",
  cancellation: "Tell the public that it is cancelled",
  release: "Release an exempt paper",
  withdrawal: "Withdraw a paper",
};

export function actWords({ council }: DeskCouncil, meeting: CouncilMeeting, act: NextAct | null): ActWords {
  if (!act)
    return {
      what: "Nothing is left to issue now",
      state: { words: "Nothing to issue", tone: "plain" },
      by: null,
      left: null,
      clearDays: null,
      source: null,
      refusal: null,
      command: null,
    };
  const { officeCloses } = councilDays(council.settings.value);
  const { due, kind } = act;
  const needsReason = kind === "revision" || kind === "correction";
  return {
    what: ACTS[kind],
    state: stateOf(act),
    by: due ? `${formatLongDate(due.lastDay)}${officeCloses ? `, before ${formatTime(officeCloses)}` : ""}` : null,
    left: due ? leftWords(due) : null,
    clearDays: due ? clearDaysWords(due) : null,
    source: due?.source ?? null,
    refusal: act.refusal,
    command: `npm run issue -- ${meeting.id}${needsReason ? ` --kind ${kind} --reason "..."` : ""}`,
  };
}

function stateOf({ plan, due, refusal, holdsUp }: NextAct): ActWords["state"] {
  if (!plan)
    return { words: refusal ? "Cannot be issued now" : `Held up by ${count(holdsUp.length, "problem")}`, tone: "late" };
  const { heldBack } = plan;
  if (heldBack.length > 0)
    return { words: `Can be issued now, without ${count(heldBack.length, "paper")}`, tone: "due" };
  if (due?.isLate) return { words: "Can be issued now, and will be marked late", tone: "late" };
  return { words: "Can be issued now", tone: "done" };
}

function leftWords({ inDays, isLate }: Due): string {
  if (inDays === 0) return "That is today.";
  if (inDays > 0) return `${count(inDays, "day")} from today.`;
  return isLate ? `That was ${count(-inDays, "day")} ago.` : "The days since do not count, so it is still in time.";
}

function clearDaysWords({ clearDays, wanted }: Due): string | null {
  if (clearDays === null) return null;
  return `${count(clearDays, "clear day")} if it is done now${wanted === null ? "" : `; ${wanted} ${wanted === 1 ? "is" : "are"} wanted`}`;
}
