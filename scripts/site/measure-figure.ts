/** A measure as a figure: how far from target in words, the chart, the figures as a table and a CSV. For site and packs. */
import { drawChart } from "../charts/draw-chart.ts";
import { measureRows, measureWords } from "../charts/measure-words.ts";
import type { Measure } from "../model/plan.ts";
import { address } from "./addresses.ts";

export interface MeasureFigure {
  readonly id: string;
  readonly title: string;
  readonly latest: string | null;
  readonly distance: string | null;
  readonly before: string | null;
  readonly met: boolean | null;
  readonly sentence: string;
  readonly svg: string | null;
  readonly rows: ReturnType<typeof measureRows>;
  readonly csv: string;
  readonly source: string | null;
  readonly toFollow: number;
}

export function measureFigure(measure: Measure & { readonly readingsToFollow?: number }, plan: string): MeasureFigure {
  const source = measure.readings.at(-1)?.source;
  return {
    id: measure.id,
    title: measure.title,
    ...measureWords(measure),
    svg: measure.readings.length > 1 ? drawChart(measure) : null,
    rows: measureRows(measure),
    csv: address.measureCsv(plan, measure.id),
    source: source ? address.reference(source) : null,
    toFollow: measure.readingsToFollow ?? 0,
  };
}

/** The figures as CSV, with a row for the baseline and the target. */
export function measureCsv(measure: Measure): string {
  const quote = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  // A spreadsheet would work out words that begin like a formula; after an apostrophe they are words.
  const words = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const { baseline, target, readings } = measure;
  const [title, unit] = [words(measure.title), words(measure.unit)];
  const rows = [
    ["measure", "kind", "date", "value", "unit", "source"],
    ...(baseline ? [[title, "baseline", baseline.date, String(baseline.value), unit, ""]] : []),
    ...readings.map((each) => [title, "reading", each.date, String(each.value), unit, each.source ?? ""]),
    ...(target ? [[title, "target", target.by, String(target.value), unit, ""]] : []),
  ];
  return `${rows.map((row) => row.map(quote).join(",")).join("\r\n")}\r\n`;
}
