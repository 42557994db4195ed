/** Compares a tree with what is noted of it, byte for byte: for verify, and for tests. The trees are ours alone to write. */
import { basename, join } from "node:path";
import { DISK, type Disk } from "./disk.ts";
import { filesOf, hashOf, readManifest } from "./manifest.ts";
import { walk } from "./tree-state.ts";

export interface TreeFault {
  /** From the tree's root; empty where the fault is the tree's as a whole. */
  readonly path: string;
  readonly what: "not noted" | "missing" | "changed" | "stranger";
}

/** Every way in which the tree differs from its manifest; "not noted" where it has none that can be relied on. */
export function checkTree(tree: string, disk: Disk = DISK): TreeFault[] {
  const file = `${tree}.manifest`;
  const manifest = disk.existsSync(file) ? readManifest(disk.readFileSync(file), basename(tree)) : null;
  if (!manifest || !disk.existsSync(tree)) return [{ path: "", what: "not noted" }];
  const { files } = walk(tree, disk);
  const faults: TreeFault[] = [];
  const known = new Set<string>();
  for (const group of manifest.groups.values())
    for (const [path, [, hash]] of filesOf(group)) {
      known.add(path);
      if (!files.has(path)) faults.push({ path, what: "missing" });
      else if (hashOf(disk.readFileSync(join(tree, path))) !== hash) faults.push({ path, what: "changed" });
    }
  return [
    ...faults,
    ...[...files].filter((path) => !known.has(path)).map((path) => ({ path, what: "stranger" as const })),
  ];
}
