/** How the versions of a paper stand to each other: which is at the paper's address, and which under it. For admit-issued.ts. */
import type { CouncilMeeting, Snapshot } from "../model/council.ts";
import type { PublicAgenda, PublicFile, PublicPaper } from "./public-council.ts";

export function nextAgenda(
  value: PublicAgenda["value"],
  { record }: Snapshot,
  before: PublicAgenda | null,
): PublicAgenda {
  return {
    value,
    issuedAt: record.issuedAt,
    firstIssuedAt: before?.firstIssuedAt ?? record.issuedAt,
    reason: record.kind === "revision" ? record.reason : null,
    earlier: before ? [...before.earlier, before] : [],
  };
}

/** How often a paper was issued up to `snapshot`, withdrawn versions too, and when first: addresses are never used again. */
export function historyOf(
  { issued }: CouncilMeeting,
  id: string,
  snapshot: Snapshot,
): { version: number; firstIssuedAt: string } {
  const acts = issued.filter(
    ({ record }) =>
      record.number <= snapshot.record.number && record.papers.some((paper) => paper.id === id && paper.file),
  );
  const withdrawn = issued.findLast(
    ({ record }) => record.number < snapshot.record.number && record.withdrawn.some((each) => each.id === id),
  );
  const since = acts.find(({ record }) => record.number > (withdrawn?.record.number ?? 0));
  return { version: acts.length, firstIssuedAt: since?.record.issuedAt ?? snapshot.record.issuedAt };
}

/** The later of two versions stands at the paper's address, and the earlier ones under it. */
export function nextVersion<Value>(
  paper: PublicPaper<Value>,
  before: PublicPaper<Value> | undefined,
  history: { version: number; firstIssuedAt: string },
): PublicPaper<Value> {
  const earlier = before ? [...before.earlier, { ...atVersionAddress(before), earlier: [] }] : [];
  return { ...paper, ...history, earlier };
}

/** The files of an earlier version stand under its own address, so that they cannot be taken for the present ones. */
export function atVersionAddress<Value>(paper: PublicPaper<Value>): PublicPaper<Value> {
  const move = <File extends PublicFile>(file: File): File => ({
    ...file,
    address: `${paper.id}/version-${paper.version}/${file.address}`,
  });
  return {
    ...paper,
    pdf: paper.pdf && move(paper.pdf),
    appendices: paper.appendices.map(move),
    images: new Map([...paper.images].map(([name, file]) => [name, move(file)])),
  };
}
