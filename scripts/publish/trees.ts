/**
 * Makes what is wanted public in one step. Two trees alternate behind a link: the idle one is brought up to date, by what it
 * has, by links to what the served one has, and by what is made; then the link is turned. Called by building/publish-groups.ts.
 *
 * A kill at any moment leaves the old tree public or the new one, whole, and the next call puts right what was cut short.
 */
import { join, resolve } from "node:path";
import { bringUpToDate, type Make } from "./bring-up-to-date.ts";
import { DISK, type Disk, isLinkRefused } from "./disk.ts";
import { inOfficersWords } from "./disk-refusals.ts";
import { takeLock } from "./lock.ts";
import { filesOf } from "./manifest.ts";
import { copyToFolder, replaceLinkByFolder } from "./real-folder.ts";
import { kindOfPlace, MARK, refuseForeign, servedTree, treeName, turnLink } from "./served-link.ts";
import { discardStranded, notePlace } from "./stranded-trees.ts";
import { takeOut } from "./tree-files.ts";
import { beginAnew, discard, manifestOf, settle, type Told, walk } from "./tree-state.ts";
import { groupsByName, type Wanted, type WantedGroups } from "./wanted.ts";

export interface PublishOptions {
  /** Told what an officer may want to know, a line at a time. */
  readonly told?: Told;
  /** Trusts nothing that stands there: everything is made anew. For when `verify` finds that somebody wrote there. */
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
      notePlace(base, target, disk);
      const published = await bringAndTurn(act, make, standing, lock.refuseIfLost);
      await discardStranded(folder, disk);
      return published;
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
  const { target, trees, head, disk, told } = act;
  const served = servedTree(target, disk);
  const [idle, other] = served === trees[0] ? [trees[1], trees[0]] : [trees[0], trees[1]];
  const isFolder = kindOfPlace(target, disk) === "folder";
  const isTrusted = served === other && !act.isFresh;
  const before = isTrusted ? manifestOf(other, head.audience, disk, told) : null;
  const known = act.isFresh ? beginAnew(idle, head, disk) : settle(idle, head, disk, told);
  const brought = await bringUpToDate(
    act.wanted,
    head,
    { tree: idle, manifest: known },
    before && { tree: other, manifest: before },
    make,
    disk,
  );
  refuseIfLost();
  const { made, shared, takenOut, manifest } = brought;
  const done = { tree: idle, made, shared, takenOut };
  if (isFolder || !turned(act, idle)) {
    standing.words = `${target} may hold part of the new site and part of the old until then.`;
    told(
      `${target} is a real folder, so the site is copied into it file by file. Where nothing is there, or a link of ours, the whole site is put in place in one step.`,
    );
    const paths = [...manifest.groups.values()].flatMap((group) => [...filesOf(group).keys()]);
    if (isFolder) copyToFolder(idle, target, paths, disk);
    else replaceLinkByFolder(idle, target, paths, disk);
    // Nothing is served from a tree here, so one is enough, and the other must not keep what is withdrawn.
    discard(other, disk);
    return { ...done, isBehindLink: false };
  }
  standing.words = `The new site is public, but what is not public any more could not all be deleted from ${other}. The next build deletes it.`;
  // What is withdrawn goes from the disk now; and the next build finds both trees alike, with little to do.
  const left = act.isFresh ? beginAnew(other, head, disk) : (before ?? settle(other, head, disk, () => {}));
  await bringUpToDate(act.wanted, head, { tree: other, manifest: left }, { tree: idle, manifest }, null, disk);
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

/** Takes what is not public any more out of a tree elsewhere that the link led to, such as that of a folder that was moved. */
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
