/**
 * Nothing is issued with a mark of what is still to be written, which `new` and `import` leave where nobody has given the
 * words yet. Marks are looked for in a file's text, so that each has its own line and column, in front matter and body.
 */
import type { Problem } from "../model/problem.ts";
import { marksIn } from "../model/unfilled.ts";
import type { Known, Rule } from "./rule.ts";

export const toBeFilledIn: Rule = {
  names: ["to-be-filled-in"],
  // Every draft, and meeting.md: that is public as it stands, so a mark in it would be too.
  ofMeeting: (_around, { living, drafts }, known) =>
    inFiles(known, [living, drafts?.agenda, ...(drafts?.reports ?? []), drafts?.minutes]),
  ofCouncil: ({ council: { decisions, forwardPlan } }, known) =>
    inFiles(known, [...decisions, ...forwardPlan.map(({ draft }) => draft)]),
};

/** A problem for each mark in `text`, which is what stands in `file`. */
export function unfilledIn(file: string, text: string): Problem[] {
  return marksIn(text).map(({ what, at }) => {
    const lines = text.slice(0, at).split(/\r\n|\r|\n/);
    return {
      rule: "to-be-filled-in",
      severity: "error",
      file,
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
      message: `Still to be filled in: ${what || "the mark does not say what"}.`,
      mend: "Write it in place of the mark, brackets and all; where nothing belongs there, take the mark and its line out.",
    };
  });
}

function inFiles(known: Known, documents: readonly ({ readonly file: string } | null | undefined)[]): Problem[] {
  return documents.flatMap((document) =>
    document ? unfilledIn(document.file, known.textOf(document.file) ?? "") : [],
  );
}
