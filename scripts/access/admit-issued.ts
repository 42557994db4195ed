/** Makes the PublicCouncil that the public site is built from: of a meeting's papers, what was issued and nothing else. */
import type { Council, CouncilMeeting, Document, ForwardPlan, Snapshot } from "../model/council.ts";
import type { Minutes } from "../model/minutes.ts";
import type { PageRange } from "../model/record.ts";
import type { Report } from "../model/report.ts";
import { Admission, admitCouncil, committeeNow } from "./admit.ts";
import type {
  PublicAct,
  PublicAgenda,
  PublicCouncil,
  PublicFile,
  PublicForwardPlan,
  PublicMeeting,
  PublicPack,
  PublicPaper,
  PublicTombstone,
} from "./public-council.ts";

/** How a record names the minutes of an earlier meeting that stand in a pack. */
export const MINUTES_OF = "minutes-of-";

export function publicCouncil(council: Council): PublicCouncil {
  const admission = new Admission(council.root);
  const meetings = council.meetings.flatMap((meeting) => admitMeeting(council, meeting, admission) ?? []);
  const forwardPlan = council.forwardPlan.flatMap((entry) => admitForwardPlan(entry, admission) ?? []);
  return admitCouncil(council, "public", admission, meetings, forwardPlan);
}

function admitMeeting(council: Council, meeting: CouncilMeeting, admission: Admission): PublicMeeting | null {
  const issued = admitSnapshots(meeting, admission);
  const committee = issued.committee ?? committeeNow(council, meeting);
  if (!committee) return null;
  return { id: meeting.id, living: admission.document(meeting.living), ...issued, committee, isDraft: false };
}

type AdmittedSnapshots = Pick<
  PublicMeeting,
  "agenda" | "papers" | "minutes" | "packs" | "minutesToApprove" | "acts" | "tombstones"
> & { committee: PublicMeeting["committee"] | null };

/** What a meeting's snapshots hold together: each paper as it was last issued, with the versions before it. */
export function admitSnapshots(meeting: CouncilMeeting, admission: Admission): AdmittedSnapshots {
  let agenda: PublicAgenda | null = null;
  let minutes: PublicPaper<Minutes> | null = null;
  let committee: PublicMeeting["committee"] | null = null;
  const papers = new Map<string, PublicPaper>();
  for (const snapshot of meeting.issued) {
    const { record, context } = snapshot;
    if (record.kind === "agenda" || record.kind === "notice") committee ??= context.committee;
    if (snapshot.papers.agenda) agenda = nextAgenda(snapshot.papers.agenda.value, snapshot, agenda);
    for (const report of snapshot.papers.reports)
      papers.set(
        report.id,
        nextVersion(
          admitPaper(snapshot, report, admission),
          papers.get(report.id),
          historyOf(meeting, report.id, snapshot),
        ),
      );
    if (snapshot.papers.minutes)
      minutes = nextVersion(
        admitPaper(snapshot, snapshot.papers.minutes, admission),
        minutes ?? undefined,
        historyOf(meeting, "minutes", snapshot),
      );
  }
  return {
    agenda,
    minutes,
    committee,
    packs: meeting.issued.flatMap((snapshot) => admitPack(meeting, snapshot) ?? []),
    minutesToApprove: minutesToApprove(meeting),
    papers: inAgendaOrder([...papers.values()], agenda),
    acts: meeting.issued.map((snapshot) => admitAct(snapshot)),
    tombstones: tombstonesOf(meeting, (id) => papers.has(id) || (id === "minutes" && minutes !== null)),
  };
}

function nextAgenda(value: PublicAgenda["value"], { record }: Snapshot, before: PublicAgenda | null): PublicAgenda {
  return {
    value,
    issuedAt: record.issuedAt,
    firstIssuedAt: before?.firstIssuedAt ?? record.issuedAt,
    reason: record.kind === "revision" ? record.reason : null,
    earlier: before ? [...before.earlier, before] : [],
  };
}

/** How often a paper was issued up to `snapshot`, withdrawn versions too, and when first: addresses are never used again. */
function historyOf(
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
function nextVersion<Value>(
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
    appendices: paper.appendices.map(move),
    images: new Map([...paper.images].map(([name, file]) => [name, move(file)])),
  };
}

