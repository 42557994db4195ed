/**
 * Makes what is wanted public in one step. Two trees alternate behind a link: the idle one is brought up to date, by what it
 * has, by links to what the served one has, and by what is made; then the link is turned. Called by the flows of build.ts.
 *
 * A kill at any moment leaves the old tree public or the new one, whole, and the next call puts right what was cut short.
 */
import { join, resolve } from "node:path";
import { DISK, type Disk, isLinkRefused, sendToDisk } from "./disk.ts";
import { inOfficersWords } from "./disk-refusals.ts";
import { takeLock } from "./lock.ts";
import { type FileEntry, filesOf, type GroupLine, groupLine, type Manifest } from "./manifest.ts";
import { copyToFolder, replaceLinkByFolder } from "./real-folder.ts";
import { kindOfPlace, MARK, refuseForeign, servedTree, treeName, turnLink } from "./served-link.ts";
import { shareInto, takeOut, writeInto, writtenInto } from "./tree-files.ts";
import { beginAnew, beginChange, discard, endChange, manifestOf, settle, type Told, walk } from "./tree-state.ts";
import { groupsByName, planChange, planForgetting, type Wanted, type WantedGroups } from "./wanted.ts";

/** Makes `missing`, paths by group, in `tree` by `writeInto` and `copyInto`; throws if one of them cannot be made. */
export type Make = (missing: ReadonlyMap<string, readonly string[]>, tree: string) => Promise<void>;

export interface PublishOptions {
  /** Told what an officer may want to know, a line at a time. */
  readonly told?: Told;
  /** Trusts nothing that stands there: everything is made anew. For when `checkTree` finds faults. */
  readonly isFresh?: boolean;
  /** How long to wait for another build to the same place, in milliseconds. */
  readonly patience?: number;
  readonly disk?: Disk;
}

export interface PublishedTree {
  /** The tree that holds it. */
  readonly tree: string;
  readonly made: number;
  /** Files that were taken over from the tree served before. */
  readonly shared: number;
  readonly takenOut: number;
  /** False where `out` is a real folder, into which everything was copied. */
  readonly isBehindLink: boolean;
}

/** What one act of publishing works with. */
interface Act {
  readonly wanted: WantedGroups;
  readonly head: { readonly audience: "public" | "draft"; readonly now: string };
  readonly target: string;
  /** The two trees of the place. */
  readonly trees: readonly [string, string];
  readonly isFresh: boolean;
  readonly disk: Disk;
  readonly told: Told;
}

/**
 * Publishes `wanted` at `out`, with the trees in `root`, the council's folder. Refuses, in an officer's words, to write over
 * what Clear Days did not write or a preview over a public site, while another build to the same place runs, and where the
 * disk is full or may not be written. Throws what `make` throws. What was public before is then still public.
 */
export async function publishTrees(
  wanted: Wanted,
  make: Make,
  root: string,
  out: string,
  { told = () => {}, isFresh = false, patience = 10_000, disk = DISK }: PublishOptions = {},
): Promise<PublishedTree> {
  const target = resolve(out);
  const folder = join(resolve(root), ".cleardays/trees");
  const base = join(folder, treeName(target));
  refuseForeign(target, wanted.audience, disk);
  const { audience, now } = wanted;
  const act: Act = {
    wanted: groupsByName(wanted),
    head: { audience, now },
    target,
    trees: [`${base}-a`, `${base}-b`],
    isFresh,
    disk,
    told,
  };
  const standing = { words: "What was public is still public." };
  try {
    disk.mkdirSync(folder, { recursive: true });
    const lock = await takeLock(`${base}.lock`, patience, disk, told);
    try {
      return await bringAndTurn(act, make, standing, lock.refuseIfLost);
    } finally {
      lock.release();
    }
  } catch (error) {
    throw inOfficersWords(error, folder, standing.words);
  }
}

async function bringAndTurn(
  act: Act,
  make: Make,
  standing: { words: string },
  refuseIfLost: () => void,
): Promise<PublishedTree> {
  const { target, trees, disk, told } = act;
  const served = servedTree(target, disk);
  const [idle, other] = served === trees[0] ? [trees[1], trees[0]] : [trees[0], trees[1]];
  const isFolder = kindOfPlace(target, disk) === "folder";
  // Behind a real folder nothing is served from a tree, so one is enough, and the other must not keep what is withdrawn.
  if (isFolder) discard(other, disk);
  const servedManifest = served === other && !act.isFresh ? manifestOf(other, act.head.audience, disk, told) : null;
  const brought = await bringUpToDate(act, idle, servedManifest && { tree: other, manifest: servedManifest }, make);
  refuseIfLost();
  const done = { tree: idle, ...brought.counts };
  if (isFolder || !turned(act, idle)) {
    standing.words = `${target} may hold part of the new site and part of the old until then.`;
    told(
      `${target} is a real folder, so the site was copied into it file by file. Where nothing is there, or a link of ours, the whole site is put in place in one step.`,
    );
    const paths = [...brought.manifest.groups.values()].flatMap((group) => [...filesOf(group).keys()]);
    if (isFolder) copyToFolder(idle, target, paths, disk);
    else replaceLinkByFolder(idle, target, paths, disk);
    discard(other, disk);
    return { ...done, isBehindLink: false };
  }
  standing.words = `The new site is public, but what is not public any more could not all be deleted from ${other}. The next build deletes it.`;
  forget(act, other);
  if (served && served !== other) forgetElsewhere(act, served, idle);
  return { ...done, isBehindLink: true };
}

