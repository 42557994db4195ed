/**
 * Brings a Word file in as a draft report, as named steps: its place on the agenda, the reading in a worker, the front matter, and
 * every file written or none. Called by cli.ts and by the desk.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { unfilledIn } from "./check/to-be-filled-in.ts";
import { withPaper } from "./drafting/agenda-papers.ts";
import { type BroughtInBefore, bodyHash, keptFields } from "./drafting/brought-in-before.ts";
import { draftText, type Fields } from "./drafting/draft-text.ts";
import { findCommittee, findMeeting } from "./drafting/find-meeting.ts";
import { type ReportPlace, reportPlace } from "./drafting/paper-place.ts";
import { type DraftBytes, writeDrafts } from "./drafting/write-new.ts";
import { loadCouncil } from "./load/council.ts";
import { exists, sha256 } from "./load/files.ts";
import type { Council, CouncilMeeting } from "./model/council.ts";
import type { Problem } from "./model/problem.ts";
import { problemLines } from "./model/problem-lines.ts";
import { Refusal } from "./model/refusal.ts";
import { report as reportSchema } from "./model/report.ts";
import { wordImport } from "./model/word-import.ts";
import { frontMatter } from "./word/front-matter/front-matter.ts";
import type { ImportedWord, WordRequest } from "./word/imported-word.ts";
import { asWord } from "./word/office-files.ts";
import type { WordPaper, WordRead } from "./word/paper/word-paper.ts";
import { readInWorker } from "./word/read-in-worker.ts";
import { sideBySidePage } from "./word/side-by-side.ts";

/** Larger than any report with photographs. */
const LARGEST = 60 * 1024 * 1024;

/**
 * Reads the file, and writes the report where nothing is wrong: the report, its pictures, the record of the import, its name in
 * agenda.md, and the page that shows both. What is wrong with the Word file comes back as problems; what is wrong with what was
 * asked is refused.
 */
export async function importWord(request: WordRequest): Promise<ImportedWord> {
  const name = basename(request.name);
  refuseSize(name, request.bytes);
  const council = draftCouncil(request);
  const meeting = findMeeting(council, request.meeting);
  const { value: committee } = findCommittee(council, meeting.living.value.committee);
  const place = reportPlace(council, meeting, request);
  const read = await readInWorker({
    name,
    bytes: await asWord(name, request.bytes),
    accepted: request.accepted,
    yes: request.yes,
    templates: council.reportTemplates.map(({ value }) => value),
    committee: [committee.name, committee.shortName ?? committee.name],
    pictures: place.id,
  });
  const told = { name, meeting: meeting.id, item: place.item.number };
  if (!read.paper) return { ...told, ...nothing(read) };
  const filled = frontMatter({
    values: read.paper.form,
    item: place.item,
    committee: committee.shortName ?? committee.name,
    date: meeting.living.value.date,
    members: council.members.map(({ id, value }) => ({ id, name: value.name })),
    numbering: read.paper.numbering,
  });
  if (filled.otherDay !== null) {
    const problem = otherMeeting(name, filled.otherDay, meeting);
    return { ...told, ...nothing({ ...read, problems: [problem] }) };
  }
  const file = `${meeting.folder}/${place.id}.md`;
  const body = [...filled.left, read.paper.body].join("\n\n");
  const before = broughtInBefore(council, meeting, place.id, file, { ...filled.fields, ...place.answers });
  const fields = inOrder(before.fields);
  const text = draftText({ file, schema: reportSchema, fields, body });
  const notes = [...read.notes, ...filled.notes, ...place.notes, ...before.notes];
  const gaps = unfilledIn(file, text).map(({ message }) => message.replace("Still to be filled in: ", ""));
  const sideBySide = `.cleardays/word/${meeting.id}/${place.id}.html`;
  const page = sideBySidePage({
    name,
    report: file,
    paper: read.paper,
    fields,
    questions: read.questions.map(({ asks }) => asks),
    notes,
    gaps,
  });
  const made: DraftBytes[] = [
    { file, text },
    ...read.paper.pictures.map((picture) => ({ file: `${meeting.folder}/${picture.file}`, text: picture.bytes })),
  ];
  const kept: DraftBytes[] = [
    ...agendaWith(council, meeting, place),
    {
      file: `data/imports/${meeting.id}/${place.id}.json`,
      text: recordOf(request, council, read, read.paper, notes, bodyHash(text)),
    },
  ];
  const shown = { file: sideBySide, text: page };
  writeDrafts(
    council.root,
    request.again ? { fresh: [], replaced: [...made, ...kept, shown] } : { fresh: made, replaced: [...kept, shown] },
  );
  return {
    ...told,
    report: file,
    written: [...made, ...kept].map((each) => each.file),
    problems: [],
    mayAccept: [],
    questions: read.questions,
    notes,
    gaps,
    sideBySide,
    counted: read.paper.counted,
  };
}

