/** What each act of issuing is called, and what it did, in words. For the meeting's page and its record. */
import type { PublicAct, PublicMeeting } from "../access/public-council.ts";
import type { IssueKind } from "../model/record.ts";

export const ACTS: Readonly<Record<IssueKind, string>> = {
  notice: "Notice of the meeting",
  agenda: "Agenda",
  supplement: "Supplement",
  revision: "Revision",
  minutes: "Minutes",
  correction: "Correction of the minutes",
  cancellation: "Cancellation",
  release: "Release",
  withdrawal: "Withdrawal",
};

/** What an act did: `Added: Budget monitoring.` Papers that were withdrawn since are counted and not named. */
export function actWords(meeting: PublicMeeting, act: PublicAct): string {
  const titles = act.papers.flatMap((id) => meeting.papers.find((paper) => paper.id === id)?.value.title ?? []);
  const gone = act.papers.filter((id) =>
    meeting.tombstones.some((stone) => stone.id === id && !stone.isReissued),
  ).length;
  const withdrawn = gone === 0 ? [] : [`${gone === 1 ? "a paper" : `${gone} papers`} withdrawn since`];
  const named = [...titles, ...withdrawn].join("; ");
  switch (act.kind) {
    case "agenda":
      return named ? `Issued with it: ${named}.` : "";
    case "supplement":
      return `Added: ${named}.`;
    case "revision":
      return named ? `New versions of: ${named}.` : "A new version of the agenda.";
    case "release":
      return `Made public: ${named}.`;
    case "withdrawal":
      return "A paper was taken back. Word of that stands at its address, and on its pages of the pack.";
    default:
      return "";
  }
}
