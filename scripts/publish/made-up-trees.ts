/** Made-up sites of small files for the tests of publish/: what is wanted, a `make` for it, and what then has to stand there. */
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Make } from "./bring-up-to-date.ts";
import { DISK, type Disk } from "./disk.ts";
import { hashOf } from "./manifest.ts";
import { MARK, markText } from "./served-link.ts";
import { writeInto } from "./tree-files.ts";
import { walk } from "./tree-state.ts";
import type { Wanted } from "./wanted.ts";

/** A site as its files: the words of each, by group and path. */
export type MadeUpSite = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const NOON = "2026-03-02T12:00";

/** The disk without its flushes: a process that is killed takes nothing with it that it gave to the system. */
export const UNFLUSHED: Disk = { ...DISK, fsyncSync: () => {}, syncAll: () => true };

export function wantedOf(site: MadeUpSite, now = NOON, audience: Wanted["audience"] = "public"): Wanted {
  const groups = Object.entries(site).map(([name, files]) => {
    const keys = new Map(Object.entries(files).map(([path, words]) => [path, `key of ${hashOf(words)}`]));
    return { name, key: hashOf(JSON.stringify([...keys])), files: () => keys };
  });
  return { audience, now, groups };
}

export function makerOf(site: MadeUpSite, disk: Disk = DISK): Make {
  return async (missing, tree) => {
    for (const [group, paths] of missing)
      for (const path of paths) writeInto(tree, path, site[group]?.[path] ?? "", disk);
  };
}

/** What has to stand in a tree of `site`, by path. */
export function textsOf(site: MadeUpSite, now = NOON, audience: Wanted["audience"] = "public"): Map<string, string> {
  const texts = Object.values(site).flatMap((files) => Object.entries(files));
  return new Map([...texts, [MARK, markText(audience, now)] as const].sort());
}

/** What does stand under `folder`, by path; nothing where there is no such folder. */
export function textsUnder(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const tree = realpathSync(folder);
  const paths = [...walk(tree, DISK).files];
  return new Map(paths.map((path): [string, string] => [path, readFileSync(join(tree, path), "utf8")]).sort());
}

/** A folder of a test's own. The caller removes it. */
export function emptyRoot(): { root: string; out: string; trees: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), "clear-days-trees-"));
  return {
    root,
    out: join(root, "_site"),
    trees: join(root, ".cleardays/trees"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
