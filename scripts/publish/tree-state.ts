/**
 * What is known of a tree, and kept true through a kill at any moment. A tree that is not being changed has a manifest. Before
 * a change a plan of it is written and the manifest renamed, so that what is cut short is known to be, and what of it was done.
 */
import { basename, dirname, join, relative, sep } from "node:path";
import { type Disk, nextOf, putWhole, sendToDisk } from "./disk.ts";
import {
  type FileEntry,
  filesOf,
  type GroupLine,
  groupLine,
  type Manifest,
  type ManifestHead,
  manifestBytes,
  readManifest,
} from "./manifest.ts";
import { forgetWritten, writtenInto } from "./tree-files.ts";

export type Told = (line: string) => void;

/** The files beside a tree. */
function beside(tree: string) {
  return { manifest: `${tree}.manifest`, changing: `${tree}.changing`, plan: `${tree}.plan` };
}

/**
 * The manifest of a tree that nobody is changing. A change that was cut short is settled first: what it had done stays, what
 * it left half done is taken out. A tree that cannot be known is thrown away, with a line, and begun with nothing.
 */
export function settle(tree: string, head: Omit<ManifestHead, "tree">, disk: Disk, told: Told): Manifest {
  const { manifest, changing } = beside(tree);
  const isTree = disk.lstatSync(tree, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (disk.existsSync(manifest)) clearChange(tree, disk);
  const known = isTree ? (readBeside(manifest, tree, disk) ?? settleChange(tree, disk)) : null;
  if (known?.head.audience === head.audience) return known;
  if (isTree || disk.existsSync(manifest) || disk.existsSync(changing))
    told(`What is noted of ${tree} cannot be relied on, so that copy of the site is made anew from nothing.`);
  return beginAnew(tree, head, disk);
}

/** The manifest of a tree that is served; null where it cannot be known, with a line. */
export function manifestOf(tree: string, audience: ManifestHead["audience"], disk: Disk, told: Told): Manifest | null {
  const known = readBeside(beside(tree).manifest, tree, disk);
  if (known?.head.audience === audience) return known;
  told(`What is noted of ${tree} cannot be relied on, so nothing is taken over from it.`);
  return null;
}

/** Throws a tree away with all that is noted of it. */
export function discard(tree: string, disk: Disk): void {
  // The manifest goes first: a tree that is half gone must not have one.
  disk.rmSync(beside(tree).manifest, { force: true });
  if (disk.existsSync(dirname(tree))) clearChange(tree, disk);
  disk.rmSync(tree, { recursive: true, force: true });
}

/** Throws a tree away and begins it with nothing. */
export function beginAnew(tree: string, head: Omit<ManifestHead, "tree">, disk: Disk): Manifest {
  discard(tree, disk);
  disk.mkdirSync(tree, { recursive: true });
  const empty = { head: { ...head, tree: basename(tree) }, groups: new Map<string, GroupLine>() };
  putWhole(beside(tree).manifest, manifestBytes(empty), disk);
  return empty;
}

/**
 * Notes that a tree is about to be changed: `plan` has every group that is to change with the files and keys that it will
 * have, and none for one that goes. After a kill the rest is relied on, and of these what was done.
 */
export function beginChange(tree: string, plan: Manifest, disk: Disk): void {
  const { manifest, changing, plan: planFile } = beside(tree);
  putWhole(planFile, manifestBytes(plan), disk);
  disk.renameSync(manifest, changing);
  // A power cut must not find the tree changed and this note of it gone.
  sendToDisk([planFile], [dirname(tree)], dirname(tree), disk);
}

/** Notes that a tree is whole, and holds what `manifest` says. */
export function endChange(tree: string, manifest: Manifest, disk: Disk): void {
  putWhole(beside(tree).manifest, manifestBytes(manifest), disk);
  clearChange(tree, disk);
}

function clearChange(tree: string, disk: Disk): void {
  const { changing, plan } = beside(tree);
  // A build that was killed may have left its plan half written, and there may be nothing to plan any more.
  for (const file of [changing, plan, nextOf(plan)]) disk.rmSync(file, { force: true });
  forgetWritten(tree, disk);
}

function readBeside(file: string, tree: string, disk: Disk): Manifest | null {
  if (!disk.existsSync(file) || !disk.existsSync(tree)) return null;
  return readManifest(disk.readFileSync(file), basename(tree));
}

/** Settles a change that was cut short; null where its notes cannot be read. */
function settleChange(tree: string, disk: Disk): Manifest | null {
  const { changing, plan: planFile } = beside(tree);
  const before = readBeside(changing, tree, disk);
  const plan = readBeside(planFile, tree, disk);
  if (!before || !plan) return null;
  const written = writtenInto(tree, disk);
  const inTree = walk(tree, disk);
  const known = new Set<string>();
  const groups = new Map<string, GroupLine>();
  for (const [name, group] of before.groups) {
    if (plan.groups.has(name)) continue;
    groups.set(name, group);
    for (const path of filesOf(group).keys()) known.add(path);
  }
  for (const [name, group] of plan.groups) {
    const kept = new Map<string, FileEntry>();
    const old = filesOf(before.groups.get(name));
    for (const [path, [key]] of filesOf(group)) {
      const hash = written.get(path) ?? (old.get(path)?.[0] === key ? old.get(path)?.[1] : undefined);
      if (hash === undefined || !inTree.files.has(path)) continue;
      kept.set(path, [key, hash]);
      known.add(path);
    }
    if (kept.size > 0) groups.set(name, groupLine(name, "", kept));
  }
  sweep(tree, inTree, known, disk);
  const settled = { head: before.head, groups };
  endChange(tree, settled, disk);
  return settled;
}

interface Walked {
  /** Every file by its path from the tree's root, and whatever else there is that is no folder. */
  readonly files: ReadonlySet<string>;
  readonly folders: readonly string[];
}

/** What stands in a tree, read from the disk. */
export function walk(tree: string, disk: Disk): Walked {
  const [files, folders] = [new Set<string>(), [] as string[]];
  for (const entry of disk.readdirSync(tree, { withFileTypes: true, recursive: true })) {
    const path = relative(tree, join(entry.parentPath, entry.name)).split(sep).join("/");
    if (entry.isDirectory()) folders.push(path);
    else files.add(path);
  }
  return { files, folders };
}

/** Takes out of a tree whatever is not known, folders without a known file too. */
function sweep(tree: string, { files, folders }: Walked, known: ReadonlySet<string>, disk: Disk): void {
  const needed = new Set<string>();
  for (const path of known)
    for (let above = dirname(path); above !== "." && !needed.has(above); above = dirname(above)) needed.add(above);
  for (const path of files) if (!known.has(path)) disk.rmSync(join(tree, path), { force: true });
  for (const folder of folders)
    if (!needed.has(folder)) disk.rmSync(join(tree, folder), { recursive: true, force: true });
}
