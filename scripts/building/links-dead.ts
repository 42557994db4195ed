/**
 * Which links of the whole site lead nowhere, after it was published. Where no address went, only what was worked out now is
 * looked at, and what had such links before. Used by build-site.ts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../model/problem.ts";
import { deadLinks } from "./dead-links.ts";
import type { Redo } from "./redo.ts";
import type { KeptGroup, WorkedOut } from "./work-out.ts";

const WORK = "dead links";

/** The dead links of the site at `out`, in the order of groups and pages. */
export function linksDead({ groups, links, changed }: WorkedOut, out: string, redo: Redo): Problem[] {
  const isThere = addressKnown(groups);
  const known = new Map<string, string | null>();
  const standing = {
    isThere,
    htmlOf: (path: string) => {
      if (!known.has(path)) known.set(path, htmlAt(join(out, fileOf(path))));
      return known.get(path) ?? null;
    },
  };
  const before = redo.was<readonly string[]>(WORK);
  const wentOut = [...changed, ...redo.namesBefore("pages ").filter((name) => !groups.has(name))].some((name) =>
    Object.keys(redo.was<KeptGroup>(`pages ${name}`)?.keys ?? {}).some((path) => !isThere(`/${path}`)),
  );
  const names = before === null || wentOut ? links.keys() : new Set([...changed, ...before]);
  const found = [...names].sort().map((name) => ({ name, dead: deadLinks(links.get(name)?.() ?? {}, standing) }));
  const withDead = found.filter(({ dead }) => dead.length > 0).map(({ name }) => name);
  redo.done("pages", WORK, { read: [], made: withDead });
  return found.flatMap(({ dead }) => dead);
}

/** Whether an address is that of a page or file: of most, the group that it would be in tells. */
function addressKnown(groups: WorkedOut["groups"]): (path: string) => boolean {
  let others: Set<string> | null = null;
  return (path) => {
    const file = fileOf(path);
    const meeting = /^meetings\/([^/]+)\//.exec(file)?.[1];
    if (meeting && groups.get(`meeting ${meeting}`)?.keys()[file] !== undefined) return true;
    others ??= new Set(
      [...groups].flatMap(([name, { keys }]) => (name.startsWith("meeting ") ? [] : Object.keys(keys()))),
    );
    return others.has(file);
  };
}

function fileOf(path: string): string {
  return (path.endsWith("/") ? `${path}index.html` : path).slice(1);
}

function htmlAt(path: string): string | null {
  try {
    return path.endsWith(".html") ? readFileSync(path, "utf8") : null;
  } catch {
    return null;
  }
}
