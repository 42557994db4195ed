/**
 * Brings in a Word file that a form of the desk sent: every name in the form is looked for among what is loaded, and none
 * is ever used as a path. Called by desk.ts.
 */
import { randomBytes } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type DeskCouncil, meetingOnDesk } from "../desk/desk-council.ts";
import { type ImportAnswer, importAnswer, reportName } from "../desk/import-answer.ts";
import { exists } from "../load/files.ts";
import { visible } from "../model/hidden-characters.ts";
import { ACCEPTED, type Accepted, type ImportedWord, type WordRequest } from "../word/imported-word.ts";
import { RefusedRequest } from "./write-guards.ts";

export type ImportWord = (request: WordRequest) => Promise<ImportedWord>;

const SHORT_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Files of a meeting's folder that are no reports. */
const TAKEN = ["agenda", "meeting", "minutes"];
/** How many files are kept to be brought in again with answers. */
const KEPT = 4;

interface Upload {
  readonly meeting: string;
  readonly item: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export class WordImports {
  /** Files by a name that nobody can guess, latest last. */
  private readonly uploads = new Map<string, Upload>();
  /** The last answer of each item, by meeting and item. */
  private readonly answers = new Map<string, ImportAnswer>();
  /** The pages that imports of this session wrote, by meeting and report. */
  private readonly pages = new Map<string, string>();
  private readonly importWord: ImportWord;

  constructor(importWord: ImportWord) {
    this.importWord = importWord;
  }

  /** Runs the import that `form` asks for. Refuses, in words, a name that is none and a file that is no Word file. */
  async bringIn(desk: DeskCouncil, meetingId: string, form: FormData, now: string | undefined): Promise<ImportAnswer> {
    const { council } = desk;
    const meeting = meetingOnDesk(council, meetingId);
    if (!meeting) throw new RefusedRequest(404, "There is no such meeting on the desk.");
    const number = one(form, "item");
    const agenda = meeting.drafts?.agenda ?? meeting.issued.findLast(({ papers }) => papers.agenda)?.papers.agenda;
    const item = agenda?.value.items.find((each) => each.number === number);
    if (!item) throw new RefusedRequest(400, "There is no such item on the agenda of this meeting.");
    if (item.withheld)
      throw new RefusedRequest(400, "This item is not for publication. Its papers lie in the restricted folder.");
    const report = one(form, "report").trim();
    if (report && (!SHORT_NAME.test(report) || report.length > 80 || TAKEN.includes(report)))
      throw new RefusedRequest(
        400,
        "The name of the report's file has small letters, digits and single hyphens, such as `budget-monitoring`.",
      );
    refuseLinks(council.root, meeting.folder);
    const { id, upload } = this.uploadOf(form, meetingId, item.number, await fileOf(form));
    const accepted = many(form, "accepted").filter((each): each is Accepted => Object.hasOwn(ACCEPTED, each));
    const yes = many(form, "yes").filter((each) => each.length <= 80 && SHORT_NAME.test(each));
    const again = one(form, "again") === "yes";
    const imported = await this.importWord({
      root: council.root,
      name: upload.name,
      bytes: upload.bytes,
      meeting: meetingId,
      item: item.number,
      ...(report ? { report } : {}),
      accepted,
      yes,
      again,
      now,
    });
    if (imported.report && imported.sideBySide)
      this.pages.set(`${meetingId}/${reportName(imported.report)}`, imported.sideBySide);
    const answer = importAnswer(imported, { upload: id, report: report || null, accepted, yes, again });
    this.answers.set(`${meetingId}/${item.number}`, answer);
    return answer;
  }

  /** The last answer of each item of a meeting; one whose file is not kept any more can only be read. */
  answersOf(meeting: string): ImportAnswer[] {
    return [...this.answers.values()]
      .filter((answer) => answer.meeting === meeting)
      .map((answer) => (answer.upload && !this.uploads.has(answer.upload) ? { ...answer, upload: null } : answer));
  }

  /** The file of a page that an import wrote; null for one that none did, or that is not where imports write. */
  sideBySide(root: string, meeting: string, report: string): string | null {
    const file = this.pages.get(`${meeting}/${report}`);
    return file?.startsWith(".cleardays/") && file.endsWith(".html") && exists(root, file) ? join(root, file) : null;
  }

  /** The file that the form brings, kept; or the one that was kept when it was brought before. */
  private uploadOf(form: FormData, meeting: string, item: string, file: Omit<Upload, "meeting" | "item"> | null) {
    if (file) {
      const id = randomBytes(16).toString("hex");
      const upload = { ...file, meeting, item };
      this.uploads.set(id, upload);
      for (const oldest of [...this.uploads.keys()].slice(0, -KEPT)) this.uploads.delete(oldest);
      return { id, upload };
    }
    const id = one(form, "upload");
    const upload = this.uploads.get(id);
    if (!upload || upload.meeting !== meeting || upload.item !== item)
      throw new RefusedRequest(400, "Choose the Word file. It is not kept here any more, or never was.");
    return { id, upload };
  }
}

/** The Word file of a form; null where it brings none. */
async function fileOf(form: FormData): Promise<Omit<Upload, "meeting" | "item"> | null> {
  const file = form.get("file");
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) return null;
  const name = visible(file.name.split(/[\\/]/).at(-1) ?? "");
  if (!/.\.docx$/i.test(name))
    throw new RefusedRequest(
      400,
      "Choose a Word file whose name ends with .docx. A file of an older Word is saved as one with Save As, Word Document.",
    );
  if (file.size === 0) throw new RefusedRequest(400, "This Word file is empty.");
  return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
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

function one(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function many(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}
