/**
 * What is public in a made-up archive, one meeting at a time, as a rival's content is written from it: the reports, agendas
 * and minutes as they were last issued. Called by rival-content.ts and by floor.ts's rival, never while a clock runs.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** A file's front matter, as it stands, and the Markdown under it. */
export interface MatterFile {
  readonly matter: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export interface IssuedReport extends MatterFile {
  readonly id: string;
  readonly issuedAt: string;
}

export interface IssuedMeeting {
  readonly id: string;
  readonly meeting: MatterFile;
  /** Null where no agenda was issued. */
  readonly agenda: MatterFile | null;
  readonly issuedAt: string | null;
  /** In the order they were issued, the agenda's order first; without those that were withdrawn. */
  readonly reports: readonly IssuedReport[];
  readonly minutes: (MatterFile & { readonly issuedAt: string }) | null;
}

/** The fields of a snapshot's record that say what it holds. */
interface Issue {
  readonly issuedAt: string;
  readonly papers: readonly { readonly id: string; readonly kind: string; readonly file: string | null }[];
}

/** Splits front matter from what is under it. */
export function splitMatter(text: string): { readonly head: string; readonly body: string } {
  const end = text.indexOf("\n---\n", 3);
  if (!text.startsWith("---\n") || end < 0) throw new Error("A file without front matter is no part of an archive.");
  return { head: text.slice(4, end + 1), body: text.slice(end + 5) };
}

export function readMatterFile(file: string): MatterFile {
  const { head, body } = splitMatter(readFileSync(file, "utf8"));
  return { matter: (parse(head) ?? {}) as MatterFile["matter"], body };
}

/** Every meeting of the archive in `root`, by year and name. */
export function* issuedMeetings(root: string): Generator<IssuedMeeting> {
  const folder = join(root, "content/meetings");
  for (const year of readdirSync(folder).sort())
    for (const id of readdirSync(join(folder, year)).sort()) yield readMeeting(join(folder, year, id), id);
}

function readMeeting(folder: string, id: string): IssuedMeeting {
  let agenda: MatterFile | null = null;
  let issuedAt: string | null = null;
  let minutes: IssuedMeeting["minutes"] = null;
  const reports = new Map<string, IssuedReport>();
  const issued = join(folder, "issued");
  const numbers = existsSync(issued) ? readdirSync(issued).sort((one, other) => Number(one) - Number(other)) : [];
  for (const number of numbers) {
    const from = join(issued, number);
    const record = JSON.parse(readFileSync(join(from, "record.json"), "utf8")) as Issue;
    if (existsSync(join(from, "agenda.md"))) {
      agenda = readMatterFile(join(from, "agenda.md"));
      issuedAt ??= record.issuedAt;
    }
    if (existsSync(join(from, "minutes.md")))
      minutes = { ...readMatterFile(join(from, "minutes.md")), issuedAt: record.issuedAt };
    for (const { id: paper, kind, file } of record.papers) {
      // The files of what was taken back since are no longer there.
      if (kind !== "report" || file === null || !existsSync(join(from, file))) continue;
      reports.set(paper, { id: paper, issuedAt: record.issuedAt, ...readMatterFile(join(from, file)) });
    }
  }
  const meeting = readMatterFile(join(folder, "meeting.md"));
  return { id, meeting, agenda, issuedAt, reports: [...reports.values()], minutes };
}
