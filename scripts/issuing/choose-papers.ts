/** What an act of issuing brings, worked out from the drafts and from what is issued already. Called by plan-issue.ts. */
import type { Brought } from "../access/narrow-drafts.ts";
import { noticeOf } from "../check/meeting-case.ts";
import { lastIssued } from "../load/later-versions.ts";
import type { CouncilMeeting, Papers } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import type { IssueKind } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import type { Asked } from "./issued.ts";

/** The kind that the drafts ask for: what comes next in the meeting's life that is not done yet. */
export function nextKind(
  meeting: CouncilMeeting,
  drafts: Papers,
  today: string,
  hasAgenda = drafts.agenda !== null,
): IssueKind {
  const has = (kind: IssueKind) => meeting.issued.some(({ record }) => record.kind === kind);
  if (meeting.living.value.status === "cancelled" && meeting.issued.length > 0 && !isCancelled(meeting))
    return "cancellation";
  if (!has("agenda")) return hasAgenda ? "agenda" : "notice";
  if (drafts.minutes && !has("minutes")) return "minutes";
  if (newReports(meeting, drafts, issuedAgenda(meeting)).length > 0) return "supplement";
  if (drafts.minutes && isChanged(meeting, drafts.minutes, drafts) && !agendaChanged(meeting, drafts))
    return "correction";
  if (agendaChanged(meeting, drafts) || changedReports(meeting, drafts).length > 0) return "revision";
  // A meeting that was moved, or is on again, is to be told of anew.
  return noticeOf(meeting) === null && meeting.living.value.date >= today ? "notice" : "supplement";
}

/** What the act brings. `unread` are reports that are there and cannot be read, which are held back and not unknown. Refuses, in an officer's words, where the kind does not fit what is there. */
export function choosePapers(
  asked: Asked,
  kind: IssueKind,
  meeting: CouncilMeeting,
  drafts: Papers,
  unread: readonly string[] = [],
): Brought {
  refuseOutOfTurn(kind, meeting, drafts);
  const reports = reportsFor(asked, kind, meeting, drafts);
  refuseUnknown(asked, meeting, drafts, [...reports, ...unread]);
  const papers = reports
    .filter((id) => !asked.except?.includes(id))
    .filter((id) => asked.papers === undefined || asked.papers.includes(id));
  const brought: Brought = {
    agenda: kind === "agenda" || (kind === "revision" && agendaChanged(meeting, drafts)),
    minutes: kind === "minutes" || kind === "correction",
    papers,
  };
  if (kind === "supplement" && papers.length === 0 && unread.length === 0)
    throw new Refusal(
      `Every paper of ${meeting.id} that its agenda lists is issued; there is nothing for a supplement.${withdrawnNote(meeting)}${agendaChanged(meeting, drafts) ? " agenda.md was changed since: that is a revision, --kind revision." : ""}`,
    );
  if (kind === "revision" && papers.length === 0 && !brought.agenda && unread.length === 0)
    throw new Refusal(`Nothing of ${meeting.id} was changed since it was issued, so there is nothing to revise.`);
  if ((kind === "revision" || kind === "correction") && !asked.reason)
    throw new Refusal(
      `Say why, for the public to read: npm run issue -- ${meeting.id} --kind ${kind} --reason "The figure in paragraph 4.7 was wrong." It changes: ${[brought.agenda ? "the agenda" : null, brought.minutes ? "the minutes" : null, ...papers].filter(Boolean).join(", ")}.`,
      2,
    );
  return brought;
}

function refuseOutOfTurn(kind: IssueKind, meeting: CouncilMeeting, drafts: Papers): void {
  const { id, living, issued } = meeting;
  const has = (wanted: IssueKind) => issued.some(({ record }) => record.kind === wanted);
  const refuse = (words: string) => {
    throw new Refusal(words);
  };
  switch (kind) {
    case "agenda":
      if (!drafts.agenda) refuse(`${id} has no agenda.md that can be read, so there is no agenda to issue.`);
      if (has("agenda"))
        refuse(
          `The agenda of ${id} is issued. New papers for it are a supplement (--kind supplement); a changed agenda is a revision (--kind revision).`,
        );
      return;
    case "notice": {
      const told = noticeOf(meeting);
      const last = issued.findLast(({ record }) => record.kind === "agenda" || record.kind === "notice");
      if (told && last?.context.meeting.status === living.value.status)
        refuse(`Notice of ${id}, at this very time and place, was published on ${told.replace("T", " at ")}.`);
      return;
    }
    case "cancellation":
      if (living.value.status !== "cancelled")
        refuse(
          `${id} is not cancelled: meeting.md says \`status: ${living.value.status}\`. Put \`status: cancelled\` there, with \`because:\`, and run the command again.`,
        );
      if (isCancelled(meeting)) refuse(`The cancellation of ${id} is issued.`);
      return;
    case "minutes":
    case "correction":
      if (!has("agenda")) refuse(`The agenda of ${id} is not issued yet; issue that first.`);
      if (!drafts.minutes) refuse(`${id} has no minutes.md that can be read, so there is nothing to issue.`);
      if (kind === "minutes" && has("minutes"))
        refuse(`The minutes of ${id} are issued. A change to them is a correction: --kind correction --reason "...".`);
      if (kind === "correction" && !has("minutes"))
        refuse(`The minutes of ${id} are not issued, so there is nothing to correct.`);
      if (kind === "correction" && drafts.minutes && !isChanged(meeting, drafts.minutes, drafts))
        refuse(`minutes.md of ${id} is as it was issued, so there is nothing to correct.`);
      return;
    default:
      if (!has("agenda")) refuse(`The agenda of ${id} is not issued yet; issue that first.`);
  }
}

