/**
 * Pages that were rendered and texts that were written, by the key of all that decides their bytes. A build that is cut short
 * leaves them to the next one. What a page needs that is not here may be in the cache that builds share. Used by building/ alone.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import type { SharedCache } from "./shared-cache.ts";
import { BOOT } from "./this-boot.ts";

/** The kind of entry that a page of an audience is in a cache. */
export interface SharedPages {
  readonly cache: SharedCache;
  readonly kind: string;
}

/** Where the pages of a place lie. */
export function pagesIn(kept: string): string {
  return join(kept, "pages");
}

export class PageStore {
  private readonly folder: string;
  private readonly shared: SharedPages;
  private readonly made = new Set<string>();

  constructor(folder: string, shared: SharedPages) {
    this.folder = folder;
    this.shared = shared;
  }

  has(key: string): boolean {
    return existsSync(this.placeOf(key)) || this.fetched(key);
  }

  /** Gives a page that was put here to other builds. */
  share(key: string): void {
    const bytes = this.shared.cache.isThere ? this.get(key) : null;
    if (bytes) this.shared.cache.keep("pages", this.shared.kind, key, zstdCompressSync(bytes));
  }

  /** Fetches a page that another build shared. A text is made sooner than it is fetched. */
  private fetched(key: string): boolean {
    const bytes = key.startsWith("p") ? this.shared.cache.get("pages", this.shared.kind, key) : null;
    if (bytes) this.put(key, zstdDecompressSync(bytes));
    return bytes !== null;
  }

  put(key: string, content: string | Uint8Array): void {
    const place = this.placeOf(key);
    const folder = key.slice(0, 2);
    if (!this.made.has(folder)) {
      mkdirSync(join(this.folder, folder), { recursive: true });
      this.made.add(folder);
    }
    const unfinished = `${place}.${process.pid}-unfinished`;
    writeFileSync(unfinished, content);
    renameSync(unfinished, place);
  }

  /** The bytes of a key; null where it is not there. */
  get(key: string): Buffer | null {
    try {
      return readFileSync(this.placeOf(key));
    } catch {
      return null;
    }
  }

  /** Where the bytes of a key lie. */
  placeOf(key: string): string {
    return join(this.folder, key.slice(0, 2), key);
  }

  /** Throws everything away: it stands in the trees by now. */
  clear(): void {
    this.made.clear();
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder))
      if (name !== BOOT) rmSync(join(this.folder, name), { recursive: true, force: true });
  }
}
