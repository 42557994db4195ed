/**
 * Drafts of papers that were issued already keep the numbers they were issued with: what is put in after 4.7 becomes
 * 4.7A. Called by load/meetings.ts before a meeting's drafts are read.
 */
import { keepNumbers } from "../markdown/compare-versions.ts";
import { blockTexts } from "../markdown/paper-text.ts";
import type { Document, Snapshot } from "../model/council.ts";
import type { Minutes } from "../model/minutes.ts";
import type { Report } from "../model/report.ts";
import { type Findings, readBody } from "./document.ts";
import { readBytes, sha256 } from "./files.ts";
import type { KeptNumbers } from "./papers.ts";

/** For a meeting's drafts: the numbers kept from the last version issued; null for what was never issued. */
export function numbersKept(findings: Findings, issued: readonly Snapshot[]): KeptNumbers {
  return (id, file) => {
    const before = lastIssued(issued, id);
    if (!before) return null;
    if (sha256(readBytes(findings.root, file)) === before.hash) return before.outline.kept;
    const { numbering, kept } = before.outline;
    const was = blockTexts(readBody(findings.root, before), numbering, kept);
    const now = blockTexts(readBody(findings.root, { file }), numbering);
    const numbers = keepNumbers(was, now, numbering, everUsed(issued, id));
    for (const { was: old, now: given, text } of numbers.moved)
      findings.problems.push({
        rule: "number-moved",
        severity: "error",
        file,
        line: 1,
        column: 1,
        message: `Paragraph ${old} was issued with that number, and ${given === null ? "has none" : `is ${given}`} now: "${text.slice(0, 60)}".`,
        mend: `Give it back its number, ${old}. What is put in between takes a letter, such as ${old}A, and what is taken out leaves a gap.`,
      });
    return numbers.kept;
  };
}

/** The anchors of every version of a paper that stands in a snapshot. */
function everUsed(issued: readonly Snapshot[], id: string): string[] {
  return issued.flatMap(({ papers }) =>
    [...papers.reports, ...(papers.minutes ? [papers.minutes] : [])]
      .filter((paper) => paper.id === id)
      .flatMap(({ outline }) => outline.blocks.map(({ anchor }) => anchor)),
  );
}

/** A paper as it was last issued, or null where it never was or was withdrawn. */
export function lastIssued(issued: readonly Snapshot[], id: string): Document<Report> | Document<Minutes> | null {
  for (const { papers } of [...issued].reverse()) {
    const found = id === "minutes" ? papers.minutes : papers.reports.find((report) => report.id === id);
    if (found) return found;
  }
  return null;
}
