/**
 * Renders every page through Eleventy: a virtual template for each kind of page, paginated over its view-models, and
 * the council's own pages. Eleventy reads no file of the council's; view-models reach it as data.
 */
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Eleventy from "@11ty/eleventy";
import type { PublicCouncil } from "../access/public-council.ts";
import { netlifyHeaders } from "../hosting/netlify.ts";
import type { Problem } from "../model/problem.ts";
import { makeEnvironment, PROJECT } from "../templating/environment.ts";
import { filesOf, viewsOf } from "./all-pages.ts";
import { assets } from "./assets.ts";
import { followUpsOn } from "./facts/follow-up-states.ts";
import { layoutData } from "./layout-data.ts";
import type { PageKind, PageView, SiteFile } from "./page-kind.ts";
import { PAGE_KINDS } from "./page-kinds.ts";
import { problemsKind, problemsPage } from "./pages/problems.ts";
import { Site } from "./site.ts";
import { sitemaps } from "./sitemap.ts";

export interface RenderedSite {
  readonly audience: PublicCouncil["audience"];
  /** What the clock said. */
  readonly now: string;
  /** Pages by address. */
  readonly pages: ReadonlyMap<string, string>;
  readonly files: readonly SiteFile[];
}

export interface SiteOptions {
  /** The council's folder, whose templates come before ours. */
  readonly root: string;
  /** For the preview: the problems of the drafts, which get a page of their own. */
  readonly problems?: readonly Problem[];
  /** The script of the preview that reloads pages. */
  readonly liveReload?: boolean;
}

export async function renderSite(council: PublicCouncil, options: SiteOptions): Promise<RenderedSite> {
  const environment = makeEnvironment(options.root);
  const shared = assets(options.root, council.settings.colours);
  environment.addGlobal("asset", shared.addressOf);
  const site = new Site(council, (name, data) => environment.render(`components/${name}/template.njk`, data));
  const kinds: { kind: PageKind; views: readonly PageView[] }[] = PAGE_KINDS.map((kind) => ({
    kind,
    views: viewsOf(kind, site),
  })).filter(({ views }) => views.length > 0);
  if (options.problems) kinds.push({ kind: problemsKind, views: [problemsPage(options.problems)] });
  const own = ownPages(options.root);
  const layout = layoutData(
    site,
    kinds.flatMap(({ views }) => views),
    options,
  );

  const eleventy = new Eleventy(emptyFolder(), join(PROJECT, ".cleardays/eleventy-out"), {
    quietMode: true,
    configPath: join(PROJECT, ".eleventy.js"),
    config: async (eleventyConfig) => {
      eleventyConfig.setLibrary("njk", environment);
      for (const { kind, views } of kinds) {
        eleventyConfig.addTemplate(
          `${kind.template}.njk`,
          `{% extends "pages/${kind.template}.njk" %}`,
          pagination(views, layout),
        );
      }
      for (const name of own)
        eleventyConfig.addTemplate(`own-${name}.njk`, `{% extends "pages/${name}.njk" %}`, {
          ...layout,
          council: { ...council, followUps: followUpsOn(site).all },
          view: { url: `/${name}/`, title: name, description: name, above: [] },
          permalink: `/${name}/`,
        });
      await addCouncilsWiring(options.root, eleventyConfig);
    },
  });
  const results = (await eleventy.toJSON()) as { url: string; content: string }[];
  const pages = new Map(results.map(({ url, content }): [string, string] => [url, content]));
  const files = [
    ...shared.files,
    ...kinds.flatMap(({ kind }) => filesOf(kind, site)),
    ...sitemaps(council.settings.website ?? null, [...pages.keys()]),
    { url: "/robots.txt", content: "User-agent: *\nAllow: /\n" },
    { url: "/_headers", content: netlifyHeaders(shared.hashed) },
  ];
  return { audience: council.audience, now: council.now, pages, files };
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

/** A council's own pages: templates under its `templates/pages/` that are not one of ours by name. */
function ownPages(root: string): string[] {
  const folder = join(root, "templates/pages");
  if (join(root) === PROJECT || !existsSync(folder)) return [];
  const ours = new Set(readdirSync(join(PROJECT, "templates/pages")));
  return readdirSync(folder)
    .filter((name) => name.endsWith(".njk") && !ours.has(name))
    .map((name) => name.replace(/\.njk$/, ""));
}

/** A council's own `.eleventy.js` adds filters and shortcodes. */
async function addCouncilsWiring(root: string, eleventyConfig: unknown): Promise<void> {
  const file = join(root, ".eleventy.js");
  if (join(root) === PROJECT || !existsSync(file)) return;
  const wiring = (await import(pathToFileURL(file).href)) as { default: (config: unknown) => unknown };
  await wiring.default(eleventyConfig);
}

/** Eleventy wants a folder to read; it gets one with nothing in it. */
function emptyFolder(): string {
  const folder = join(PROJECT, ".cleardays/nothing");
  mkdirSync(folder, { recursive: true });
  return folder;
}
