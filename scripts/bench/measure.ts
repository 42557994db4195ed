/**
 * Runs a program and says how long it took, what it and all that it started held of memory and used of the processors,
 * and what it wrote. Called by bench-packs.ts.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Task } from "./rival.ts";

export interface Measured {
  readonly seconds: number;
  /** The most that all its processes held at once, in megabytes; null where there is no /proc to see it in. */
  readonly peakMegabytes: number | null;
  /** Processor time of all of them, which says more than the clock where the machine had other work; null as above. */
  readonly cpuSeconds: number | null;
  readonly bytes: number;
  readonly pages: number;
  readonly isTagged: boolean;
}

/** How often its processes are looked at, in milliseconds. */
const INTERVAL = 50;
/** Ticks in a second of processor time, as Linux tells it to programs on every machine. */
const TICKS = 100;

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
  return { seconds, ...(await watched), bytes: statSync(task.out).size, ...(await readPdf(task.out)) };
}

/** What is seen of memory and processors while `isRunning`. */
async function watch(
  pid: number | undefined,
  isRunning: () => boolean,
): Promise<Pick<Measured, "peakMegabytes" | "cpuSeconds">> {
  if (pid === undefined || !existsSync("/proc/self/status")) return { peakMegabytes: null, cpuSeconds: null };
  let peak = 0;
  /** The last that was seen of each process, so that those that ended count too. */
  const ticks = new Map<number, number>();
  while (isRunning()) {
    const tree = treeOf(pid);
    peak = Math.max(peak, kilobytesOf(tree));
    for (const each of tree) ticks.set(each, Math.max(ticksOf(each), ticks.get(each) ?? 0));
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
  const sum = [...ticks.values()].reduce((all, each) => all + each, 0);
  return { peakMegabytes: peak / 1024, cpuSeconds: sum / TICKS };
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

/**
 * What processes hold together: memory of their own and that they share through the system, and of the files they run
 * from, which processes of one name share, the most that any of them has. The kernel's own sum (`smaps_rollup`) comes
 * within 3% of this, but stops a large process for tens of milliseconds each time it is asked.
 */
function kilobytesOf(tree: readonly number[]): number {
  let own = 0;
  const files = new Map<string, number>();
  for (const pid of tree) {
    const status = readStatus(pid);
    const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
    own += field("RssAnon") + field("RssShmem");
    const name = status.slice(0, status.indexOf("\n"));
    files.set(name, Math.max(files.get(name) ?? 0, field("RssFile")));
  }
  return own + [...files.values()].reduce((all, each) => all + each, 0);
}

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

/** What a process has used of the processors, in the ticks that Linux counts. */
function ticksOf(pid: number): number {
  try {
    // The name of the program stands in brackets, and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return Number(fields[11]) + Number(fields[12]);
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
