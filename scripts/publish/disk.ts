/**
 * The disk as publish/ asks for it: every act on a file goes through here, so that tests can let any of them fail. Used by
 * all of publish/.
 */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";

export type Disk = Pick<
  typeof fs,
  | "appendFileSync"
  | "closeSync"
  | "existsSync"
  | "fsyncSync"
  | "linkSync"
  | "lstatSync"
  | "mkdirSync"
  | "openSync"
  | "readFileSync"
  | "readdirSync"
  | "readlinkSync"
  | "realpathSync"
  | "renameSync"
  | "rmSync"
  | "rmdirSync"
  | "symlinkSync"
  | "writeFileSync"
> & {
  /** Sends all that waits to be written on the file system of `folder` to the disk; false where that cannot be asked. */
  readonly syncAll: (folder: string) => boolean;
};

export const DISK: Disk = {
  ...fs,
  syncAll: (folder) => process.platform !== "win32" && spawnSync("sync", ["-f", folder]).status === 0,
};

/** The code of what went wrong on a disk, such as `ENOSPC`; empty for any other error. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}

/** True for what a file system answers that has no links, or lets this user make none. */
export function isLinkRefused(error: unknown): boolean {
  return ["EPERM", "EXDEV", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(codeOf(error));
}

/** Most files and folders that are sent to the disk one by one; above it one call for all is quicker. */
const ONE_BY_ONE = 256;

/**
 * Sends `files`, and the folders that name them, to the disk, so that a power cut after it finds them whole. What a disk
 * says it has written and has not is beyond this.
 */
export function sendToDisk(files: readonly string[], folders: readonly string[], around: string, disk: Disk): void {
  if (files.length + folders.length > ONE_BY_ONE && disk.syncAll(around)) return;
  for (const file of files) syncOne(file, "r+", disk);
  // Windows has no way to ask this of a folder.
  if (process.platform !== "win32") for (const folder of folders) syncOne(folder, "r", disk);
}

function syncOne(path: string, flag: string, disk: Disk): void {
  const open = disk.openSync(path, flag);
  try {
    disk.fsyncSync(open);
  } finally {
    disk.closeSync(open);
  }
}

/** Writes a file beside the trees whole or not at all. A torn one after a power cut is found by its checksum. */
export function putWhole(path: string, bytes: Uint8Array | string, disk: Disk): void {
  disk.writeFileSync(nextOf(path), bytes);
  disk.renameSync(nextOf(path), path);
}

/** Where a file is written before it is put in its place. */
export function nextOf(path: string): string {
  return `${path}.next`;
}
