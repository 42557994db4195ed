/** Nothing an officer put there is passed over in silence: a file that nothing reads is said to be one. */
import { KINDS_OF_FILE } from "../model/kinds-of-file.ts";
import type { Problem } from "../model/problem.ts";
import type { Rule } from "./rule.ts";

/** `content/members/<member>.md` as a pattern; a name in angle brackets stands for one step of a path. */
const PATTERNS = KINDS_OF_FILE.map(
  ({ file }) => new RegExp(`^${file.replace(/[.]/g, "\\.").replace(/<[^>]+>/g, "[^/]+")}$`),
);

export const strayFiles: Rule = {
  names: ["stray-file"],
  // What goes with a paper lies in the folder of its own meeting.
  ofMeeting(_around, { folder, drafts }, known) {
    const attached = new Set([...(drafts?.attachments.values() ?? [])].map(({ file }) => file));
    return strayAmong(known.filesUnder(folder).filter((file) => !attached.has(file)));
  },
  ofCouncil: (_around, known) => strayAmong(known.filesOutsideMeetings()),
};

function strayAmong(files: readonly string[]): Problem[] {
  return files
    .filter((file) => !file.includes("/issued/") && !PATTERNS.some((pattern) => pattern.test(file)))
    .map((file) => ({
      rule: "stray-file",
      severity: "warning",
      file,
      line: 1,
      column: 1,
      message: "Nothing reads this file, so nothing of it is shown anywhere.",
      mend: "Name it in a report, as an appendix or an image; move it to where its kind belongs; or take it out.",
    }));
}
