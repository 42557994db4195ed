/** A tree copied into a real folder, for where `out` is one and where nobody can make links. Called by publishTrees. */
import { dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { MARK } from "./served-link.ts";
import { walk } from "./tree-state.ts";

/**
 * Makes a real folder hold the `paths` of a tree and nothing else. Each file is there whole at every moment, but not all of
 * them change at once. The file that says whose the folder is comes first, so that a copy cut short is known for ours.
 */
export function copyToFolder(tree: string, target: string, paths: readonly string[], disk: Disk): void {
  for (const path of [MARK, ...paths.filter((each) => each !== MARK)])
    copyOne(join(tree, path), join(target, path), disk);
  const wanted = new Set(paths);
  const needed = new Set(paths.flatMap(foldersAbove));
  const { files, folders } = walk(target, disk);
  for (const path of files) if (!wanted.has(path)) disk.rmSync(join(target, path), { force: true });
  for (const folder of folders)
    if (!needed.has(folder)) disk.rmSync(join(target, folder), { recursive: true, force: true });
}

/** Puts a real folder where there was nothing or a link, which is gone for a moment. */
export function replaceLinkByFolder(tree: string, target: string, paths: readonly string[], disk: Disk): void {
  const next = `${target}.next`;
  disk.rmSync(next, { recursive: true, force: true });
  copyToFolder(tree, next, paths, disk);
  disk.rmSync(target, { force: true });
  disk.renameSync(next, target);
}

function copyOne(from: string, file: string, disk: Disk): void {
  disk.mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.next`;
  disk.writeFileSync(next, disk.readFileSync(from));
  disk.renameSync(next, file);
}

function foldersAbove(path: string): string[] {
  const above = [];
  for (let each = dirname(path); each !== "."; each = dirname(each)) above.push(each);
  return above;
}
