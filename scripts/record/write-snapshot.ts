/**
 * Writes a snapshot: the papers byte for byte as they were printed, the names and figures they used, the pack, and the
 * record with every hash. Called by issue.ts.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { measuresNow } from "../access/admit-drafts.ts";
import type { PublicPaper } from "../access/public-council.ts";
import { sha256 } from "../load/files.ts";
import { type Council, type CouncilMeeting, type IssueContext, memberName, type Papers } from "../model/council.ts";
import { type IssueKind, type IssueRecord, issueRecord, RECORD_FORMAT } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import type { MadePack } from "../packs/make-pack.ts";

export interface Snapshotting {
  /** The council with its drafts narrowed to this act. */
  readonly council: Council;
  readonly meeting: CouncilMeeting;
  readonly drafts: Papers;
  readonly kind: IssueKind;
  readonly papers: readonly PublicPaper[];
  readonly pack: MadePack;
}

/**
 * Appends the snapshot to the meeting's `issued/` and gives its record and folder. It is written beside its place and
 * renamed there, so that a snapshot is whole or not at all. Refuses where a paper changed while the pack was printed.
 */
export function writeSnapshot(act: Snapshotting): { record: IssueRecord; folder: string } {
  const { council, meeting, kind, pack } = act;
  const before = meeting.issued.at(-1);
  const number = (before?.record.number ?? 0) + 1;
  const folder = `${meeting.folder}/issued/${number}`;
  const target = join(council.root, folder);
  if (existsSync(target)) throw new Refusal(`${folder} exists already. Nothing that was issued is ever written over.`);
  const unfinished = join(council.root, meeting.folder, "issued", `.${number}.unfinished`);
  rmSync(unfinished, { recursive: true, force: true });

  const files: Record<string, string> = {};
  const put = (name: string, bytes: Uint8Array | string) => {
    mkdirSync(dirname(join(unfinished, name)), { recursive: true });
    writeFileSync(join(unfinished, name), bytes);
    files[name] = sha256(bytes);
  };
  for (const [name, hash] of papersToCopy(act)) {
    const bytes = readFileSync(join(council.root, meeting.folder, name));
    if (sha256(bytes) !== hash) {
      rmSync(unfinished, { recursive: true, force: true });
      throw new Refusal(
        `${meeting.folder}/${name} changed while the pack was printed. Nothing was issued; run the command again.`,
      );
    }
    put(name, bytes);
  }
  put("context.json", `${JSON.stringify(contextOf(act), null, 2)}\n`);
  const packFile = { agenda: "agenda-pack.pdf", supplement: "supplement.pdf", minutes: "minutes.pdf" }[kind];
  put(packFile, pack.bytes);

  const record = issueRecord.parse({
    format: RECORD_FORMAT,
    meeting: meeting.id,
    number,
    kind,
    issuedAt: council.now,
    timeZone: council.settings.value.timeZone,
    previous: before?.recordHash ?? null,
    pack: {
      file: packFile,
      title: pack.title,
      firstPage: pack.firstPage,
      lastPage: pack.lastPage,
      bytes: pack.bytes.length,
    },
    papers: recordedPapers(act),
    files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))),
  } satisfies IssueRecord);
  writeFileSync(join(unfinished, "record.json"), `${JSON.stringify(record, null, 2)}\n`);
  renameSync(unfinished, target);
  return { record, folder };
}

/** Every file that is issued, with the hash it had when the papers were read. */
function papersToCopy(act: Snapshotting): Map<string, string> {
  const { drafts, kind, papers } = act;
  const copies = new Map<string, string>();
  if (drafts.agenda && kind === "agenda") copies.set("agenda.md", drafts.agenda.hash);
  if (drafts.minutes && kind === "minutes") copies.set("minutes.md", drafts.minutes.hash);
  for (const { id } of papers) copies.set(`${id}.md`, drafts.reports.find((report) => report.id === id)?.hash ?? "");
  for (const name of attachmentsOf(act)) copies.set(name, drafts.attachments.get(name)?.hash ?? "");
  return copies;
}

/** What the record says of each part of the pack: its file and the pages of everything in it. */
function recordedPapers({ kind, papers, pack }: Snapshotting): IssueRecord["papers"] {
  return pack.parts.map((part) => {
    const report = papers.find((paper) => paper.id === part.id);
    const isOwn = part.kind === "report" || kind === "minutes";
    return {
      id: part.id,
      kind: part.kind,
      file: isOwn ? `${part.id}.md` : null,
      pages: part.pages,
      blocks: part.blocks,
      appendices: part.appendices.map(({ id, pages }) => ({
        id,
        file: report?.appendices.find((each) => each.id === id)?.address ?? "",
        pages,
      })),
    };
  });
}

/** The appendices and images that go with what is issued, by name in the meeting's folder. */
function attachmentsOf({ kind, papers, drafts }: Snapshotting): string[] {
  const images = kind === "minutes" ? (drafts.minutes?.outline.images.map((image) => image.file) ?? []) : [];
  const named = papers.flatMap((paper) => [
    ...paper.appendices.map((appendix) => appendix.address),
    ...paper.images.keys(),
  ]);
  return [...new Set([...images, ...named])].filter((name) => drafts.attachments.has(name)).sort();
}

/** The names and figures the papers used. */
function contextOf({ council, meeting, papers, drafts, kind }: Snapshotting): IssueContext {
  const committee = council.committees.find((each) => each.id === meeting.living.value.committee);
  if (!committee) throw new Refusal(`There is no committee \`${meeting.living.value.committee}\`.`);
  const documents =
    kind === "minutes"
      ? [drafts.minutes]
      : drafts.reports.filter((report) => papers.some((paper) => paper.id === report.id));
  const charted = new Set(
    documents.flatMap((document) => document?.outline.charts.map((chart) => chart.measure) ?? []),
  );
  return {
    council: council.settings.value.name,
    committee: { id: committee.id, ...committee.value },
    meeting: meeting.living.value,
    members: Object.fromEntries(council.members.map((member) => [member.id, memberName(member.value)])),
    measures: Object.fromEntries(Object.entries(measuresNow(council)).filter(([id]) => charted.has(id))),
  };
}
