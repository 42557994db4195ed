/**
 * Finds links inside the site that lead nowhere. The links of a page are kept with its group, so that those of a page that was
 * not rendered again are known too. Used by links-dead.ts.
 */
import type { Problem } from "../model/problem.ts";

/** The links of each page of a group that lead off the page, and those on it that lead nowhere, by the page's address. */
export type LinksByPage = Readonly<Record<string, readonly string[]>>;

/** The links on a page that leave it, each once; and those to a place on it that is not there. */
export function linksOn(url: string, html: string): string[] {
  const ids = idsIn(html);
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

/**
 * A warning for every link to an address, or a place on a page, that the site does not have, in the order of the groups and
 * their pages. Every page that is linked into is read once and let go, and the links of each group are opened twice, since all of
 * them would not fit into memory.
 */
export function deadLinks(groups: readonly (() => LinksByPage)[], { isThere, htmlOf }: Standing): Problem[][] {
  const wanted = new Map<string, Set<string>>();
  for (const links of groups)
    eachLink(links(), (link, url) => {
      const place = placeOf(link, url);
      if (!place || place.anchor === "" || place.path === url || !isThere(place.path)) return;
      const anchors = wanted.get(place.path);
      if (anchors) anchors.add(place.anchor);
      else wanted.set(place.path, new Set([place.anchor]));
    });
  const lacking = new Map<string, Set<string>>();
  for (const [path, anchors] of wanted) {
    const html = htmlOf(path);
    if (html === null) continue;
    const ids = idsIn(html);
    const missing = [...anchors].filter((anchor) => !ids.has(anchor));
    if (missing.length > 0) lacking.set(path, new Set(missing));
  }
  return groups.map((links) => {
    const dead: Problem[] = [];
    eachLink(links(), (link, url) => {
      const place = placeOf(link, url);
      // What cannot be read as an address leads nowhere; nor does what linksOn found to be no place on its own page.
      const leadsSomewhere =
        place !== null &&
        isThere(place.path) &&
        (place.anchor === "" || (place.path !== url && !lacking.get(place.path)?.has(place.anchor)));
      if (!leadsSomewhere) dead.push(told(link, url));
    });
    return dead;
  });
}

/** The files of pages that these links lead to a place on, each once. */
export function placesLinked(links: LinksByPage): string[] {
  const found = new Set<string>();
  eachLink(links, (link, url) => {
    const place = link.includes("#") ? placeOf(link, url) : null;
    if (place) found.add(fileOf(place.path));
  });
  return [...found];
}

function told(link: string, url: string): Problem {
  return {
    rule: "dead-link",
    severity: "warning",
    file: url,
    line: 1,
    column: 1,
    message: `The link \`${link}\` on this page leads nowhere.`,
    mend: "Correct it in the paper or page that it stands in.",
  };
}

function eachLink(links: LinksByPage, look: (link: string, url: string) => void): void {
  for (const [url, found] of Object.entries(links)) for (const link of found) look(link, url);
}

function idsIn(html: string): Set<string> {
  const ids = new Set<string>();
  for (const [, id = ""] of html.matchAll(/\sid="([^"]+)"/g)) ids.add(id);
  return ids;
}

/** Most of our own links, which need no parsing: whole, from the site's root, without signs that stand for others. */
const PLAIN = /^(\/[\w/.-]*)(?:#([\w.:-]*))?$/;

/** The file that stands at a path: `meetings/index.html`. */
export function fileOf(path: string): string {
  return (path.endsWith("/") ? `${path}index.html` : path).slice(1);
}

function placeOf(link: string, from: string): { path: string; anchor: string } | null {
  const [, path, anchor = ""] = PLAIN.exec(link) ?? [];
  if (path !== undefined && !/\/\.|\/\//.test(path)) return { path, anchor };
  try {
    const { pathname, hash } = new URL(link, `http://site${from}`);
    return { path: pathname, anchor: decodeURIComponent(hash.slice(1)) };
  } catch {
    return null;
  }
}
