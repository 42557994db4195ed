/**
 * Begins a meeting, a report or minutes with everything that is known, as named steps: nothing that is there is written
 * over, and what nobody has said yet is a gap that `check` lists. Called by commands/new.ts.
 */
import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unfilledIn } from "./check/to-be-filled-in.ts";
import { withPaper } from "./drafting/agenda-papers.ts";
import type { DraftAsked } from "./drafting/asked.ts";
import { askedWords, entriesWithoutMeeting, followUpTitle, openFollowUps } from "./drafting/business-due.ts";
import { type DraftFile, draftText } from "./drafting/draft-text.ts";
import { findCommittee, findMeeting } from "./drafting/find-meeting.ts";
import { newAgenda } from "./drafting/new-agenda.ts";
import { type MeetingAsked, meetingToDraft } from "./drafting/new-meeting.ts";
import { type MinutesAsked, newMinutes } from "./drafting/new-minutes.ts";
import { newReport, type ReportAsked } from "./drafting/new-report.ts";
import { type NewFile, writeNew } from "./drafting/write-new.ts";
import { calendarLines, dutyCalendar, type MeetingDuties } from "./duty-calendar.ts";
import { type Loaded, loadCouncil } from "./load/council.ts";
import { readDocumentText } from "./load/document.ts";
import { sha256 } from "./load/files.ts";
import { type CivilDateTime, formatDate } from "./model/civil.ts";
import type { Council, CouncilMeeting } from "./model/council.ts";
import { meeting as meetingSchema } from "./model/meeting.ts";
import type { Problem } from "./model/problem.ts";
import { problemLines } from "./model/problem-lines.ts";
import { Refusal } from "./model/refusal.ts";
import { writeWhole } from "./write-whole.ts";

export interface DraftRequest {
  readonly root: string;
  readonly asked: DraftAsked;
  readonly now?: CivilDateTime | undefined;
}

export interface Drafted {
  readonly kind: DraftAsked["kind"];
  /** The meeting, by its folder's name. */
  readonly meeting: string;
  /** Files that are new, relative to the council's folder. */
  readonly written: readonly string[];
  /** Files that were there and have one change. */
  readonly changed: readonly string[];
  /** What was taken from where, and what the officer should look at. */
  readonly notes: readonly string[];
  /** The last lawful days of the meeting; null for minutes. */
  readonly duties: MeetingDuties | null;
  /** What is still to be filled in, as `check` says it. */
  readonly unfilled: readonly Problem[];
}

/** Writes what was asked for. Refused, with nothing written, where it is there already or cannot be. */
export function newDraft({ root, asked, now }: DraftRequest): Drafted {
  const loaded = loadCouncil(root, { drafts: true, now });
  const council = readable(loaded);
  switch (asked.kind) {
    case "meeting":
      return beginMeeting(council, loaded, asked);
    case "report":
      return beginReport(council, asked);
    case "minutes":
      return beginMinutes(council, asked);
  }
}

function beginMeeting(council: Council, loaded: Loaded, asked: MeetingAsked): Drafted {
  const committee = findCommittee(council, asked.committee);
  const found = meetingToDraft(council, asked);
  const begun = found.known ? null : withMeeting(council, found.id, found.file);
  const meeting = found.known ?? (begun as NonNullable<typeof begun>).meeting;
  const here = begun?.council ?? council;
  const files = [...(begun ? [begun.file] : []), textOf(newAgenda(here, meeting, committee.value))];
  writeNew(council.root, files);
  const late = openFollowUps(here).filter(
    ({ status, followUp }) => status === "overdue" && followUp.returnsTo === committee.id,
  );
  const unread = [...loaded.unreadable].filter((file) => file.startsWith("content/"));
  return drafted(here, asked, meeting.id, files, {
    notes: [
      ...(found.known ? [`${meeting.living.file} was there already, and is as it was.`] : []),
      ...(!found.known && found.takenFrom ? [takenWords(here, found.takenFrom, asked)] : []),
      ...late.map((state) => `Overdue, and on no agenda: ${followUpTitle(state)}. ${askedWords(state)}`),
      ...entriesWithoutMeeting(here, committee.id).map(
        (entry) => `It may come to this meeting, and its notice names none: ${entry}.`,
      ),
      ...unread.map((file) => `${file} cannot be read, so what it asks for may be missing. Run npm run check.`),
    ],
  });
}

