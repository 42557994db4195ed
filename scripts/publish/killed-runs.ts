/**
 * Kills a process that publishes, at moments spread over all that it does, and looks each time at what it left. For
 * kill.test.ts, and for kill.soak.ts with more of them.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, realpathSync } from "node:fs";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { checkTree } from "./check-tree.ts";
import { PHASES, type Phase, siteOfVersion, type Task } from "./killed-site.ts";
import { emptyRoot, makerOf, textsOf, textsUnder, UNFLUSHED, wantedOf } from "./made-up-trees.ts";
import { publishTrees } from "./trees.ts";

const CHILD = fileURLToPath(new URL("./killed-child.ts", import.meta.url));

const COMPILED = fileURLToPath(new URL("../../.cleardays/compiled-for-tests", import.meta.url));

export interface Killed {
  /** The phase of its last act; null where it ended before the kill came. */
  readonly phase: Phase | null;
  /** Which site stood there after the kill. */
  readonly stood: "old" | "new" | "neither";
  /** What else was wrong, after the kill and after the next build. */
  readonly faults: readonly string[];
}

/** Publishes `count` times, each killed at a moment drawn from `seed`. */
export async function killMany(count: number, seed: number): Promise<Killed[]> {
  const place = emptyRoot();
  const draw = drawsFrom(seed);
  const runs: Killed[] = [];
  let ready = startChild();
  try {
    await publishVersion(place, 0);
    const acts = await countActs(place, ready);
    ready = startChild();
    let standing = 1;
    for (let run = 0; run < count; run++) {
      const child = ready;
      // The next one starts while this one is looked at.
      ready = startChild();
      // Most are killed in a phase that is slowed down for it, each phase in turn; some at full speed, wherever that is.
      const phase = PHASES[run % (PHASES.length + 1)] ?? null;
      const version = run + 2;
      const task = { root: place.root, out: place.out, version, phase };
      // Steps of the golden section fall evenly, so that a phase of three acts is hit at each of them.
      const share = (Math.floor(run / (PHASES.length + 1)) * 0.618 + draw() * 0.2) % 1;
      const last = await killAt(child, task, Math.floor(share * (phase ? acts[phase] : acts.all)));
      // What comes next is the same build again, or the old site, whose papers were put back.
      const next = draw() < 0.3 ? standing : version;
      runs.push({ phase: last, ...(await lookAt(place, { old: standing, new: version, next })) });
      standing = next;
    }
  } finally {
    ready.kill("SIGKILL");
    place.remove();
  }
  return runs;
}

type Place = ReturnType<typeof emptyRoot>;

async function publishVersion({ root, out }: Place, version: number): Promise<void> {
  const site = siteOfVersion(version);
  await publishTrees(wantedOf(site), makerOf(site), root, out, { disk: UNFLUSHED });
}

interface Versions {
  readonly old: number;
  readonly new: number;
  readonly next: number;
}

/** What stands there after the kill, and after the build that comes next. */
async function lookAt(place: Place, { old, new: brought, next }: Versions): Promise<Omit<Killed, "phase">> {
  const faults: string[] = [];
  const now = textsUnder(place.out);
  const isOld = same(now, textsOf(siteOfVersion(old)));
  const stood = isOld ? "old" : same(now, textsOf(siteOfVersion(brought))) ? "new" : "neither";
  for (const { path, what } of checkTree(realpathSync(place.out))) faults.push(`served ${path}: ${what}`);
  await publishVersion(place, next);
  const names = readdirSync(place.trees).map((name) => name.replace(/^.*-[0-9a-f]{8}/, ""));
  if (names.sort().join(" ") !== "-a -a.manifest -b -b.manifest .place") faults.push(`left over: ${names.join(" ")}`);
  for (const name of readdirSync(place.trees).filter((each) => /-[ab]$/.test(each))) {
    const tree = `${place.trees}/${name}`;
    for (const { path, what } of checkTree(tree)) faults.push(`${name} ${path}: ${what}`);
    if (!same(textsUnder(tree), textsOf(siteOfVersion(next)))) faults.push(`${name} is not the site of the next build`);
  }
  if (readdirSync(place.root).sort().join(" ") !== ".cleardays _site") faults.push("left over beside the link");
  return { stood, faults };
}

function same(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, words]) => other.get(path) === words);
}

function startChild(): ChildProcess {
  // Kept compiled, a program starts in a third of the time.
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
  return spawn(process.execPath, [CHILD], { stdio: ["pipe", "ignore", "inherit", "pipe"], env });
}

/** How many acts each phase has, from a run that nobody kills. */
async function countActs(place: Place, child: ChildProcess): Promise<Record<Phase | "all", number>> {
  const acts = { before: 0, deleting: 0, making: 0, noting: 0, turning: 0, forgetting: 0, all: 0 };
  await runChild(child, { root: place.root, out: place.out, version: 1, phase: null }, (phase) => {
    acts[phase] += 1;
    acts.all += 1;
  });
  if (!same(textsUnder(place.out), textsOf(siteOfVersion(1)))) throw new Error("The child did not publish");
  return acts;
}

/** Kills the child at its act number `at` of the task's phase, or of all, and gives the phase of the last act it told of. */
async function killAt(child: ChildProcess, task: Task, at: number): Promise<Phase | null> {
  let seen = 0;
  let last: Phase | null = null;
  const signal = await runChild(child, task, (phase) => {
    last = phase;
    if (task.phase && phase !== task.phase) return;
    if (seen === at) child.kill("SIGKILL");
    seen += 1;
  });
  return signal === "SIGKILL" ? last : null;
}

/** Gives the child its task and every act it tells of to `told`; resolves with the signal that ended it. */
function runChild(child: ChildProcess, task: Task, told: (phase: Phase) => void): Promise<string | null> {
  let text = "";
  (child.stdio[3] as Readable).setEncoding("utf8").on("data", (chunk: string) => {
    const lines = (text + chunk).split("\n");
    text = lines.pop() ?? "";
    for (const line of lines) told(line as Phase);
  });
  child.stdin?.end(JSON.stringify(task));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status, signal) => {
      if (status !== 0 && signal === null) reject(new Error(`The child failed with ${status}`));
      else resolve(signal);
    });
  });
}

/** Numbers from 0 to before 1, the same for the same seed. */
function drawsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
