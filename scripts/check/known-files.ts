/** What rules may ask of a council's folder, answered from the disk each time. Made by check.ts. */
import { closeSync, type Dirent, existsSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { exists, readBytes } from "../load/files.ts";
import type { Known } from "./rule.ts";

/** The folder as it was loaded. */
export interface Folder {
  readonly root: string;
  /** Whether what is being written was opened. */
  readonly drafts: boolean;
  readonly unreadable: ReadonlySet<string>;
  /** The folders of meetings, which their own rules look through. */
  readonly meetings: () => ReadonlySet<string>;
}

export function knownFiles({ root, drafts, unreadable, meetings }: Folder): Known {
  const under = (folder: string, wanted: Wanted) => (drafts ? namesUnder(root, folder, wanted, new Set()) : []);
  const outside = (wanted: Wanted) =>
    drafts ? ["content", "data"].flatMap((folder) => namesUnder(root, folder, wanted, meetings())) : [];
  return {
    hasFile: (file) => !file.split("/").includes("..") && exists(root, file),
    filesUnder: (folder) => under(folder, isFile),
    linksUnder: (folder) => under(folder, isLink),
    filesOutsideMeetings: () => outside(isFile),
    linksOutsideMeetings: () => outside(isLink),
    isUnreadable: (file) => unreadable.has(file),
    anyUnreadable: (start, end = "") => [...unreadable].some((file) => file.startsWith(start) && file.endsWith(end)),
    startOf: (file) => (exists(root, file) ? firstBytes(join(root, file)) : null),
    textOf: (file) => (exists(root, file) ? readBytes(root, file).toString("utf8") : null),
  };
}

type Wanted = (entry: Dirent) => boolean;
const isFile: Wanted = (entry) => entry.isFile();
const isLink: Wanted = (entry) => entry.isSymbolicLink();

function firstBytes(path: string): Uint8Array {
  const bytes = new Uint8Array(16);
  const file = openSync(path, "r");
  try {
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** What is in a folder, with `/` on every system. Links are named and never followed; hidden files are nobody's papers. */
function namesUnder(root: string, folder: string, wanted: Wanted, except: ReadonlySet<string>): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (except.has(path)) return [];
      const here = wanted(entry) ? [path] : [];
      return entry.isDirectory() ? [...here, ...namesUnder(root, path, wanted, except)] : here;
    });
}
