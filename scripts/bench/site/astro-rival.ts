/** Astro with content collections, from npm, in a folder of its own outside the project. */
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RIVALS_FOLDER, RIVALS_NAME } from "../rival.ts";
import { writeRivalContent } from "./rival-content.ts";
import { changesTo, copyAssets, councilOf, LAYOUTS, NAVIGATION, NOT_IN_ANY } from "./rival-project.ts";
import type { SiteRival } from "./site-rival.ts";

const HOME = join(RIVALS_FOLDER, "astro");

export const astro: SiteRival = {
  name: "Astro",
  howToGet: `npm install --prefix ${RIVALS_NAME}/astro astro@latest`,
  differs: [...NOT_IN_ANY, "use govuk-frontend's macros: their output stands in its components"],
  isThere() {
    try {
      const own = readFileSync(join(HOME, "node_modules/astro/package.json"), "utf8");
      return (JSON.parse(own) as { version: string }).version;
    } catch {
      return null;
    }
  },
  prepare(archive, folder, assets) {
    cpSync(join(LAYOUTS, "astro"), folder, { recursive: true });
    symlinkSync(join(HOME, "node_modules"), join(folder, "node_modules"), "dir");
    writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }\n');
    writeFileSync(join(folder, "src/council.json"), JSON.stringify(councilOf(archive)));
    writeFileSync(join(folder, "src/navigation.json"), JSON.stringify(NAVIGATION));
    copyAssets(assets, join(folder, "public/assets"));
    const content = join(folder, "content");
    const { reports } = writeRivalContent(archive, content);
    const out = join(folder, "dist");
    const kept = [out, join(folder, ".cache"), join(folder, ".astro")];
    const command = [process.execPath, join(folder, "node_modules/astro/bin/astro.mjs"), "build", "--silent"] as const;
    const layout = join(folder, "src/pages/meetings/[meeting]/[paper].astro");
    const environment = { ASTRO_TELEMETRY_DISABLED: "1" };
    const task = { command, folder, out, kept, environment };
    return { task, change: changesTo({ content, reports, layout }) };
  },
};
