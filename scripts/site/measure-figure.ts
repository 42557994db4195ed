/** A measure as a figure: how far from target in words, the chart, the figures as a table and a CSV. For site and packs. */
import type { PublicMeasure } from "../access/public-council.ts";
import { drawChart } from "../charts/draw-chart.ts";
import { measureRows, measureWords, revisionWords } from "../charts/measure-words.ts";
import type { Measure } from "../model/plan.ts";
import { address } from "./addresses.ts";
import { csv } from "./csv.ts";
import { ratingView } from "./rating-words.ts";
import type { Site } from "./site.ts";

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

/** A measure in a line: how far from target, its rating, and where its chart and figures are. */
export function measureBrief(site: Site, plan: string, measure: PublicMeasure) {
  const source = measure.readings.at(-1)?.source;
  return {
    title: measure.title,
    href: address.measure(plan, measure.id),
    ...measureWords(measure),
    date: measure.readings.at(-1)?.date ?? null,
    rating: ratingView(measure, site.today),
    withheld: measure.countsWithheld,
    source: source ? { text: site.sourceName(source), href: address.reference(source) } : null,
  };
}

/** The figures as CSV, with a row for the baseline and the target. */
export function measureCsv({ title, unit, baseline, target, readings }: Measure): string {
  const row = (kind: string, date: string, value: number, source: string | null) => ({
    measure: title,
    kind,
    date,
    value,
    unit,
    source,
    note: null as string | null,
  });
  return csv(
    ["measure", "kind", "date", "value", "unit", "source", "note"],
    [
      ...(baseline ? [row("baseline", baseline.date, baseline.value, null)] : []),
      ...readings.map((each) => ({
        ...row(each.approximate ? "approximate reading" : "reading", each.date, each.value, each.source ?? null),
        note: revisionWords(each, unit),
      })),
      ...(target ? [row("target", target.by, target.value, null)] : []),
    ],
  );
}
