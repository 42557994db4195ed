/**
 * Which links of the whole site lead nowhere, after it was published. Where no address went, only what was worked out now is
 * looked at, and what had such links before. Used by build-site.ts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../model/problem.ts";
import type { IsThere } from "./addresses-there.ts";
import { deadLinks, fileOf } from "./dead-links.ts";
import { groupsBefore, keysBefore } from "./groups-now.ts";
import type { Redo } from "./redo.ts";
import type { WorkedOut } from "./work-out.ts";

const WORK = "dead links";
const NO_LINKS = () => ({});

/** The dead links of the site at `out`, in the order of groups and pages. */
export function linksDead({ groups, links, changed }: WorkedOut, out: string, redo: Redo, isThere: IsThere): Problem[] {
  const standing = { isThere, htmlOf: (path: string) => htmlAt(join(out, fileOf(path))) };
  /** The groups that had links that led nowhere. */
  const before = redo.was<readonly string[]>(WORK);
  const wentOut = [...changed, ...groupsBefore(redo).filter((name) => !groups.has(name))].some((name) =>
    Object.keys(keysBefore(redo, name)).some((path) => !isThere(`/${path}`)),
  );
  const names =
    before === null || wentOut
      ? links.keys()
      : new Set([...changed, ...before, ...linkedInto(groups, pathsOf(groups, changed))]);
  const looked = [...names].sort();
  const found = deadLinks(
    looked.map((name) => links.get(name) ?? NO_LINKS),
    standing,
  );
  redo.leaves(
    WORK,
    looked.filter((_, at) => found[at]?.length),
  );
  return found.flat();
}

/** The groups that link to a place on one of these pages: it may have gone, or come. */
function linkedInto(groups: WorkedOut["groups"], paths: ReadonlySet<string>): string[] {
  return [...groups.values()].flatMap(({ name, places }) => (places.some((path) => paths.has(path)) ? [name] : []));
}

/** The paths of groups that may have other bytes than before. */
function pathsOf(groups: WorkedOut["groups"], changed: readonly string[]): ReadonlySet<string> {
  return new Set(changed.flatMap((name) => Object.keys(groups.get(name)?.keys() ?? {})));
}

function htmlAt(path: string): string | null {
  try {
    return path.endsWith(".html") ? readFileSync(path, "utf8") : null;
  } catch {
    return null;
  }
}
