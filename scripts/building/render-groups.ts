/** Renders the pages of groups that were worked out and puts them, with their texts, into the store. Used by work-out.ts and jobs.ts. */
import { renderPages } from "../site/render-pages.ts";
import { linksOn } from "./dead-links.ts";
import type { OpenBuild } from "./open-build.ts";
import type { PageToRender, WorkedGroup } from "./page-groups.ts";

export interface Rendered {
  /** The links of every page that was rendered, and of those that were in the store, by address. */
  readonly links: Map<string, string[]>;
  /** The addresses of those that were rendered. */
  readonly urls: ReadonlySet<string>;
}

/**
 * What of these groups is neither among `known` keys nor in the store, rendered and put there. `data` is what a template of the
 * council's own sees besides, which no other build is given.
 */
export async function renderGroups(
  build: OpenBuild,
  groups: readonly Pick<WorkedGroup, "pages" | "texts">[],
  known: (key: string) => boolean,
  data?: (template: string) => object | undefined,
): Promise<Rendered> {
  const { store } = build;
  for (const { texts } of groups)
    for (const [key, text] of texts) if (!known(key) && !store.has(key)) store.put(key, text);
  const links = new Map<string, string[]>();
  const wanted = new Map<string, PageToRender[]>();
  const keyOf = new Map<string, string>();
  for (const { pages } of groups)
    for (const [key, page] of pages) {
      const { url } = page.view;
      if (known(key) || keyOf.has(url)) continue;
      const html = store.has(key) ? store.get(key) : null;
      if (html) {
        links.set(url, linksOn(url, html.toString("utf8")));
        continue;
      }
      keyOf.set(url, key);
      const ofKind = wanted.get(page.template);
      if (ofKind) ofKind.push(page);
      else wanted.set(page.template, [page]);
    }
  if (wanted.size === 0) return { links, urls: new Set() };
  const kinds = [...wanted].map(([template, pages]) => ({
    template,
    views: pages.map(({ view }) => view),
    data: data?.(template) ?? {},
  }));
  const rendered = await renderPages(build.place.root, build.nunjucks, kinds, build.layout);
  for (const [url, html] of rendered) {
    const key = keyOf.get(url);
    if (!key) continue;
    store.put(key, html);
    links.set(url, linksOn(url, html));
  }
  const alike = kinds.filter(({ template }) => data?.(template) === undefined);
  if (build.areTemplatesAsHashed(alike.map(({ template }) => template)))
    for (const { views } of alike) for (const { url } of views) store.share(keyOf.get(url) ?? "");
  return { links, urls: new Set(keyOf.keys()) };
}
