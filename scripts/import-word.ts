/**
 * Brings a Word file in as a draft report, as named steps: its place on the agenda, the reading in a worker, the front matter, and
 * every file written or none. Called by commands/import.ts and by the desk.
 */
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { unfilledIn } from "./check/to-be-filled-in.ts";
import { withPaper } from "./drafting/agenda-papers.ts";
import { type BroughtInBefore, keptFields } from "./drafting/brought-in-before.ts";
import { draftText, type Fields } from "./drafting/draft-text.ts";
import { findCommittee, findMeeting } from "./drafting/find-meeting.ts";
import { broughtInElsewhere, importRecord, recordedBody } from "./drafting/import-records.ts";
import { type ReportPlace, reportPlace } from "./drafting/paper-place.ts";
import { type DraftBytes, writeDrafts } from "./drafting/write-new.ts";
import { loadCouncil } from "./load/council.ts";
import { exists, sha256 } from "./load/files.ts";
import type { Committee } from "./model/committee.ts";
import type { Council, CouncilMeeting } from "./model/council.ts";
import type { Problem } from "./model/problem.ts";
import { problemLines } from "./model/problem-lines.ts";
import { Refusal } from "./model/refusal.ts";
import { report as reportSchema } from "./model/report.ts";
import { frontMatter } from "./word/front-matter/front-matter.ts";
import type { ImportedWord, WordRequest } from "./word/imported-word.ts";
import { asWord } from "./word/office-files.ts";
import type { WordPaper, WordRead } from "./word/paper/word-paper.ts";
import { readInWorker } from "./word/read-in-worker.ts";
import { sideBySidePage } from "./word/side-by-side.ts";

/** Larger than any report with photographs. */
const LARGEST = 60 * 1024 * 1024;

/** Where the report stands: known before the file is opened. */
interface Place extends ReportPlace {
  readonly council: Council;
  readonly meeting: CouncilMeeting;
  readonly committee: Committee;
  /** The report's file and the record of the import, relative to the council's folder. */
  readonly file: string;
  readonly record: string;
}

/** The report as it will stand, before anything is written. */
interface Draft {
  readonly text: string;
  readonly fields: Fields;
  readonly notes: readonly string[];
  readonly gaps: readonly string[];
}

/**
 * Reads the file, and writes the report where nothing is wrong: the report, its pictures, the record of the import, its name in
 * agenda.md, and the page that shows both. What is wrong with the Word file comes back as problems; what is wrong with what was
 * asked is refused.
 */
export async function importWord(asked: WordRequest): Promise<ImportedWord> {
  const request = { ...asked, name: basename(asked.name.replaceAll("\\", "/")) };
  refuseSize(request);
  const place = placeOf(request);
  const read = await readFile(request, place);
  if (!read.paper) return notBroughtIn(request, place, read);
  const notes = [...read.notes, ...broughtInElsewhere(place.council.root, sha256(request.bytes), place.record)];
  const draft = draftOf(read.paper, notes, place);
  if ("rule" in draft) return notBroughtIn(request, place, { ...read, problems: [{ ...draft, file: request.name }] });
  return broughtIn(request, place, read, read.paper, draft);
}

function refuseSize({ name, bytes }: WordRequest): void {
  if (bytes.length > LARGEST)
    throw new Refusal(
      `${name} is larger than 60 MB, so it is not read. Compress its pictures in Word, and save it again.`,
    );
}

