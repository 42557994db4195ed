/**
 * Withdraws a paper: takes its bytes out of every snapshot and every pack, and leaves its hashes, its page numbers and a
 * tombstone. Called by issue.ts. Issuing it again takes a revision that names it.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { MINUTES_OF, publicCouncil } from "../access/admit-issued.ts";
import { loadCouncil } from "../load/council.ts";
import type { Council, CouncilMeeting, Snapshot } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import type { IssueRecord } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import {
  appendSnapshot,
  issueContext,
  json,
  pageMapFile,
  type SnapshotFiles,
  type Written,
} from "../record/write-snapshot.ts";
import { renderSite } from "../site/render.ts";
import type { Issued, IssueRequest, OpenBrowser, Progress } from "./issued.ts";
import type { Reading } from "./read-for-issuing.ts";
import { replacePack } from "./replace-pack.ts";

/** Which snapshots of one meeting have to change, and how. */
interface Removal {
  readonly meeting: CouncilMeeting;
  /** Parts withdrawn from its packs, by the names that records use. */
  readonly parts: ReadonlySet<string>;
}

export async function withdraw(
  { council }: Reading,
  meeting: CouncilMeeting,
  request: IssueRequest,
  browser: OpenBrowser,
  progress: Progress,
): Promise<Issued> {
  const papers = namedPapers(meeting, request);
  progress("Reading what is public now");
  const before = await publicTree(council.root);
  const removals = [{ meeting, parts: new Set(papers) }, ...packsWithMinutes(council, meeting, papers)];
  const written: Written[] = [];
  let isWhole = true;
  for (const removal of removals) {
    const done = await withdrawFrom(council, removal, request, browser, progress);
    written.push(done.written);
    isWhole &&= done.isWhole;
  }
  const { record, folder } = written[0] as Written;
  const after = await publicTree(council.root);
  return {
    record,
    folder,
    heldBack: [],
    missedClocks: [],
    problems: [],
    clearDays: null,
    becomesPublic: papers.map((id) => `/meetings/${meeting.id}/${id}/ a tombstone`),
    staysPrivate: papers.map((id) => `\`${id}\`: every version of it, its appendices and its pages in the packs`),
    next: nextSteps(council, meeting, papers, isWhole, changedAddresses(before, after)),
  };
}

