/** Reads the meetings: each folder's living facts, its drafts where they are wanted, and its snapshots. */
import type { CouncilMeeting } from "../model/council.ts";
import { meeting } from "../model/meeting.ts";
import { type Findings, readDocument } from "./document.ts";
import { exists, namesIn } from "./files.ts";
import { numbersKept } from "./later-versions.ts";
import { readPapers } from "./papers.ts";
import { readSnapshots } from "./snapshots.ts";

const MEETING_FOLDER = /^\d{4}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*$/;

/** Every meeting, by folder name. Drafts are opened only where `drafts` is true. */
export function readMeetings(findings: Findings, drafts: boolean): CouncilMeeting[] {
  return meetingFolders(findings.root).flatMap((folder) => readMeeting(findings, folder, drafts) ?? []);
}

/** The folders that should be meetings' own: `content/meetings/2026/2026-09-28-cabinet`. */
export function meetingFolders(root: string): string[] {
  return namesIn(root, "content/meetings", "folders").flatMap((year) =>
    namesIn(root, `content/meetings/${year}`, "folders").map((id) => `content/meetings/${year}/${id}`),
  );
}

/** One meeting; null where its folder is none, or nobody can be told when and where it is. */
export function readMeeting(findings: Findings, folder: string, drafts: boolean): CouncilMeeting | null {
  const [year = "", id = ""] = folder.split("/").slice(-2);
  if (!MEETING_FOLDER.test(id) || !id.startsWith(year)) {
    findings.problems.push(folderProblem(folder, year));
    return null;
  }
  if (!exists(findings.root, `${folder}/meeting.md`)) {
    findings.problems.push(missingMeeting(folder));
    return null;
  }
  const living = readDocument(findings, `${folder}/meeting.md`, id, meeting);
  const issued = readSnapshots(findings, folder, id);
  const papers = drafts ? readPapers(findings, folder, "drafts", numbersKept(findings, issued)) : null;
  return living && { id, folder, living, drafts: papers, issued };
}

function folderProblem(folder: string, year: string) {
  return {
    rule: "meeting-folder",
    severity: "error" as const,
    file: folder,
    line: 1,
    column: 1,
    message:
      "A meeting's folder must be named by the day it was first set for and its committee, in the folder of that year.",
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
