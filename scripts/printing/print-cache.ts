/** Kept prints on disk, by the hash of all that decides their bytes. What is broken or foreign is as if it were not there. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { KeptPrint } from "./kept-print.ts";

/** More than this, in bytes, and what was not used for longest goes. */
const ROOM = 400_000_000;
const HASH = 32;

export class PrintCache {
  private readonly folder: string | null;
  private isTrimmed = false;

  /** `folder` null keeps nothing. */
  constructor(folder: string | null) {
    this.folder = folder;
  }

  read(key: string): KeptPrint | null {
    if (this.folder === null) return null;
    const file = join(this.folder, key);
    try {
      const bytes = readFileSync(file);
      const data = bytes.subarray(HASH);
      if (!createHash("sha256").update(data).digest().equals(bytes.subarray(0, HASH))) throw new Error("broken");
      const now = new Date();
      utimesSync(file, now, now);
      return deserialize(data) as KeptPrint;
    } catch {
      remove(file);
      return null;
    }
  }

  /** Keeps a print. A disk that is full keeps none, which costs time and nothing else. */
  write(key: string, print: KeptPrint): void {
    if (this.folder === null) return;
    const unfinished = join(this.folder, `.${process.pid}-${key}`);
    try {
      mkdirSync(this.folder, { recursive: true });
      this.trim();
      const data = serialize(print);
      writeFileSync(unfinished, Buffer.concat([createHash("sha256").update(data).digest(), data]));
      renameSync(unfinished, join(this.folder, key));
    } catch {
      remove(unfinished);
    }
  }

  /** Once a run, before it writes. */
  private trim(): void {
    if (this.isTrimmed || this.folder === null) return;
    this.isTrimmed = true;
    const { folder } = this;
    const files = readdirSync(folder).map((name) => ({ name, ...sizeAndTime(join(folder, name)) }));
    let room = ROOM;
    for (const { name, size } of files.sort((a, b) => b.time - a.time)) {
      room -= size;
      if (room < 0) remove(join(folder, name));
    }
  }
}

/** Removes the file if that can be done; what cannot be is as good as not there. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A folder may stand there, or the disk be closed to us.
  }
}

function sizeAndTime(file: string): { size: number; time: number } {
  try {
    const { size, mtimeMs } = statSync(file);
    return { size, time: mtimeMs };
  } catch {
    return { size: 0, time: 0 };
  }
}
