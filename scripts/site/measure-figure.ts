/** A measure as a figure: how far from target in words, the chart, the figures as a table and a CSV. For site and packs. */
import { drawChart } from "../charts/draw-chart.ts";
import { measureRows, measureWords } from "../charts/measure-words.ts";
import type { Measure } from "../model/plan.ts";
import { address } from "./addresses.ts";
import { csv } from "./csv.ts";

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
export function measureCsv({ title, unit, baseline, target, readings }: Measure): string {
  const row = (kind: string, date: string, value: number, source: string | null) => ({
    measure: title,
    kind,
    date,
    value,
    unit,
    source,
  });
  return csv(
    ["measure", "kind", "date", "value", "unit", "source"],
    [
      ...(baseline ? [row("baseline", baseline.date, baseline.value, null)] : []),
      ...readings.map((each) => row("reading", each.date, each.value, each.source ?? null)),
      ...(target ? [row("target", target.by, target.value, null)] : []),
    ],
  );
}
