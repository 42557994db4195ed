/** When a worker process has done enough: what renders pages keeps some of each, so that a worker is replaced by a new one. */
import { getHeapStatistics } from "node:v8";

/** More memory than this, in bytes, and a worker is replaced: 400 MiB is what a process may have. */
const ROOM = 370 * 1024 * 1024;

/** As much of its heap, and what is in it has to be looked at: V8 ends a process whose heap is full. */
const FULL = 0.75;

export function enough(): boolean {
  if (process.memoryUsage.rss() > ROOM) return true;
  if (!isFull()) return false;
  // Most of it may be what nobody needs any more.
  globalThis.gc?.();
  return isFull();
}

function isFull(): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used > FULL * limit;
}
