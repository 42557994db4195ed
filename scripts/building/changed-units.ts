/**
 * Looks again at the units that lie at or around paths that changed, and at no others: a walk over a large council costs more
 * than the build after it. For build-site.ts, where a watch has told what changed.
 */
import { councilUnits } from "./council-files.ts";
import { type Place, readUnits } from "./look.ts";
import type { KeptUnit } from "./memory.ts";

/**
 * The units of `before` with those at `changed` as they stand now. Paths are from the council's root, of files or folders that
 * came, went or changed.
 */
export function unitsChanged(
  place: Place,
  before: ReadonlyMap<string, KeptUnit>,
  changed: Iterable<string>,
): Map<string, KeptUnit> {
  const scopes = new Set([...changed].map(scopeOf));
  const isIn = (path: string) => withParents(path).some((each) => scopes.has(each));
  const found = councilUnits(place.root, place.audience === "draft", Date.now(), () => true, isIn);
  return new Map([...[...before].filter(([, { path }]) => !isIn(path)), ...readUnits(place, found, before)]);
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
