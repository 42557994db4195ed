/** The result of the site bench as Markdown: a table for each size of archive. For commands/bench.ts. */
import { figure, median } from "../figures.ts";
import type { Cost } from "../measure-process.ts";
import {
  type BenchedArchive,
  type BenchedSite,
  SITUATIONS,
  type SiteBenchResult,
  type Situation,
} from "./bench-site.ts";
import type { Pages } from "./site-pages.ts";

const WORDS: Readonly<Record<Situation, string>> = {
  cold: "from nothing",
  nothing: "nothing changed",
  body: "one paragraph added",
  title: "one title changed",
  template: "one template changed",
  meeting: "one meeting added",
};

/** The lines of the whole result. */
export function siteBenchLines({ machine, versions, missing, rounds, archives }: SiteBenchResult): string[] {
  const known = Object.entries(versions).map(([name, version]) => `${name}: ${version}`);
  return [
    `Measured on ${machine}; ${rounds} rounds, ours and the other's in turn; medians, and the least and most of ratios of`,
    "seconds. From nothing is after whatever a program keeps was taken away, which is looked at before the clock starts. The",
    "words of each change are looked for in the page that should have them.",
    `${known.join("; ")}.`,
    ...Object.entries(missing).map(([name, how]) => `Not on this machine: ${name}. To have it: ${how}`),
    ...archives.flatMap(archiveLines),
    ...differences(archives),
  ];
}

function archiveLines({ papers, pages, rivals }: BenchedArchive): string[] {
  return [
    "",
    `### ${papers.toLocaleString("en-GB")} papers`,
    "",
    "| made by | pages | of reports | KB a report |",
    "| --- | ---: | ---: | ---: |",
    pagesRow("Clear Days", pages),
    ...rivals.map(({ name, pages: theirs }) => pagesRow(name, theirs)),
    ...rivals.flatMap((rival) => rivalLines(rival, pages)),
  ];
}

function pagesRow(name: string, { all, reports, bytesOfReport }: Pages): string {
  return `| ${name} | ${all} | ${reports} | ${figure(bytesOfReport / 1024)} |`;
}

function rivalLines({ name, pages, situations }: BenchedSite, ours: Pages): string[] {
  return [
    "",
    `| ours and ${name} | seconds | theirs | ratio | ms a page | theirs | CPU | theirs | largest, MB | theirs | all, MB | theirs |`,
    "| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...SITUATIONS.flatMap((situation) => {
      const pairs = situations[situation];
      if (!pairs) return [];
      const [us, them] = [pairs.map((pair) => pair.ours), pairs.map((pair) => pair.theirs)];
      const ratios = pairs.map((pair) => pair.ours.seconds / pair.theirs.seconds);
      const cells = [
        WORDS[situation],
        ...both(us, them, ({ seconds }) => seconds),
        `${figure(median(ratios))} (${figure(Math.min(...ratios))} to ${figure(Math.max(...ratios))})`,
        figure((1000 * median(us.map(({ seconds }) => seconds))) / ours.all),
        figure((1000 * median(them.map(({ seconds }) => seconds))) / pages.all),
        ...both(us, them, ({ cpuSeconds }) => cpuSeconds),
        ...both(us, them, ({ largestMegabytes }) => largestMegabytes),
        ...both(us, them, ({ peakMegabytes }) => peakMegabytes),
      ];
      return [`| ${cells.join(" | ")} |`];
    }),
  ];
}

/** The median of ours and of theirs; nothing where nobody could look. */
function both(us: readonly Cost[], them: readonly Cost[], of: (cost: Cost) => number | null): string[] {
  return [us, them].map((costs) => {
    const values = costs.flatMap((cost) => of(cost) ?? []);
    return values.length === 0 ? "" : figure(median(values));
  });
}

/** Where the work is not equal: what no rival does, and then what each does not. */
function differences(archives: readonly BenchedArchive[]): string[] {
  const rivals = archives[0]?.rivals ?? [];
  const common = (rivals[0]?.differs ?? []).filter((clause) => rivals.every(({ differs }) => differs.includes(clause)));
  const own = rivals.flatMap(({ name, differs }) =>
    differs.filter((clause) => !common.includes(clause)).map((clause) => `- ${name} does not ${clause}.`),
  );
  if (rivals.length === 0) return [];
  return [
    "",
    "Where the work is not equal. None of the others does this:",
    "",
    ...common.map((clause) => `- ${clause}`),
    ...own,
  ];
}
