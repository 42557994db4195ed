/** One Chromium print of one HTML document with everything in it: what packs come from without parts, cache or merge. A rival. */
import { join } from "node:path";
import { drawChart } from "../charts/draw-chart.ts";
import { startBrowser } from "../printing/browser.ts";
import { PROJECT } from "../templating/environment.ts";
import { writeOneHtml } from "./one-html.ts";
import type { Rival } from "./rival.ts";

export const onePrint: Rival = {
  name: "One Chromium print",
  howToGet: "npm run pack says what to install",
  async isThere() {
    try {
      const browser = await startBrowser();
      const version = await browser.version();
      await browser.close();
      return version;
    } catch {
      return null;
    }
  },
  async prepare(papers, folder) {
    const out = join(folder, "one-print.pdf");
    const html = writeOneHtml(papers, folder, drawChart);
    return { command: [process.execPath, join(PROJECT, "scripts/bench/print-html.ts"), html, out], out };
  },
};
