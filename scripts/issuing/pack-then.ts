/**
 * A pack as it was asked for on its day, with the names and facts of that day: to be set again when a paper in it is
 * withdrawn, and for members. Called by replace-pack.ts and the members' pack.
 */
import type { Council, CouncilMeeting, Snapshot } from "../model/council.ts";
import type { PageRange } from "../model/record.ts";
import type { MadePart } from "../packs/lay-out.ts";
import type { PackRequest, WithdrawnParts } from "../packs/pack-parts.ts";
import { councilThen } from "./council-then.ts";
import { siteFor } from "./print-and-append.ts";

/** What the snapshot's pack was made from, without `withdrawn`; null for a meeting of a committee that is not known. */
export function packThen(
  council: Council,
  meeting: CouncilMeeting,
  snapshot: Snapshot,
  withdrawn: WithdrawnParts,
): PackRequest | null {
  const { record } = snapshot;
  const site = siteFor(councilThen(council, snapshot));
  const view = site.meeting(meeting.id);
  const isOfKind = (each: Snapshot) => each.record.kind === record.kind && each.record.number <= record.number;
  return (
    view && {
      site,
      meeting: view,
      kind: record.kind,
      papers: view.papers.filter((paper) => paper.issuedIn === record.number && !withdrawn.has(paper.id)),
      sequence: meeting.issued.filter(isOfKind).length,
      reason: record.reason,
      missed: record.missedClocks,
      withAgenda: snapshot.papers.agenda !== null,
      firstPage: record.pack?.firstPage ?? 1,
      issuedAt: record.issuedAt,
      withdrawn,
    }
  );
}

/** What a pack says of each part of it that was withdrawn: when and why, and as many pages as it had. */
export function withdrawnParts(
  meeting: CouncilMeeting,
  snapshot: Snapshot,
  parts: ReadonlyMap<string, { readonly at: string; readonly reason: string | null }>,
): WithdrawnParts {
  return new Map(
    snapshot.record.papers.flatMap(({ id, pages, appendices }) => {
      const withdrawn = parts.get(id);
      const count = lastOf(pages, appendices) - pages.first + 1;
      return withdrawn ? [[id, { ...withdrawn, pages: count, item: itemOf(meeting, snapshot, id) }] as const] : [];
    }),
  );
}

/** The first part whose pages, or those of one of its paragraphs, are not where the record has them; null where all are. */
export function movedPart(
  { record, pageMaps }: Snapshot,
  parts: readonly MadePart[],
  gone: ReadonlyMap<string, unknown>,
): string | null {
  const moved = record.papers.find(({ id, pages, appendices }) => {
    const own = parts.find((part) => part.id === id);
    if (!own) return true;
    if (lastOf(own.pages, own.appendices) !== lastOf(pages, appendices) || own.pages.first !== pages.first) return true;
    const blocks = gone.has(id) ? {} : (pageMaps.get(id)?.blocks ?? {});
    return Object.entries(blocks).some(([anchor, range]) => !samePages(own.blocks[anchor], range));
  });
  return moved?.id ?? null;
}

function samePages(one: PageRange | undefined, other: PageRange): boolean {
  return one?.first === other.first && one.last === other.last;
}

function lastOf(pages: PageRange, appendices: readonly { pages: PageRange }[]): number {
  return Math.max(pages.last, ...appendices.map((appendix) => appendix.pages.last));
}

function itemOf(meeting: CouncilMeeting, { papers }: Snapshot, id: string): string | null {
  const report = papers.reports.find((each) => each.id === id);
  if (report) return report.value.agendaItem;
  const agenda = meeting.issued.findLast((each) => each.papers.agenda)?.papers.agenda;
  return agenda?.value.items.find((item) => item.papers.includes(id))?.number ?? null;
}
