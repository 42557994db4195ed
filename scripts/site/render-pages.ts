/**
 * Renders pages through Eleventy: a virtual template for each kind of page, paginated over its view-models. Eleventy reads no
 * file of the council's; view-models reach it as data. Called by render.ts for a whole site, and by building/ for what changed.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import type nunjucks from "nunjucks";
import { PROJECT } from "../templating/environment.ts";
import { mistakeOfTemplates } from "../templating/template-mistakes.ts";
import { addCouncilsWiring, mistakeOfWiring } from "./councils-wiring.ts";
import type { PageView } from "./page-kind.ts";

/** Pages of one kind: the template under `templates/pages/`, without `.njk`, and what each needs. */
export interface PagesOfKind {
  readonly template: string;
  readonly views: readonly PageView[];
  /** What their template sees besides: for a council's own pages, the council. */
  readonly data?: object;
}

/** The HTML of every page by address. `layout` is what every page's layout needs; `root` the council's folder. */
export async function renderPages(
  root: string,
  environment: nunjucks.Environment,
  kinds: readonly PagesOfKind[],
  layout: object,
): Promise<Map<string, string>> {
  const eleventy = new Eleventy(emptyFolder(), join(PROJECT, ".cleardays/eleventy-out"), {
    quietMode: true,
    configPath: join(PROJECT, ".eleventy.js"),
    config: async (eleventyConfig) => {
      eleventyConfig.setLibrary("njk", environment);
      for (const { template, views, data } of kinds.filter(({ views: some }) => some.length > 0))
        eleventyConfig.addTemplate(
          `${template}.njk`,
          `{% extends "pages/${template}.njk" %}`,
          pagination(views, { ...layout, ...data }),
        );
      await addCouncilsWiring(root, eleventyConfig);
    },
  });
  // Whoever is told of a mistake is told in our words, and once.
  eleventy.disableLogger();
  const before = new Set(Object.keys(extensionsOf(environment)));
  try {
    const results = (await eleventy.toJSON()) as { url: string; content: string }[];
    return new Map(results.map(({ url, content }): [string, string] => [url, content]));
  } catch (error) {
    const names = kinds.map(({ template }) => `pages/${template}.njk`);
    throw mistakeOfTemplates(root, environment, names, mistakeOfWiring(root, error), true);
  } finally {
    // Eleventy adds its tags to the environment each time, and each holds every page that was rendered with it.
    for (const name of Object.keys(extensionsOf(environment))) if (!before.has(name)) environment.removeExtension(name);
  }
}

/** The tags of an environment by name, which Nunjucks' types leave out. */
function extensionsOf(environment: nunjucks.Environment): Readonly<Record<string, unknown>> {
  return (environment as unknown as { extensions: Record<string, unknown> }).extensions;
}

/** One page for each view; the view is all that its template sees besides the layout's data. */
function pagination(views: readonly PageView[], layout: object) {
  return {
    ...layout,
    views,
    pagination: { data: "views", size: 1, alias: "view" },
    permalink: (data: { view: PageView }) => data.view.url,
    eleventyExcludeFromCollections: true,
  };
}

/** Eleventy wants a folder to read; it gets one with nothing in it. */
function emptyFolder(): string {
  const folder = join(PROJECT, ".cleardays/nothing");
  mkdirSync(folder, { recursive: true });
  return folder;
}
