/** Issues a notice of the forward plan: one entry, as a snapshot in a chain of its own. Called by issue.ts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkCouncil } from "../check/check.ts";
import { sha256 } from "../load/files.ts";
import { nearest } from "../model/nearest.ts";
import { stops } from "../model/problem.ts";
import { Refusal } from "../model/refusal.ts";
import { appendSnapshot } from "../record/append-snapshot.ts";
import { address } from "../site/addresses.ts";
import type { Issued, IssueRequest } from "./issued.ts";
import { refusalOf } from "./plan-issue.ts";
import { type Reading, refuseEarlier } from "./read-for-issuing.ts";

export function issueForwardPlan({ loaded, council }: Reading, request: IssueRequest): Issued {
  const id = request.address.replace("forward-plan/", "");
  const entry = council.forwardPlan.find((each) => each.id === id);
  if (!entry) {
    const guess = nearest(
      id,
      council.forwardPlan.map((each) => each.id),
    );
    throw new Refusal(`The forward plan has no entry \`${id}\`.${guess ? ` Did you mean \`${guess}\`?` : ""}`, 2);
  }
  if (request.kind && request.kind !== "notice")
    throw new Refusal("An entry of the forward plan is issued as a notice: --kind notice, or no --kind.", 2);
  refuseEarlier(council, request.address, entry.issued.at(-1)?.record.issuedAt);
  const problems = checkCouncil(loaded).filter(
    ({ file, rule }) =>
      file.startsWith(`${entry.folder}/`) || rule.startsWith("record-") || file === "data/council.json",
  );
  if (problems.some(stops)) throw new Refusal(refusalOf({ id: request.address }, problems.filter(stops)));
  const { draft } = entry;
  if (!draft) throw new Refusal(`${entry.folder} has no entry.md that can be read.`);
  if (entry.issued.at(-1)?.entry.hash === draft.hash)
    throw new Refusal(`${entry.folder}/entry.md is issued as it stands.`);
  const bytes = readFileSync(join(council.root, draft.file));
  if (sha256(bytes) !== draft.hash) throw new Refusal(`${draft.file} changed just now. Run the command again.`);
  const written = appendSnapshot(
    council,
    { address: request.address, folder: entry.folder, issued: entry.issued },
    new Map([["entry.md", bytes]]),
    {
      kind: "notice",
      reason: request.reason ?? null,
      pack: null,
      papers: [],
      missedClocks: [],
      withdrawn: [],
      removed: [],
      replaces: [],
    },
  );
  return {
    ...written,
    heldBack: [],
    missedClocks: [],
    problems,
    clearDays: null,
    becomesPublic: [`${address.forwardPlanEntry(id)} ${draft.value.title}`],
    staysPrivate: [],
    next: [],
  };
}
