// Wiring only: our Nunjucks environment, and nothing that Eleventy would read or run of its own accord. The pages
// themselves are added by scripts/site/render.ts.

/** @param {import("@11ty/eleventy").UserConfig} eleventyConfig */
export default function (eleventyConfig) {
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.setWatchJavaScriptDependencies(false);
  return { templateFormats: ["njk"], htmlTemplateEngine: "njk", markdownTemplateEngine: false };
}
