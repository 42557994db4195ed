/** Whether a reference to a paper, or to a paragraph of it, leads anywhere, and what was most likely meant. Asked by sources.ts. */
import type { Question } from "../asking/around.ts";
import type { CouncilMeeting, Document } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import { nameOf } from "./names-known.ts";
import { ruleQuestions } from "./questions.ts";
import type { Surroundings } from "./surroundings.ts";

/** The part of a reference that leads nowhere, and the name that was most likely meant. */
export interface Missing {
  readonly what: "meeting" | "paper" | "paragraph";
  readonly guess: string | null;
}

/** Of `2026-10-08-scrutiny/recovery-plan#p3-2`; null where it is there, or where nobody can say, since no draft was opened. */
export const missingOf: Question<Surroundings, Missing | null> = ruleQuestions.add({
  name: "missing-of-reference",
  answer: (around, reference) => {
    const [address = "", anchor] = reference.split("#");
    const [meetingId = "", paperId = ""] = address.split("/");
    const meeting = around.meeting(meetingId);
    if (!meeting)
      return missing(
        "meeting",
        meetingId,
        around.every(nameOf).map(({ value }) => value),
      );
    if (!meeting.drafts) return null;
    const all = papersOf(meeting);
    const papers = all.filter(({ id }) => id === paperId);
    if (papers.length === 0)
      return wasIssued(meeting, paperId)
        ? null
        : missing(
            "paper",
            paperId,
            all.map(({ id }) => id),
          );
    const anchors = papers.flatMap(({ outline }) => outline.blocks.map((block) => block.anchor));
    if (!anchor || anchors.includes(anchor) || wasWithdrawn(meeting, paperId)) return null;
    return missing("paragraph", anchor, anchors);
  },
});

function missing(what: Missing["what"], id: string, ids: readonly string[]): Missing {
  return { what, guess: nearest(id, ids) };
}

/** Every version of every paper of a meeting: as drafted, and as each snapshot has it. */
function papersOf({ drafts, issued }: CouncilMeeting): Document<unknown>[] {
  return [...(drafts ? [drafts] : []), ...issued.map(({ papers }) => papers)].flatMap(({ reports, minutes }) => [
    ...reports,
    ...(minutes ? [minutes] : []),
  ]);
}

/** Whether a record holds the paper: its words may be withdrawn since, and what cited them is not wrong. */
function wasIssued({ issued }: CouncilMeeting, paper: string): boolean {
  return issued.some(({ record }) => record.papers.some(({ id }) => id === paper));
}

/** Whether a version of the paper was withdrawn, which may have had paragraphs that the others have not. */
function wasWithdrawn({ issued }: CouncilMeeting, paper: string): boolean {
  return issued.some(({ record }) => record.withdrawn.some(({ id }) => id === paper));
}
