/**
 * The Nunjucks environment of a council with its templates compiled, kept from one build to the next while no template looks
 * different: compiling them costs more than a page. Used by building/.
 */
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type nunjucks from "nunjucks";
import { makeEnvironment, templateFolders } from "./environment.ts";

let kept: { readonly looks: string; readonly environment: nunjucks.Environment } | null = null;

/** The environment for the council in `root`; the same one as long as its templates and ours look the same. */
export function environmentFor(root: string): nunjucks.Environment {
  const looks = looksOf(root);
  if (kept?.looks !== looks) kept = { looks, environment: makeEnvironment(root) };
  return kept.environment;
}

/** How every template looks but the design system's, which come with the program. */
function looksOf(root: string): string {
  const folders = templateFolders(root).slice(0, -1);
  return [root, ...folders.flatMap((folder) => filesIn(folder).map((file) => lookOf(join(folder, file))))].join("\n");
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
