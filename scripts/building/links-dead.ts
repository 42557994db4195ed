/**
 * Which links of the whole site lead nowhere, after it was published. Where no address went, only what was worked out now is
 * looked at, and what had such links before. Used by build-site.ts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../model/problem.ts";
import { fileOf, type IsThere } from "./addresses-there.ts";
import { deadLinks, placesLinked } from "./dead-links.ts";
import type { Redo } from "./redo.ts";
import { keysBefore, type WorkedOut } from "./work-out.ts";

const WORK = "dead links";

/** What is kept of the links of a build. */
interface KeptLinks {
  /** The groups with links that lead nowhere. */
  readonly dead: readonly string[];
  /** The addresses of pages that a group links to a place on, by its name. */
  readonly places: Readonly<Record<string, readonly string[]>>;
}

/** The dead links of the site at `out`, in the order of groups and pages. */
export function linksDead({ groups, links, changed }: WorkedOut, out: string, redo: Redo, isThere: IsThere): Problem[] {
  const standing = { isThere, htmlOf: (path: string) => htmlAt(join(out, fileOf(path))) };
  const before = redo.was<KeptLinks>(WORK);
  const wentOut = [...changed, ...redo.namesBefore("pages ").filter((name) => !groups.has(name))].some((name) =>
    Object.keys(keysBefore(redo, name)).some((path) => !isThere(`/${path}`)),
  );
  const places = new Map(Object.entries(before?.places ?? {}).filter(([name]) => links.has(name)));
  for (const name of before === null ? links.keys() : changed) {
    const linked = placesLinked(links.get(name)?.() ?? {});
    if (linked.length > 0) places.set(name, linked);
    else places.delete(name);
  }
  const names =
    before === null || wentOut
      ? links.keys()
      : new Set([...changed, ...before.dead, ...linkedInto(places, pathsOf(groups, links, changed))]);
  const looked = [...names].sort();
  const found = deadLinks(
    looked.map((name) => links.get(name)?.() ?? {}),
    standing,
  );
  const withDead = looked.filter((_, at) => found[at]?.length);
  const kept: KeptLinks = { dead: withDead, places: Object.fromEntries(places) };
  redo.leaves(WORK, kept);
  return found.flat();
}

/** The groups that link to a place on one of these pages: it may have gone, or come. */
function linkedInto(places: ReadonlyMap<string, readonly string[]>, paths: ReadonlySet<string>): string[] {
  return [...places].flatMap(([name, linked]) => (linked.some((path) => paths.has(fileOf(path))) ? [name] : []));
}

/** The paths of what may have other bytes than before: of groups that changed, and of those whose links nobody keeps. */
function pathsOf(
  groups: WorkedOut["groups"],
  links: WorkedOut["links"],
  changed: readonly string[],
): ReadonlySet<string> {
  const names = [...changed, ...[...groups.keys()].filter((name) => !links.has(name))];
  return new Set(names.flatMap((name) => Object.keys(groups.get(name)?.keys() ?? {})));
}

function htmlAt(path: string): string | null {
  try {
    return path.endsWith(".html") ? readFileSync(path, "utf8") : null;
  } catch {
    return null;
  }
}