/** What to write in the front matter, with what was filled in since the report was first brought in. */
function broughtInBefore(
  council: Council,
  { id }: CouncilMeeting,
  report: string,
  file: string,
  fields: Fields,
): BroughtInBefore {
  if (!exists(council.root, file)) return { fields, notes: [] };
  const record = `data/imports/${id}/${report}.json`;
  const hash = exists(council.root, record) ? recordedBody(readFileSync(join(council.root, record), "utf8")) : null;
  return keptFields(file, readFileSync(join(council.root, file), "utf8"), hash, fields);
}

/** The body's hash in a record of an import; null where somebody has changed the record. */
function recordedBody(text: string): string | null {
  try {
    return wordImport.parse(JSON.parse(text)).body;
  } catch {
    return null;
  }
}

/** Fields as docs/content.md has them, from what a reader sees first. */
function inOrder(fields: Fields): Fields {
  const names = Object.keys(reportSchema.shape);
  return Object.fromEntries(Object.entries(fields).sort(([one], [other]) => names.indexOf(one) - names.indexOf(other)));
}

function refuseSize(name: string, bytes: Uint8Array): void {
  if (bytes.length > LARGEST)
    throw new Refusal(
      `${name} is larger than 60 MB, so it is not read. Compress its pictures in Word, and save it again.`,
    );
}

function draftCouncil({ root, now }: WordRequest): Council {
  const { council, problems } = loadCouncil(root, { drafts: true, now });
  const faults = problems.filter(
    ({ file }) => file === "data/council.json" || file.startsWith("data/report-templates/"),
  );
  if (council && faults.length === 0) return council;
  throw new Refusal(
    ["Nothing was written, since the council's own files cannot be read:", ...problemLines(faults)].join("\n"),
  );
}

function nothing({ problems, mayAccept, questions, notes }: WordRead): Omit<ImportedWord, "name" | "meeting" | "item"> {
  return {
    report: null,
    written: [],
    problems,
    mayAccept,
    questions,
    notes,
    gaps: [],
    sideBySide: null,
    counted: null,
  };
}

function otherMeeting(file: string, day: string, { id, living }: CouncilMeeting): Problem {
  return {
    rule: "word-other-meeting",
    severity: "error",
    file,
    line: 1,
    column: 1,
    message: `The form at its head says ${day}, and ${id} is on ${living.value.date}.`,
    mend: "If the report is for this meeting, correct the day in Word. Else name the meeting that it is for.",
  };
}

/** agenda.md with the report's name in its item; nothing where it is there already. */
function agendaWith(council: Council, meeting: CouncilMeeting, { item, id, endsToFollow }: ReportPlace): DraftBytes[] {
  const agenda = meeting.drafts?.agenda;
  if (!agenda) return [];
  const before = readFileSync(join(council.root, agenda.file), "utf8");
  if (sha256(before) !== agenda.hash)
    throw new Refusal(`${agenda.file} was changed by something else meanwhile. Nothing was written; run it again.`);
  const after = withPaper(before, item.number, id, { endsToFollow });
  return after === before ? [] : [{ file: agenda.file, text: after }];
}

function recordOf(
  request: WordRequest,
  council: Council,
  read: WordRead,
  paper: WordPaper,
  notes: readonly string[],
  body: string,
): string {
  const record = {
    file: basename(request.name),
    sha256: sha256(request.bytes),
    at: council.now,
    accepted: request.accepted,
    answered: request.yes,
    asked: read.questions.map(({ asks }) => asks),
    notes,
    body,
    words: String(paper.counted.words),
    cells: String(paper.counted.cells),
  };
  wordImport.parse(record);
  return `${JSON.stringify(record, null, 2)}\n`;
}
