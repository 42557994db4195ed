/** Makes the PublicCouncil that the public site is built from: of a meeting's papers, what was issued and nothing else. */
import type { Council, CouncilMeeting, Document, Snapshot } from "../model/council.ts";
import type { Minutes } from "../model/minutes.ts";
import type { PageRange } from "../model/record.ts";
import type { Report } from "../model/report.ts";
import { Admission, admitCouncil, committeeNow } from "./admit.ts";
import type {
  PublicAgenda,
  PublicCouncil,
  PublicFile,
  PublicMeeting,
  PublicPack,
  PublicPaper,
} from "./public-council.ts";

/** How a record names the minutes of an earlier meeting that stand in a pack. */
export const MINUTES_OF = "minutes-of-";

export function publicCouncil(council: Council): PublicCouncil {
  const admission = new Admission(council.root);
  const meetings = council.meetings.flatMap((meeting) => admitMeeting(council, meeting, admission) ?? []);
  return admitCouncil(council, "public", admission, meetings);
}

function admitMeeting(council: Council, meeting: CouncilMeeting, admission: Admission): PublicMeeting | null {
  const issued = admitSnapshots(meeting, admission);
  const committee = issued.committee ?? committeeNow(council, meeting);
  if (!committee) return null;
  return { id: meeting.id, living: admission.document(meeting.living), ...issued, committee, isDraft: false };
}

/** What a meeting's snapshots hold together: each paper as it was last issued. */
export function admitSnapshots(
  meeting: CouncilMeeting,
  admission: Admission,
): Pick<PublicMeeting, "agenda" | "papers" | "minutes" | "packs" | "minutesToApprove"> & {
  committee: PublicMeeting["committee"] | null;
} {
  let agenda: PublicAgenda | null = null;
  let minutes: PublicPaper<Minutes> | null = null;
  let committee: PublicMeeting["committee"] | null = null;
  const papers = new Map<string, PublicPaper>();
  const packs: PublicPack[] = [];
  const minutesToApprove: Record<string, PageRange> = {};
  let supplements = 0;
  for (const snapshot of meeting.issued) {
    const { record, context } = snapshot;
    committee ??= context.committee;
    if (snapshot.papers.agenda) agenda = { value: snapshot.papers.agenda.value, issuedAt: record.issuedAt };
    for (const report of snapshot.papers.reports) papers.set(report.id, admitPaper(snapshot, report, admission));
    if (snapshot.papers.minutes) minutes = admitPaper(snapshot, snapshot.papers.minutes, admission);
    if (record.kind === "supplement") supplements += 1;
    packs.push(admitPack(snapshot, supplements));
    for (const { id, pages } of record.papers)
      if (id.startsWith(MINUTES_OF)) minutesToApprove[id.slice(MINUTES_OF.length)] = pages;
  }
  return { agenda, minutes, committee, packs, minutesToApprove, papers: inAgendaOrder([...papers.values()], agenda) };
}

/** Papers as the agenda lists them; any that it no longer lists come last. */
export function inAgendaOrder(papers: readonly PublicPaper[], agenda: PublicAgenda | null): PublicPaper[] {
  const order = agenda?.value.items.flatMap((item) => item.papers) ?? [];
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...papers].sort((a, b) => place(a.id) - place(b.id));
}

function admitPaper<Value extends Report | Minutes>(
  { papers, record, context, folder }: Snapshot,
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
    names: context.members,
    pages: recorded?.pages ?? null,
    blocks: recorded?.blocks ?? {},
    appendices: appendices.flatMap(({ id, title, file }) => {
      const pages = recorded?.appendices.find((each) => each.id === id)?.pages ?? null;
      const attachment = papers.attachments.get(file);
      if (!attachment) return [];
      return [{ id, title, pages, file: `${folder}/${file}`, bytes: attachment.bytes, address: file }];
    }),
    images: imagesOf(document, papers.attachments, folder),
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
    if (attachment) images.set(file, { file: `${folder}/${file}`, address: `images/${file}`, bytes: attachment.bytes });
  }
  return images;
}

function admitPack({ folder, record }: Snapshot, supplement: number): PublicPack {
  const { file, title, firstPage, lastPage, bytes } = record.pack;
  const address = { agenda: "agenda-pack.pdf", supplement: `supplement-${supplement}.pdf`, minutes: "minutes.pdf" }[
    record.kind
  ];
  return {
    file: `${folder}/${file}`,
    address,
    bytes,
    kind: record.kind,
    issuedIn: record.number,
    title,
    firstPage,
    lastPage,
    issuedAt: record.issuedAt,
  };
}
