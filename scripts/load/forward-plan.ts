/** Reads the forward plan: what is being written of each entry, and the notices that were issued of it. Called by load. */
import type { ForwardPlan } from "../model/council.ts";
import { forwardPlanEntry } from "../model/forward-plan.ts";
import { readChain } from "./chain.ts";
import { type Findings, readDocument } from "./document.ts";
import { exists, namesIn } from "./files.ts";

/** Every entry, by folder name. Drafts are opened only where `drafts` is true. */
export function readForwardPlan(findings: Findings, drafts: boolean): ForwardPlan[] {
  return namesIn(findings.root, "content/forward-plan", "folders").map((id) => {
    const folder = `content/forward-plan/${id}`;
    const file = `${folder}/entry.md`;
    const draft = drafts && exists(findings.root, file) ? readDocument(findings, file, id, forwardPlanEntry) : null;
    const issued = readChain(findings, folder, `forward-plan/${id}`).flatMap(
      ({ folder: inner, record, recordHash }) => {
        const entry = readDocument(findings, `${inner}/entry.md`, id, forwardPlanEntry);
        return entry ? [{ folder: inner, record, recordHash, entry }] : [];
      },
    );
    return { id, folder, draft, issued };
  });
}
