/** WeasyPrint, as tagged PDF/UA-1, from the same HTML that the one Chromium print has. One of the bench's rivals. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { drawChart } from "../charts/draw-chart.ts";
import { writeOneHtml } from "./one-html.ts";
import { RIVALS_FOLDER, RIVALS_NAME, type Rival } from "./rival.ts";
import { said } from "./said.ts";

const FOLDER = join(RIVALS_FOLDER, "weasyprint");
const PROGRAM = join(FOLDER, "bin/weasyprint");

export const weasyprint: Rival = {
  name: "WeasyPrint",
  howToGet: `python3 -m venv ${RIVALS_NAME}/weasyprint && ${RIVALS_NAME}/weasyprint/bin/pip install weasyprint==70.0`,
  async isThere() {
    return existsSync(PROGRAM) ? said(PROGRAM, "--version") : null;
  },
  async prepare(papers, folder) {
    const out = join(folder, "weasyprint.pdf");
    const html = writeOneHtml(papers, folder, drawChart);
    return { command: [PROGRAM, "--quiet", "--pdf-variant", "pdf/ua-1", html, out], out };
  },
};
