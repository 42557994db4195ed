/**
 * Draws a measure as SVG with chart.js, without a browser. The same vector stands on the page and in the pack: its
 * colours are the page's own (`currentColor` and classes), so it follows dark mode and print.
 */
import { createRequire } from "node:module";
import { createCanvas, GlobalFonts, SvgExportFlag } from "@napi-rs/canvas";
import { Chart, type ChartConfiguration, LinearScale, LineController, LineElement, PointElement } from "chart.js";
import { MONTHS } from "../model/civil.ts";
import type { Measure } from "../model/plan.ts";
import { measureWords, targetLabel, withUnit } from "./measure-words.ts";

Chart.register(LineController, LineElement, PointElement, LinearScale);

const WIDTH = 680;
const HEIGHT = 270;
const FONT = "Atkinson Hyperlegible Next";
const TEXT_SIZE = 17;

/** Colours that chart.js draws with, each standing for one of the page's. */
const INK = "#010203";
const QUIET = "#040506";
const LINE = "#070809";
/**
 * What stands for them in the vector: classes of templates/assets/paper.css, since the site's policy refuses styles
 * inside elements. Where a council's own stylesheet does not know them, the page's ink is there.
 */
const QUIET_FILL = 'fill="currentColor" class="chart-words"';
const QUIET_STROKE = 'stroke="currentColor" class="chart-axis"';
const PAGE_COLOURS: Readonly<Record<string, string>> = {
  [`fill="${INK}"`]: 'fill="currentColor"',
  [`stroke="${INK}"`]: 'stroke="currentColor"',
  [`fill="${QUIET}"`]: QUIET_FILL,
  [`stroke="${QUIET}"`]: QUIET_STROKE,
  [`stroke="${LINE}"`]: 'stroke="currentColor" class="chart-grid"',
};

let fontIsThere = false;
/** Text is measured with the pages' own font, so that a chart is the same on any machine. */
function useFont(): void {
  if (fontIsThere) return;
  const file =
    "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2";
  GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(file), FONT);
  fontIsThere = true;
}

/** The chart of `measure` as an `<svg>` element, named by the sentence that says what it shows. */
export function drawChart(measure: Measure): string {
  useFont();
  const canvas = createCanvas(WIDTH, HEIGHT, SvgExportFlag.NoPrettyXML);
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, configuration(measure));
  const svg = canvas.getContent().toString("utf8");
  const marks = drawMarks(measure, chart);
  chart.destroy();
  return tidy(svg, measureWords(measure).sentence, marks);
}

function configuration(measure: Measure): ChartConfiguration<"line"> {
  const { readings, target } = measure;
  const values = readings.map((reading) => reading.value);
  const all = target ? [...values, target.value] : values;
  const font = { family: FONT, size: TEXT_SIZE };
  const days = readings.map((reading) => dayNumber(reading.date));
  return {
    type: "line",
    data: {
      datasets: [
        {
          data: values.map((value, at) => ({ x: days[at] as number, y: value })),
          borderColor: INK,
          borderWidth: 3,
          pointRadius: 0,
        },
      ],
    },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      events: [],
      layout: { padding: { right: 76, top: 16 } },
      scales: {
        x: {
          type: "linear",
          min: days[0] ?? 0,
          max: days.at(-1) ?? 1,
          grid: { display: false },
          border: { color: QUIET },
          // Readings stand as far apart as their days, so that a gap in reporting can be seen.
          afterBuildTicks: (axis) => {
            axis.ticks = days.map((value) => ({ value }));
          },
          ticks: {
            color: QUIET,
            font,
            maxRotation: 0,
            autoSkipPadding: 12,
            callback: (value) => shortMonth(readings, days.indexOf(Number(value))),
          },
        },
        y: {
          border: { display: false },
          grid: { color: LINE },
          suggestedMin: measure.unit === "%" && Math.min(...all) < 40 ? 0 : Math.min(...all) * 0.9,
          suggestedMax: Math.max(...all) * (measure.unit === "%" && Math.max(...all) > 90 ? 1 : 1.08),
          ticks: {
            color: QUIET,
            font,
            maxTicksLimit: 5,
            callback: (value) => withUnit(Number(value), measure.unit === "%" ? "%" : "").trim(),
          },
        },
      },
    },
  };
}

