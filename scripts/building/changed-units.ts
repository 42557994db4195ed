/**
 * Looks again at the units that lie at or around paths that changed, and at no others: a walk over a large council costs more
 * than the build after it. For build-site.ts, where a watch has told what changed.
 */
import { councilUnits } from "./council-files.ts";
import type { KeptUnit } from "./memory.ts";

/** The council's files, wherever they lie. */
export interface LookedAt {
  readonly root: string;
  readonly drafts: boolean;
}

/**
 * The units of `before` with those at `changed` as they stand now. Paths are from the council's root, of files or folders that
 * came, went or changed. `hashOf` reads a unit for its hash.
 */
export function unitsChanged(
  { root, drafts }: LookedAt,
  before: ReadonlyMap<string, KeptUnit>,
  changed: Iterable<string>,
  hashOf: (name: string, path: string) => string,
): Map<string, KeptUnit> {
  const scopes = new Set([...changed].map(scopeOf));
  const isIn = (path: string) => withParents(path).some((each) => scopes.has(each));
  const units = new Map([...before].filter(([, { path }]) => !isIn(path)));
  const found = councilUnits(root, drafts, Date.now(), () => "every file", isIn);
  for (const [name, { path, stamp }] of found) {
    const known = before.get(name);
    const isSame = known !== undefined && stamp !== "" && stamp === known.stamp && path === known.path;
    units.set(name, { path, stamp, hash: isSame ? known.hash : hashOf(name, path) });
  }
  return units;
}

/** The folder or file that is looked at for a path: a meeting's whole folder, an entry's of the forward plan, or what it names. */
function scopeOf(path: string): string {
  const parts = path.split("/");
  if (parts[0] === "content" && parts[1] === "meetings") return parts.slice(0, 4).join("/");
  if (parts[0] === "content" && parts[1] === "forward-plan") return parts.slice(0, 3).join("/");
  return path;
}

/** `a/b/c`, `a/b` and `a`. */
function withParents(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
