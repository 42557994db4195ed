/**
 * Narrows a council's drafts to what one act of issuing is about, so that neither a pack nor the figures in it can hold a
 * word of anything else that is being written. Called before printing.
 */
import { type Council, type CouncilMeeting, type Papers, sameBut } from "../model/council.ts";

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
  // Nothing is opened for it: a meeting whose drafts are left out may never be looked at.
  const narrowed = (each: CouncilMeeting): CouncilMeeting =>
    sameBut(each, {
      get drafts() {
        return each.id === meeting && each.drafts ? narrow(each.drafts) : null;
      },
    });
  const { kept } = council;
  return sameBut(council, {
    get forwardPlan() {
      return council.forwardPlan.map((entry) => ({ ...entry, draft: null }));
    },
    meetings: council.meetings.map(narrowed),
    // What is kept is of the council with every draft.
    kept: kept && { ...kept, every: () => null },
  });
}
