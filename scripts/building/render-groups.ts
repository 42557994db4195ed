/** Renders the pages of groups that were worked out and puts them, with their texts, into the store. Used by build-site.ts and worker.ts. */
import { renderPages } from "../site/render-pages.ts";
import type { OpenBuild } from "./open-build.ts";
import type { PageToRender, WorkedGroup } from "./page-groups.ts";

/**
 * What of these groups is neither among `known` keys nor in the store, rendered and put there. `data` is what a template of the
 * council's own sees besides.
 */
export async function renderGroups(
  build: OpenBuild,
  groups: readonly Pick<WorkedGroup, "pages" | "texts">[],
  known: (key: string) => boolean,
  data?: (template: string) => object | undefined,
): Promise<number> {
  const { store } = build;
  const isNew = (key: string) => !known(key) && !store.has(key);
  for (const { texts } of groups) for (const [key, text] of texts) if (isNew(key)) store.put(key, text);
  const wanted = new Map<string, PageToRender[]>();
  const keyOf = new Map<string, string>();
  for (const { pages } of groups)
    for (const [key, page] of pages)
      if (isNew(key) && !keyOf.has(page.view.url)) {
        keyOf.set(page.view.url, key);
        const ofKind = wanted.get(page.template);
        if (ofKind) ofKind.push(page);
        else wanted.set(page.template, [page]);
      }
  if (wanted.size === 0) return 0;
  const kinds = [...wanted].map(([template, pages]) => ({
    template,
    views: pages.map(({ view }) => view),
    data: data?.(template) ?? {},
  }));
  const rendered = await renderPages(build.place.root, build.nunjucks, kinds, build.layout);
  for (const [url, html] of rendered) {
    const key = keyOf.get(url);
    if (key) store.put(key, html);
  }
  return rendered.size;
}
