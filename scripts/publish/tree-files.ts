/**
 * Puts files into a tree and takes them out. The two trees share files by hard links, so none is ever written in place: what
 * stands at a path is taken away first, and a new file is made. For publishTrees and for those who make what it asks for.
 */
import { basename, dirname, join } from "node:path";
import { codeOf, DISK, type Disk, isLinkRefused } from "./disk.ts";
import { hashOf } from "./manifest.ts";

/**
 * Writes a new file at `path` of `tree` and notes its hash. What `make` is to use for each file, in whatever process: what is
 * not noted is taken for not made. Throws what the disk says.
 */
export function writeInto(tree: string, path: string, bytes: Uint8Array | string, disk: Disk = DISK): void {
  asNew(join(tree, safe(path)), (file) => disk.writeFileSync(file, bytes, { flag: "wx" }), disk);
  // Only now: a file that was cut short must not be taken for made.
  note(tree, path, bytes, disk);
}

/** Copies the file at `from` to `path` of `tree`, as `writeInto` writes. It never shares the council's own file. */
export function copyInto(tree: string, path: string, from: string, disk: Disk = DISK): void {
  writeInto(tree, path, disk.readFileSync(from), disk);
}

/** Moves the file at `from` to `path` of `tree`, where both are on one disk; else copies it. For what was made for this tree alone. */
export function moveInto(tree: string, path: string, from: string, disk: Disk = DISK): void {
  const bytes = disk.readFileSync(from);
  try {
    asNew(join(tree, safe(path)), (file) => disk.linkSync(from, file), disk);
    disk.rmSync(from, { force: true });
  } catch (error) {
    if (!isLinkRefused(error)) throw error;
    asNew(join(tree, safe(path)), (file) => disk.writeFileSync(file, bytes, { flag: "wx" }), disk);
  }
  note(tree, path, bytes, disk);
}

/** Notes that are not written yet, by the file they go to: written one by one they would cost more than the pages. */
const waiting = new Map<string, string[]>();

function note(tree: string, path: string, bytes: Uint8Array | string, disk: Disk): void {
  const file = `${tree}.written-${process.pid}`;
  const lines = waiting.get(file) ?? [];
  waiting.set(file, lines);
  lines.push(`${JSON.stringify(path)}\t${hashOf(bytes)}\n`);
  if (lines.length >= AT_ONCE) writeNotes(tree, disk);
}

/** What is not written when a process is killed is taken for not made. */
const AT_ONCE = 100;

/** Writes the notes of this process. Called by whoever has made all that it was asked for. */
export function writeNotes(tree: string, disk: Disk = DISK): void {
  const file = `${tree}.written-${process.pid}`;
  const lines = waiting.get(file) ?? [];
  if (lines.length === 0) return;
  disk.appendFileSync(file, lines.join(""));
  waiting.delete(file);
}

/** The hashes that were noted for `tree`, by path. A line that was cut short says nothing. */
export function writtenInto(tree: string, disk: Disk): Map<string, string> {
  writeNotes(tree, disk);
  const written = new Map<string, string>();
  for (const name of notesOf(tree, disk))
    for (const line of disk
      .readFileSync(join(dirname(tree), name), "utf8")
      .split("\n")
      .slice(0, -1)) {
      const [, path, hash] = /^("(?:[^"\\]|\\.)*")\t([\w-]{22})$/.exec(line) ?? [];
      if (path && hash) written.set(JSON.parse(path) as string, hash);
    }
  return written;
}

/** Takes away what was noted for `tree`. */
export function forgetWritten(tree: string, disk: Disk): void {
  waiting.delete(`${tree}.written-${process.pid}`);
  for (const name of notesOf(tree, disk)) disk.rmSync(join(dirname(tree), name), { force: true });
}

function notesOf(tree: string, disk: Disk): string[] {
  return disk.readdirSync(dirname(tree)).filter((name) => name.startsWith(`${basename(tree)}.written-`));
}

/**
 * Lets `tree` share the file at `path` of `other`; where the file system refuses links, copies it. False where the file is
 * not there, or is not the one with `hash`, and has to be made.
 */
export function shareInto(tree: string, other: string, path: string, hash: string, disk: Disk): boolean {
  const from = join(other, safe(path));
  try {
    asNew(join(tree, path), (file) => disk.linkSync(from, file), disk);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    if (!isLinkRefused(error)) throw error;
  }
  const bytes = disk.existsSync(from) ? disk.readFileSync(from) : null;
  if (bytes === null || hashOf(bytes) !== hash) return false;
  asNew(join(tree, path), (file) => disk.writeFileSync(file, bytes, { flag: "wx" }), disk);
  return true;
}

/** Takes files out of `tree`, and the folders that are empty after it. One that is not there is no fault. */
export function takeOut(tree: string, paths: readonly string[], disk: Disk): void {
  const folders = new Set<string>();
  for (const path of paths) {
    disk.rmSync(join(tree, safe(path)), { force: true });
    folders.add(dirname(path));
  }
  for (const folder of folders) removeEmpty(tree, folder, disk);
}

/** Removes a folder of `tree` that is empty, and those above it that are empty then. */
function removeEmpty(tree: string, folder: string, disk: Disk): void {
  for (let each = folder; each !== "." && each !== "/"; each = dirname(each))
    try {
      disk.rmdirSync(join(tree, each));
    } catch (error) {
      // One that is not there any more was emptied by another path; those above it still may be empty.
      if (codeOf(error) === "ENOENT") continue;
      if (["ENOTEMPTY", "EEXIST", "ENOTDIR"].includes(codeOf(error))) return;
      throw error;
    }
}

/** Does `put` at `file`, with its folder made first, and what stands there taken away. */
function asNew(file: string, put: (file: string) => void, disk: Disk): void {
  // To look is much quicker than to fail, and of 150,000 files half are the first of their folder.
  const folder = dirname(file);
  if (!disk.existsSync(folder)) disk.mkdirSync(folder, { recursive: true });
  try {
    put(file);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    // A folder that a kill left empty may stand there too.
    disk.rmSync(file, { recursive: true });
    put(file);
  }
}

/** The path itself, if it stays within its tree. */
export function safe(path: string): string {
  if (
    path === "" ||
    path.split("/").some((part) => part === "" || part === "." || part === "..") ||
    path.includes("\0")
  )
    throw new Error(`"${path}" is no path within a tree`);
  return path;
}
