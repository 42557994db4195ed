/** Makes the sample council's snapshots again, for `npm run sample`; refused for any other council. */
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { issue } from "./issue.ts";
import type { Issued } from "./issuing/issued.ts";
import { loadCouncil } from "./load/council.ts";
import type { Council } from "./model/council.ts";
import { Refusal } from "./model/refusal.ts";
import type { Printer } from "./printing/printer.ts";

/** Takes away every snapshot and makes them again in the order they were issued. For the sample council alone. */
export async function reissueSample(
  root: string,
  printer: Printer,
  progress: (step: string) => void,
): Promise<Issued[]> {
  const { council } = loadCouncil(root, { drafts: true });
  const acts = council?.settings.value.sample?.issued;
  if (!council || !acts)
    throw new Refusal("This is not the sample council. What a council has issued is never made again.");
  const kept = join(root, ".cleardays/issued-before");
  rmSync(kept, { recursive: true, force: true });
  const folders = [...council.meetings, ...council.forwardPlan].map(({ folder }) => folder);
  for (const folder of folders) {
    const issued = join(root, folder, "issued");
    if (existsSync(issued)) cpSync(issued, join(kept, folder, "issued"), { recursive: true });
    rmSync(issued, { recursive: true, force: true });
  }
  const putBack = () => {
    for (const folder of folders) {
      rmSync(join(root, folder, "issued"), { recursive: true, force: true });
      if (existsSync(join(kept, folder))) cpSync(join(kept, folder), join(root, folder), { recursive: true });
    }
  };
  try {
    return await issueAll(root, acts, printer, progress);
  } catch (error) {
    putBack();
    throw error;
  }
}

async function issueAll(
  root: string,
  acts: NonNullable<Council["settings"]["value"]["sample"]>["issued"],
  printer: Printer,
  progress: (step: string) => void,
): Promise<Issued[]> {
  const done: Issued[] = [];
  for (const act of [...acts].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    progress(`Issuing ${act.meeting}, ${act.kind}`);
    const later = acts
      .filter((other) => other.meeting === act.meeting && other.at > act.at)
      .flatMap((other) => other.papers);
    const papers = act.papers.length > 0 ? act.papers : undefined;
    done.push(
      await issue(
        { root, address: act.meeting, kind: act.kind, papers, except: later, reason: act.reason, issuedAt: act.at },
        printer,
        () => {},
      ),
    );
  }
  return done;
}
