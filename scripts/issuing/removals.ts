/**
 * What a withdrawal has to change: which snapshots hold words of the papers, in this meeting's chain and in others', and
 * which of their files and packs. Pure; called by withdraw.ts.
 */
import { MINUTES_OF } from "../access/admit-acts.ts";
import type { Council, CouncilMeeting, Snapshot } from "../model/council.ts";
import type { IssueRecord } from "../model/record.ts";
import { pageMapFile } from "../record/write-snapshot.ts";

export interface Removal {
  readonly meeting: CouncilMeeting;
  /** Parts that are withdrawn from this chain, by the names that its records use; none where only words of them stand there. */
  readonly parts: ReadonlySet<string>;
  /** Snapshots whose packs have to be printed again. */
  readonly again: readonly Snapshot[];
}

/** Every chain that has to change: other meetings' first, so that a withdrawal that is cut short can be done again. */
export function removalsFor(council: Council, meeting: CouncilMeeting, papers: readonly string[]): Removal[] {
  const parts = new Set(papers);
  const own = meeting.issued.filter((snapshot) => snapshot.record.pack && holdsWords(snapshot, meeting, parts));
  return [...elsewhere(council, meeting, parts), { meeting, parts, again: own }];
}

/** Packs of other meetings with these minutes in them, or with minutes that say what became of a report's limbs. */
function elsewhere(council: Council, meeting: CouncilMeeting, parts: ReadonlySet<string>): Removal[] {
  const part = `${MINUTES_OF}${meeting.id}`;
  const isWithdrawn = parts.has("minutes");
  if (!isWithdrawn && !meeting.issued.some((snapshot) => saysLimbs(snapshot, meeting, parts))) return [];
  return council.meetings.flatMap((other) => {
    const again = other.issued.filter(({ record }) => record.papers.some(({ id }) => id === part));
    return again.length > 0 ? [{ meeting: other, parts: new Set(isWithdrawn ? [part] : []), again }] : [];
  });
}

/** Whether a pack has words of the papers: as a part of it, in its agenda, or in minutes that name a limb of theirs. */
function holdsWords(snapshot: Snapshot, meeting: CouncilMeeting, parts: ReadonlySet<string>): boolean {
  const items = snapshot.papers.agenda?.value.items ?? [];
  return (
    snapshot.record.papers.some(({ id }) => parts.has(id)) ||
    items.some((item) => item.papers.some((id) => parts.has(id))) ||
    saysLimbs(snapshot, meeting, parts)
  );
}

function saysLimbs({ papers }: Snapshot, meeting: CouncilMeeting, parts: ReadonlySet<string>): boolean {
  const items = new Set([...parts].map((id) => itemNumberOf(meeting, id)));
  return papers.minutes?.value.items.some((item) => item.notCarried.length > 0 && items.has(item.item)) ?? false;
}

/** The files of a snapshot that are these papers' and no other's: the words, the page map, appendices and images. */
export function filesOf({ papers, record, pageMaps }: Snapshot, parts: ReadonlySet<string>): string[] {
  const documents = [...papers.reports, ...(papers.minutes ? [papers.minutes] : [])];
  const attached = (wanted: boolean) =>
    documents
      .filter(({ id }) => parts.has(id) === wanted)
      .flatMap((document) => [
        ...("appendices" in document.value ? document.value.appendices.map(({ file }) => file) : []),
        ...document.outline.images.map(({ file }) => file),
      ]);
  const kept = new Set(attached(false));
  const own = documents.filter(({ id }) => parts.has(id)).map(({ id }) => `${id}.md`);
  const maps = [...parts].filter((id) => pageMaps.has(id)).map(pageMapFile);
  const pdfs = record.papers.flatMap(({ id, pdf }) => (pdf && parts.has(id) ? [pdf.file] : []));
  return [...new Set([...own, ...maps, ...pdfs, ...attached(true).filter((file) => !kept.has(file))])].filter(
    (file) => file in record.files,
  );
}

/** When and why each part of a pack was withdrawn: those withdrawn now, and those that an earlier act took out. */
export function withdrawnFrom(
  { issued }: CouncilMeeting,
  { papers, number }: IssueRecord,
  now: ReadonlySet<string>,
  act: { readonly at: string; readonly reason: string | null },
): Map<string, { at: string; reason: string | null }> {
  const gone = new Map<string, { at: string; reason: string | null }>();
  for (const { record } of issued.filter((each) => each.record.number > number))
    for (const { id } of record.withdrawn) gone.set(id, { at: record.issuedAt, reason: record.reason });
  for (const id of now) gone.set(id, act);
  const inPack = new Set(papers.map(({ id }) => id));
  return new Map([...gone].filter(([id]) => inPack.has(id)));
}

/** Where the pack, or its large print, that is public now lies: the one first issued, or one that took its place before. */
export function standingPack(
  { issued }: CouncilMeeting,
  { number, pack }: IssueRecord,
  of: IssueRecord["replaces"][number]["of"],
): IssueRecord["removed"][number] {
  for (const { record } of [...issued].reverse()) {
    const found = record.replaces.find((each) => each.snapshot === number && each.of === of);
    if (found) return { snapshot: record.number, file: found.file };
  }
  return { snapshot: number, file: (of === "pack" ? pack?.file : pack?.largePrint?.file) ?? "" };
}

/** The number of the item that a report is for; null for minutes. */
export function itemNumberOf({ issued }: CouncilMeeting, id: string): string | null {
  for (const { papers } of [...issued].reverse()) {
    const report = papers.reports.find((each) => each.id === id);
    if (report) return report.value.agendaItem;
  }
  return null;
}

/** The council without the papers, so that nothing of them can be printed again. */
export function councilWithout(council: Council, meeting: CouncilMeeting, parts: ReadonlySet<string>): Council {
  const strip = (each: CouncilMeeting): CouncilMeeting => ({
    ...each,
    issued: each.issued.map((snapshot) => ({
      ...snapshot,
      papers: {
        ...snapshot.papers,
        reports: snapshot.papers.reports.filter(({ id }) => !parts.has(id)),
        minutes: parts.has("minutes") ? null : snapshot.papers.minutes,
      },
    })),
  });
  return { ...council, meetings: council.meetings.map((each) => (each.id === meeting.id ? strip(each) : each)) };
}
