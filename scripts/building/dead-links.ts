/**
 * Finds links inside the site that lead nowhere. The links of a page are kept with its group, so that those of a page that was
 * not rendered again are known too. Used by work-out.ts.
 */
import type { Problem } from "../model/problem.ts";

/** The links of each page of a group that lead off the page, and those on it that lead nowhere, by the page's address. */
export type LinksByPage = Readonly<Record<string, readonly string[]>>;

/** The links on a page that leave it, each once; and those to a place on it that is not there. */
export function linksOn(url: string, html: string): string[] {
  const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id));
  const links = new Set<string>();
  for (const [, value = ""] of html.matchAll(/\shref="([^"]*)"/g)) {
    const link = value.replaceAll("&amp;", "&");
    // The preview's own server answers for its problems, its draft packs, its desk and its script.
    if (/^[a-z]+:/i.test(link) || /^\/(problems|desk)\/|draft-pack\.pdf$/.test(link)) continue;
    const place = placeOf(link, url);
    if (place?.path !== url || (place.anchor !== "" && !ids.has(place.anchor))) links.add(link);
  }
  return [...links];
}

/** What a check of links has to know of the site. */
export interface Standing {
  readonly isThere: (path: string) => boolean;
  /** The HTML of a page, for its anchors; null where it cannot be had. */
  readonly htmlOf: (path: string) => string | null;
}

/** A warning for every link to an address, or a place on a page, that the site does not have. */
export function deadLinks(links: LinksByPage, standing: Standing): Problem[] {
  return Object.entries(links).flatMap(([url, found]) =>
    found
      .filter((link) => !leadsSomewhere(link, url, standing))
      .map((link) => ({
        rule: "dead-link",
        severity: "warning" as const,
        file: url,
        line: 1,
        column: 1,
        message: `The link \`${link}\` on this page leads nowhere.`,
        mend: "Correct it in the paper or page that it stands in.",
      })),
  );
}

function leadsSomewhere(link: string, from: string, { isThere, htmlOf }: Standing): boolean {
  const place = placeOf(link, from);
  // What cannot be read as an address leads nowhere; nor does what linksOn found to be no place on its own page.
  if (!place || !isThere(place.path) || (place.path === from && place.anchor !== "")) return false;
  if (place.anchor === "") return true;
  const html = htmlOf(place.path);
  return html === null || html.includes(` id="${place.anchor}"`);
}

/** The addresses of pages that these links lead to a place on, each once. */
export function placesLinked(links: LinksByPage): string[] {
  const found = Object.entries(links).flatMap(([url, all]) =>
    all.flatMap((link) => (link.includes("#") ? (placeOf(link, url)?.path ?? []) : [])),
  );
  return [...new Set(found)];
}

function placeOf(link: string, from: string): { path: string; anchor: string } | null {
  try {
    const { pathname, hash } = new URL(link, `http://site${from}`);
    return { path: pathname, anchor: decodeURIComponent(hash.slice(1)) };
  } catch {
    return null;
  }
}
