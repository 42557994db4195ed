/**
 * Nothing is issued with a mark of what is still to be written, which `new` and `import` leave where nobody has given the
 * words yet. Marks are looked for in a file's text, so that each has its own line and column, in front matter and body.
 */
import type { Council } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import { marksIn } from "../model/unfilled.ts";
import type { Rule } from "./rule.ts";

export const toBeFilledIn: Rule = {
  names: ["to-be-filled-in"],
  check: (council, { textOf }) => writtenFiles(council).flatMap((file) => unfilledIn(file, textOf(file) ?? "")),
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

/** Every draft, and each meeting.md: that is public as it stands, so a mark in one would be too. */
function writtenFiles({ meetings, decisions, forwardPlan }: Council): string[] {
  const documents = [
    ...meetings.flatMap(({ living, drafts }) => [living, drafts?.agenda, ...(drafts?.reports ?? []), drafts?.minutes]),
    ...decisions,
    ...forwardPlan.map(({ draft }) => draft),
  ];
  return documents.flatMap((each) => each?.file ?? []);
}
