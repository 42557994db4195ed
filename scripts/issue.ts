/**
 * The act of issuing, as named steps: read, plan, print, and append a snapshot. Called by commands/issue.ts. Forward plan entries,
 * releases and withdrawals have flows of their own in issuing/.
 */
import { narrowDrafts } from "./access/narrow-drafts.ts";
import { nextKind } from "./issuing/choose-papers.ts";
import { issueForwardPlan } from "./issuing/issue-forward-plan.ts";
import type { Issued, IssueRequest, Progress } from "./issuing/issued.ts";
import { planIssue } from "./issuing/plan-issue.ts";
import { printAndAppend } from "./issuing/print-and-append.ts";
import { findMeeting, readForIssuing } from "./issuing/read-for-issuing.ts";
import { copyReleased } from "./issuing/release.ts";
import { withdraw } from "./issuing/withdraw.ts";
import { dayOf } from "./model/civil.ts";
import type { IssueKind } from "./model/record.ts";
import { Refusal } from "./model/refusal.ts";
import type { Printer } from "./printing/printer.ts";

/** Issues. Refuses, with the reason in words, where the law or the files do not let it. */
export async function issue(request: IssueRequest, printer: Printer, progress: Progress): Promise<Issued> {
  progress("Reading the council's files");
  const reading = readForIssuing(request);
  if (request.address.startsWith("forward-plan/")) return issueForwardPlan(reading, request);
  const { meeting, drafts } = findMeeting(reading, request.address);
  // An agenda that is there and cannot be read is what is asked for, and its faults are told.
  const hasAgenda = drafts.agenda !== null || reading.loaded.unreadable.has(`${meeting.folder}/agenda.md`);
  const kind = request.kind ?? nextKind(meeting, drafts, dayOf(reading.council.now), hasAgenda);
  if (kind === "withdrawal") return withdraw(reading, meeting, request, printer, progress);
  if (kind === "release") {
    // Until its snapshot is there the paper is restricted, and may yet remain so.
    printer.refuseElsewhere();
    const undo = copyReleased(reading, meeting, request);
    try {
      return await issuePapers({ ...request, kind }, printer, progress);
    } catch (error) {
      undo();
      throw error;
    }
  }
  if (request.restricted) throw new Refusal(`--restricted is for a release; ${kind} needs no restricted paper.`, 2);
  return issuePapers({ ...request, kind }, printer, progress);
}

async function issuePapers(
  request: IssueRequest & { readonly kind: IssueKind },
  printer: Printer,
  progress: Progress,
): Promise<Issued> {
  const reading = readForIssuing(request);
  const { meeting, drafts } = findMeeting(reading, request.address);
  progress("Checking");
  const plan = planIssue(reading.loaded, reading.council, meeting, drafts, request);
  const council = narrowDrafts(reading.council, meeting.id, plan.brought);
  return printAndAppend({ council, meeting, drafts, plan, reason: request.reason ?? null }, printer, progress);
}
