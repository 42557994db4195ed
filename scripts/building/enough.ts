/**
 * How much memory a build's processes may have: when a worker has grown so much that a new one takes its place, and when the main
 * process is to let go of what nobody needs. V8 by itself lets a heap grow as long as the machine has room.
 */
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** More memory than this, in bytes, and a worker is replaced: 400 MiB is what a process may have. */
const ROOM = 380 * 1024 * 1024;

/** More than this, and the main process looks what it can let go of before it begins the next step. */
const MUCH = 250 * 1024 * 1024;

/** As much of its heap, and what is in it has to be looked at: V8 ends a process whose heap is full. */
const FULL = 0.8;

/** Whether a worker is to be replaced. */
export function enough(): boolean {
  if (process.memoryUsage.rss() > ROOM) return true;
  if (!isFull()) return false;
  letGo();
  return isFull();
}

/** Before and after many pieces of work: what nobody needs any more goes, where there is much in memory. */
export function makeRoom(): void {
  if (process.memoryUsage.rss() > MUCH) letGo();
}

function isFull(): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used > FULL * limit;
}

let collect: (() => void) | null = null;

function letGo(): void {
  if (collect === null) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
}
