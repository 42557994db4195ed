/** When a worker process has done enough: what renders pages keeps some of each, so that a worker is replaced by a new one. */

/** More memory than this, in bytes, and a worker is replaced: 400 MiB is what a process may have. */
const ROOM = 370 * 1024 * 1024;

export function enough(): boolean {
  return process.memoryUsage.rss() > ROOM;
}
