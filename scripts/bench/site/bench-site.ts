/**
 * Times our site beside those that others make of the same archive: ours and a rival's in turn, from nothing, with nothing
 * changed, and after each of a few changes. Each change is looked for in what was written. Called by `npm run bench`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeGeneratedArchive } from "../generated-archive.ts";
import { emptied, machine } from "../machine.ts";
import { type Cost, measureProcess } from "../measure-process.ts";
import { type OurSite, ourSite } from "./our-site.ts";
import { type Pages, readPages } from "./site-pages.ts";
import { CHANGES, EDITS, type PreparedSite, type Sign, type SiteRival, type SiteTask } from "./site-rival.ts";
import { SITE_RIVALS } from "./site-rivals.ts";

export interface SiteBenchOptions {
  /** Where archives, sites and the result are written; what a bench left there before goes. */
  readonly folder: string;
  /** How many papers each archive has. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** The rivals by name, or the beginning of it; left out, all; a name that is no rival's, such as `none`, is nobody. */
  readonly against?: readonly string[] | undefined;
  /** What is timed; left out, all. Of a large archive all can take a day. */
  readonly only?: readonly Situation[] | undefined;
}

export interface SiteBenchResult {
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
  /** Rivals that are not on this machine, each with how to get it. */
  readonly missing: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly archives: readonly BenchedArchive[];
}

export const SITUATIONS = ["cold", ...CHANGES] as const;
export type Situation = (typeof SITUATIONS)[number];

export interface BenchedArchive {
  readonly papers: number;
  readonly pages: Pages;
  readonly rivals: readonly BenchedSite[];
}

/** All runs of ours and of one rival, a pair each round. */
export interface BenchedSite {
  readonly name: string;
  readonly differs: readonly string[];
  readonly pages: Pages;
  readonly situations: Readonly<Partial<Record<Situation, readonly Pair[]>>>;
}

export interface Pair {
  readonly ours: Cost;
  readonly theirs: Cost;
}

/** Runs the whole bench, which can take hours, and writes `bench-site.json` into its folder after each archive. */
export async function benchSite(options: SiteBenchOptions, say: (step: string) => void): Promise<SiteBenchResult> {
  const { folder, rounds, sizes, only = SITUATIONS } = options;
  const versions: Record<string, string> = { node: process.version };
  const missing: Record<string, string> = {};
  const rivals = chosen(options.against).filter(({ name, isThere, howToGet }) => {
    const version = isThere();
    if (version === null) missing[name] = howToGet;
    else versions[name] = version;
    return version !== null;
  });
  mkdirSync(folder, { recursive: true });
  const archives: BenchedArchive[] = [];
  const result: SiteBenchResult = { machine: machine(), versions, missing, rounds, archives };
  for (const papers of sizes) {
    archives.push(await benchArchive(papers, emptied(join(folder, `site-${papers}`)), { rounds, only }, rivals, say));
    writeFileSync(join(folder, "bench-site.json"), `${JSON.stringify(result, null, 2)}\n`);
  }
  return result;
}

interface Asked {
  readonly rounds: number;
  readonly only: readonly Situation[];
}

async function benchArchive(
  papers: number,
  folder: string,
  { rounds, only }: Asked,
  rivals: readonly SiteRival[],
  say: (step: string) => void,
): Promise<BenchedArchive> {
  say(`${papers} papers: the archive`);
  const root = join(folder, "archive");
  writeGeneratedArchive(root, { papers });
  const ours = ourSite(root, folder);
  // Not counted: the stylesheet for all, and a machine that has read the files once.
  say(`${papers} papers: ours, for its stylesheet`);
  await measureProcess(ours.build);
  const pages = readPages(ours.build.out);
  const benched: BenchedSite[] = [];
  for (const rival of rivals) {
    say(`${papers} papers: content for ${rival.name}`);
    const own = emptied(join(folder, rival.name.toLowerCase().replace(/\W+/g, "-")));
    const theirs = rival.prepare(root, own, join(ours.build.out, "assets"));
    const begin = (what: Situation) => say(`${papers} papers: ours and ${rival.name}, ${what}`);
    // Rounds go on from one rival to the next: no change is made to ours twice.
    const first = benched.length * rounds;
    const pairs = await benchPairs(ours, theirs, { first, rounds, only }, begin);
    benched.push({ name: rival.name, differs: rival.differs, ...pairs });
  }
  return { papers, pages, rivals: benched };
}

async function benchPairs(
  ours: OurSite,
  theirs: PreparedSite,
  { first, rounds, only }: Asked & { readonly first: number },
  begin: (what: Situation) => void,
): Promise<Pick<BenchedSite, "pages" | "situations">> {
  const situations: Partial<Record<Situation, readonly Pair[]>> = {};
  const each = async (what: Situation, run: (round: number) => Promise<Pair>): Promise<void> => {
    if (!only.includes(what)) return;
    begin(what);
    const pairs: Pair[] = [];
    for (let round = first; round < first + rounds; round++) pairs.push(await run(round));
    situations[what] = pairs;
  };
  await each("cold", async () => ({
    ours: await fromNothing(ours.build),
    theirs: await fromNothing(theirs.task),
  }));
  if (!only.includes("cold")) await measureProcess(theirs.task);
  // Before a change adds to them.
  const pages = readPages(theirs.task.out);
  await each("nothing", async () => ({
    ours: await measureProcess(ours.build),
    theirs: await measureProcess(theirs.task),
  }));
  // What changes is timed after runs that had everything to make.
  if (EDITS.some((what) => only.includes(what))) await measureProcess(ours.preview);
  for (const what of EDITS)
    await each(what, async (round) => ({
      ours: await afterChange(ours.preview, ours.change(what, round)),
      theirs: await afterChange(theirs.task, theirs.change(what, round)),
    }));
  return { pages, situations };
}

/** Nothing is kept from before: that is made so, and looked at, before the clock starts. */
async function fromNothing(task: SiteTask): Promise<Cost> {
  for (const kept of task.kept) {
    rmSync(kept, { recursive: true, force: true });
    if (existsSync(kept)) throw new Error(`${kept} could not be taken away`);
  }
  const cost = await measureProcess(task);
  if (!existsSync(join(task.out, "index.html")) && !existsSync(join(task.out, "meetings")))
    throw new Error(`${task.command[0]} left no site in ${task.out}`);
  return cost;
}

/** A run that left out the change would be fast, and no result. */
async function afterChange(task: SiteTask, sign: Sign | null): Promise<Cost> {
  const has = (): boolean => {
    const page = sign && join(task.out, sign.page);
    return page !== null && existsSync(page) && readFileSync(page, "utf8").includes(sign?.words ?? "");
  };
  if (sign && has()) throw new Error(`${sign.page} had “${sign.words}” before it was built`);
  const cost = await measureProcess(task);
  if (sign && !has()) throw new Error(`${sign.page} has no “${sign.words}” after ${task.command.join(" ")}`);
  return cost;
}

function chosen(against: SiteBenchOptions["against"]): readonly SiteRival[] {
  return SITE_RIVALS.filter(
    ({ name }) => !against || against.some((each) => name.toLowerCase().startsWith(each.toLowerCase())),
  );
}
