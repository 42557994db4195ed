/** `npm run issue`: issues a meeting's papers, and says what became public and what was held back. */
import { nearest } from "../model/nearest.ts";
import { ISSUE_KINDS } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import { command, named } from "./command.ts";
import { PRINTS, withPrinter } from "./with-printer.ts";

export const ISSUE = command({
  name: "issue",
  about: "issue a meeting's papers, checked by the law's clocks: npm run issue -- MEETING",
  takes: "issue takes --kind, --paper NAME, --reason TEXT and, for a release, --restricted DIR",
  takesWords: true,
  options: {
    ...PRINTS,
    kind: { type: "string" },
    paper: { type: "string", multiple: true },
    reason: { type: "string" },
    restricted: { type: "string" },
  },
  run: async ({ root, now, words, values, terminal }) => {
    const { issue } = await import("../issue.ts");
    const { outcomeLines } = await import("../issuing/outcome-lines.ts");
    const address = named(words, "issue");
    if (now) await refuseClockOutsideSample(root);
    const { paper: papers, reason, restricted } = values;
    const kind = kindAsked(values.kind);
    const issued = await withPrinter(values, (printer) =>
      issue({ root, address, kind, papers, reason, restricted, now }, printer, terminal.step),
    );
    terminal.show(issued, outcomeLines(issued));
    return 0;
  },
});

function kindAsked(asked: string | undefined) {
  const kind = ISSUE_KINDS.find((each) => each === asked);
  if (!asked || kind) return kind;
  const guess = nearest(asked, ISSUE_KINDS);
  throw new Refusal(
    `--kind must be one of: ${ISSUE_KINDS.join(", ")}.${guess ? ` Did you mean \`${guess}\`?` : ""}`,
    2,
  );
}

/** The record says when a thing was issued, so nobody may choose the time, except in the sample. */
async function refuseClockOutsideSample(root: string): Promise<void> {
  const { loadCouncil } = await import("../load/council.ts");
  if (!loadCouncil(root, { drafts: false }).council?.settings.value.sample)
    throw new Refusal("--now and --today are for the sample council: a record says when a thing really was issued.", 2);
}
