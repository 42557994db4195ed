/**
 * Files that a build keeps for the next one: each begins with a line that says what it is, by which program it was made, and
 * the hash of the rest, so that one that is cut short, foreign or older is known for it and thrown away. Used all over building/.
 */
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { HashOfMany, hashOfText } from "../asking/hashes.ts";

/** Told in one line what was thrown away. */
export type Told = (line: string) => void;

/** Puts `content` in the place of `path`, whole or not at all. `kind` is what it is, and which program and format made it. */
export function keepFile(path: string, kind: string, content: Uint8Array): void {
  inPlaceOf(path, (unfinished) => writeFileSync(unfinished, marked(kind, content)));
}

/** The same for what comes in pieces that together would be more than there should be in memory at once. */
export function keepPieces(path: string, kind: string, pieces: Iterable<Uint8Array>): void {
  inPlaceOf(path, (unfinished) => {
    const file = openSync(unfinished, "w");
    try {
      // The first line has the hash of what is written after it, so its place is kept for it.
      const hash = new HashOfMany();
      writeFileSync(file, firstLineOf(kind, hash.soFar()));
      for (const piece of pieces) {
        hash.add(piece);
        writeFileSync(file, piece);
      }
      writeSync(file, firstLineOf(kind, hash.soFar()), 0);
    } finally {
      closeSync(file);
    }
  });
}

function inPlaceOf(path: string, write: (unfinished: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}-unfinished`;
  try {
    write(unfinished);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** What was kept in `path`; null where there is nothing, or nothing that can be trusted, which is told and taken away. */
export function keptFile(path: string, kind: string, told: Told): Buffer | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return null;
  }
  const content = unmarked(bytes, kind);
  if (content) return content;
  rmSync(path, { force: true });
  told(`${path} is damaged, or of another version, and was thrown away; it will be made again.`);
  return null;
}

/** The hash that a kept file says it has, read from its first line alone; null where it does not say. */
export function keptHash(path: string, kind: string): string | null {
  const begin = `cleardays ${kind} `;
  const bytes = Buffer.alloc(begin.length + 200);
  let file: number;
  try {
    file = openSync(path, "r");
  } catch {
    return null;
  }
  try {
    const line = bytes.toString("latin1", 0, readSync(file, bytes)).split("\n")[0] ?? "";
    return line.startsWith(begin) ? line.slice(begin.length) : null;
  } finally {
    closeSync(file);
  }
}

/** The bytes of a file that says what it holds: `content`, of `kind`. */
export function marked(kind: string, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(firstLine(kind, content)), content]);
}

/** The content of such a file; null where it is of another kind, or not as it was written. */
export function unmarked(bytes: Buffer, kind: string): Buffer | null {
  const end = bytes.indexOf(10) + 1;
  const content = bytes.subarray(end);
  return end > 0 && bytes.subarray(0, end).toString("latin1") === firstLine(kind, content) ? content : null;
}

function firstLine(kind: string, content: Uint8Array): string {
  return firstLineOf(kind, hashOfText(content));
}

function firstLineOf(kind: string, hash: string): string {
  return `cleardays ${kind} ${hash}\n`;
}
