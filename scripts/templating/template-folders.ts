/** Where templates are looked for: the council's folder before ours, and ours before the design system's. Used by templating/. */
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds our own templates, scripts and packages. */
export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where templates are looked for, first to last, for the council in `root`. */
export function templateFolders(root: string): string[] {
  const govuk = dirname(createRequire(import.meta.url).resolve("govuk-frontend/package.json"));
  return [join(root, "templates"), join(PROJECT, "templates"), join(govuk, "dist")].filter(
    (folder, index, all) => existsSync(folder) && all.indexOf(folder) === index,
  );
}
