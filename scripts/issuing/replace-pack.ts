/**
 * Makes the pack that takes the place of one with a withdrawn paper in it: the same pages with the same numbers, and on
 * those of the paper only word of its withdrawal. Called by withdraw.ts.
 */
import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import { formatLongDate } from "../model/civil.ts";
import type { Council, CouncilMeeting, Snapshot } from "../model/council.ts";
import { makePack } from "../packs/make-pack.ts";
import type { Printer } from "../printing/printer.ts";
import type { Progress } from "./issued.ts";
import { movedPart, packThen, withdrawnParts } from "./pack-then.ts";

export interface ReplacedPack {
  readonly bytes: Uint8Array;
  /** Null where there can be none. */
  readonly largePrint: Uint8Array | null;
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
  printer: Printer,
  progress: Progress,
): Promise<ReplacedPack> {
  const { record } = snapshot;
  if (!record.pack) throw new Error(`${snapshot.folder} has no pack`);
  const gone = withdrawnParts(meeting, snapshot, parts);
  const request = packThen(council, meeting, snapshot, gone);
  if (request) {
    try {
      const pack = await makePack(request, council.root, printer, progress);
      const same = movedPart(snapshot, pack.parts, gone) === null;
      if (same && pack.lastPage === record.pack.lastPage) {
        const { bytes, largePrint } = pack;
        return { bytes, largePrint, isWhole: true };
      }
    } catch (error) {
      // A paper that must go goes, whatever else fails: every page of the pack then says that it was withdrawn.
      progress(`The pack could not be set again (${(error as Error).message})`);
    }
  }
  const bytes = await tombstonePages(record.pack.firstPage, record.pack.lastPage, at, reason);
  return { bytes, largePrint: null, isWhole: false };
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
