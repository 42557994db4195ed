/**
 * Times our packs beside those that others make of the same papers: ours and a rival's in turn, so that a machine that is
 * busy now and idle then is so for both, and the median of the ratios. Called by `npm run bench`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../templating/environment.ts";
import { readBenchPapers } from "./bench-papers.ts";
import { type GeneratedCouncil, writeGeneratedCouncil } from "./generated-council.ts";
import { emptied, machine } from "./machine.ts";
import { type Measured, measure } from "./measure.ts";
import { RIVALS } from "./rivals.ts";

export interface BenchOptions {
  /** Where councils, packs and the result are written; what a bench left there before goes. */
  readonly folder: string;
  /** How many reports each pack has. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** The rivals by name, or the beginning of it; left out, all; a name that is no rival's, such as `none`, is nobody. */
  readonly against?: readonly string[] | undefined;
}

export interface BenchResult {
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Rivals that are not on this machine, each with how to get it. */
  readonly missing: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly packs: readonly BenchedPack[];
}

/** All that was measured with one size of pack. */
export interface BenchedPack {
  readonly reports: number;
  readonly meeting: string;
  /** Every run of ours with nothing kept from before. */
  readonly cold: readonly Measured[];
  /** Every run of ours after one report was changed, with what the run before had kept. */
  readonly changed: readonly Measured[];
  readonly rivals: readonly BenchedRival[];
}

export interface BenchedRival {
  readonly name: string;
  readonly runs: readonly Measured[];
  /** Our time divided by theirs, a round each. */
  readonly ratios: readonly number[];
}

/** Runs the whole bench, which can take an hour, and writes `bench.json` into its folder. */
export async function benchPacks(options: BenchOptions, say: (step: string) => void): Promise<BenchResult> {
  const { folder, rounds } = options;
  const versions: Record<string, string> = { node: process.version };
  const missing: Record<string, string> = {};
  for (const rival of chosen(options.against)) {
    const version = await rival.isThere();
    if (version) versions[rival.name] = version;
    else missing[rival.name] = rival.howToGet;
  }
  mkdirSync(folder, { recursive: true });
  const packs: BenchedPack[] = [];
  for (const reports of options.sizes) packs.push(await benchOne(options, reports, versions, say));
  const result: BenchResult = { machine: machine(), versions, missing, rounds, packs };
  writeFileSync(join(folder, "bench.json"), `${JSON.stringify(result, null, 2)}\n`);
  return result;
}

async function benchOne(
  { folder, rounds, against }: BenchOptions,
  reports: number,
  versions: Readonly<Record<string, string>>,
  say: (step: string) => void,
): Promise<BenchedPack> {
  const root = emptied(join(folder, `council-${reports}`));
  const council = writeGeneratedCouncil(root, { reports });
  const cold: Measured[] = [];
  const ours = async (): Promise<Measured> => {
    say(`${reports} reports: ours, from nothing`);
    const measured = await packFromNothing(root, council);
    cold.push(measured);
    return measured;
  };
  const papers = readBenchPapers(root, council.meeting);
  const rivals: BenchedRival[] = [];
  for (const rival of chosen(against).filter(({ name }) => name in versions)) {
    say(`${reports} reports: papers for ${rival.name}`);
    const own = `${rival.name.toLowerCase().replaceAll(" ", "-")}-${reports}`;
    const task = await rival.prepare(papers, emptied(join(folder, own)));
    const runs: Measured[] = [];
    const ratios: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { seconds } = await ours();
      say(`${reports} reports: ${rival.name}, round ${round + 1}`);
      const theirs = await measure(task);
      runs.push(theirs);
      ratios.push(seconds / theirs.seconds);
    }
    rivals.push({ name: rival.name, runs, ratios });
  }
  // What changes is timed after a run that had everything to make, and against it.
  do await ours();
  while (cold.length < rounds);
  const changed: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    say(`${reports} reports: ours, one of them changed`);
    changeReport(join(root, council.reports[Math.floor(reports / 2)] ?? ""), round);
    changed.push(await measure(packTask(root, council)));
  }
  return { reports, meeting: council.meeting, cold, changed, rivals };
}

function chosen(against: BenchOptions["against"]) {
  return RIVALS.filter(
    ({ name }) => !against || against.some((each) => name.toLowerCase().startsWith(each.toLowerCase())),
  );
}

/** A pack by our own command. Nothing is kept from before: that is made so, and looked at, before the clock starts. */
async function packFromNothing(root: string, council: GeneratedCouncil): Promise<Measured> {
  const kept = join(root, ".cleardays");
  rmSync(kept, { recursive: true, force: true });
  if (existsSync(kept)) throw new Error(`${kept} could not be emptied`);
  return measure(packTask(root, council));
}

function packTask(root: string, { meeting }: GeneratedCouncil) {
  const out = join(root, "../ours.pdf");
  const options = ["--disable-warning=ExperimentalWarning", join(PROJECT, "scripts/cli.ts")];
  return { command: [process.execPath, ...options, "pack", meeting, "--root", root, "--out", out] as const, out };
}

/** Adds a sentence to the first paragraph of a report, another each round. */
function changeReport(file: string, round: number): void {
  const before = readFileSync(file, "utf8");
  const after = before.replace(/(\n## [^\n]+\n\n[^\n]+)/, `$1 This was added at reading ${round + 1}.`);
  if (after === before) throw new Error(`${file} has no paragraph to add to`);
  writeFileSync(file, after);
}