/** `Jan`, or `Jan 2026` for the first reading and wherever the year changes. */
function shortMonth(readings: Measure["readings"], at: number): string {
  const date = readings[at]?.date ?? "";
  const month = (MONTHS[Number(date.slice(5, 7)) - 1] ?? "").slice(0, 3);
  const sameMonth = readings[at - 1]?.date.slice(0, 7) === date.slice(0, 7);
  if (sameMonth) return "";
  const newYear = readings[at - 1]?.date.slice(0, 4) !== date.slice(0, 4);
  return newYear ? `${month} ${date.slice(0, 4)}` : month;
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** What chart.js would draw at length, drawn short: the points, the latest figure, and the target's line and words. */
function drawMarks(measure: Measure, chart: Chart): string {
  const points = chart.getDatasetMeta(0).data;
  const last = points.at(-1);
  const reading = measure.readings.at(-1);
  const text = (x: number, y: number, words: string, attributes: string) =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${TEXT_SIZE}" ${attributes}>${escapeXml(words)}</text>`;
  const circles = points.map(
    (point) =>
      `<circle cx="${point.x.toFixed(1)}" cy="${point.y.toFixed(1)}" r="${point === last ? 5.5 : 3}" fill="currentColor"/>`,
  );
  const { left, right } = chart.chartArea;
  const aim = measure.target ? (chart.scales.y?.getPixelForValue(measure.target.value) ?? null) : null;
  const line =
    aim === null
      ? ""
      : `<path d="M${left.toFixed(1)} ${aim.toFixed(1)}H${right.toFixed(1)}" fill="none" ${QUIET_STROKE} stroke-width="1.5" stroke-dasharray="6 5"/>`;
  // The target's words stand over its line at the left, or under it where the first readings are just above.
  const first = points[0];
  const crowded = aim !== null && first && first.y < aim && aim - first.y < 30;
  const name = aim === null ? "" : text(left + 4, crowded ? aim + 17 : aim - 7, targetLabel(measure) ?? "", QUIET_FILL);
  const figure =
    last && reading
      ? text(
          last.x + 11,
          last.y + 5,
          withUnit(reading.value, measure.unit === "%" ? "%" : "").trim(),
          'fill="currentColor" font-weight="700"',
        )
      : "";
  return [line, ...circles, name, figure].join("");
}

/** Ours to place in a page: no XML head, a name, the page's colours, and no ids that could meet another chart's. */
function tidy(svg: string, name: string, extra: string): string {
  let body = svg
    .replace(/^[\s\S]*?<svg[^>]*>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/<clipPath[\s\S]*?<\/clipPath>|<defs>\s*<\/defs>/g, "")
    .replace(/ clip-path="[^"]*"/g, "")
    .replace(/<rect fill-opacity="0"[^>]*\/>/, "")
    // One decimal is as fine as a screen shows; the words of ticks are not to be rounded with their places.
    .replace(/ (d|transform|x|y)="[^"]*"/g, (attribute) => attribute.replace(/(\d+\.\d)\d+/g, "$1"))
    .replace(/ font-family="[^"]*"/g, "")
    // Each letter's own place is left to the page, which has the same font.
    .replace(/ (x|y)="(-?[\d.]+),[^"]*"/g, ' $1="$2"')
    .replace(/ xml:space="preserve"/g, "");
  for (const [drawn, colour] of Object.entries(PAGE_COLOURS)) body = body.replaceAll(drawn, colour);
  const title = escapeXml(name);
  return `<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}" font-family="inherit">${body}${extra}</svg>`;
}

function escapeXml(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
