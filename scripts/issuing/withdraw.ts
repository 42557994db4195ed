/**
 * Withdraws a paper: takes its bytes out of every snapshot and every pack, and leaves its hashes, its page numbers and a
 * tombstone. Called by issue.ts. Issuing it again takes a revision that names it.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { MINUTES_OF } from "../access/admit-acts.ts";
import { publicCouncil } from "../access/admit-issued.ts";
import { loadCouncil } from "../load/council.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import type { IssueRecord } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import type { Printer } from "../printing/printer.ts";
import { appendSnapshot, json, type SnapshotFiles, type Written } from "../record/append-snapshot.ts";
import { issueContext } from "../record/write-snapshot.ts";
import { address } from "../site/addresses.ts";
import { renderSite } from "../site/render.ts";
import type { Issued, IssueRequest, Progress } from "./issued.ts";
import { refusalOf } from "./plan-issue.ts";
import type { Reading } from "./read-for-issuing.ts";
import {
  councilWithout,
  filesOf,
  itemNumberOf,
  type Removal,
  removalsFor,
  standingPack,
  withdrawnFrom,
} from "./removals.ts";
import { replacePack } from "./replace-pack.ts";

/** One chain's part of a withdrawal, made ready before anything is written. */
interface Prepared {
  readonly removal: Removal;
  readonly files: SnapshotFiles;
  readonly removed: IssueRecord["removed"];
  readonly replaces: IssueRecord["replaces"];
  readonly isWhole: boolean;
}

