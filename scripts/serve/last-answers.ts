/**
 * The last answer to an import for each item, for as long as it is true: files are changed, brought in and issued from the command
 * line too, and an answer that is out of date must not be on the desk. Called by bring-in.ts.
 */
import type { ImportAnswer } from "../desk/import-answer.ts";
import { reportsOf } from "../desk/reports-of-item.ts";
import { exists, readBytes, sha256 } from "../load/files.ts";
import { lastIssued } from "../load/later-versions.ts";
import type { AgendaItem } from "../model/agenda.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";

interface Kept {
  readonly answer: ImportAnswer;
  /** What the answer is about, as it stood when it was given. */
  readonly state: string;
}

export class LastAnswers {
  /** By meeting and item. */
  private readonly kept = new Map<string, Kept>();

  /** Keeps `answer` with how the files stand now, just after the import. */
  keep(council: Council, meeting: CouncilMeeting, answer: ImportAnswer): void {
    this.kept.set(`${meeting.id}/${answer.item}`, { answer, state: stateOf(council, meeting, answer) });
  }

  /** The answers of a meeting whose files stand as they stood then. */
  of(council: Council, meeting: CouncilMeeting): ImportAnswer[] {
    return [...this.kept.values()]
      .filter(({ answer, state }) => answer.meeting === meeting.id && stateOf(council, meeting, answer) === state)
      .map(({ answer }) => answer);
  }
}

/**
 * The report that was written, or every report of the item where none was: its file, the record of its import, and what was issued
 * of it.
 */
function stateOf({ root }: Council, meeting: CouncilMeeting, answer: ImportAnswer): string {
  const hashOf = (file: string) => (exists(root, file) ? sha256(readBytes(root, file)) : null);
  const item = meeting.drafts?.agenda?.value.items.find(({ number }) => number === answer.item);
  const reports = answer.report ? [answer.report] : concerned(meeting, item, answer);
  return JSON.stringify(
    reports.map((id) => [
      id,
      hashOf(`${meeting.folder}/${id}.md`),
      hashOf(`data/imports/${meeting.id}/${id}.json`),
      lastIssued(meeting.issued, id)?.hash ?? null,
    ]),
  );
}

/** The item's reports, and the one that a file which was refused was to become. */
function concerned({ drafts }: CouncilMeeting, item: AgendaItem | undefined, answer: ImportAnswer): string[] {
  const named = answer.kind === "word" && answer.asReport ? [answer.asReport] : [];
  return [...new Set([...(item ? reportsOf(drafts, item) : []), ...named])].sort();
}