/** Turns the link to `tree`; false where the system lets nobody make links. */
function turned({ target, disk }: Act, tree: string): boolean {
  try {
    turnLink(target, tree, disk);
    return true;
  } catch (error) {
    if (isLinkRefused(error)) return false;
    throw error;
  }
}

interface Brought {
  readonly counts: { readonly made: number; readonly shared: number; readonly takenOut: number };
  readonly manifest: Manifest;
}

/** Brings `tree` up to date and gives what was done. */
async function bringUpToDate(
  act: Act,
  tree: string,
  served: { tree: string; manifest: Manifest } | null,
  make: Make,
): Promise<Brought> {
  const { wanted, disk } = act;
  const before = act.isFresh ? beginAnew(tree, act.head, disk) : settle(tree, act.head, disk, act.told);
  const head = { ...act.head, tree: before.head.tree };
  const change = planChange(before, wanted, head);
  if (!change) return { counts: { made: 0, shared: 0, takenOut: 0 }, manifest: before };
  beginChange(tree, change.plan, disk);
  takeOut(tree, change.gone, disk);
  const { shared, missing } = share(tree, served, change.toBring, disk);
  const made = await makeMissing(act, tree, missing, make);
  const groups = new Map<string, GroupLine>();
  for (const [name, { key }] of wanted) {
    const changed = change.changing.get(name);
    const old = before.groups.get(name);
    if (!changed && old) groups.set(name, old);
    if (!changed) continue;
    const brought = new Map<string, FileEntry>(changed.stays);
    for (const [path, fileKey] of change.toBring.get(name) ?? [])
      brought.set(path, [fileKey, made.get(path) ?? shared.get(path) ?? ""]);
    groups.set(name, groupLine(name, key, brought));
  }
  const paths = [...made.keys(), ...shared.keys()].map((path) => join(tree, path));
  sendToDisk(paths, [...new Set(paths.map((path) => join(path, "..")))], tree, disk);
  const manifest = { head, groups };
  endChange(tree, manifest, disk);
  return { counts: { made: made.size, shared: shared.size, takenOut: change.gone.length }, manifest };
}

/** Takes over from the served tree what it has, and gives the hashes of that, and what nobody has, by group. */
function share(
  tree: string,
  served: { tree: string; manifest: Manifest } | null,
  toBring: ReadonlyMap<string, ReadonlyMap<string, string>>,
  disk: Disk,
) {
  const shared = new Map<string, string>();
  const missing = new Map<string, string[]>();
  for (const [name, files] of toBring) {
    const have = served ? filesOf(served.manifest.groups.get(name)) : null;
    const rest: string[] = [];
    for (const [path, key] of files) {
      const [haveKey, hash] = have?.get(path) ?? [];
      if (served && hash !== undefined && haveKey === key && shareInto(tree, served.tree, path, hash, disk))
        shared.set(path, hash);
      else rest.push(path);
    }
    if (rest.length > 0) missing.set(name, rest);
  }
  return { shared, missing };
}

/** Has what is missing made, and gives the hash of each as it was written. */
async function makeMissing(
  { wanted, disk }: Act,
  tree: string,
  missing: Map<string, string[]>,
  make: Make,
): Promise<Map<string, string>> {
  if (missing.delete(MARK)) writeInto(tree, MARK, wanted.get(MARK)?.key ?? "", disk);
  if (missing.size > 0) await make(missing, tree);
  const written = writtenInto(tree, disk);
  const asked = new Set([...missing.values()].flat());
  for (const path of asked) if (!written.has(path)) throw new Error(`${path} was to be made and was not`);
  for (const path of written.keys())
    if (!asked.has(path) && path !== MARK) throw new Error(`${path} was made and nobody asked for it`);
  return written;
}

/** Takes out of the tree that is not served any more what is not public any more, or reads otherwise now. */
function forget({ wanted, head, isFresh, disk }: Act, tree: string): void {
  if (!disk.existsSync(tree)) return;
  const manifest = isFresh ? null : manifestOf(tree, head.audience, disk, () => {});
  if (!manifest) {
    discard(tree, disk);
    return;
  }
  const { gone, plan, left } = planForgetting(manifest, wanted);
  if (gone.length === 0) return;
  beginChange(tree, plan, disk);
  takeOut(tree, gone, disk);
  endChange(tree, left, disk);
}

/** The same for a tree elsewhere that the link led to: one of a folder that was moved, or a copy that somebody made. */
function forgetElsewhere({ disk }: Act, before: string, now: string): void {
  if (!disk.existsSync(join(before, MARK))) return;
  const { files } = walk(before, disk);
  takeOut(
    before,
    [...files].filter((path) => !isSame(join(before, path), join(now, path), disk)),
    disk,
  );
}

function isSame(one: string, other: string, disk: Disk): boolean {
  return disk.existsSync(other) && disk.readFileSync(one).equals(disk.readFileSync(other));
}
