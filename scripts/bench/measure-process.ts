/**
 * Runs a program and says how long it took, what it and all that it started held of memory and used of the processors.
 * Called by measure.ts for packs and by site/bench-site.ts for sites.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** What one run of a program cost. */
export interface Cost {
  readonly seconds: number;
  /** The most that all its processes held at once, in megabytes; null where there is no /proc to see it in. */
  readonly peakMegabytes: number | null;
  /** The most that any one of its processes held, in megabytes; null as above. */
  readonly largestMegabytes: number | null;
  /** Processor time of all of them, which says more than the clock where the machine had other work; null as above. */
  readonly cpuSeconds: number | null;
}

export interface Program {
  readonly command: readonly [program: string, ...args: string[]];
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** How often its processes are looked at, in milliseconds. */
const INTERVAL = 50;
/** Ticks in a second of processor time, as Linux tells it to programs on every machine. */
const TICKS = 100;

/** Runs `program` from beginning to end. Throws with what it said where it does not end well. One at a time. */
export async function measureProcess({ command: [program, ...args], folder, environment }: Program): Promise<Cost> {
  const before = ticksOfChildren();
  const started = performance.now();
  const child = spawn(program, args, {
    ...(folder === undefined ? {} : { cwd: folder }),
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...environment },
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
  const seen = await watched;
  if (status !== 0) throw new Error(`${program} ended with ${status}. ${said}`);
  // What the kernel adds up when a process is gone is exact; what was seen counts too where a process was left behind.
  const cpuSeconds = seen.cpuSeconds === null ? null : Math.max(seen.cpuSeconds, (ticksOfChildren() - before) / TICKS);
  return { seconds, ...seen, cpuSeconds };
}

/** What is seen of memory and processors while `isRunning`. */
async function watch(pid: number | undefined, isRunning: () => boolean): Promise<Omit<Cost, "seconds">> {
  if (pid === undefined || !existsSync("/proc/self/status"))
    return { peakMegabytes: null, largestMegabytes: null, cpuSeconds: null };
  let together = 0;
  let largest = 0;
  /** The last that was seen of each process, so that those that ended count too. */
  const ticks = new Map<number, number>();
  while (isRunning()) {
    const statuses = treeOf(pid).map((each) => ({ each, status: readStatus(each) }));
    together = Math.max(together, kilobytesOf(statuses.map(({ status }) => status)));
    largest = Math.max(largest, ...statuses.map(({ status }) => fieldOf(status, "VmHWM")));
    for (const { each } of statuses) ticks.set(each, Math.max(ticksOf(each), ticks.get(each) ?? 0));
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
  const sum = [...ticks.values()].reduce((all, each) => all + each, 0);
  // The kernel keeps the most that a process ever held, which may have been between two looks.
  return {
    peakMegabytes: Math.max(together, largest) / 1024,
    largestMegabytes: largest / 1024,
    cpuSeconds: sum / TICKS,
  };
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
function kilobytesOf(statuses: readonly string[]): number {
  let own = 0;
  const files = new Map<string, number>();
  for (const status of statuses) {
    own += fieldOf(status, "RssAnon") + fieldOf(status, "RssShmem");
    const name = status.slice(0, status.indexOf("\n"));
    files.set(name, Math.max(files.get(name) ?? 0, fieldOf(status, "RssFile")));
  }
  return own + [...files.values()].reduce((all, each) => all + each, 0);
}

function fieldOf(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
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
  const [user = 0, system = 0] = readTicks(pid);
  return user + system;
}

/** The same of every process that this one started and that has ended, with all that those started and waited for. */
function ticksOfChildren(): number {
  const [, , user = 0, system = 0] = readTicks("self");
  return user + system;
}

/** Of itself and of its children that ended: user, system, user, system. */
function readTicks(pid: number | "self"): number[] {
  try {
    // The name of the program stands in brackets, and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return fields.slice(11, 15).map(Number);
  } catch {
    return [];
  }
}
