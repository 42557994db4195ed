/**
 * Tells which paths change in a council's folders. On Linux every folder is watched by itself, but for those inside snapshots
 * of meetings that nobody touches: there may be ten thousand of them. What cannot be watched is looked at now and then. Used by
 * preview-session.ts.
 */
import { type Dirent, type FSWatcher, lstatSync, readdirSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import type { Told } from "../building/kept-file.ts";
import { LookedAtFolders } from "./look-at-folders.ts";

/** Told of paths that came, went or changed, from the root; null where it is not known which did. */
export type Heard = (paths: readonly string[] | null) => void;

export interface WatchedPlace {
  readonly root: string;
  /** The names in it that are watched, folders or files; they need not be there. */
  readonly names: readonly string[];
}

export interface Watching {
  /** Folders that are watched, and those that are only looked at now and then. */
  readonly counts: () => { readonly watched: number; readonly lookedAt: number };
  readonly close: () => void;
}

/** The system lets one program watch so many folders, or open so many files. */
const TOO_MANY = ["ENOSPC", "EMFILE", "ENFILE"];

/** Watches until it is closed. */
export function watchFolders({ root, names }: WatchedPlace, heard: Heard, told: Told): Watching {
  const watched = new WatchedFolders(root, new Set(names), heard, told);
  watched.begin();
  return watched;
}

class WatchedFolders implements Watching {
  private readonly root: string;
  private readonly names: ReadonlySet<string>;
  private readonly heard: Heard;
  private readonly told: Told;
  private readonly watchers = new Map<string, { readonly watcher: FSWatcher; readonly which: string }>();
  private readonly lookedAt: LookedAtFolders;
  /** Whether one watcher follows all folders inside the one that it was begun for. */
  private readonly isWhole = process.platform !== "linux";
  private readonly manyEvents = this.isWhole ? Number.POSITIVE_INFINITY : queueOfEvents() / 2;
  private events = 0;
  private isTold = false;

  constructor(root: string, names: ReadonlySet<string>, heard: Heard, told: Told) {
    this.root = root;
    this.names = names;
    this.heard = heard;
    this.told = told;
    this.lookedAt = new LookedAtFolders(root, (folders) => this.heard(folders));
  }

  begin(): void {
    // A folder of ours that is not there yet is heard of by the one around it.
    this.watch("", false);
    for (const name of this.names) if (isFolder(join(this.root, name))) this.add(name);
  }

  counts() {
    return { watched: this.watchers.size, lookedAt: this.lookedAt.size };
  }

  close(): void {
    for (const { watcher } of this.watchers.values()) watcher.close();
    this.watchers.clear();
    this.lookedAt.close();
  }

  /** Watches a folder and all inside it; of a meeting's snapshots the folder that holds them alone, unless `isAll`. */
  private add(folder: string, isAll = false): void {
    this.watch(folder, this.isWhole);
    if (this.isWhole) return;
    if (!isAll && isSnapshots(folder)) return;
    for (const { name } of foldersIn(join(this.root, folder))) this.add(`${folder}/${name}`, isAll);
  }

  private watch(folder: string, isRecursive: boolean): void {
    if (this.lookedAt.has(folder)) return;
    const which = whichFolder(join(this.root, folder));
    const known = this.watchers.get(folder);
    // One that went and came again is another folder, and the watcher of the first hears nothing of it.
    if (known?.which === which) return;
    known?.watcher.close();
    const fail = (error: NodeJS.ErrnoException) => this.failed(folder, error);
    try {
      const watcher = watch(join(this.root, folder), { recursive: isRecursive, persistent: true }, (_, name) => {
        if (name === null) this.heard(null);
        else this.changed(folder, name.replaceAll("\\", "/"));
      });
      watcher.on("error", fail);
      this.watchers.set(folder, { watcher, which });
    } catch (error) {
      fail(error as NodeJS.ErrnoException);
    }
  }

  private failed(folder: string, { code = "", message }: NodeJS.ErrnoException): void {
    this.watchers.get(folder)?.watcher.close();
    this.watchers.delete(folder);
    // It went as it was being watched, which the folder around it tells of.
    if (!isFolder(join(this.root, folder))) {
      this.heard([folder]);
      return;
    }
    this.lookedAt.add(folder, this.isWhole);
    this.heard(null);
    if (this.isTold) return;
    this.isTold = true;
    const why = TOO_MANY.includes(code)
      ? "This machine lets no more folders be watched"
      : `Not all can be watched (${message})`;
    this.told(
      `${why}, so the preview looks at ${folder || "the council's folder"} and others every few seconds instead.`,
    );
  }

  private changed(folder: string, name: string): void {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (path.split("/").some((part) => part.startsWith(".") && part !== ".eleventy.js")) return;
    if (!this.names.has(path.split("/")[0] ?? "")) return;
    this.heard(this.isTooMuch() ? null : [path]);
    if (this.isWhole) return;
    // Whoever touches a meeting may write into its snapshots next: issuing does, and so does a withdrawal.
    const meeting = /^content\/(?:meetings\/[^/]+|forward-plan)\/[^/]+/.exec(path)?.[0];
    const issued = meeting && `${meeting}/issued`;
    if (issued && isFolder(join(this.root, issued))) this.add(issued, true);
    if (isFolder(join(this.root, path))) this.add(path, path.includes("/issued/"));
    else this.forget(path);
  }

  /** Where half of what the system keeps waiting came at once, the rest may have been thrown away without a word. */
  private isTooMuch(): boolean {
    if (this.events === 0) setTimeout(() => (this.events = 0), 1000).unref();
    this.events += 1;
    return this.events > this.manyEvents;
  }

  /** What is no folder any more is not watched. */
  private forget(path: string): void {
    if (!this.watchers.has(path) && !this.lookedAt.has(path)) return;
    const isAt = (folder: string) => folder === path || folder.startsWith(`${path}/`);
    for (const [folder, { watcher }] of this.watchers)
      if (isAt(folder)) {
        watcher.close();
        this.watchers.delete(folder);
      }
    this.lookedAt.forget(isAt);
  }
}

function isSnapshots(folder: string): boolean {
  return /^content\/(meetings\/[^/]+|forward-plan)\/[^/]+\/issued$/.test(folder);
}

function whichFolder(path: string): string {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return `${stat?.dev} ${stat?.ino} ${stat?.birthtimeMs}`;
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function foldersIn(path: string): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).filter(
      (each) => each.isDirectory() && !each.name.startsWith("."),
    );
  } catch {
    return [];
  }
}

/** As many events the system keeps waiting for us before it throws further ones away. */
function queueOfEvents(): number {
  try {
    return Number(readFileSync("/proc/sys/fs/inotify/max_queued_events", "utf8")) || 16_384;
  } catch {
    return 16_384;
  }
}
