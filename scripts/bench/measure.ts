/** Runs a program and says how long it took, how much memory it and all that it started held at once, and what it wrote. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Task } from "./rival.ts";

export interface Measured {
  readonly seconds: number;
  /** The most that all its processes held at once, in megabytes, shared pages counted once; null where there is no /proc. */
  readonly peakMegabytes: number | null;
  readonly bytes: number;
  readonly pages: number;
  readonly isTagged: boolean;
}

/** How often memory is looked at, in milliseconds, as long as a look does not take much of that. */
const INTERVAL = 50;

/** Runs `task` from beginning to end. Throws with what it said where it fails or leaves no PDF. */
export async function measure(task: Task): Promise<Measured> {
  rmSync(task.out, { force: true });
  const [program, ...args] = task.command;
  const started = performance.now();
  const child = spawn(program, args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...task.environment },
  });
  let said = "";
  child.stderr.on("data", (words) => {
    said = `${said}${words}`.slice(-2000);
  });
  let isRunning = true;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  }).finally(() => {
    isRunning = false;
  });
  const watched = watch(child.pid, () => isRunning);
  const status = await ended;
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0 || !existsSync(task.out)) throw new Error(`${program} ended with ${status}. ${said}`);
  const peak = await watched;
  return { seconds, peakMegabytes: peak, bytes: statSync(task.out).size, ...(await readPdf(task.out)) };
}

/** The most memory seen while `isRunning`, in megabytes. */
async function watch(pid: number | undefined, isRunning: () => boolean): Promise<number | null> {
  if (pid === undefined || !existsSync("/proc/self/smaps_rollup")) return null;
  let peak = 0;
  while (isRunning()) {
    const began = performance.now();
    peak = Math.max(
      peak,
      treeOf(pid).reduce((sum, each) => sum + kilobytesOf(each), 0),
    );
    const took = performance.now() - began;
    // A look stops its process for a moment, so all looks together take a twentieth of the time at most.
    await new Promise((resolve) => setTimeout(resolve, Math.max(INTERVAL, 20 * took)));
  }
  return peak / 1024;
}

/** A process and all that it started, and they in turn. */
function treeOf(pid: number): number[] {
  const all = [pid];
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").trim();
      if (children !== "") all.push(...children.split(" ").flatMap((child) => treeOf(Number(child))));
    }
  } catch {
    // It has ended since.
  }
  return all;
}

/** What a process holds, its part of shared pages counted in proportion. */
function kilobytesOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function readPdf(file: string): Promise<{ pages: number; isTagged: boolean }> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const document = await task.promise;
  const marks = (await document.getMarkInfo()) as { Marked?: boolean; get?: (key: string) => unknown } | null;
  const isTagged = marks?.Marked === true || marks?.get?.("Marked") === true;
  const pages = document.numPages;
  await task.destroy();
  return { pages, isTagged };
}
