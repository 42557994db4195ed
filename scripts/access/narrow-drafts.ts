/**
 * Narrows a council's drafts to what one act of issuing is about, so that neither a pack nor the figures in it can hold a
 * word of anything else that is being written. Called before printing.
 */
import type { Council, Papers } from "../model/council.ts";
import type { IssueKind } from "../model/record.ts";

/** The council with drafts of `meeting` alone: of those, the agenda or the minutes as the kind has it, and `papers`. */
export function narrowDrafts(council: Council, meeting: string, kind: IssueKind, papers: readonly string[]): Council {
  const narrow = (drafts: Papers): Papers => ({
    agenda: kind === "agenda" ? drafts.agenda : null,
    reports: drafts.reports.filter((report) => papers.includes(report.id)),
    minutes: kind === "minutes" ? drafts.minutes : null,
    attachments: drafts.attachments,
  });
  return {
    ...council,
    meetings: council.meetings.map((each) => ({
      ...each,
      drafts: each.id === meeting && each.drafts ? narrow(each.drafts) : null,
    })),
  };
}
