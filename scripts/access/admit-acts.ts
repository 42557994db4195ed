/** What the public may know of acts of issuing: each as its record tells it, and what stands where papers were withdrawn. */
import type { CouncilMeeting, Snapshot } from "../model/council.ts";
import type { PageRange } from "../model/record.ts";
import { NO_PAGES, type PublicAct, type PublicPackPart, type PublicTombstone } from "./public-council.ts";

/** How a record names the minutes of an earlier meeting that stand in a pack. */
export const MINUTES_OF = "minutes-of-";

/** One act as its record tells it. */
export function admitAct({
  record,
  recordHash,
  folder,
}: Pick<Snapshot, "record" | "recordHash" | "folder">): PublicAct {
  return {
    number: record.number,
    kind: record.kind,
    issuedAt: record.issuedAt,
    reason: record.reason,
    papers: record.papers.filter(({ file }) => file).map(({ id }) => id),
    missedClocks: record.missedClocks,
    record: {
      file: `${folder}/record.json`,
      address: `record/${record.number}.json`,
      bytes: 0,
      hash: recordHash,
      files: record.files,
    },
  };
}

/** The papers in the pack of `snapshot`; of one that a later act withdrew, its pages and nothing else. */
export function partsOfPack({ issued }: CouncilMeeting, { record, pageMaps }: Snapshot): PublicPackPart[] {
  return record.papers.map(({ id, pages, appendices }) => {
    const isOther = id.startsWith(MINUTES_OF);
    const named = { id: isOther ? "minutes" : id, minutesOf: isOther ? id.slice(MINUTES_OF.length) : null };
    const gone = issued.find(
      (later) => later.record.number > record.number && later.record.withdrawn.some((each) => each.id === id),
    );
    if (gone) {
      const last = Math.max(pages.last, ...appendices.map((each) => each.pages.last));
      const left = { pages: { first: pages.first, last }, pageMap: NO_PAGES, appendices: [] };
      return { ...named, ...left, withdrawnAt: gone.record.issuedAt };
    }
    return {
      ...named,
      pages,
      pageMap: pageMaps.get(id) ?? NO_PAGES,
      appendices: appendices.map((each) => ({ id: each.id, pages: each.pages })),
      withdrawnAt: null,
    };
  });
}

/** The minutes of earlier meetings that stand in a pack, unless they were taken out of it. */
export function minutesToApprove({ issued }: CouncilMeeting): Record<string, PageRange> {
  const pages: Record<string, PageRange> = {};
  for (const { record } of issued) {
    for (const { id, pages: range } of record.papers)
      if (id.startsWith(MINUTES_OF)) pages[id.slice(MINUTES_OF.length)] = range;
    for (const { id } of record.withdrawn) if (id.startsWith(MINUTES_OF)) delete pages[id.slice(MINUTES_OF.length)];
  }
  return pages;
}

export function tombstonesOf({ issued }: CouncilMeeting, stands: (id: string) => boolean): PublicTombstone[] {
  const stones = new Map<string, PublicTombstone>();
  for (const { record } of issued)
    for (const { id, kind, item } of record.withdrawn) {
      if (id.startsWith(MINUTES_OF)) continue;
      const versions = issued
        .filter(({ record: each }) => each.number < record.number)
        .flatMap(({ record: each }) =>
          each.papers
            .filter((paper) => paper.id === id && paper.file)
            .map(({ pages }) => ({ pages, at: each.issuedAt })),
        );
      stones.set(id, {
        id,
        kind,
        item,
        withdrawnAt: record.issuedAt,
        reason: record.reason,
        issuedAt: versions[0]?.at ?? null,
        pages: versions.at(-1)?.pages ?? null,
        versions: versions.length,
        isReissued: stands(id),
      });
    }
  return [...stones.values()];
}
