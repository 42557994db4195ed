/**
 * Puts a PDF into a meeting's folder as it is, as an appendix of a report, as named steps. Called by commands/import.ts, which reads the file,
 * and by the desk, to which a browser sends it.
 */
import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { itemForPaper } from "./drafting/agenda-papers.ts";
import { findMeeting } from "./drafting/find-meeting.ts";
import { withAppendix } from "./drafting/report-appendices.ts";
import { writeDrafts } from "./drafting/write-new.ts";
import { loadCouncil } from "./load/council.ts";
import { sha256 } from "./load/files.ts";
import type { AgendaItem } from "./model/agenda.ts";
import type { CivilDateTime } from "./model/civil.ts";
import type { CouncilMeeting, Document } from "./model/council.ts";
import { Refusal } from "./model/refusal.ts";
import type { Report } from "./model/report.ts";
import { toBeFilledIn } from "./model/unfilled.ts";

export interface AppendixRequest {
  readonly root: string;
  /** The PDF's name, as the officer knows it, and its bytes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The meeting, by its folder's name, and the number of the report's item on its agenda. */
  readonly meeting: string;
  readonly item: string;
  /** The report it goes with, where the item has more than one. */
  readonly report?: string | undefined;
  /** What it is called; left out, a gap that somebody has to fill. */
  readonly title?: string | undefined;
  readonly now?: CivilDateTime | undefined;
}

export interface ImportedAppendix {
  /** The PDF's place, and the report that names it now, relative to the council's folder. */
  readonly file: string;
  readonly report: string;
  readonly title: string;
}

/** What the command line was asked. */
export interface AppendixOptions {
  readonly meeting?: string | undefined;
  readonly item?: string | undefined;
  readonly report?: string | undefined;
  readonly title?: string | undefined;
}

const EXAMPLE =
  'npm run import -- appendix plan.pdf --meeting 2026-12-14-cabinet --item 5 --title "Appendix A: the plan"';

/** The request of the command line, with the file's bytes. Refuses what is missing, and a file that is not there. */
export function appendixAsked(
  root: string,
  file: string,
  { meeting, item, report, title }: AppendixOptions,
  now: CivilDateTime | undefined,
): AppendixRequest {
  if (!meeting) throw new Refusal(`Name the meeting that the appendix is for: ${EXAMPLE}`, 2);
  if (!item) throw new Refusal(`Give the number of the report's item on the agenda: ${EXAMPLE}`, 2);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new Refusal(`There is no file ${file}. Name the PDF to put in: ${EXAMPLE}`, 2);
  return { root, name: basename(file), bytes: readFileSync(file), meeting, item, report, title, now };
}

/** Writes the PDF byte for byte. Refused for what is no PDF, for a withheld item, and where a file of its name is there. */
export function importAppendix(asked: AppendixRequest): ImportedAppendix {
  const request = { ...asked, name: basename(asked.name.replaceAll("\\", "/")) };
  refuseNoPdf(request);
  const { council } = loadCouncil(request.root, { drafts: true, now: request.now });
  if (!council)
    throw new Refusal(
      {
        wrong: "There is no council's folder here.",
        onCommandLine: "Run the command in one, or name it with --root.",
        onDesk: "Its data/council.json may be one that cannot be read.",
      },
      2,
    );
  const meeting = findMeeting(council, request.meeting);
  const report = reportFor(meeting, request);
  const id = shortNameOf(request.name);
  const title = request.title?.replace(/\s+/g, " ").trim() || toBeFilledIn(`the title of the appendix ${request.name}`);
  if (report.value.appendices.some((each) => each.id === id))
    throw new Refusal(`${report.file} has an appendix \`${id}\` already. Give the file another name.`);
  const before = readFileSync(join(council.root, report.file), "utf8");
  if (sha256(before) !== report.hash)
    throw new Refusal({
      wrong: `${report.file} was changed by something else meanwhile. Nothing was written.`,
      onCommandLine: "Run it again.",
      onDesk: "Bring it in once more.",
    });
  const text = withAppendix(before, { id, title, file: `appendices/${id}.pdf` });
  const file = `${meeting.folder}/appendices/${id}.pdf`;
  writeDrafts(council.root, { fresh: [{ file, text: request.bytes }], replaced: [{ file: report.file, text }] });
  return { file, report: report.file, title };
}

/** The report that the appendix goes with: the item's only one, or the one of them that was named. */
function reportFor(meeting: CouncilMeeting, { item: number, report }: AppendixRequest): Document<Report> {
  const agenda = meeting.drafts?.agenda;
  if (!agenda) throw new Refusal(`${meeting.id} has no agenda that can be read.`);
  const item = itemForPaper(agenda.value, number);
  const own = reportsOfItem(meeting, item);
  const found = report ? own.find(({ id }) => id === report) : own.length === 1 ? own[0] : undefined;
  if (found) return found;
  const ids = own.map(({ id }) => id);
  if (ids.length === 0)
    throw new Refusal(
      {
        wrong: `Item ${item.number} has no report yet, and an appendix goes with one.`,
        onCommandLine: "Bring in the report first.",
        onDesk: "Bring in its report first, as a Word file.",
      },
      2,
    );
  throw new Refusal(
    {
      wrong: report
        ? `Item ${item.number} has no report \`${report}\` that can be read.`
        : `Item ${item.number} has more than one report.`,
      onCommandLine: `Say which it goes with: --report ${ids.join(" or --report ")}`,
      onDesk: "Choose one under “Report that the appendix goes with”.",
    },
    2,
  );
}

/** The item's reports that can be read: those that it lists, and drafts that say they are for it. */
function reportsOfItem({ drafts }: CouncilMeeting, item: AgendaItem): Document<Report>[] {
  const isOwn = ({ id, value }: Document<Report>) => value.agendaItem === item.number || item.papers.includes(id);
  return drafts?.reports.filter(isOwn) ?? [];
}

/** What an officer reads after it. */
export function appendixLines({ file, report, title }: ImportedAppendix): string[] {
  return [
    `Written: ${file}`,
    `Changed, by one appendix: ${report} (${title})`,
    "Whether everybody can read it, and whether it can go into the pack: npm run check",
  ];
}

function refuseNoPdf({ name, bytes }: AppendixRequest): void {
  if (Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) return;
  throw new Refusal(`${name} is no PDF, whatever its name ends in. Save it as a PDF in the program it was made with.`);
}

function shortNameOf(file: string): string {
  const name = file
    .replace(/\.pdf$/i, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  return name === "" ? "appendix" : name;
}
