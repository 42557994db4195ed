/**
 * Pages that were rendered and texts that were written, by the key of all that decides their bytes. A build that is cut short
 * leaves them to the next one; builds side by side may share them. Used by building/ alone.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export class PageStore {
  private readonly folder: string;
  private readonly made = new Set<string>();

  constructor(folder: string) {
    this.folder = folder;
  }

  has(key: string): boolean {
    return existsSync(this.placeOf(key));
  }

  put(key: string, content: string): void {
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
    for (const name of readdirSync(this.folder)) rmSync(join(this.folder, name), { recursive: true, force: true });
  }
}
