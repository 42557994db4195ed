/** The pages that imports of Word files leave, each with the file and its report beside each other. For the desk, and for serve/. */
import { exists } from "../load/files.ts";
import { type DeskCouncil, meetingOnDesk } from "./desk-council.ts";

/**
 * The page of a report, relative to the council's folder; null where no import left one. Both names are looked for among what is
 * loaded before either is made part of a path, and no link is followed.
 */
export function sideBySideOf(desk: DeskCouncil, meetingId: string, reportId: string): string | null {
  const meeting = meetingOnDesk(desk, meetingId);
  const report = meeting?.drafts?.reports.find(({ id }) => id === reportId);
  if (!meeting || !report) return null;
  const file = `.cleardays/word/${meeting.id}/${report.id}.html`;
  return exists(desk.council.root, file) ? file : null;
}
