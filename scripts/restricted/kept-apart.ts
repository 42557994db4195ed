/** What must lie apart from the council's folder: asked of the restricted folder and of its key by the modules here. */
import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { Refusal } from "../model/refusal.ts";

/** True where `path` is `folder` or lies inside it. Both are real paths. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !/^([a-z]:|[\\/])/i.test(way));
}

/**
 * Refuses a real path inside the council's folder `root`, or inside the git repository that holds it; `what` begins the
 * sentence that the officer is told, such as "The restricted folder".
 */
export function refuseInCouncil(root: string, path: string, what: string): void {
  const council = realpathSync(root);
  if (isWithin(path, council))
    throw new Refusal(
      `${what}, ${path}, lies inside the council's folder, which is published. Keep it somewhere else.`,
      2,
    );
  const repository = repositoryAround(council);
  if (repository && isWithin(path, repository))
    throw new Refusal(
      `${what}, ${path}, lies inside ${repository}, the repository that holds the council's folder: whoever has a copy of that would have it too. Keep it somewhere else.`,
      2,
    );
}

/** The folder with `.git` that holds `folder`, or null. In a second work tree, and in a submodule, `.git` is a file. */
function repositoryAround(folder: string): string | null {
  for (let here = folder; ; here = dirname(here)) {
    if (existsSync(join(here, ".git"))) return here;
    if (dirname(here) === here) return null;
  }
}