/** The minutes of earlier meetings that stand in a pack, unless they were taken out of it. */
function minutesToApprove({ issued }: CouncilMeeting): Record<string, PageRange> {
  const pages: Record<string, PageRange> = {};
  for (const { record } of issued) {
    for (const { id, pages: range } of record.papers)
      if (id.startsWith(MINUTES_OF)) pages[id.slice(MINUTES_OF.length)] = range;
    for (const { id } of record.withdrawn) if (id.startsWith(MINUTES_OF)) delete pages[id.slice(MINUTES_OF.length)];
  }
  return pages;
}

function tombstonesOf({ issued }: CouncilMeeting, stands: (id: string) => boolean): PublicTombstone[] {
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

function admitForwardPlan({ id, issued }: ForwardPlan, admission: Admission): PublicForwardPlan | null {
  if (issued.length === 0) return null;
  return {
    id,
    notices: issued.map(({ entry, record }) => ({
      issuedAt: record.issuedAt,
      value: entry.value,
      document: admission.document(entry),
    })),
    acts: issued.map(admitAct),
  };
}

/** Papers as the agenda lists them; any that it no longer lists come last. */
export function inAgendaOrder(papers: readonly PublicPaper[], agenda: PublicAgenda | null): PublicPaper[] {
  const order = agenda?.value.items.flatMap((item) => item.papers) ?? [];
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...papers].sort((a, b) => place(a.id) - place(b.id));
}

function admitPaper<Value extends Report | Minutes>(
  { papers, record, context, folder, pageMaps }: Snapshot,
  document: Document<Value>,
  admission: Admission,
): PublicPaper<Value> {
  const recorded = record.papers.find((each) => each.id === document.id);
  const appendices = "appendices" in document.value ? document.value.appendices : [];
  return {
    ...admission.document(document),
    issuedAt: record.issuedAt,
    issuedAs: record.kind,
    issuedIn: record.number,
    version: 1,
    firstIssuedAt: record.issuedAt,
    reason: record.reason,
    earlier: [],
    names: context.members,
    pages: recorded?.pages ?? null,
    blocks: pageMaps.get(document.id)?.blocks ?? {},
    appendices: appendices.flatMap(({ id, title, file }) => {
      const pages = recorded?.appendices.find((each) => each.id === id)?.pages ?? null;
      const attachment = papers.attachments.get(file);
      if (!attachment) return [];
      return [
        { id, title, pages, file: `${folder}/${file}`, bytes: attachment.bytes, address: file, hash: attachment.hash },
      ];
    }),
    images: imagesOf(document, papers.attachments, folder),
    limbs: context.limbs ?? null,
    measures: context.measures,
  };
}

/** The images a paper shows, by the name it uses. */
export function imagesOf(
  document: Document<unknown>,
  attachments: Snapshot["papers"]["attachments"],
  folder: string,
): Map<string, PublicFile> {
  const images = new Map<string, PublicFile>();
  for (const { file } of document.outline.images) {
    const attachment = attachments.get(file);
    if (attachment)
      images.set(file, {
        file: `${folder}/${file}`,
        address: `images/${file}`,
        bytes: attachment.bytes,
        hash: attachment.hash,
      });
  }
  return images;
}

/** A pack at its address: the one that was issued, or the one that took its place when a paper in it was withdrawn. */
function admitPack({ issued }: CouncilMeeting, { folder, record }: Snapshot): PublicPack | null {
  if (!record.pack) return null;
  const { file, address, title, firstPage, lastPage, bytes } = record.pack;
  const later = issued
    .flatMap((snapshot) => snapshot.record.replaces.map((each) => ({ ...each, in: snapshot.folder })))
    .findLast((each) => each.snapshot === record.number);
  return {
    file: later ? `${later.in}/${later.file}` : `${folder}/${file}`,
    address,
    bytes,
    kind: record.kind,
    issuedIn: record.number,
    title,
    firstPage,
    lastPage,
    issuedAt: record.issuedAt,
    isReplaced: later !== undefined,
  };
}
