/**
 * What a meeting's snapshot holds: the papers byte for byte as they were printed, the names and figures they used, the pack and
 * the page of every paragraph, and what its record says of them. Called by the flows of issuing/.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Brought } from "../access/narrow-drafts.ts";
import { measuresNow } from "../access/present.ts";
import type { PublicPaper } from "../access/public-council.ts";
import { sha256 } from "../load/files.ts";
import {
  type Council,
  type CouncilMeeting,
  type IssueContext,
  type Limbs,
  memberName,
  type Papers,
} from "../model/council.ts";
import type { IssueKind, IssueRecord, MissedClock, PageMap } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import type { MadePack } from "../packs/make-pack.ts";
import { largePrintName, packName, paperPdfName } from "../packs/pack-names.ts";
import { appendSnapshot, json, type SnapshotFiles, type Written } from "./append-snapshot.ts";

export interface Snapshotting {
  /** The council with its drafts narrowed to this act. */
  readonly council: Council;
  readonly meeting: CouncilMeeting;
  readonly drafts: Papers;
  readonly kind: IssueKind;
  readonly brought: Brought;
  readonly papers: readonly PublicPaper[];
  readonly pack: MadePack;
  /** Which of its kind it is, from 1. */
  readonly sequence: number;
  readonly reason: string | null;
  readonly missedClocks: readonly MissedClock[];
  /** Of minutes: the count of limbs that they keep. */
  readonly limbs: Limbs | null;
}

/** Appends what was printed to a meeting's chain. Refuses where a paper changed while the pack was printed. */
export function writeSnapshot(act: Snapshotting): Written {
  const { council, meeting, kind, pack, sequence } = act;
  const files: SnapshotFiles = new Map();
  for (const [name, hash] of papersToCopy(act)) {
    const bytes = readFileSync(join(council.root, meeting.folder, name));
    if (sha256(bytes) !== hash)
      throw new Refusal(
        `${meeting.folder}/${name} changed while the pack was printed. Nothing was issued; run the command again.`,
      );
    files.set(name, bytes);
  }
  files.set("context.json", json({ ...contextOf(act), ...(act.limbs ? { limbs: act.limbs } : {}) }));
  const papers = recordedPapers(act);
  for (const { id, pdf } of papers) if (pdf) files.set(pdf.file, pack.papers.get(id) ?? "");
  for (const part of pack.parts) files.set(pageMapFile(part.id), json(pageMapOf(act, part)));
  const address = packName(kind, sequence)?.address ?? `${kind}.pdf`;
  files.set(address, pack.bytes);
  const large = pack.largePrint ? largePrintName(address) : null;
  if (large && pack.largePrint) files.set(large, pack.largePrint);
  return appendSnapshot(council, { address: meeting.id, folder: meeting.folder, issued: meeting.issued }, files, {
    kind,
    reason: act.reason,
    pack: {
      file: address,
      address,
      title: pack.title,
      firstPage: pack.firstPage,
      lastPage: pack.lastPage,
      bytes: pack.bytes.length,
      largePrint: large && pack.largePrint ? { file: large, address: large, bytes: pack.largePrint.length } : null,
    },
    papers,
    missedClocks: [...act.missedClocks],
    withdrawn: [],
    removed: [],
    replaces: [],
  });
}

/** Where a snapshot keeps the pages of a paper. */
export function pageMapFile(paper: string): string {
  return `page-map/${paper}.json`;
}

/** Every file that is issued, with the hash it had when the papers were read. */
function papersToCopy(act: Snapshotting): Map<string, string> {
  const { drafts, brought, papers } = act;
  const copies = new Map<string, string>();
  if (drafts.agenda && brought.agenda) copies.set("agenda.md", drafts.agenda.hash);
  if (drafts.minutes && brought.minutes) copies.set("minutes.md", drafts.minutes.hash);
  for (const { id } of papers) copies.set(`${id}.md`, drafts.reports.find((report) => report.id === id)?.hash ?? "");
  for (const name of attachmentsOf(act)) copies.set(name, drafts.attachments.get(name)?.hash ?? "");
  return copies;
}

/** What the record says of each part of the pack: its file and its pages. */
function recordedPapers({ brought, papers, pack }: Snapshotting): IssueRecord["papers"] {
  return pack.parts.map((part) => {
    const report = papers.find((paper) => paper.id === part.id);
    const isOwn = part.kind === "report" || brought.minutes;
    return {
      id: part.id,
      kind: part.kind === "minutes" ? "minutes" : "report",
      file: isOwn ? `${part.id}.md` : null,
      pages: part.pages,
      pdf: pdfOf(report, pack.papers.get(part.id)),
      pageMap: pageMapFile(part.id),
      appendices: part.appendices.map(({ id, pages, isAccessible }) => ({
        id,
        isAccessible,
        file: report?.appendices.find((each) => each.id === id)?.address ?? "",
        pages,
      })),
    };
  });
}

function pdfOf(report: PublicPaper | undefined, bytes: Uint8Array | undefined): IssueRecord["papers"][number]["pdf"] {
  if (!report || !bytes) return null;
  const file = paperPdfName(report.id);
  return { file, address: file, bytes: bytes.length };
}

function pageMapOf({ papers, brought, drafts }: Snapshotting, part: MadePack["parts"][number]): PageMap {
  const document = brought.minutes ? drafts.minutes : papers.find(({ id }) => id === part.id);
  const numbers = document?.outline.blocks.map(({ anchor, number }) => ({ anchor, number })) ?? null;
  return { blocks: { ...part.blocks }, numbers };
}

/** The appendices and images that go with what is issued, by name in the meeting's folder. */
function attachmentsOf({ brought, papers, drafts }: Snapshotting): string[] {
  const images = brought.minutes ? (drafts.minutes?.outline.images.map((image) => image.file) ?? []) : [];
  const named = papers.flatMap((paper) => [
    ...paper.appendices.map((appendix) => appendix.address),
    ...paper.images.keys(),
  ]);
  return [...new Set([...images, ...named])].filter((name) => drafts.attachments.has(name)).sort();
}

/** The names and figures the papers used. */
function contextOf({ council, meeting, papers, drafts, brought }: Snapshotting): IssueContext {
  const documents = brought.minutes
    ? [drafts.minutes]
    : drafts.reports.filter((report) => papers.some((paper) => paper.id === report.id));
  const charted = new Set(
    documents.flatMap((document) => document?.outline.charts.map((chart) => chart.measure) ?? []),
  );
  return issueContext(council, meeting, charted);
}

/** The names of the day, and the measures of `charted`. */
export function issueContext(council: Council, meeting: CouncilMeeting, charted: ReadonlySet<string>): IssueContext {
  const committee = council.committees.find((each) => each.id === meeting.living.value.committee);
  if (!committee) throw new Refusal(`There is no committee \`${meeting.living.value.committee}\`.`);
  return {
    council: council.settings.value.name,
    committee: { id: committee.id, ...committee.value },
    meeting: meeting.living.value,
    members: Object.fromEntries(council.members.map((member) => [member.id, memberName(member.value)])),
    measures: Object.fromEntries(Object.entries(measuresNow(council)).filter(([id]) => charted.has(id))),
  };
}
