/** Renders a whole site at once, from a council that is all there. For tests, and for those who want every page in hand. */
import type { PublicCouncil } from "../access/public-council.ts";
import type { Problem } from "../model/problem.ts";
import { makeEnvironment } from "../templating/environment.ts";
import { filesOf, shownOf } from "./all-pages.ts";
import { assets } from "./assets.ts";
import { followUpsOn } from "./facts/follow-up-states.ts";
import { layoutData } from "./layout-data.ts";
import { ownPages, ownPageView } from "./own-pages.ts";
import type { SiteFile } from "./page-kind.ts";
import { PAGE_KINDS } from "./page-kinds.ts";
import { problemsPage } from "./pages/problems.ts";
import { type PagesOfKind, renderPages } from "./render-pages.ts";
import { Site } from "./site.ts";
import { siteFiles } from "./site-files.ts";
import { sitemaps } from "./sitemap.ts";

export interface RenderedSite {
  readonly audience: PublicCouncil["audience"];
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
  const kinds: PagesOfKind[] = PAGE_KINDS.map((kind) => ({ template: kind.template, views: shownOf(kind, site) }));
  if (options.problems)
    kinds.push({ template: "problems", views: [{ asOf: site.today, ...problemsPage(options.problems) }] });
  const data = { council: { ...council, followUps: followUpsOn(site).all } };
  for (const name of ownPages(options.root))
    kinds.push({ template: name, views: [{ asOf: site.today, ...ownPageView(name) }], data });
  const pages = await renderPages(options.root, environment, kinds, layoutData(site, options));
  const files = [
    ...siteFiles(shared),
    ...PAGE_KINDS.flatMap((kind) => filesOf(kind, site)),
    ...sitemaps(council.settings.website ?? null, [...pages.keys()]),
  ];
  return { audience: council.audience, pages, files };
}
