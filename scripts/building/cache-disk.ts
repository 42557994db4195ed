/**
 * The disk under a cache that builds share: the one place that touches it, so that a test can put a slow, a full or a failing
 * one in its place. Made by shared-cache.ts.
 */
import { randomUUID } from "node:crypto";
import {
  closeSync,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** An entry that is used says so once in this time, in milliseconds, so that whoever clears by age keeps it. */
const DAY = 86_400_000;

export class CacheDisk {
  /** The bytes of a file, which is marked as used. Throws as the file system does. */
  read(path: string): Buffer {
    const file = openSync(path, "r");
    try {
      const bytes = readFileSync(file);
      markUsed(file);
      return bytes;
    } finally {
      closeSync(file);
    }
  }

  /** Puts `bytes` in the place of `path`, whole or not at all, whoever else writes there. Throws as the file system does. */
  write(path: string, bytes: Uint8Array): void {
    mkdirSync(dirname(path), { recursive: true });
    // Builds on two machines may have one process number.
    const unfinished = `${path}.${randomUUID()}-unfinished`;
    try {
      writeFileSync(unfinished, bytes);
      renameSync(unfinished, path);
    } catch (error) {
      rmSync(unfinished, { force: true });
      throw error;
    }
  }
}

/** A cache that may only be read is used all the same. */
function markUsed(file: number): void {
  try {
    const now = Date.now();
    if (now - fstatSync(file).mtimeMs > DAY) futimesSync(file, now / 1000, now / 1000);
  } catch {}
}
