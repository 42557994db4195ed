/** Which links of the whole site lead nowhere, after it was published. Used by build-site.ts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../model/problem.ts";
import { deadLinks } from "./dead-links.ts";
import type { WorkedOut } from "./work-out.ts";

/** The dead links of the site at `out`, in the order of groups and pages. */
export function linksDead({ groups, links }: WorkedOut, out: string): Problem[] {
  const paths = new Set([...groups.values()].flatMap(({ keys }) => Object.keys(keys())));
  const fileOf = (path: string) => (path.endsWith("/") ? `${path}index.html` : path).slice(1);
  const known = new Map<string, string | null>();
  const standing = {
    isThere: (path: string) => paths.has(fileOf(path)),
    htmlOf: (path: string) => {
      if (!known.has(path)) known.set(path, htmlAt(join(out, fileOf(path))));
      return known.get(path) ?? null;
    },
  };
  const names = [...links.keys()].sort();
  return names.flatMap((name) => deadLinks(links.get(name)?.() ?? {}, standing));
}

function htmlAt(path: string): string | null {
  try {
    return path.endsWith(".html") ? readFileSync(path, "utf8") : null;
  } catch {
    return null;
  }
}
