/** Makes the PublicCouncil that the public site is built from: of a meeting's papers, what was issued and nothing else. */
import type { Council, CouncilMeeting, Document, ForwardPlan, Snapshot } from "../model/council.ts";
import type { Minutes } from "../model/minutes.ts";
import type { Report } from "../model/report.ts";
import { Admission, admitCouncil } from "./admit.ts";
import { admitAct, minutesToApprove, partsOfPack, tombstonesOf } from "./admit-acts.ts";
import { type Present, presentOf } from "./present.ts";
import {
  NO_PAGES,
  type PublicAgenda,
  type PublicCouncil,
  type PublicFile,
  type PublicForwardPlan,
  type PublicMeeting,
  type PublicPack,
  type PublicPaper,
} from "./public-council.ts";
import { historyOf, nextAgenda, nextVersion } from "./versions.ts";

export function publicCouncil(council: Council): PublicCouncil {
  const admission = new Admission(council.root);
  const now = presentOf(council);
  const meetings = council.meetings.flatMap((meeting) => issuedMeeting(now, meeting, admission) ?? []);
  const forwardPlan = council.forwardPlan.flatMap((entry) => issuedEntry(entry, admission) ?? []);
  return admitCouncil(council, "public", admission, meetings, forwardPlan);
}

/** What the public may know of one meeting; null where its committee cannot be read. */
export function issuedMeeting(now: Present, meeting: CouncilMeeting, admission: Admission): PublicMeeting | null {
  const issued = admitSnapshots(meeting, admission);
  const committee = issued.committee ?? now.committee(meeting.living.value.committee);
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

/** An entry of the forward plan; null while nothing of it was issued. */
export function issuedEntry({ id, issued }: ForwardPlan, admission: Admission): PublicForwardPlan | null {
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
    pdf: recorded?.pdf ? { ...recorded.pdf, file: `${folder}/${recorded.pdf.file}` } : null,
    pageMap: pageMaps.get(document.id) ?? NO_PAGES,
    appendices: appendices.flatMap(({ id, title, file }) => {
      const known = recorded?.appendices.find((each) => each.id === id);
      const attachment = papers.attachments.get(file);
      if (!attachment) return [];
      return [
        {
          id,
          title,
          pages: known?.pages ?? null,
          isAccessible: known?.isAccessible ?? true,
          file: `${folder}/${file}`,
          bytes: attachment.bytes,
          address: file,
          hash: attachment.hash,
        },
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

type Replaced = Snapshot["record"]["replaces"][number];

/** What stands in the place of a snapshot's pack, or of its large print; with the folder that it lies in. */
function replacedBy({ issued }: CouncilMeeting, number: number, of: Replaced["of"]): { file: string } | null {
  for (const { record, folder } of [...issued].reverse()) {
    const found = record.replaces.find((each) => each.snapshot === number && each.of === of);
    if (found) return { file: `${folder}/${found.file}` };
  }
  return null;
}

/** The pack's large print, unless a withdrawal took it away and could set no other. */
function admitLargePrint(meeting: CouncilMeeting, { record, folder }: Snapshot): PublicFile | null {
  const large = record.pack?.largePrint;
  if (!large) return null;
  const later = replacedBy(meeting, record.number, "large-print");
  const isGone = meeting.issued.some((each) =>
    each.record.removed.some(({ snapshot, file }) => snapshot === record.number && file === large.file),
  );
  return isGone && !later ? null : { ...large, file: later?.file ?? `${folder}/${large.file}` };
}

/** A pack at its address: the one that was issued, or the one that took its place when a paper in it was withdrawn. */
function admitPack(meeting: CouncilMeeting, snapshot: Snapshot): PublicPack | null {
  const { folder, record } = snapshot;
  if (!record.pack) return null;
  const { file, address, title, firstPage, lastPage, bytes } = record.pack;
  const later = replacedBy(meeting, record.number, "pack");
  return {
    file: later?.file ?? `${folder}/${file}`,
    address,
    bytes,
    kind: record.kind,
    issuedIn: record.number,
    largePrint: admitLargePrint(meeting, snapshot),
    title,
    firstPage,
    lastPage,
    issuedAt: record.issuedAt,
    isReplaced: later !== null,
    parts: partsOfPack(meeting, snapshot),
  };
}