/** The council with the meeting that is about to be written, read as it will be. */
function withMeeting(council: Council, id: string, draft: DraftFile) {
  const file = textOf(draft);
  const findings = { root: council.root, problems: [], unreadable: new Set<string>() };
  const living = readDocumentText(findings, file.file, id, meetingSchema, file.text);
  if (!living) throw new Error(`${file.file} would not be read as it was meant, so it was not written.`);
  const folder = file.file.replace(/\/meeting\.md$/, "");
  const meeting: CouncilMeeting = { id, folder, living, drafts: null, issued: [] };
  return { file, meeting, council: { ...council, meetings: [...council.meetings, meeting] } };
}

function takenWords({ meetings }: Council, id: string, { time, place }: MeetingAsked): string {
  const what = time !== undefined ? "The place is" : place !== undefined ? "The time is" : "Time and place are";
  const from = meetings.find((each) => each.id === id)?.living;
  const day = from ? formatDate(from.value.date) : id;
  return `${what} taken from the meeting of ${day} (${from?.file}). meeting.md is public with the next build, so see that this is right.`;
}

function beginReport(council: Council, asked: ReportAsked): Drafted {
  const meeting = findMeeting(council, asked.meeting);
  const committee = findCommittee(council, meeting.living.value.committee);
  const report = newReport(council, meeting, committee, asked);
  const written = textOf(report.file);
  const agenda = meeting.drafts?.agenda;
  const path = join(council.root, agenda?.file ?? "");
  const before = readFileSync(path, "utf8");
  if (sha256(before) !== agenda?.hash)
    throw new Refusal(`${agenda?.file} was changed by something else meanwhile. Nothing was written; run it again.`);
  const after = withPaper(before, report.item.number, report.id, { endsToFollow: report.endsToFollow });
  writeNew(council.root, [written]);
  if (after !== before) writeWhole(path, after, lstatSync(path).mode & 0o777);
  return drafted(council, asked, meeting.id, [written], {
    changed: after === before ? [] : [`${agenda?.file}`],
    notes: report.notes,
  });
}

function beginMinutes(council: Council, asked: MinutesAsked): Drafted {
  const meeting = findMeeting(council, asked.meeting);
  const committee = findCommittee(council, meeting.living.value.committee);
  const { file, notes } = newMinutes(council, meeting, committee);
  const written = textOf(file);
  writeNew(council.root, [written]);
  return drafted(council, asked, meeting.id, [written], { notes });
}

function textOf(draft: DraftFile): NewFile {
  return { file: draft.file, text: draftText(draft) };
}

function drafted(
  council: Council,
  { kind }: DraftAsked,
  meeting: string,
  files: readonly NewFile[],
  told: { readonly changed?: readonly string[]; readonly notes: readonly string[] },
): Drafted {
  // Read again, so that the days are those of the meeting as it now stands.
  const loaded = loadCouncil(council.root, { drafts: true, now: council.now });
  return {
    kind,
    meeting,
    written: files.map(({ file }) => file),
    changed: told.changed ?? [],
    notes: told.notes,
    duties: kind === "minutes" ? null : (dutyCalendar(loaded).find((each) => each.meeting === meeting) ?? null),
    unfilled: files.flatMap(({ file, text }) => unfilledIn(file, text)),
  };
}

function readable({ council, problems }: Loaded): Council {
  if (council) return council;
  const faults = problems.filter(({ file }) => file === "data/council.json");
  throw new Refusal(["Nothing was written:", ...problemLines(faults)].join("\n"));
}

/** What an officer reads after `new`. */
export function draftedLines({ written, changed, notes, duties, unfilled }: Drafted): string[] {
  return [
    ...written.map((file) => `Written: ${file}`),
    ...changed.map((file) => `Changed, in the one item: ${file}`),
    ...notes,
    ...(duties ? ["", "The last lawful days:", ...calendarLines([duties])] : []),
    ...(unfilled.length > 0
      ? [`Still to be filled in, and nothing with a gap can be issued:`, ...unfilled.map(gapLine)]
      : []),
  ];
}

function gapLine({ file, line, column, message }: Problem): string {
  return `  ${file}:${line}:${column} ${message.replace("Still to be filled in: ", "")}`;
}
