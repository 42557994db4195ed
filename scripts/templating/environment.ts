/**
 * The Nunjucks environment that pages and packs are rendered with: one search path, the council's templates before
 * ours, and everything escaped unless it says otherwise. Officers' text reaches it only as data.
 */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import nunjucks from "nunjucks";
import { FILTERS } from "./filters.ts";
import { keepMacros } from "./kept-macros.ts";

/** The folder that holds our own templates, scripts and packages. */
export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where templates are looked for, first to last, for the council in `root`. */
export function templateFolders(root: string): string[] {
  const govuk = dirname(createRequire(import.meta.url).resolve("govuk-frontend/package.json"));
  return [join(root, "templates"), join(PROJECT, "templates"), join(govuk, "dist")].filter(
    (folder, index, all) => existsSync(folder) && all.indexOf(folder) === index,
  );
}

export function makeEnvironment(root: string): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader(templateFolders(root), { noCache: false });
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, filter] of Object.entries(FILTERS)) environment.addFilter(name, filter);
  keepMacros(environment);
  return environment;
}
