/** Looks at folders that the system does not let be watched, every few seconds, for files that changed. Used by watch-folders.ts. */
import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** How long until the next look, in milliseconds; it takes a tenth of the time at most. */
const EVERY = 3000;

export class LookedAtFolders {
  private readonly root: string;
  private readonly heard: (folders: readonly string[]) => void;
  /** How each folder looked, and whether all inside it is looked at too. */
  private readonly folders = new Map<string, { readonly isDeep: boolean; readonly look: string }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(root: string, heard: (folders: readonly string[]) => void) {
    this.root = root;
    this.heard = heard;
  }

  get size(): number {
    return this.folders.size;
  }

  has(folder: string): boolean {
    return this.folders.has(folder);
  }

  add(folder: string, isDeep: boolean): void {
    this.folders.set(folder, { isDeep, look: this.lookOf(folder, isDeep) });
    this.timer ??= setTimeout(() => this.look(), EVERY);
  }

  forget(isGone: (folder: string) => boolean): void {
    for (const folder of this.folders.keys()) if (isGone(folder)) this.folders.delete(folder);
  }

  close(): void {
    clearTimeout(this.timer);
    this.folders.clear();
  }

  private look(): void {
    const began = performance.now();
    const changed: string[] = [];
    for (const [folder, { isDeep, look }] of this.folders) {
      const now = this.lookOf(folder, isDeep);
      if (now === look) continue;
      this.folders.set(folder, { isDeep, look: now });
      changed.push(folder);
    }
    this.timer = setTimeout(() => this.look(), Math.max(EVERY, (performance.now() - began) * 10));
    if (changed.length > 0) this.heard(changed);
  }

  private lookOf(folder: string, isDeep: boolean): string {
    try {
      return readdirSync(join(this.root, folder), { withFileTypes: true })
        .filter(({ name }) => !name.startsWith("."))
        .map((entry) => {
          const path = `${folder}/${entry.name}`;
          if (entry.isDirectory()) return isDeep ? `${path} ${this.lookOf(path, true)}` : path;
          const stat = lstatSync(join(this.root, path), { throwIfNoEntry: false });
          return `${path} ${stat?.size} ${stat?.mtimeMs} ${stat?.ctimeMs} ${stat?.ino}`;
        })
        .join("\n");
    } catch {
      return "gone";
    }
  }
}
