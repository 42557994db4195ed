/** What stands on disk: sorted names, and text with its hash. The only place where load touches the file system. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";

export function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The names of the files or folders in a folder, sorted; none where there is no such folder, or only a link to one. */
export function namesIn(root: string, folder: string, kind: "files" | "folders"): string[] {
  const path = join(root, folder);
  if (!exists(root, folder)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => (kind === "files" ? entry.isFile() : entry.isDirectory()) && !entry.name.startsWith("."))
    .map((entry) => entry.name)
    .sort();
}

/**
 * True for a file or folder that is really there: not a link, nor behind one, since a link could bring a restricted paper
 * in from outside the council's folder.
 */
export function exists(root: string, file: string): boolean {
  const path = join(root, file);
  return existsSync(path) && realpathSync(path) === resolve(join(realpathSync(root), file));
}

export function readBytes(root: string, file: string): Buffer {
  return readFileSync(join(root, file));
}
