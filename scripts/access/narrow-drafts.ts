/**
 * Narrows a council's drafts to what one act of issuing is about, so that neither a pack nor the figures in it can hold a
 * word of anything else that is being written. Called before printing.
 */
import type { Council, Papers } from "../model/council.ts";

/** What an act brings of a meeting's drafts. */
export interface Brought {
  readonly agenda: boolean;
  readonly minutes: boolean;
  /** Reports, by name. */
  readonly papers: readonly string[];
}

/** The council with drafts of `meeting` alone, and of those what `brought` names. */
export function narrowDrafts(council: Council, meeting: string, brought: Brought): Council {
  const narrow = (drafts: Papers): Papers => ({
    agenda: brought.agenda ? drafts.agenda : null,
    reports: drafts.reports.filter((report) => brought.papers.includes(report.id)),
    minutes: brought.minutes ? drafts.minutes : null,
    attachments: drafts.attachments,
  });
  return {
    ...council,
    forwardPlan: council.forwardPlan.map((entry) => ({ ...entry, draft: null })),
    meetings: council.meetings.map((each) => ({
      ...each,
      drafts: each.id === meeting && each.drafts ? narrow(each.drafts) : null,
    })),
  };
}
