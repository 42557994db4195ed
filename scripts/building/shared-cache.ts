/**
 * A cache that any number of builds share, of one council or many, on one machine or several: entries by the hash of all that
 * decides them, never changed and never cleared by a build. It only ever saves time: one that fails, or holds what cannot be
 * trusted, is told of in one line, and the build makes for itself what it does not give. Opened by open-build.ts.
 */
import { join } from "node:path";
import { hashOfText } from "../asking/hashes.ts";
import { CacheDisk } from "./cache-disk.ts";
import { marked, type Told, unmarked } from "./kept-file.ts";

/** What fails as often as this is left alone: a store that is gone may take long to say so. */
const PATIENCE = 3;

const BEGINS = "The cache in ";

export class SharedCache {
  private readonly folder: string | null;
  private readonly told: Told;
  private readonly disk: CacheDisk;
  private readonly failed = { reading: 0, writing: 0 };
  private isTold = false;

  /** `folder` null has nothing and keeps nothing. */
  constructor(folder: string | null, told: Told, disk = new CacheDisk()) {
    this.folder = folder;
    this.told = told;
    this.disk = disk;
  }

  /** False where there is none, so that nothing need be made ready for it. */
  get isThere(): boolean {
    return this.folder !== null;
  }

  /** What was kept of `kind` as `key`; null where there is nothing, or nothing that can be trusted. Never throws. */
  get(part: string, kind: string, key: string): Buffer | null {
    if (this.folder === null || this.failed.reading >= PATIENCE) return null;
    let bytes: Buffer;
    try {
      bytes = this.disk.read(placeOf(this.folder, part, kind, key));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      this.failed.reading += 1;
      this.tell(wordsOf(error));
      return null;
    }
    const content = unmarked(bytes, markOf(kind, key));
    if (!content) this.tell("an entry is damaged");
    return content;
  }

  /** Keeps `content` of `kind` as `key`, in the folder `part` of the cache. Never throws. */
  keep(part: string, kind: string, key: string, content: Uint8Array): void {
    if (this.folder === null || this.failed.writing >= PATIENCE) return;
    try {
      this.disk.write(placeOf(this.folder, part, kind, key), marked(markOf(kind, key), content));
    } catch (error) {
      this.failed.writing += 1;
      this.tell(wordsOf(error));
    }
  }

  private tell(what: string): void {
    if (this.isTold) return;
    this.isTold = true;
    this.told(
      `${BEGINS}${this.folder} failed (${what}). What it does not give is made here, and the site is the same.`,
    );
  }
}

/** Passes lines on, but only the first about a cache: each process of a build finds out for itself that it fails. */
export function cacheToldOnce(told: Told): Told {
  let isTold = false;
  return (line) => {
    const isOfCache = line.startsWith(BEGINS);
    if (!(isOfCache && isTold)) told(line);
    isTold ||= isOfCache;
  };
}

/** In hexadecimal, since some disks take two names for one that differ in capitals alone. */
function placeOf(folder: string, part: string, kind: string, key: string): string {
  const name = Buffer.from(hashOfText(markOf(kind, key)), "base64url").toString("hex");
  return join(folder, part, name.slice(0, 2), name);
}

function markOf(kind: string, key: string): string {
  return `${kind} ${key}`;
}

function wordsOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? String(message ?? error);
}
