/** What a tree is to hold, as publishTrees is told of it, and what has to change in a tree for that. */
import { type FileEntry, filesOf, type GroupLine, groupLine, type Manifest, type ManifestHead } from "./manifest.ts";
import { MARK, markText } from "./served-link.ts";
import { safe } from "./tree-files.ts";

/** Pages and files that are decided together, such as a meeting's, or a year's of the calendar. */
export interface WantedGroup {
  readonly name: string;
  /** Decides every byte of the group: the same key is the same files with the same keys. Never empty. */
  readonly key: string;
  /**
   * The key of every file by its path from the tree's root, with no slash before it. Asked only where the group's key is not
   * the tree's. A path stands in one group only.
   */
  readonly files: () => ReadonlyMap<string, string>;
}

/** Everything that is to be public, or everything of a preview. */
export interface Wanted {
  readonly audience: "public" | "draft";
  /** What the clock said. */
  readonly now: string;
  readonly groups: Iterable<WantedGroup>;
}

export type WantedGroups = ReadonlyMap<string, WantedGroup>;

/** The groups by name, and with them the file that says whose tree it is. */
export function groupsByName({ audience, now, groups }: Wanted): WantedGroups {
  const byName = new Map<string, WantedGroup>([[MARK, markGroup(audience, now)]]);
  for (const group of groups) {
    if (byName.has(group.name)) throw new Error(`Two groups of the site are called ${group.name}`);
    if (group.key === "") throw new Error(`The group ${group.name} has an empty key`);
    byName.set(group.name, once(group));
  }
  return byName;
}

function markGroup(audience: "public" | "draft", now: string): WantedGroup {
  const key = markText(audience, now);
  return { name: MARK, key, files: () => new Map([[MARK, key]]) };
}

/** The group, asked for its files no more than once. */
function once({ name, key, files }: WantedGroup): WantedGroup {
  let known: ReadonlyMap<string, string> | null = null;
  return { name, key, files: () => (known ??= files()) };
}

/** What has to be done to a tree. */
export interface Change {
  /** Groups that are to change, with the files that stay as they are. */
  readonly changing: ReadonlyMap<string, { readonly group: WantedGroup; readonly stays: Map<string, FileEntry> }>;
  /** Files to bring, by group and path, with their keys. */
  readonly toBring: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Paths that are wanted no more. */
  readonly gone: readonly string[];
  /** Paths that other bytes are to take the place of. */
  readonly replaced: readonly string[];
  /** The same for the note that is kept of it. */
  readonly plan: Manifest;
}

/** What has to be done for the tree of `manifest` to hold `wanted`; null where nothing has. */
export function planChange(manifest: Manifest, wanted: WantedGroups, head: ManifestHead): Change | null {
  const changing = new Map<string, { group: WantedGroup; stays: Map<string, FileEntry> }>();
  const toBring = new Map<string, Map<string, string>>();
  const plan = new Map<string, GroupLine>();
  const replaced: string[] = [];
  const newPaths = new Set<string>();
  const oldPaths = new Set<string>();
  for (const [name, group] of wanted) {
    const line = manifest.groups.get(name);
    if (line?.key === group.key) continue;
    const old = filesOf(line);
    const stays = new Map<string, FileEntry>();
    const bring = new Map<string, string>();
    for (const path of old.keys()) oldPaths.add(path);
    for (const [path, key] of group.files()) {
      if (newPaths.has(safe(path))) throw new Error(`Two groups of the site hold ${path}`);
      newPaths.add(path);
      const entry = old.get(path);
      if (entry?.[0] === key) stays.set(path, entry);
      else {
        bring.set(path, key);
        if (entry) replaced.push(path);
      }
    }
    changing.set(name, { group, stays });
    if (bring.size > 0) toBring.set(name, bring);
    plan.set(name, planLine(name, group));
  }
  for (const [name, line] of manifest.groups) {
    if (wanted.has(name)) continue;
    for (const path of filesOf(line).keys()) oldPaths.add(path);
    plan.set(name, groupLine(name, "", new Map()));
  }
  if (plan.size === 0) return null;
  return {
    changing,
    toBring,
    replaced,
    gone: [...oldPaths].filter((path) => !newPaths.has(path)),
    plan: { head, groups: plan },
  };
}

function planLine(name: string, group: WantedGroup): GroupLine {
  return groupLine(name, group.key, new Map([...group.files()].map(([path, key]) => [path, [key, ""]])));
}
