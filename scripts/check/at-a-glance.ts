/**
 * What is to be known of a meeting without opening it: its day and body, what was issued, which minutes it approved. Asked by
 * whoever looks through all meetings for a few: the desk, draft packs, calendars, drafting/.
 */
import type { Fact } from "../asking/around.ts";
import type { CouncilMeeting, Document } from "../model/council.ts";
import type { Meeting } from "../model/meeting.ts";
import type { Minutes } from "../model/minutes.ts";
import type { IssueKind } from "../model/record.ts";
import { minutesNow } from "./business-now.ts";

export interface AtAGlance {
  /** All that meeting.md says before its words. */
  readonly living: Meeting;
  readonly hasDrafts: boolean;
  readonly hasAgendaDraft: boolean;
  /** The acts of issuing, first to last. */
  readonly issued: readonly IssueKind[];
  /** The meetings whose minutes it approved, by its minutes as drafted or else as last issued; and by all that were issued. */
  readonly approves: { readonly now: readonly string[]; readonly issued: readonly string[] };
  /** The first and the last number among its minutes; null where there are none. */
  readonly minutes: { readonly first: number; readonly last: number } | null;
}

export const atAGlance: Fact<CouncilMeeting, AtAGlance> = {
  name: "at-a-glance",
  of(meeting) {
    const { living, drafts, issued } = meeting;
    const minutes = minutesNow(meeting);
    return {
      living: living.value,
      hasDrafts: drafts !== null,
      hasAgendaDraft: drafts?.agenda != null,
      issued: issued.map(({ record }) => record.kind),
      approves: {
        now: approvedBy(minutes),
        issued: [...new Set(issued.flatMap(({ papers }) => approvedBy(papers.minutes)))],
      },
      minutes: numbersOf(minutes),
    };
  },
};

/** The addresses of a meeting's papers that were issued: `2026-10-08-scrutiny/recovery-plan`. */
export const papersIssued: Fact<CouncilMeeting, readonly string[]> = {
  name: "papers-issued",
  of: ({ id, issued }) => [
    ...new Set(
      issued.flatMap(({ papers }) =>
        [...papers.reports, ...(papers.minutes ? [papers.minutes] : [])].map((paper) => `${id}/${paper.id}`),
      ),
    ),
  ],
};

function approvedBy(minutes: Document<Minutes> | null): string[] {
  return (minutes?.value.items ?? []).flatMap(({ approvesMinutesOf }) => approvesMinutesOf ?? []);
}

function numbersOf(minutes: Document<Minutes> | null): AtAGlance["minutes"] {
  const numbers = (minutes?.value.items ?? []).map(({ minute }) => Number.parseInt(minute, 10)).filter(Number.isFinite);
  return numbers.length > 0 ? { first: Math.min(...numbers), last: Math.max(...numbers) } : null;
}