export async function withdraw(
  { loaded, council }: Reading,
  meeting: CouncilMeeting,
  request: IssueRequest,
  printer: Printer,
  progress: Progress,
): Promise<Issued> {
  const papers = namedPapers(meeting, request);
  const broken = loaded.problems.filter(({ rule }) => rule.startsWith("record-"));
  // Where a chain cannot be read, a pack that holds the paper could be passed over.
  if (broken.length > 0) throw new Refusal(refusalOf(meeting, broken));
  progress("Reading what is public now");
  const before = await publicTree(council.root);
  const left = councilWithout(council, meeting, new Set(papers));
  const act = { at: council.now, reason: request.reason ?? null };
  const prepared: Prepared[] = [];
  for (const removal of removalsFor(council, meeting, papers))
    prepared.push(await prepare(council, left, removal, act, printer, progress));
  progress("Writing the snapshots");
  const written = prepared.map((each) => append(council, each, act.reason));
  const { record, folder } = written.at(-1) as Written;
  rmSync(join(council.root, ".cleardays/draft-packs", `${meeting.id}.pdf`), { force: true });
  const after = await publicTree(council.root);
  const addresses = before && after ? changedAddresses(before, after) : ownAddresses(meeting, papers);
  return {
    record,
    folder,
    heldBack: [],
    missedClocks: [],
    problems: [],
    clearDays: null,
    becomesPublic: papers.map((id) => `${address.report(meeting.id, id)} a tombstone`),
    staysPrivate: papers.map((id) => `\`${id}\`: every version of it, its appendices and its pages in the packs`),
    next: nextSteps(council, meeting, papers, prepared, addresses),
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
    const gone = meeting.issued.findLast(({ record }) => record.withdrawn.some((each) => each.id === id));
    if (gone) throw new Refusal(`\`${id}\` was withdrawn already, on ${gone.record.issuedAt.replace("T", " at ")}.`);
    if (id === "agenda")
      throw new Refusal(
        "An agenda cannot be withdrawn, since every paper stands under it. Issue a revision without the words, and ask for help with the versions before it.",
      );
    const guess = nearest(id, issued);
    throw new Refusal(
      `${meeting.id} has no paper \`${id}\` that is issued.${guess ? ` Did you mean \`${guess}\`?` : ` Issued are: ${issued.join(", ") || "none"}.`}`,
      2,
    );
  }
  return [...new Set(request.papers)];
}

/** Prints every pack of one chain again that has to be, and lists what goes. Nothing is written yet. */
async function prepare(
  council: Council,
  left: Council,
  removal: Removal,
  act: { readonly at: string; readonly reason: string | null },
  printer: Printer,
  progress: Progress,
): Promise<Prepared> {
  const { meeting, parts, again } = removal;
  const files: SnapshotFiles = new Map([["context.json", json(issueContext(council, meeting, new Set()))]]);
  const removed: IssueRecord["removed"] = meeting.issued.flatMap((snapshot) =>
    filesOf(snapshot, parts).map((file) => ({ snapshot: snapshot.record.number, file })),
  );
  const replaces: IssueRecord["replaces"] = [];
  let isWhole = true;
  for (const snapshot of again) {
    const { record } = snapshot;
    if (!record.pack) continue;
    const gone = withdrawnFrom(meeting, record, parts, act);
    const pack = await replacePack({ council: left, gone, ...act }, meeting, snapshot, printer, progress);
    isWhole &&= pack.isWhole;
    const name = `${record.number}-${record.pack.address}`;
    files.set(name, pack.bytes);
    replaces.push({ snapshot: record.number, file: name, of: "pack" });
    removed.push(standingPack(meeting, record, "pack"));
    if (!record.pack.largePrint) continue;
    removed.push(standingPack(meeting, record, "large-print"));
    if (!pack.largePrint) continue;
    const large = `${record.number}-${record.pack.largePrint.address}`;
    files.set(large, pack.largePrint);
    replaces.push({ snapshot: record.number, file: large, of: "large-print" });
  }
  return { removal, files, removed, replaces, isWhole };
}

/** Appends one chain's record, and then removes what it says is gone. */
function append(council: Council, { removal, files, removed, replaces }: Prepared, reason: string | null): Written {
  const { meeting, parts } = removal;
  const written = appendSnapshot(
    council,
    { address: meeting.id, folder: meeting.folder, issued: meeting.issued },
    files,
    {
      kind: "withdrawal",
      reason,
      pack: null,
      papers: [],
      missedClocks: [],
      withdrawn: [...parts].map((id) => ({
        id,
        kind: id === "minutes" || id.startsWith(MINUTES_OF) ? ("minutes" as const) : ("report" as const),
        item: itemNumberOf(meeting, id),
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
  return written;
}

function removeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}

/** Every address of the public site with what stands there; null where a template of the council's own stops it. */
async function publicTree(root: string): Promise<Map<string, string> | null> {
  const { council } = loadCouncil(root, { drafts: false });
  if (!council) return null;
  try {
    const site = await renderSite(publicCouncil(council), { root });
    return new Map([
      ...site.pages,
      ...site.files.map(({ url, content, from }): [string, string] => [url, content ?? from ?? ""]),
    ]);
  } catch {
    // The paper must go whatever the templates do; the build tells of them.
    return null;
  }
}

function changedAddresses(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((url) => before.has(url) && before.get(url) !== after.get(url))
    .sort();
}

/** What can be said without the site: the meeting's own addresses. */
function ownAddresses(meeting: CouncilMeeting, papers: readonly string[]): string[] {
  const packs = meeting.issued.flatMap(({ record: { pack } }) =>
    pack ? [pack.address, pack.largePrint?.address ?? []].flat() : [],
  );
  return [
    address.meeting(meeting.id),
    ...papers.map((id) => address.report(meeting.id, id)),
    ...packs.map((name) => address.meetingFile(meeting.id, name)),
  ];
}

function nextSteps(
  council: Council,
  meeting: CouncilMeeting,
  papers: readonly string[],
  prepared: readonly Prepared[],
  addresses: readonly string[],
): string[] {
  const website = council.settings.value.website?.replace(/\/$/, "") ?? "";
  const drafts = papers.flatMap((id) => draftFiles(meeting, id)).filter((file) => existsSync(join(council.root, file)));
  const issued = prepared.flatMap(({ removal, removed }) =>
    removed.map(({ snapshot, file }) => `${removal.meeting.folder}/issued/${snapshot}/${file}`),
  );
  return [
    "Do this now:",
    "1. npm run build, and put the site where it is served. Until then the paper is still public. Delete `_preview`, or build it again.",
    "2. Purge these addresses from every cache and content network, and ask search engines to drop those that are gone:",
    ...addresses.map((url) => `   ${website}${url}`),
    ...(drafts.length > 0
      ? [
          "3. The draft still lies in the council's folder. Move it to the restricted folder if it must not be kept here:",
          ...drafts.map((file) => `   ${file}`),
        ]
      : []),
    "Git's history still holds the bytes, and so does a store or backup of PDFs. To purge git: `git filter-repo --invert-paths` with `--path FILE` for each of these, then force-push, and have every clone deleted and cloned again:",
    ...[...new Set([...issued, ...drafts])].map((file) => `   ${file}`),
    ...(prepared.every(({ isWhole }) => isWhole)
      ? []
      : [
          "A pack could not be set again with the same pages, so all its pages are tombstones; its other papers are on the website.",
        ]),
    "Minutes, or other papers, may quote it: read them, and withdraw or correct what does.",
  ];
}

/** A paper's draft, with the appendices and images that its issued versions brought. */
function draftFiles(meeting: CouncilMeeting, id: string): string[] {
  const files = meeting.issued.flatMap((snapshot) => filesOf(snapshot, new Set([id])));
  return [...new Set([`${id}.md`, ...files.filter((file) => !file.startsWith("page-map/"))])].map(
    (file) => `${meeting.folder}/${file}`,
  );
}
