/**
 * Runs a sequence of edits on a council, building after each from what changed, and compares all that is public then, byte for
 * byte, with a build of the same files from nothing. Called by sequences.ts, for tests, and by same-as-clean.soak.ts.
 */
import { accessSync, constants, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Draws } from "../bench/draws.ts";
import { buildPreview, buildPublicSite } from "../build.ts";
import { SiteBuilder } from "../building/build-site.ts";
import { buildCutShort } from "./cut-short.ts";
import { EditedCouncil } from "./edited-council.ts";
import { makeOneEdit } from "./edits.ts";
import { type BuiltSite, cleanBuild, differences, filesNow, leftBehind, outcomeOf, whatStands } from "./whole-tree.ts";

export interface Sequence {
  readonly seed: number;
  readonly audience: "public" | "draft";
  /** The folder of the council that is copied and then edited. */
  readonly council: string;
  readonly steps: number;
  /** Also kills builds in a process of their own, which takes longer. */
  readonly kills?: boolean;
}

export interface Failure {
  /** What was done, in words, step by step. */
  readonly done: readonly string[];
  /** What was not the same. */
  readonly found: readonly string[];
}

/** Null where every build was the same as a clean one; else the shortest part of the sequence that fails, in words. */
export async function failureOf(sequence: Sequence): Promise<string | null> {
  const all = Array.from({ length: sequence.steps }, (_, step) => step);
  const first = await run(sequence, all);
  if (!first) return null;
  const shortest = await shrunk(sequence, all.slice(0, first.done.length), first);
  return [
    `Seed ${sequence.seed}, ${sequence.audience}, ${sequence.council}:`,
    ...shortest.failure.done.map((words, at) => `  step ${shortest.steps[at]}: ${words}`),
    ...shortest.failure.found.map((words) => `  ${words}`),
  ].join("\n");
}

/** The council in memory where there is such a disk: what is compared is written and thrown away at once. */
export function quickFolder(): string {
  try {
    accessSync("/dev/shm", constants.W_OK);
    return mkdtempSync("/dev/shm/clear-days-");
  } catch {
    return mkdtempSync(join(tmpdir(), "clear-days-"));
  }
}

/** Leaves out what comes before the failure, as far as it fails without. */
async function shrunk(sequence: Sequence, steps: readonly number[], failure: Failure) {
  let found = { steps, failure };
  for (let from = steps.length - 1; from > 0; from--) {
    const failed = await run(sequence, steps.slice(from));
    if (!failed) continue;
    found = { steps: steps.slice(from), failure: failed };
    break;
  }
  for (const step of found.steps.slice(0, -1)) {
    const fewer = found.steps.filter((each) => each !== step);
    const failed = await run(sequence, fewer);
    if (failed && failed.done.length === fewer.length) found = { steps: fewer, failure: failed };
  }
  return found;
}

async function run(sequence: Sequence, steps: readonly number[]): Promise<Failure | null> {
  const root = quickFolder();
  try {
    cpSync(sequence.council, root, { recursive: true });
    return await runIn(new EditedCouncil(root, sequence.audience), sequence, steps);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function runIn(council: EditedCouncil, sequence: Sequence, steps: readonly number[]): Promise<Failure | null> {
  const done: string[] = [];
  let session = sessionOf(council);
  let files = filesNow(council);
  await outcomeOf(council, () => session.build());
  let [isPublished, sound] = [true, 0];
  for (const step of steps) {
    const seed = sequence.seed * 1000 + step;
    const draws = new Draws(seed + 500_000_000);
    const words: string[] = [];
    // What stops every build is mended as a rule, or hardly any edit after it would be seen.
    if (!isPublished && draws.happens(75)) {
      council.undo(sound);
      words.push("put everything back that was edited last");
    } else {
      sound = isPublished ? council.earlier.length : sound;
      const edits = draws.happens(75) ? 1 : 2;
      for (let at = 0; at < edits; at++) words.push(makeOneEdit(council, seed + at * 100_000_000));
    }
    // The preview's session builds again with what it has in memory, the command line with what is kept on the disk.
    const isSession = draws.happens(50) && !words.some((each) => each.startsWith("build on another day"));
    if (!isSession) session = sessionOf(council);
    if (draws.happens(10)) words.push(await buildCutShort(council, session, draws, sequence.kills ?? false));
    done.push(words.join("; and "));
    const changed = draws.happens(50) ? changesIn(files, filesNow(council)) : null;
    files = filesNow(council);
    const before = whatStands(council.out);
    const built = await settled(draws.happens(70), () =>
      outcomeOf(council, () => (isSession ? session.build(undefined, changed) : atTheCommandLine(council))),
    );
    // A session that ends before it kept what its last build left leaves the next one what was kept before.
    if (isSession && draws.happens(70)) session.keep();
    const clean = await cleanBuild(council);
    const found = [...unlike(built, clean, before, whatStands(council.out)), ...leftBehind(council, built)];
    isPublished = clean.end.startsWith("published");
    if (found.length > 0) return { done, found: [...found, ...(await differences(council))] };
  }
  return null;
}

/** Paths of what came, went or changed, as whoever watches the folder says them. */
function changesIn(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));
}

function sessionOf({ root, out, audience, now }: EditedCouncil): SiteBuilder {
  return new SiteBuilder({ root, out, audience, now, keepsLater: true });
}

function atTheCommandLine({ root, out, audience, now }: EditedCouncil) {
  return (audience === "public" ? buildPublicSite : buildPreview)({ root, out, now }, () => {});
}

/** Builds as if all files had lain there for an hour, so that how they look on the disk is trusted; or as it is. */
async function settled<Built>(isSettled: boolean, build: () => Promise<Built>): Promise<Built> {
  if (!isSettled) return build();
  const { now } = Date;
  Date.now = () => now() + 3_600_000;
  try {
    return await build();
  } finally {
    Date.now = now;
  }
}

function unlike(
  built: BuiltSite,
  clean: BuiltSite,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const found: string[] = [];
  if (built.end !== clean.end) found.push(`The build ended with "${built.end}", a clean one with "${clean.end}".`);
  for (const problem of built.problems)
    if (!clean.problems.includes(problem)) found.push(`Told of, and not by a clean build: ${problem}`);
  for (const problem of clean.problems)
    if (!built.problems.includes(problem)) found.push(`Not told of, but by a clean build: ${problem}`);
  if (found.length === 0 && built.problems.join() !== clean.problems.join())
    found.push(`Problems in another order: ${built.problems.join("\n")}\nthan\n${clean.problems.join("\n")}`);
  const wanted = clean.end.startsWith("published") ? clean.files : before;
  const said = clean.end.startsWith("published") ? "a clean build" : "what stood there";
  for (const [path, hash] of wanted)
    if (!after.has(path)) found.push(`Missing, but in ${said}: ${path}`);
    else if (after.get(path) !== hash) found.push(`Other bytes than in ${said}: ${path}`);
  for (const path of after.keys()) if (!wanted.has(path)) found.push(`There, but not in ${said}: ${path}`);
  return found.slice(0, 20);
}
