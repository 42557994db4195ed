/** Where the restricted folder may lie: nowhere that the council's folder reaches. Called for `--restricted`. */
import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Refusal } from "../model/refusal.ts";
import { isWithin, refuseInCouncil } from "./kept-apart.ts";

/** Folders at the top of a council's folder that hold no content, and into which nobody looks for links. */
const NOT_CONTENT: ReadonlySet<string> = new Set(["node_modules", ".git", ".cleardays", "_site", "_preview"]);

/**
 * The real path of the restricted folder `dir`. Throws a Refusal where there is none, where it and the council's folder
 * `root` (or its repository) lie one inside the other, or where a link in the council's folder leads to it.
 */
export function restrictedFolder(root: string, dir: string): string {
  const folder = realFolder(dir);
  refuseInCouncil(root, folder, "The restricted folder");
  const council = realpathSync(root);
  if (isWithin(council, folder))
    throw new Refusal(
      `The council's folder lies inside ${folder}, so that cannot be the restricted folder. Name a folder that holds restricted papers and nothing else.`,
      2,
    );
  for (const link of linksIn(council)) {
    const target = targetOf(link);
    if (target && (isWithin(target, folder) || isWithin(folder, target)))
      throw new Refusal(
        `${relative(council, link)} in the council's folder is a link that leads to the restricted folder. Take the link away.`,
        2,
      );
  }
  return folder;
}

function realFolder(dir: string): string {
  try {
    const folder = realpathSync(resolve(dir));
    if (statSync(folder).isDirectory()) return folder;
  } catch {
    throw new Refusal(`There is no folder ${resolve(dir)}, or it may not be opened. Name it with --restricted.`, 2);
  }
  throw new Refusal(`${resolve(dir)} is a file. Name the folder that holds the restricted papers.`, 2);
}

/** Every link under `folder`. One that bears the name of a folder to be passed over is a link all the same. */
function* linksIn(folder: string, skipped = NOT_CONTENT): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }) as Dirent[]) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) yield path;
    else if (entry.isDirectory() && !skipped.has(entry.name)) yield* linksIn(path, new Set());
  }
}

/** Where a link ends, or null for one that leads nowhere. */
function targetOf(link: string): string | null {
  try {
    return realpathSync(link);
  } catch {
    return null;
  }
}
