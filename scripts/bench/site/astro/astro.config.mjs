/** The configuration of the Astro site that ours is timed beside: static pages from content collections. */
import council from "./src/council.json" with { type: "json" };

// biome-ignore lint/style/noDefaultExport: Astro reads its configuration so.
export default {
  site: council.website,
  cacheDir: "./.cache",
  trailingSlash: "always",
  markdown: { syntaxHighlight: false },
};
