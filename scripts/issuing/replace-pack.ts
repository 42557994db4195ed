/**
 * Makes the pack that takes the place of one with a withdrawn paper in it: the same pages with the same numbers, and on
 * those of the paper only word of its withdrawal. Called by withdraw.ts.
 */
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { formatLongDate } from "../model/civil.ts";
import type { Council, CouncilMeeting, Snapshot } from "../model/council.ts";
import type { PageRange } from "../model/record.ts";
import { makePack } from "../packs/make-pack.ts";
import type { Printer } from "../printing/printer.ts";
import { councilThen } from "./council-then.ts";
import type { Progress } from "./issued.ts";
import { siteFor } from "./print-and-append.ts";

export interface ReplacedPack {
  readonly bytes: Uint8Array;
  /** False where the pages could not be set as they were, and every page of the pack is a tombstone instead. */
  readonly isWhole: boolean;
}

export interface Withdrawing {
  readonly council: Council;
  /** Parts of this pack that are withdrawn, with when and why. */
  readonly gone: ReadonlyMap<string, { readonly at: string; readonly reason: string | null }>;
  readonly at: string;
  readonly reason: string | null;
}

/** Prints `snapshot`'s pack again without the withdrawn parts, and compares every page number with the record. */
export async function replacePack(
  { council, gone: parts, at, reason }: Withdrawing,
  meeting: CouncilMeeting,
  snapshot: Snapshot,
  sequence: number,
  printer: Printer,
  progress: Progress,
): Promise<ReplacedPack> {
  const { record } = snapshot;
  if (!record.pack) throw new Error(`${snapshot.folder} has no pack`);
  const site = siteFor(councilThen(council, snapshot));
  const view = site.meeting(meeting.id);
  const gone = new Map(
    record.papers.flatMap(({ id, pages, appendices }) => {
      const withdrawn = parts.get(id);
      const count = lastOf(pages, appendices) - pages.first + 1;
      return withdrawn ? [[id, { ...withdrawn, pages: count, item: itemOf(meeting, snapshot, id) }] as const] : [];
    }),
  );
  if (view) {
    try {
      const pack = await makePack(
        {
          site,
          meeting: view,
          kind: record.kind,
          papers: view.papers.filter((paper) => paper.issuedIn === record.number && !parts.has(paper.id)),
          sequence,
          reason: record.reason,
          missed: record.missedClocks,
          withAgenda: snapshot.papers.agenda !== null,
          firstPage: record.pack.firstPage,
          issuedAt: record.issuedAt,
          withdrawn: gone,
        },
        council.root,
        printer,
        progress,
      );
      const same = record.papers
        .filter(({ id }) => !parts.has(id))
        .every(({ id, pages }) => samePages(pack.parts.find((part) => part.id === id)?.pages, pages));
      if (same && pack.lastPage === record.pack.lastPage) return { bytes: pack.bytes, isWhole: true };
    } catch (error) {
      // A paper that must go goes, whatever else fails: every page of the pack then says that it was withdrawn.
      progress(`The pack could not be set again (${(error as Error).message})`);
    }
  }
  return { bytes: await tombstonePages(record.pack.firstPage, record.pack.lastPage, at, reason), isWhole: false };
}

function itemOf(meeting: CouncilMeeting, { papers }: Snapshot, id: string): string | null {
  const report = papers.reports.find((each) => each.id === id);
  if (report) return report.value.agendaItem;
  const agenda = meeting.issued.findLast((each) => each.papers.agenda)?.papers.agenda;
  return agenda?.value.items.find((item) => item.papers.includes(id))?.number ?? null;
}

function lastOf(pages: PageRange, appendices: readonly { pages: PageRange }[]): number {
  return Math.max(pages.last, ...appendices.map((appendix) => appendix.pages.last));
}

function samePages(one: PageRange | undefined, other: PageRange): boolean {
  return one?.first === other.first && one.last === other.last;
}

/** A pack of nothing but tombstones, with the same page numbers. */
async function tombstonePages(first: number, last: number, at: string, reason: string | null): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.setTitle("Withdrawn");
  pdf.setLanguage("en");
  for (let number = first; number <= last; number++) {
    const page = pdf.addPage([595, 842]);
    const words = `This pack was withdrawn on ${formatLongDate(at.slice(0, 10))}. Its other papers are on the website.`;
    page.drawText(words, { x: 57, y: 760, size: 11, font });
    if (reason)
      page.drawText(reason.replace(/[^\x20-\x7e]/g, " "), {
        x: 57,
        y: 740,
        size: 11,
        font,
        maxWidth: 480,
        lineHeight: 15,
      });
    page.drawText(`Page ${number}`, { x: 500, y: 40, size: 9, font });
  }
  return pdf.save();
}
