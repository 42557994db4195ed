/**
 * What a tree holds, in one file beside it: a line for the tree, a line for each group, a checksum. A group's files are read
 * from its line only where somebody asks, so that 150,000 files are known in a few hundredths of a second.
 */
import { hash } from "node:crypto";
import { crc32 } from "node:zlib";

/** The number goes up with every change to the lines below; a manifest of another number is thrown away. */
const FORMAT = "cleardays tree 1";
const END = "end";

export interface ManifestHead {
  /** The name of the tree's folder. */
  readonly tree: string;
  readonly audience: "public" | "draft";
  /** What the clock said of the build. */
  readonly now: string;
}

/** The key that decides a file's bytes, and the hash of them as they were written. */
export type FileEntry = readonly [key: string, hash: string];

/** A group as its line: read no further than its key. */
export interface GroupLine {
  readonly key: string;
  /** The whole line with its end, to be written again as it is. */
  readonly line: Uint8Array;
  /** Where the JSON of its files begins in the line. */
  readonly from: number;
}

export interface Manifest {
  readonly head: ManifestHead;
  readonly groups: ReadonlyMap<string, GroupLine>;
}

/** 128 bits of SHA-256, as text. */
export function hashOf(bytes: Uint8Array | string): string {
  return hash("sha256", bytes, "base64url").slice(0, 22);
}

/** The files of a group by path; none for a group that is not there. */
export function filesOf(group: GroupLine | undefined): Map<string, FileEntry> {
  if (!group) return new Map();
  const json = Buffer.from(group.line.buffer, group.line.byteOffset + group.from, group.line.byteLength - group.from);
  return new Map(Object.entries(JSON.parse(json.toString("utf8")) as Record<string, FileEntry>));
}

/** A group's line. A group whose key is empty is not whole, and is the same as no other. */
export function groupLine(name: string, key: string, files: ReadonlyMap<string, FileEntry>): GroupLine {
  const before = Buffer.from(`${plain(name)}\t${plain(key)}\t`);
  const json = Buffer.from(`${JSON.stringify(Object.fromEntries(files))}\n`);
  return { key, line: Buffer.concat([before, json]), from: before.length };
}

/** The manifest as the bytes of its file. */
export function manifestBytes({ head, groups }: Manifest): Buffer {
  const lines: Uint8Array[] = [Buffer.from(`${FORMAT}\t${JSON.stringify({ ...head, groups: groups.size })}\n`)];
  for (const { line } of groups.values()) lines.push(line);
  // Line by line, since to join twenty megabytes twice takes as long as to write them.
  const sum = lines.reduce((so, line) => crc32(line, so), 0);
  return Buffer.concat([...lines, Buffer.from(`${END}\t${asText(sum)}\n`)]);
}

/** The manifest of the tree named `tree`, or null for bytes that are not exactly one. */
export function readManifest(bytes: Buffer, tree: string): Manifest | null {
  try {
    return read(bytes, tree);
  } catch {
    // A checksum that fits what is no manifest of ours.
    return null;
  }
}

function read(bytes: Buffer, tree: string): Manifest | null {
  const lastLine = bytes.lastIndexOf(10, -2) + 1;
  if (lastLine === 0 || bytes.at(-1) !== 10) return null;
  const body = bytes.subarray(0, lastLine);
  if (bytes.toString("utf8", lastLine) !== `${END}\t${asText(crc32(body))}\n`) return null;
  const firstEnd = body.indexOf(10) + 1;
  const [format, json = ""] = body.toString("utf8", 0, firstEnd).split("\t");
  if (format !== FORMAT) return null;
  const head = JSON.parse(json) as ManifestHead & { groups: number };
  if (head.tree !== tree) return null;
  const groups = new Map<string, GroupLine>();
  for (let start = firstEnd; start < body.length; ) {
    const end = body.indexOf(10, start) + 1;
    const name = body.indexOf(9, start);
    const key = body.indexOf(9, name + 1);
    groups.set(typed(body.toString("utf8", start, name)), {
      key: typed(body.toString("utf8", name + 1, key)),
      line: body.subarray(start, end),
      from: key + 1 - start,
    });
    start = end;
  }
  return { head: { tree, audience: head.audience, now: head.now }, groups };
}

function asText(sum: number): string {
  return sum.toString(16).padStart(8, "0");
}

/** Text with no tab and no line's end in it. */
function plain(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The text that `plain` was given. */
function typed(written: string): string {
  return written.includes("\\") ? (JSON.parse(`"${written}"`) as string) : written;
}
