/** Reads the meetings: each folder's living facts, its drafts where they are wanted, and its snapshots. */
import { agenda } from "../model/agenda.ts";
import type { Attachment, CouncilMeeting, Document, Papers } from "../model/council.ts";
import { meeting } from "../model/meeting.ts";
import { minutes } from "../model/minutes.ts";
import { type Report, report } from "../model/report.ts";
import { type Findings, readDocument } from "./document.ts";
import { exists, namesIn, readBytes, sha256 } from "./files.ts";
import { readSnapshots } from "./snapshots.ts";

export const MEETING_FOLDER = /^\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/;

/** Every meeting, by folder name. Drafts are opened only where `drafts` is true. */
export function readMeetings(findings: Findings, drafts: boolean): CouncilMeeting[] {
  const found: CouncilMeeting[] = [];
  for (const year of namesIn(findings.root, "content/meetings", "folders")) {
    for (const id of namesIn(findings.root, `content/meetings/${year}`, "folders")) {
      const folder = `content/meetings/${year}/${id}`;
      if (!MEETING_FOLDER.test(id) || !id.startsWith(year)) {
        findings.problems.push(folderProblem(folder, year));
        continue;
      }
      if (!exists(findings.root, `${folder}/meeting.md`)) {
        findings.problems.push(missingMeeting(folder));
        continue;
      }
      const living = readDocument(findings, `${folder}/meeting.md`, id, meeting);
      const issued = readSnapshots(findings, folder, id);
      const papers = drafts ? readPapers(findings, folder) : null;
      if (living) found.push({ id, folder, living, drafts: papers, issued });
    }
  }
  return found;
}

/** The papers in `folder`: a meeting's drafts, or a snapshot's. */
export function readPapers(findings: Findings, folder: string): Papers {
  const file = (name: string) => `${folder}/${name}`;
  const reports: Document<Report>[] = [];
  let draftAgenda: Papers["agenda"] = null;
  let draftMinutes: Papers["minutes"] = null;
  for (const name of namesIn(findings.root, folder, "files")) {
    if (!name.endsWith(".md") || name === "meeting.md") continue;
    const id = name.replace(/\.md$/, "");
    if (name === "agenda.md") draftAgenda = readDocument(findings, file(name), "agenda", agenda);
    else if (name === "minutes.md") draftMinutes = readDocument(findings, file(name), "minutes", minutes);
    else {
      const read = readDocument(findings, file(name), id, report);
      if (read) reports.push(read);
    }
  }
  return { agenda: draftAgenda, reports, minutes: draftMinutes, attachments: readAttachments(findings, folder, reports, draftMinutes) };
}

/** The appendices and images that papers name and that are there; `check` reports those that are not. */
function readAttachments(
  findings: Findings,
  folder: string,
  reports: readonly Document<Report>[],
  minutesRead: Papers["minutes"],
): Map<string, Attachment> {
  const names = new Set<string>();
  for (const each of reports) for (const appendix of each.value.appendices) names.add(appendix.file);
  for (const each of [...reports, ...(minutesRead ? [minutesRead] : [])])
    for (const image of each.outline.images) if (isLocalFile(image.file)) names.add(image.file);
  const attachments = new Map<string, Attachment>();
  for (const name of [...names].sort()) {
    const file = `${folder}/${name}`;
    if (!exists(findings.root, file)) continue;
    const bytes = readBytes(findings.root, file);
    attachments.set(name, { file, hash: sha256(bytes), bytes: bytes.length });
  }
  return attachments;
}

/** True for a file inside the meeting's own folder: no address, no way out of the folder. */
export function isLocalFile(name: string): boolean {
  return /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*\.[a-z]+$/.test(name);
}

function folderProblem(folder: string, year: string) {
  return {
    rule: "meeting-folder",
    severity: "error" as const,
    file: folder,
    line: 1,
    column: 1,
    message: "A meeting's folder must be named by the day it was first set for and its committee, in the folder of that year.",
    mend: `Name it like \`content/meetings/${year}/${year}-09-28-cabinet\`.`,
  };
}

function missingMeeting(folder: string) {
  return {
    rule: "meeting-folder",
    severity: "error" as const,
    file: folder,
    line: 1,
    column: 1,
    message: "There is no meeting.md here, so nobody can be told when and where the meeting is.",
    mend: "Add meeting.md with the committee, date, time and place.",
  };
}
