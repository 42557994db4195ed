/**
 * A meeting's pack printed anew from its drafts, with every part of it as Chromium printed it before our reader saw it.
 * Called by the tests that hold a finished pack against its sources.
 */
import { narrowDrafts } from "../scripts/access/narrow-drafts.ts";
import { siteFor } from "../scripts/issuing/print-and-append.ts";
import { findMeeting, readForIssuing } from "../scripts/issuing/read-for-issuing.ts";
import { type MadePack, makePack } from "../scripts/packs/make-pack.ts";
import { type PackRequest, partsOf } from "../scripts/packs/pack-parts.ts";
import type { KeptPrint } from "../scripts/printing/kept-print.ts";
import { Printer, type PrinterOptions, type PrintJob } from "../scripts/printing/printer.ts";

export interface PrintedAgain {
  readonly pack: MadePack;
  readonly request: PackRequest;
  /** The prints in the order of the pack, of those that are whole pages of it: the front sheet and the parts. */
  readonly sources: readonly Source[];
}

export interface Source {
  readonly name: string;
  /** The page of the pack, counted from 0 in the file, on which its first page stands. */
  readonly begins: number;
  readonly bytes: Uint8Array;
}

/** Prints everything, whatever the council's folder keeps of earlier prints. */
class UncachedPrinter extends Printer {
  override print(jobs: readonly PrintJob[], _: string | null, progress?: (step: string) => void): Promise<KeptPrint[]> {
    return super.print(jobs, null, progress);
  }
}

/** What the pack of a meeting's drafts is made of. `issuedAt` null for a draft pack. */
export function packRequest(root: string, name: string, issuedAt: string | null, now?: string): PackRequest {
  const reading = readForIssuing({ root, now });
  const { meeting, drafts } = findMeeting(reading, name);
  const papers = drafts.reports.map((report) => report.id);
  const site = siteFor(narrowDrafts(reading.council, meeting.id, { agenda: true, minutes: false, papers }));
  const view = site.meeting(meeting.id);
  if (!view) throw new Error(`${name} cannot be read`);
  return { site, meeting: view, kind: "agenda", papers: view.papers, firstPage: 1, issuedAt };
}

export async function printAgain(root: string, name: string, options: PrinterOptions = {}): Promise<PrintedAgain> {
  const seen = new Map<string, Uint8Array>();
  // The front sheet is printed more than once, and the last has the numbers.
  const printer = new UncachedPrinter({ ...options, seen: (job, bytes) => seen.set(job.name, bytes) });
  try {
    const request = packRequest(root, name, null);
    const pack = await makePack(request, root, printer);
    const front = [{ name: "The front sheet", begins: 0 }];
    const parts = partsOf(request).map(({ id, source }) => {
      const made = pack.parts.find((part) => part.id === id);
      if (!made) throw new Error(`${id} is not in the pack`);
      return { name: source, begins: made.pages.first - request.firstPage };
    });
    const sources = [...front, ...parts].map((source) => ({ ...source, bytes: seen.get(source.name) as Uint8Array }));
    return { pack, request, sources };
  } finally {
    await printer.close();
  }
}
