/** A measure's chart as a file of its own, for rivals that take no SVG inside a page. Called by one-typst.ts and rival-libreoffice.ts. */
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { drawChart } from "../charts/draw-chart.ts";
import type { Measure } from "../model/plan.ts";

const SIZE = { width: 680, height: 270 };

/** The same vector as in our packs, with the font and the colours that our stylesheets give it. */
export function chartSvg(measure: Measure): string {
  return drawChart(measure)
    .replace("<svg", `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}"`)
    .replace('font-family="inherit"', 'font-family="Atkinson Hyperlegible Next"')
    .replaceAll('stroke="currentColor" class="chart-grid"', 'stroke="#d5d8d3"')
    .replaceAll(/="currentColor" class="chart-(?:words|axis)"/g, '="#51595f"')
    .replaceAll("currentColor", "#15191c");
}

/** As a PNG, twice as wide as it is shown. */
export async function chartPng(measure: Measure): Promise<Uint8Array> {
  const canvas = createCanvas(2 * SIZE.width, 2 * SIZE.height);
  canvas.getContext("2d").drawImage(await loadImage(Buffer.from(chartSvg(measure))), 0, 0, canvas.width, canvas.height);
  return canvas.toBuffer("image/png");
}
