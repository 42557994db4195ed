/** The sitemap, for search engines and for our own checks, which visit every page it lists. */
import type { Site } from "./site.ts";

export function sitemap(site: Site, urls: readonly string[]): string {
  const base = site.council.settings.website?.replace(/\/$/, "") ?? "";
  const rows = urls
    .filter((url) => url.endsWith("/"))
    .sort()
    .map((url) => `  <url><loc>${base}${encodeURI(url).replaceAll("&", "&amp;")}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join("\n")}\n</urlset>\n`;
}
