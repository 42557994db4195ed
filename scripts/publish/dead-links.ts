/** Finds links inside a rendered site that lead nowhere, before it is published. Called by build.ts. */
import type { Problem } from "../model/problem.ts";
import type { RenderedSite } from "../site/render.ts";

/** A warning for every link to an address, or a place on a page, that the site does not have. */
export function deadLinks({ pages, files }: RenderedSite): Problem[] {
  const ids = new Map(
    [...pages].map(([url, html]) => [url, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]))]),
  );
  const known = new Set([...pages.keys(), ...files.map((file) => file.url)]);
  const isThere = (link: string, from: string): boolean => {
    try {
      const { pathname, hash } = new URL(link, `http://site${from}`);
      const places = ids.get(pathname);
      return known.has(pathname) && (!hash || !places || places.has(decodeURIComponent(hash.slice(1))));
    } catch {
      // What cannot be read as an address leads nowhere.
      return false;
    }
  };
  const problems: Problem[] = [];
  for (const [url, html] of pages)
    for (const [, value = ""] of html.matchAll(/\shref="([^"]*)"/g)) {
      const link = value.replaceAll("&amp;", "&");
      // The preview's own server answers for its problems, its draft packs, its desk and its script.
      if (/^[a-z]+:/i.test(link) || /^\/(problems|desk)\/|draft-pack\.pdf$/.test(link)) continue;
      if (!isThere(link, url))
        problems.push({
          rule: "dead-link",
          severity: "warning",
          file: url,
          line: 1,
          column: 1,
          message: `The link \`${link}\` on this page leads nowhere.`,
          mend: "Correct it in the paper or page that it stands in.",
        });
    }
  return problems;
}