function namedPapers(meeting: CouncilMeeting, request: IssueRequest): string[] {
  const issued = [
    ...new Set(
      meeting.issued.flatMap(({ papers }) => [
        ...papers.reports.map(({ id }) => id),
        ...(papers.minutes ? ["minutes"] : []),
      ]),
    ),
  ];
  if (!request.papers?.length)
    throw new Refusal(
      `Name the paper to withdraw: npm run issue -- ${meeting.id} --kind withdrawal --paper ${issued[0] ?? "NAME"}${issued.length > 1 ? `. Issued are: ${issued.join(", ")}` : ""}. Say why with --reason, if it may be said: it is published.`,
      2,
    );
  for (const id of request.papers) {
    if (issued.includes(id)) continue;
    const guess = nearest(id, issued);
    throw new Refusal(
      `${meeting.id} has no paper \`${id}\` that is issued.${guess ? ` Did you mean \`${guess}\`?` : ""}`,
      2,
    );
  }
  return [...request.papers];
}

/** Packs of other meetings that hold these minutes, to be approved there. */
function packsWithMinutes(council: Council, meeting: CouncilMeeting, papers: readonly string[]): Removal[] {
  // A report's words can stand in the minutes too, as a limb that was not carried; a pack with those minutes is made again.
  if (!papers.includes("minutes")) return [];
  const part = `${MINUTES_OF}${meeting.id}`;
  return council.meetings
    .filter((other) => other.issued.some(({ record }) => record.papers.some(({ id }) => id === part)))
    .map((other) => ({ meeting: other, parts: new Set([part]) }));
}

async function withdrawFrom(
  council: Council,
  { meeting, parts }: Removal,
  request: IssueRequest,
  browser: OpenBrowser,
  progress: Progress,
): Promise<{ written: Written; isWhole: boolean }> {
  const files: SnapshotFiles = new Map();
  const removed: IssueRecord["removed"] = [];
  const replaces: IssueRecord["replaces"] = [];
  let isWhole = true;
  const left = without(council, meeting, parts);
  for (const snapshot of meeting.issued) {
    const { record } = snapshot;
    for (const file of filesOf(snapshot, parts)) removed.push({ snapshot: record.number, file });
    if (!record.pack || !holdsAny(snapshot, meeting, parts)) continue;
    const sequence = meeting.issued.filter(
      (each) => each.record.kind === record.kind && each.record.number <= record.number,
    ).length;
    const gone = new Set([...parts, ...alreadyGone(meeting, record)]);
    const pack = await replacePack(
      { council: left, parts: gone, at: council.now, reason: request.reason ?? null },
      meeting,
      snapshot,
      sequence,
      browser,
      progress,
    );
    isWhole &&= pack.isWhole;
    const name = `${record.number}-${record.pack.file}`;
    files.set(name, pack.bytes);
    replaces.push({ snapshot: record.number, file: name });
    removed.push(standingPack(meeting, record));
  }
  files.set("context.json", json(issueContext(council, meeting, new Set())));
  progress("Writing the snapshot");
  const written = appendSnapshot(
    council,
    { address: meeting.id, folder: meeting.folder, issued: meeting.issued },
    files,
    {
      kind: "withdrawal",
      reason: request.reason ?? null,
      pack: null,
      papers: [],
      missedClocks: [],
      withdrawn: [...parts].map((id) => ({
        id,
        kind: id === "minutes" || id.startsWith(MINUTES_OF) ? ("minutes" as const) : ("report" as const),
        item: itemOf(meeting, id),
      })),
      removed,
      replaces,
    },
  );
  // The record that says they are gone stands first, so that a crash in between is found and named by the next command.
  for (const { snapshot, file } of removed) {
    const path = join(council.root, meeting.folder, "issued", String(snapshot), file);
    rmSync(path, { force: true });
    removeEmpty(dirname(path));
  }
  return { written, isWhole };
}

/** The council without the papers, so that nothing of them can be printed again. */
function without(council: Council, meeting: CouncilMeeting, parts: ReadonlySet<string>): Council {
  const strip = (each: CouncilMeeting): CouncilMeeting => {
    const isGone = (id: string) =>
      (each.id === meeting.id && parts.has(id)) || (id === "minutes" && parts.has(`${MINUTES_OF}${each.id}`));
    return {
      ...each,
      issued: each.issued.map((snapshot) => ({
        ...snapshot,
        papers: {
          ...snapshot.papers,
          reports: snapshot.papers.reports.filter(({ id }) => !isGone(id)),
          minutes: snapshot.papers.minutes && isGone("minutes") ? null : snapshot.papers.minutes,
        },
      })),
    };
  };
  return { ...council, meetings: council.meetings.map(strip) };
}

/** The files of a snapshot that are these papers' and no other's: the words, the page map, appendices and images. */
function filesOf({ papers, record, pageMaps }: Snapshot, parts: ReadonlySet<string>): string[] {
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
  return [...new Set([...own, ...maps, ...attached(true).filter((file) => !kept.has(file))])].filter(
    (file) => file in record.files,
  );
}

/** Whether this pack has words of the papers: as a part of it, or in minutes that name a limb which was not carried. */
function holdsAny(snapshot: Snapshot, meeting: CouncilMeeting, parts: ReadonlySet<string>): boolean {
  if (snapshot.record.papers.some(({ id }) => parts.has(id))) return true;
  const items = new Set([...parts].map((id) => itemOf(meeting, id)));
  return (
    snapshot.papers.minutes?.value.items.some((item) => item.notCarried.length > 0 && items.has(item.item)) ?? false
  );
}

/** Parts that an earlier withdrawal took out of the same pack. */
function alreadyGone({ issued }: CouncilMeeting, { papers, number }: IssueRecord): string[] {
  const withdrawn = new Set(
    issued.filter(({ record }) => record.number > number).flatMap(({ record }) => record.withdrawn.map(({ id }) => id)),
  );
  return papers.map(({ id }) => id).filter((id) => withdrawn.has(id));
}

/** Where the pack that is public now lies: the one first issued, or one that took its place before. */
function standingPack({ issued }: CouncilMeeting, { number, pack }: IssueRecord): IssueRecord["removed"][number] {
  for (const { record } of [...issued].reverse()) {
    const found = record.replaces.find(({ snapshot }) => snapshot === number);
    if (found) return { snapshot: record.number, file: found.file };
  }
  return { snapshot: number, file: pack?.file ?? "" };
}

function itemOf({ issued }: CouncilMeeting, id: string): string | null {
  for (const { papers } of [...issued].reverse()) {
    const report = papers.reports.find((each) => each.id === id);
    if (report) return report.value.agendaItem;
  }
  return null;
}

function removeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}

/** Every address of the public site with what stands there, to see which a withdrawal changes. */
async function publicTree(root: string): Promise<Map<string, string>> {
  const { council } = loadCouncil(root, { drafts: false });
  if (!council) return new Map();
  const site = await renderSite(publicCouncil(council), { root });
  return new Map([
    ...site.pages,
    ...site.files.map(({ url, content, from }): [string, string] => [url, content ?? from ?? ""]),
  ]);
}

function changedAddresses(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((url) => before.has(url) && before.get(url) !== after.get(url))
    .sort();
}

function nextSteps(
  council: Council,
  meeting: CouncilMeeting,
  papers: readonly string[],
  isWhole: boolean,
  addresses: readonly string[],
): string[] {
  const website = council.settings.value.website?.replace(/\/$/, "") ?? "";
  const drafts = papers.filter((id) => existsSync(join(council.root, meeting.folder, `${id}.md`)));
  return [
    "Do this now:",
    "1. npm run build, and put the site where it is served. Until then the paper is still public.",
    "2. Purge these addresses from every cache and content network, and ask search engines to drop those that are gone:",
    ...addresses.map((url) => `   ${website}${url}`),
    ...(drafts.length > 0
      ? [
          `3. The draft still lies in the council's folder: ${drafts.map((id) => `${meeting.folder}/${id}.md`).join(", ")}. Move it to the restricted folder if it must not be kept here.`,
        ]
      : []),
    "Git's history still holds the bytes, and so does a store or backup of PDFs. To purge git: `git filter-repo --invert-paths --path FILE` for each file in `removed` of the record, then force-push, and have every clone deleted and cloned again.",
    ...(isWhole
      ? []
      : [
          "A pack could not be set again with the same pages, so all its pages are tombstones; its other papers are on the website.",
        ]),
    "Minutes, or other papers, may quote it: read them, and withdraw or correct what does.",
  ];
}
