/** Puts a PDF into a meeting's folder as it is, as an appendix of a report, as named steps. Called by cli.ts. */
import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { itemForPaper } from "./drafting/agenda-papers.ts";
import { findMeeting } from "./drafting/find-meeting.ts";
import { withAppendix } from "./drafting/report-appendices.ts";
import { writeDrafts } from "./drafting/write-new.ts";
import { loadCouncil } from "./load/council.ts";
import { sha256 } from "./load/files.ts";
import type { CivilDateTime } from "./model/civil.ts";
import { Refusal } from "./model/refusal.ts";
import { toBeFilledIn } from "./model/unfilled.ts";

export interface AppendixRequest {
  readonly root: string;
  /** The PDF. */
  readonly file: string;
  readonly meeting: string | undefined;
  readonly item: string | undefined;
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

const EXAMPLE =
  'npm run import -- appendix plan.pdf --meeting 2026-12-14-cabinet --item 5 --title "Appendix A: the plan"';

/** Copies the PDF byte for byte. Refused for what is no PDF, for a withheld item, and where a file of its name is there. */
export function importAppendix(request: AppendixRequest): ImportedAppendix {
  if (!request.meeting) throw new Refusal(`Name the meeting that the appendix is for: ${EXAMPLE}`, 2);
  if (!request.item) throw new Refusal(`Give the number of the report's item on the agenda: ${EXAMPLE}`, 2);
  const bytes = pdfBytes(request.file);
  const { council } = loadCouncil(request.root, { drafts: true, now: request.now });
  if (!council)
    throw new Refusal("There is no council's folder here. Run the command in one, or name it with --root.", 2);
  const meeting = findMeeting(council, request.meeting);
  const agenda = meeting.drafts?.agenda;
  if (!agenda) throw new Refusal(`${meeting.id} has no agenda that can be read.`);
  const item = itemForPaper(agenda.value, request.item);
  const own =
    meeting.drafts?.reports.filter(({ id, value }) => value.agendaItem === item.number || item.papers.includes(id)) ??
    [];
  const report = request.report ? own.find(({ id }) => id === request.report) : own.length === 1 ? own[0] : undefined;
  if (!report)
    throw new Refusal(
      own.length === 0
        ? `Item ${item.number} has no report yet, and an appendix goes with one. Bring in the report first.`
        : `Say which report of item ${item.number} it goes with: --report ${own.map(({ id }) => id).join(" or --report ")}`,
      2,
    );
  const id = shortNameOf(request.file);
  const title =
    request.title?.replace(/\s+/g, " ").trim() || toBeFilledIn(`the title of the appendix ${basename(request.file)}`);
  if (report.value.appendices.some((each) => each.id === id))
    throw new Refusal(`${report.file} has an appendix \`${id}\` already. Give the file another name.`);
  const before = readFileSync(join(council.root, report.file), "utf8");
  if (sha256(before) !== report.hash)
    throw new Refusal(`${report.file} was changed by something else meanwhile. Nothing was written; run it again.`);
  const text = withAppendix(before, { id, title, file: `appendices/${id}.pdf` });
  const file = `${meeting.folder}/appendices/${id}.pdf`;
  writeDrafts(council.root, { fresh: [{ file, text: bytes }], replaced: [{ file: report.file, text }] });
  return { file, report: report.file, title };
}

/** What an officer reads after it. */
export function appendixLines({ file, report, title }: ImportedAppendix): string[] {
  return [
    `Written: ${file}`,
    `Changed, by one appendix: ${report} (${title})`,
    "Whether everybody can read it, and whether it can go into the pack: npm run check",
  ];
}

function pdfBytes(file: string): Uint8Array {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new Refusal(`There is no file ${file}. Name the PDF to put in: ${EXAMPLE}`, 2);
  const bytes = readFileSync(file);
  if (!bytes.subarray(0, 1024).includes("%PDF-"))
    throw new Refusal(
      `${basename(file)} is no PDF, whatever its name ends in. Save it as a PDF in the program it was made with.`,
    );
  return bytes;
}

function shortNameOf(file: string): string {
  const name = basename(file)
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
