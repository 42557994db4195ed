/**
 * Publishes one version of a made-up site, saying every act on the disk before it does it, so that killed-runs.ts can kill it
 * in the middle of any. Waits for its task on a line of standard input, since to start takes longer than to publish.
 */
import { readSync, writeSync } from "node:fs";
import type { Disk } from "./disk.ts";
import { type Phase, siteOfVersion, type Task } from "./killed-site.ts";
import { makerOf, UNFLUSHED, wantedOf } from "./made-up-trees.ts";
import { publishTrees } from "./trees.ts";

/** How long an act takes in the phase that is to be hit, in milliseconds: long enough for a kill to arrive. */
const SLOWLY: Readonly<Record<Phase, number>> = {
  before: 8,
  deleting: 1,
  making: 1,
  noting: 8,
  turning: 30,
  forgetting: 1,
};

const words = readTask();
// The last one that is started gets nothing to do.
if (words === "") process.exit();
const task = JSON.parse(words) as Task;
const never = new Int32Array(new SharedArrayBuffer(4));
let isTouched = false;
let isTurned = false;

function phaseOf(act: string, paths: readonly string[]): Phase {
  const [path = "", to = ""] = paths;
  if (isTurned) return "forgetting";
  if (path.startsWith(`${task.out}.next`) || to === task.out) return "turning";
  if (!isTouched) return "before";
  if (act === "rmSync" || act === "rmdirSync") return "deleting";
  return /-[ab]\.(manifest|plan|changing)/.test(path) || act.startsWith("fsync") || act === "syncAll"
    ? "noting"
    : "making";
}

/** The disk, each act of which is told before it is done. */
function toldDisk(): Disk {
  const acts = Object.entries(UNFLUSHED).filter(([, act]) => typeof act === "function");
  const told = acts.map(([name, act]) => [
    name,
    (...given: unknown[]) => {
      const paths = given.filter((each) => typeof each === "string");
      const phase = phaseOf(name, paths);
      writeSync(3, `${phase}\n`);
      if (phase === task.phase) Atomics.wait(never, 0, 0, SLOWLY[phase]);
      const answer: unknown = (act as (...all: unknown[]) => unknown)(...given);
      if (name === "renameSync" && paths[1]?.endsWith(".changing")) isTouched = true;
      if (name === "renameSync" && paths[1] === task.out) isTurned = true;
      return answer;
    },
  ]);
  return { ...UNFLUSHED, ...(Object.fromEntries(told) as Partial<Disk>) };
}

function readTask(): string {
  const line = Buffer.alloc(4096);
  return line.toString("utf8", 0, readSync(0, line));
}

const disk = toldDisk();
const site = siteOfVersion(task.version);
await publishTrees(wantedOf(site), makerOf(site, disk), task.root, task.out, { disk });
