/**
 * Brings in a Word file or a PDF that a form of the desk sent: every name in the form is looked for among what is loaded, and
 * none is ever used as a path. Called by desk.ts.
 */
import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type DeskCouncil, meetingOnDesk } from "../desk/desk-council.ts";
import { appendixAnswer, type ImportAnswer, wordAnswer } from "../desk/import-answer.ts";
import type { AppendixRequest, ImportedAppendix } from "../import-appendix.ts";
import { exists } from "../load/files.ts";
import type { AgendaItem } from "../model/agenda.ts";
import type { CouncilMeeting } from "../model/council.ts";
import type { ImportedWord, WordRequest } from "../word/imported-word.ts";
import { type BroughtFile, decisionsIn, fileOf, oneOf, reportNameIn } from "./import-form.ts";
import { LastAnswers } from "./last-answers.ts";
import { RefusedRequest } from "./write-guards.ts";

/** What brings a file in, once it is known what it is and where it belongs. */
export interface Importers {
  readonly importWord: (request: WordRequest) => Promise<ImportedWord>;
  readonly importAppendix: (request: AppendixRequest) => ImportedAppendix;
}

/** How many files are kept to be brought in again with answers. */
const KEPT = 4;

interface Upload {
  readonly meeting: string;
  readonly item: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Place {
  readonly desk: DeskCouncil;
  readonly meeting: CouncilMeeting;
  readonly item: AgendaItem;
  readonly now: string | undefined;
}

export class Imports {
  /** Word files by a name that nobody can guess, latest last. */
  private readonly uploads = new Map<string, Upload>();
  private readonly answers = new LastAnswers();
  private readonly importers: Importers;

  constructor(importers: Importers) {
    this.importers = importers;
  }

  /** Runs the import that `form` asks for. Refuses, in words, a name that is none and a file of another kind. */
  async bringIn(desk: DeskCouncil, meetingId: string, form: FormData, now: string | undefined): Promise<ImportAnswer> {
    const { council } = desk;
    const meeting = meetingOnDesk(desk, meetingId);
    if (!meeting) throw new RefusedRequest(404, "There is no such meeting on the desk.");
    const place = { desk, meeting, item: itemIn(meeting, form), now };
    refuseLinks(council.root, meeting.folder);
    const file = await fileOf(form);
    const answer = file?.isPdf ? this.appendix(place, form, file) : await this.word(place, form, file);
    this.answers.keep(council, meeting, answer);
    return answer;
  }

  /** The last answer of each item of a meeting that is still true; one whose file is not kept any more can only be read. */
  answersOf(desk: DeskCouncil, meetingId: string): ImportAnswer[] {
    const { council } = desk;
    const meeting = meetingOnDesk(desk, meetingId);
    if (!meeting) return [];
    return this.answers
      .of(council, meeting)
      .map((answer) => (answer.upload && !this.uploads.has(answer.upload) ? { ...answer, upload: null } : answer));
  }

  private async word(place: Place, form: FormData, file: BroughtFile | null): Promise<ImportAnswer> {
    const { desk, meeting, item, now } = place;
    const report = reportNameIn(form, "report");
    const { id, upload } = this.uploadOf(form, meeting.id, item.number, file);
    const decided = decisionsIn(form);
    const imported = await this.importers.importWord({
      root: desk.council.root,
      name: upload.name,
      bytes: upload.bytes,
      meeting: meeting.id,
      item: item.number,
      ...(report ? { report } : {}),
      ...decided,
      now,
    });
    return wordAnswer(imported, { upload: id, report: report || null, ...decided });
  }

  private appendix(place: Place, form: FormData, { name, bytes }: BroughtFile): ImportAnswer {
    const { desk, meeting, item, now } = place;
    const report = reportNameIn(form, "goesWith");
    const title = oneOf(form, "title");
    const at = { meeting: meeting.id, item: item.number };
    const given = { ...(report ? { report } : {}), ...(title.trim() ? { title } : {}) };
    const imported = this.importers.importAppendix({ root: desk.council.root, name, bytes, ...at, ...given, now });
    return appendixAnswer({ ...at, name, ...imported });
  }

  /** The file that the form brings, kept; or the one that was kept when it was brought before. */
  private uploadOf(form: FormData, meeting: string, item: string, file: BroughtFile | null) {
    if (file) {
      const id = randomBytes(16).toString("hex");
      const upload = { name: file.name, bytes: file.bytes, meeting, item };
      this.uploads.set(id, upload);
      for (const oldest of [...this.uploads.keys()].slice(0, -KEPT)) this.uploads.delete(oldest);
      return { id, upload };
    }
    const id = oneOf(form, "upload");
    const upload = this.uploads.get(id);
    if (!upload || upload.meeting !== meeting || upload.item !== item)
      throw new RefusedRequest(400, "Choose the Word file or the PDF. It is not kept here any more, or never was.");
    return { id, upload };
  }
}

/** The item that the form names. Refused where there is none, and where its papers are not for publication. */
function itemIn({ drafts, issued }: CouncilMeeting, form: FormData): AgendaItem {
  const number = oneOf(form, "item");
  const agenda = drafts?.agenda ?? issued.findLast(({ papers }) => papers.agenda)?.papers.agenda;
  const item = agenda?.value.items.find((each) => each.number === number);
  if (!item) throw new RefusedRequest(400, "There is no such item on the agenda of this meeting.");
  if (item.withheld)
    throw new RefusedRequest(400, "This item is not for publication. Its papers lie in the restricted folder.");
  return item;
}

/** A link in the meeting's folder, or on the way to it, could take what is written out of the council's folder. */
function refuseLinks(root: string, folder: string): void {
  const isReal = exists(root, folder) && lstatSync(join(root, folder)).isDirectory();
  const entries = isReal ? readdirSync(join(root, folder), { withFileTypes: true, recursive: true }) : [];
  if (!isReal || entries.some((entry) => entry.isSymbolicLink()))
    throw new RefusedRequest(
      409,
      "There is a link to another place in this meeting's folder, and what is written could leave the council's folder by it. Take the link out first.",
    );
}
