/**
 * Brings one tree up to date: what is gone is taken out, what another tree has is taken over by links, and the rest is made.
 * Called by publishTrees, for the tree that is to be served and then for the one that was.
 */
import { dirname, join } from "node:path";
import { type Disk, sendToDisk } from "./disk.ts";
import { type FileEntry, filesOf, type GroupLine, groupLine, type Manifest, type ManifestHead } from "./manifest.ts";
import { MARK } from "./served-link.ts";
import { shareInto, takeOut, writeInto, writtenInto } from "./tree-files.ts";
import { beginChange, endChange } from "./tree-state.ts";
import { planChange, type WantedGroups } from "./wanted.ts";

/** Makes `missing`, paths by group, in `tree` by `writeInto` and `copyInto`; throws if one of them cannot be made. */
export type Make = (missing: ReadonlyMap<string, readonly string[]>, tree: string) => Promise<void>;

/** A tree with what is known of it. */
export interface KnownTree {
  readonly tree: string;
  readonly manifest: Manifest;
}

export interface Brought {
  readonly made: number;
  readonly shared: number;
  readonly takenOut: number;
  readonly manifest: Manifest;
}

/** Brings a tree up to date, with what `source` has, and with what is made; without `make`, as far as that goes. */
export async function bringUpToDate(
  wanted: WantedGroups,
  head: Omit<ManifestHead, "tree">,
  { tree, manifest: before }: KnownTree,
  source: KnownTree | null,
  make: Make | null,
  disk: Disk,
): Promise<Brought> {
  const change = planChange(before, wanted, { ...head, tree: before.head.tree });
  if (!change) return { made: 0, shared: 0, takenOut: 0, manifest: before };
  beginChange(tree, change.plan, disk);
  // Also what is replaced goes first: where the disk is full after this, nothing withdrawn is left on it.
  takeOut(tree, [...change.gone, ...change.replaced], disk);
  const { shared, missing } = share(tree, source, change.toBring, disk);
  const made = make ? await makeMissing(wanted, tree, missing, make, disk) : new Map<string, string>();
  const groups = new Map<string, GroupLine>();
  for (const [name, { key }] of wanted) {
    const changed = change.changing.get(name);
    const old = before.groups.get(name);
    if (!changed && old) groups.set(name, old);
    if (!changed) continue;
    const files = new Map<string, FileEntry>(changed.stays);
    let isWhole = true;
    for (const [path, fileKey] of change.toBring.get(name) ?? []) {
      const hash = made.get(path) ?? shared.get(path);
      if (hash === undefined) isWhole = false;
      else files.set(path, [fileKey, hash]);
    }
    groups.set(name, groupLine(name, isWhole ? key : "", files));
  }
  const at = (path: string) => join(tree, path);
  const folders = new Set([...made.keys(), ...shared.keys()].map((path) => dirname(at(path))));
  // What is shared was sent to the disk when it was made; the folders that name it now were not.
  sendToDisk([...made.keys()].map(at), [...folders], tree, disk);
  const manifest = { head: change.plan.head, groups };
  endChange(tree, manifest, disk);
  return { made: made.size, shared: shared.size, takenOut: change.gone.length, manifest };
}

/** Takes over from `source` what it has, and gives the hashes of that, and what nobody has, by group. */
function share(
  tree: string,
  source: KnownTree | null,
  toBring: ReadonlyMap<string, ReadonlyMap<string, string>>,
  disk: Disk,
) {
  const shared = new Map<string, string>();
  const missing = new Map<string, string[]>();
  for (const [name, files] of toBring) {
    const have = filesOf(source?.manifest.groups.get(name));
    const rest: string[] = [];
    for (const [path, key] of files) {
      const [haveKey, hash] = have.get(path) ?? [];
      if (source && hash !== undefined && haveKey === key && shareInto(tree, source.tree, path, hash, disk))
        shared.set(path, hash);
      else rest.push(path);
    }
    if (rest.length > 0) missing.set(name, rest);
  }
  return { shared, missing };
}

/** Has what is missing made, and gives the hash of each as it was written. */
async function makeMissing(
  wanted: WantedGroups,
  tree: string,
  missing: Map<string, string[]>,
  make: Make,
  disk: Disk,
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