function withdrawnNote({ issued }: CouncilMeeting): string {
  const gone = issued
    .flatMap(({ record }) => record.withdrawn.map(({ id }) => id))
    .filter((id) => !lastIssued(issued, id));
  return gone.length > 0
    ? ` Withdrawn and not issued again: ${[...new Set(gone)].join(", ")}; a mended version takes --kind revision --paper NAME.`
    : "";
}

/** Whether the last that the public was told is that the meeting is off. */
function isCancelled({ issued }: CouncilMeeting): boolean {
  return (
    issued.findLast(({ record }) => ["agenda", "notice", "cancellation"].includes(record.kind))?.record.kind ===
    "cancellation"
  );
}

function reportsFor(asked: Asked, kind: IssueKind, meeting: CouncilMeeting, drafts: Papers): string[] {
  switch (kind) {
    case "agenda":
      return newReports(meeting, drafts, drafts.agenda);
    case "supplement":
      return newReports(meeting, drafts, issuedAgenda(meeting));
    case "revision": {
      const taken = new Set(newReports(meeting, drafts, issuedAgenda(meeting)));
      // A report for an item that the revised agenda adds comes with it; one for an item listed before is a supplement.
      const added = newReports(meeting, drafts, drafts.agenda).filter((id) => !taken.has(id));
      const again = (asked.papers ?? []).filter(
        (id) => wasWithdrawn(meeting, id) && drafts.reports.some((each) => each.id === id),
      );
      return [...new Set([...changedReports(meeting, drafts), ...added, ...again])];
    }
    case "release":
      return [...(asked.papers ?? [])];
    default:
      return [];
  }
}

function refuseUnknown(asked: Asked, meeting: CouncilMeeting, drafts: Papers, reports: readonly string[]): void {
  for (const name of asked.papers ?? []) {
    if (reports.includes(name)) continue;
    const draft = drafts.reports.find(({ id }) => id === name);
    if (wasWithdrawn(meeting, name) && !lastIssued(meeting.issued, name))
      throw new Refusal(
        `\`${name}\` was withdrawn. A mended version is issued with --kind revision --paper ${name} --reason "...".`,
      );
    if (draft && lastIssued(meeting.issued, name)?.hash === draft.hash)
      throw new Refusal(`\`${name}\` is issued already.`);
    if (draft && lastIssued(meeting.issued, name))
      throw new Refusal(`\`${name}\` is issued already, and was changed since: that is a revision, --kind revision.`);
    if (draft)
      throw new Refusal(
        `\`${name}\` is on no agenda of ${meeting.id} that is issued. Put it on agenda.md first; that is a revision, --kind revision.`,
      );
    const guess = nearest(
      name,
      drafts.reports.map(({ id }) => id),
    );
    throw new Refusal(`${meeting.id} has no paper \`${name}\`.${guess ? ` Did you mean \`${guess}\`?` : ""}`, 2);
  }
}

/** Reports on `agenda` that were never issued. */
function newReports(meeting: CouncilMeeting, drafts: Papers, agenda: Papers["agenda"]): string[] {
  const listed = new Set(agenda?.value.items.flatMap((item) => item.papers));
  return drafts.reports
    .filter(({ id, value }) => value.access === "public" && listed.has(id))
    .map(({ id }) => id)
    .filter((id) => !lastIssued(meeting.issued, id) && !wasWithdrawn(meeting, id));
}

/** Reports that are not as they were last issued. */
function changedReports(meeting: CouncilMeeting, drafts: Papers): string[] {
  return drafts.reports
    .filter((report) => report.value.access === "public" && isChanged(meeting, report, drafts))
    .map(({ id }) => id);
}

/** Whether a paper, or a file it brings, is not as it was last issued. */
function isChanged({ issued }: CouncilMeeting, draft: { id: string; hash: string }, drafts: Papers): boolean {
  const snapshot = issued.findLast(({ papers }) =>
    [...papers.reports, papers.minutes].some((each) => each?.id === draft.id),
  );
  const before = snapshot && lastIssued([snapshot], draft.id);
  if (!snapshot || !before) return false;
  const files = [
    ...("appendices" in before.value ? before.value.appendices.map(({ file }) => file) : []),
    ...before.outline.images.map(({ file }) => file),
  ];
  return (
    before.hash !== draft.hash ||
    files.some((file) => drafts.attachments.get(file)?.hash !== snapshot.papers.attachments.get(file)?.hash)
  );
}

export function agendaChanged(meeting: CouncilMeeting, drafts: Papers): boolean {
  const issued = issuedAgenda(meeting);
  return issued !== null && drafts.agenda !== null && issued.hash !== drafts.agenda.hash;
}

export function issuedAgenda({ issued }: CouncilMeeting): Papers["agenda"] {
  return issued.findLast(({ papers }) => papers.agenda)?.papers.agenda ?? null;
}

/** A paper that was taken back is issued again only when it is asked for by name. */
function wasWithdrawn({ issued }: CouncilMeeting, id: string): boolean {
  return issued.some(({ record }) => record.withdrawn.some((each) => each.id === id));
}
