/**
 * The sitemap, for search engines and for our own checks, which visit every page it lists: an index, one file a year of
 * meetings and one for the rest, so that a year in which nothing changed keeps its file. Made from addresses alone.
 */
import type { SiteFile } from "./page-kind.ts";

/** As many addresses as one sitemap may have (sitemaps.org). */
const MOST = 50_000;

/** The index and the sitemaps for pages at `urls`. `website` is where the site stands; null where nobody has said. */
export function sitemaps(website: string | null, urls: readonly string[]): SiteFile[] {
  const base = website?.replace(/\/$/, "") ?? "";
  const pages = urls.filter((url) => url.endsWith("/")).sort();
  const groups = Map.groupBy(pages, (url) => /^\/meetings\/(\d{4})-/.exec(url)?.[1] ?? "council");
  const files = [...groups].flatMap(([name, all]) => {
    const parts = Array.from({ length: Math.ceil(all.length / MOST) }, (_, at) =>
      all.slice(at * MOST, (at + 1) * MOST),
    );
    return parts.map((part, at) => ({
      url: `/sitemap-${name}${at > 0 ? `-${at + 1}` : ""}.xml`,
      content: document(
        "urlset",
        part.map((url) => `<url><loc>${location(base, url)}</loc></url>`),
      ),
    }));
  });
  files.sort((a, b) => (a.url < b.url ? -1 : 1));
  const index = document(
    "sitemapindex",
    files.map(({ url }) => `<sitemap><loc>${location(base, url)}</loc></sitemap>`),
  );
  return [{ url: "/sitemap.xml", content: index }, ...files];
}

function location(base: string, url: string): string {
  return `${base}${encodeURI(url).replaceAll("&", "&amp;")}`;
}

function document(root: "urlset" | "sitemapindex", rows: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.map((row) => `  ${row}\n`).join("")}</${root}>\n`;
}
