/** Prints a meeting's drafts as a pack, for `npm run pack` and behind the preview. */
import { join } from "node:path";
import { narrowDrafts } from "./access/narrow-drafts.ts";
import { siteFor } from "./issuing/print-and-append.ts";
import { findMeeting, readForIssuing } from "./issuing/read-for-issuing.ts";
import type { Loaded } from "./load/council.ts";
import { Refusal } from "./model/refusal.ts";
import { makePack } from "./packs/make-pack.ts";
import type { Printer } from "./printing/printer.ts";
import { writeWhole } from "./write-whole.ts";

/** Prints a meeting's drafts as a pack that says on every page that it is a draft. */
export async function makeDraftPack(
  request: {
    readonly root: string;
    readonly meeting: string;
    readonly out?: string | undefined;
    readonly now?: string | undefined;
    /** The council, for who has it open; left out, it is read. */
    readonly loaded?: Loaded | undefined;
  },
  printer: Printer,
  progress: (step: string) => void,
): Promise<{ file: string; pages: number; warnings: readonly string[] }> {
  const reading = request.loaded?.council
    ? { loaded: request.loaded, council: request.loaded.council }
    : readForIssuing(request);
  const { meeting, drafts } = findMeeting(reading, request.meeting);
  const { council } = reading;
  const papers = drafts.reports.map((report) => report.id);
  const site = siteFor(narrowDrafts(council, meeting.id, { agenda: true, minutes: false, papers }));
  const view = site.meeting(meeting.id);
  if (!view?.agenda) throw new Refusal(`${meeting.id} has no agenda that can be read, so there is no pack to print.`);
  const pack = await makePack(
    { site, meeting: view, kind: "agenda", papers: view.papers, firstPage: 1, issuedAt: null },
    council.root,
    printer,
    progress,
  );
  const file = request.out ?? join(council.root, ".cleardays/draft-packs", `${meeting.id}.pdf`);
  writeWhole(file, pack.bytes);
  return { file, pages: pack.lastPage, warnings: pack.warnings };
}
