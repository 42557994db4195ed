/**
 * Whether what a build left was written since the machine was started. A file that was put in its place and not sent to the disk
 * can be torn after a power cut, though its name says that it is whole. Used by build-site.ts.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The mark of a folder's boot, beside what lies in it. */
export const BOOT = "boot";

/**
 * Empties `folder` where what lies in it may have been written before the machine was started, and marks it as of now. Where the
 * machine does not say when that was, all is believed: another build may be writing there.
 */
export function keepOfThisBoot(folder: string, boot = thisBoot()): void {
  const mark = join(folder, BOOT);
  if (boot === null || textOf(mark) === boot) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(mark, boot);
}

/** A name that the machine has from one start to the next, on Linux; null elsewhere. */
function thisBoot(): string | null {
  return textOf("/proc/sys/kernel/random/boot_id")?.trim() ?? null;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