function placeOf(request: WordRequest): Place {
  const council = draftCouncil(request);
  const meeting = findMeeting(council, request.meeting);
  const { value: committee } = findCommittee(council, meeting.living.value.committee);
  const place = reportPlace(council, meeting, request);
  const file = `${meeting.folder}/${place.id}.md`;
  return { ...place, council, meeting, committee, file, record: `data/imports/${meeting.id}/${place.id}.json` };
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

async function readFile({ name, bytes, accepted, yes }: WordRequest, place: Place): Promise<WordRead> {
  const { committee, council } = place;
  return readInWorker({
    name,
    bytes: await asWord(name, bytes),
    accepted,
    yes,
    templates: council.reportTemplates.map(({ value }) => value),
    committee: [committee.name, committee.shortName ?? committee.name],
    pictures: place.id,
  });
}

/** The report's text; or the problem, where the form at its head is of another meeting. */
function draftOf(paper: WordPaper, notes: readonly string[], place: Place): Draft | Problem {
  const { committee, council, meeting, file } = place;
  const { date } = meeting.living.value;
  const filled = frontMatter({
    values: paper.form,
    item: place.item,
    committee: committee.shortName ?? committee.name,
    date,
    members: council.members.map(({ id, value }) => ({ id, name: value.name })),
    numbering: paper.numbering,
  });
  if (filled.otherDay !== null) return otherMeeting(filled.otherDay, meeting.id, date);
  const before = filledInBefore(place, { ...filled.fields, ...place.answers });
  const fields = inOrder(before.fields);
  const text = draftText({ file, schema: reportSchema, fields, body: [...filled.left, paper.body].join("\n\n") });
  return {
    text,
    fields,
    notes: [...notes, ...filled.notes, ...place.notes, ...before.notes],
    gaps: unfilledIn(file, text).map(({ message }) => message.replace("Still to be filled in: ", "")),
  };
}

function otherMeeting(day: string, meeting: string, date: string): Problem {
  return {
    rule: "word-other-meeting",
    severity: "error",
    file: "",
    line: 1,
    column: 1,
    message: `The form at its head says ${day}, and ${meeting} is on ${date}.`,
    mend: "If the report is for this meeting, correct the day in Word. Else name the meeting that it is for.",
  };
}

/** The front matter, with what was filled in since the report was first brought in. */
function filledInBefore({ council: { root }, file, record }: Place, fields: Fields): BroughtInBefore {
  if (!exists(root, file)) return { fields, notes: [] };
  const hash = recordedBody(root, record);
  return keptFields(file, readFileSync(join(root, file), "utf8"), hash, fields);
}

/** Fields as docs/content.md has them, from what a reader sees first. */
function inOrder(fields: Fields): Fields {
  const names = Object.keys(reportSchema.shape);
  return Object.fromEntries(Object.entries(fields).sort(([one], [other]) => names.indexOf(one) - names.indexOf(other)));
}

function notBroughtIn({ name }: WordRequest, { meeting, item }: Place, read: WordRead): ImportedWord {
  const { problems, mayAccept, questions, notes } = read;
  const nothing = { report: null, written: [], gaps: [], sideBySide: null, counted: null };
  return { name, meeting: meeting.id, item: item.number, problems, mayAccept, questions, notes, ...nothing };
}

/** Writes everything, or refuses with nothing written. */
function broughtIn(request: WordRequest, place: Place, read: WordRead, paper: WordPaper, draft: Draft): ImportedWord {
  const { name, again } = request;
  const { council, meeting, file } = place;
  const { questions } = read;
  const { text, fields, notes, gaps } = draft;
  const asks = questions.map((question) => question.asks);
  const sideBySide = `.cleardays/word/${meeting.id}/${place.id}.html`;
  const page = sideBySidePage({ name, report: file, paper, fields, questions: asks, notes, gaps });
  const made: DraftBytes[] = [
    { file, text },
    ...paper.pictures.map((picture) => ({ file: `${meeting.folder}/${picture.file}`, text: picture.bytes })),
  ];
  const kept: DraftBytes[] = [
    ...agendaWith(place),
    {
      file: place.record,
      text: importRecord({ ...request, at: council.now, asked: asks, notes, text, counted: paper.counted }),
    },
  ];
  const replaced = [...kept, { file: sideBySide, text: page }];
  writeDrafts(council.root, again ? { fresh: [], replaced: [...made, ...replaced] } : { fresh: made, replaced });
  return {
    name,
    meeting: meeting.id,
    item: place.item.number,
    report: file,
    written: [...made, ...kept].map((each) => each.file),
    problems: [],
    mayAccept: [],
    questions,
    notes,
    gaps,
    sideBySide,
    counted: paper.counted,
  };
}

/** agenda.md with the report's name in its item; nothing where it is there already. */
function agendaWith({ council, meeting, item, id, endsToFollow }: Place): DraftBytes[] {
  const agenda = meeting.drafts?.agenda;
  if (!agenda) return [];
  const before = readFileSync(join(council.root, agenda.file), "utf8");
  if (sha256(before) !== agenda.hash)
    throw new Refusal({
      wrong: `${agenda.file} was changed by something else meanwhile. Nothing was written.`,
      onCommandLine: "Run it again.",
      onDesk: "Bring it in once more.",
    });
  const after = withPaper(before, item.number, id, { endsToFollow });
  return after === before ? [] : [{ file: agenda.file, text: after }];
}
