/** Stock Eleventy, of the version that we have ourselves: one Markdown template a paper, Nunjucks layouts with the same macros. */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../templating/environment.ts";
import { writeRivalContent } from "./rival-content.ts";
import { changesTo, copyAssets, councilOf, LAYOUTS, NAVIGATION, NOT_IN_ANY } from "./rival-project.ts";
import type { SiteRival } from "./site-rival.ts";

export const eleventy: SiteRival = {
  name: "Eleventy",
  howToGet: "npm ci",
  differs: [
    ...NOT_IN_ANY,
    "use anything of Eleventy that it does not do of itself: one template a paper, layouts chained, collections for lists",
  ],
  isThere() {
    const own = readFileSync(join(PROJECT, "node_modules/@11ty/eleventy/package.json"), "utf8");
    const { version } = JSON.parse(own) as { version: string };
    return version;
  },
  prepare(archive, folder, assets) {
    cpSync(join(LAYOUTS, "eleventy"), folder, { recursive: true });
    symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"), "dir");
    copyAssets(assets, join(folder, "assets"));
    mkdirSync(join(folder, "_data"));
    writeFileSync(join(folder, "_data/council.json"), JSON.stringify(councilOf(archive)));
    writeFileSync(join(folder, "_data/navigation.json"), JSON.stringify(NAVIGATION));
    const { reports } = writeRivalContent(archive, folder);
    for (const kind of ["reports", "meetings", "minutes", "committees"]) {
      const layout = `layouts/${kind.replace(/s$/, "").replace("minute", "minutes")}.njk`;
      const own = `module.exports = { layout: "${layout}", tags: ["${kind}"], permalink: (data) => data.url };\n`;
      writeFileSync(join(folder, kind, `${kind}.11tydata.cjs`), own);
    }
    const out = join(folder, "_site");
    const command = [process.execPath, join(PROJECT, "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"] as const;
    const layout = join(folder, "_includes/layouts/report.njk");
    return { task: { command, folder, out, kept: [out] }, change: changesTo({ content: folder, reports, layout }) };
  },
};
