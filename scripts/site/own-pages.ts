/** A council's own pages: templates under its `templates/pages/` that are not one of ours by name. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../templating/environment.ts";
import type { PageView } from "./page-kind.ts";

/** Their names, without `.njk`. */
export function ownPages(root: string): string[] {
  const folder = join(root, "templates/pages");
  if (join(root) === PROJECT || !existsSync(folder)) return [];
  const ours = new Set(readdirSync(join(PROJECT, "templates/pages")));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".njk") && !ours.has(name))
    .map((name) => name.replace(/\.njk$/, ""))
    .sort();
}

/** What is known of such a page: its template knows the rest. */
export function ownPageView(name: string): PageView {
  return { url: `/${name}/`, title: name, description: name, above: [] };
}
