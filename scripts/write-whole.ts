/**
 * Writes a file whole or not at all: what was there before stays until the new one is complete. For every PDF we write, and
 * for plans.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "./model/refusal.ts";

/** Writes `bytes` to `path`, with `mode` if it may not be read by everybody. Refuses, leaving nothing, where it cannot be. */
export function writeWhole(path: string, bytes: Uint8Array | string, mode?: number): void {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(unfinished, bytes, mode === undefined ? {} : { mode });
    renameSync(unfinished, path);
  } catch (error) {
    try {
      rmSync(unfinished, { force: true });
    } catch {
      // Where it could not be begun there is nothing to take away.
    }
    throw new Refusal(
      `${path} could not be written: ${(error as Error).message}. Nothing new is left there; see whether the disk is full.`,
    );
  }
}
