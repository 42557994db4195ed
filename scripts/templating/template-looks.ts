/**
 * How the templates that a council is drawn with look on the disk, so that nothing is done again while none looks different.
 * Called by kept-environment.ts and, for a build that may have nothing to do, by building/last-build.ts and build-site.ts.
 */
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { templateFolders } from "./template-folders.ts";

/**
 * How every template, style and script looks in the council's `templates/` and in ours, and the council's own wiring, which adds
 * filters to them, as one text. The design system's are not
 * among them: they are packages, and the lockfile is part of the program. One that changed a moment ago never looks the same.
 */
export function looksOfTemplates(root: string): string {
  const folders = templateFolders(root).slice(0, -1);
  const files = folders.flatMap((folder) => filesIn(folder).map((file) => join(folder, file)));
  return [root, ...[...files, join(root, ".eleventy.js")].map(lookOf)].join("\n");
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
}

function lookOf(path: string): string {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  // One that changed a moment ago may change again and look the same.
  const isNew = stat !== undefined && Math.max(stat.mtimeMs, stat.ctimeMs) > Date.now() - 2000;
  return `${path} ${stat?.size} ${stat?.mtimeMs} ${stat?.ctimeMs} ${stat?.ino} ${isNew ? Math.random() : ""}`;
}
