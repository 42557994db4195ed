/** What rules may ask of the council's folder, each asking noted as a dependency of whoever asks. Used by works.ts. */
import { knownFiles } from "../check/known-files.ts";
import type { Known } from "../check/rule.ts";
import type { CouncilAtHand } from "./council-at-hand.ts";

/** The input that a file's bytes are part of: its meeting's, its entry's, or its own. */
export function inputOf(file: string): string {
  const [top, area = "", ...rest] = file.split("/");
  if (top === "content" && area === "meetings" && rest.length >= 2) return `meeting ${rest[1]}`;
  if (top === "content" && area === "forward-plan" && rest.length >= 1) return `entry ${rest[0]}`;
  return `file ${file}`;
}

/** What `knownFiles` knows, with every asking noted. A folder of a meeting's is known by the meeting. */
export function notedFiles(
  atHand: CouncilAtHand,
  drafts: boolean,
  unreadable: ReadonlySet<string>,
  note: (input: string) => void,
): Known {
  const meetings = () =>
    new Set([...atHand.units].flatMap(([name, { path }]) => (name.startsWith("meeting ") ? [path] : [])));
  const known = knownFiles({ root: atHand.root, drafts, unreadable, meetings });
  const asked =
    <Answer>(answer: (file: string) => Answer) =>
    (file: string): Answer => {
      note(inputOf(file));
      return answer(file);
    };
  return {
    hasFile: asked(known.hasFile),
    startOf: asked(known.startOf),
    textOf: asked(known.textOf),
    isUnreadable: asked(known.isUnreadable),
    filesUnder: asked(known.filesUnder),
    linksUnder: asked(known.linksUnder),
    filesOutsideMeetings: () => {
      note("outside");
      return known.filesOutsideMeetings();
    },
    linksOutsideMeetings: () => {
      note("outside");
      return known.linksOutsideMeetings();
    },
    anyUnreadable: (start, end) => {
      note("unreadable");
      return known.anyUnreadable(start, end);
    },
  };
}
