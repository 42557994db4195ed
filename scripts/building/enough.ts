/**
 * How much memory a build's processes may have: when a worker has grown so much that a new one takes its place, and when the main
 * process is to let go of what nobody needs. V8 by itself lets a heap grow as long as the machine has room. Asked
 * by worker.ts and build-site.ts.
 */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const MIB = 1024 * 1024;

/** More memory than this, and a worker is replaced: 400 MiB is what a process may have, and its next job needs some. */
const ROOM = 380 * MIB;

/** More in a worker's heap than this, and it looks what nobody needs any more; more than the second still, and it is replaced. */
const FULL = 190 * MIB;
const FULL_OF_USE = 160 * MIB;

/** More memory than this, and the main process looks what it can let go of before and after the workers' jobs. */
const MUCH = 250 * MIB;

/** Whether a worker is to be replaced. */
export function enough(): boolean {
  if (used() < FULL) return process.memoryUsage.rss() > ROOM;
  letGo();
  return used() > FULL_OF_USE || process.memoryUsage.rss() > ROOM;
}

/** Before and after many pieces of work: what nobody needs any more goes, where there is much in memory. */
export function makeRoom(): void {
  if (process.memoryUsage.rss() > MUCH) letGo();
}

function used(): number {
  return getHeapStatistics().used_heap_size;
}

let collect: (() => void) | null = null;

function letGo(): void {
  if (collect === null) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
}
