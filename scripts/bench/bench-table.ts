/** The bench's result as Markdown: a table for each size of pack, with how far we are from each target. For commands/bench.ts. */
import type { BenchedPack, BenchResult } from "./bench-packs.ts";
import { figure, median } from "./figures.ts";
import type { Measured } from "./measure.ts";
import { TARGETS } from "./rivals.ts";

/** Memory, Chromium's included, in megabytes; and kilobytes a page. */
const MOST = { megabytes: 800, kilobytes: 7 };

/** The lines of the whole result. */
export function benchLines({ machine, versions, missing, rounds, packs }: BenchResult): string[] {
  const known = Object.entries(versions).map(([name, version]) => `${name}: ${version}`);
  return [
    `Measured on ${machine}; ${rounds} rounds, ours and the other's in turn; medians, and the least and most of ratios.`,
    `${known.join("; ")}.`,
    ...Object.entries(missing).map(([name, how]) => `Not on this machine: ${name}. To have it: ${how}`),
    ...packs.flatMap(packLines),
  ];
}

function packLines(pack: BenchedPack): string[] {
  const cold = median(pack.cold.map(({ seconds }) => seconds));
  const changed = median(pack.changed.map(({ seconds }) => seconds));
  const most = Math.max(1, 0.05 * cold);
  const [megabytes, kilobytes] = [memoryOf(pack.cold), kilobytesOf(pack.cold)];
  const size = `${MOST.megabytes} MB: ${met(megabytes ?? 0, MOST.megabytes)}; ${MOST.kilobytes} KB: ${met(kilobytes, MOST.kilobytes)}`;
  return [
    "",
    `### ${pack.reports} reports`,
    "",
    "| made by | pages | seconds | of processors | ours to theirs | target | memory, MB | KB a page | tagged |",
    "| --- | ---: | ---: | ---: | ---: | --- | ---: | ---: | --- |",
    row("Clear Days, from nothing", pack.cold, "", size),
    row("Clear Days, one report changed", pack.changed, "", `${figure(most)} s: ${met(changed, most)}`),
    ...pack.rivals.map(({ name, runs, ratios }) => {
      const ratio = median(ratios);
      const spread = `${figure(ratio)} (${figure(Math.min(...ratios))} to ${figure(Math.max(...ratios))})`;
      const target = TARGETS[name];
      const isAsked = target && (target.reports === undefined || target.reports === pack.reports);
      return row(name, runs, spread, isAsked ? `${target.ratio}: ${met(ratio, target.ratio)}` : "");
    }),
  ];
}

function row(name: string, runs: readonly Measured[], ratio: string, target: string): string {
  const [first] = runs;
  if (!first) return `| ${name} | | | | ${ratio} | ${target} | | | |`;
  const used = runs.flatMap(({ cpuSeconds }) => cpuSeconds ?? []);
  const memory = memoryOf(runs);
  const cells = [
    name,
    first.pages,
    figure(median(runs.map(({ seconds }) => seconds))),
    used.length > 0 ? figure(median(used)) : "",
    ratio,
    target,
    memory === null ? "" : Math.round(memory),
    figure(kilobytesOf(runs)),
    first.isTagged ? "yes" : "no",
  ];
  return `| ${cells.join(" | ")} |`;
}

/** The most that any run held, in megabytes; null where nobody could look. */
function memoryOf(runs: readonly Measured[]): number | null {
  const seen = runs.flatMap(({ peakMegabytes }) => peakMegabytes ?? []);
  return seen.length > 0 ? Math.max(...seen) : null;
}

function kilobytesOf([first]: readonly Measured[]): number {
  return first ? first.bytes / 1024 / first.pages : 0;
}

function met(value: number, most: number): string {
  return value <= most ? "met" : `${figure(value / most)} times it`;
}
