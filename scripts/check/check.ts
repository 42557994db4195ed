/** Runs every rule over a loaded council. Called by the command line after load, and before issuing. */
import { closeSync, type Dirent, existsSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import type { Loaded } from "../load/council.ts";
import { exists, readBytes } from "../load/files.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { RULES } from "./rules.ts";

/** Every problem of the council, those found in reading it included, sorted by file and line. */
export function checkCouncil(loaded: Loaded): Problem[] {
  const { council } = loaded;
  if (!council) return [...loaded.problems];
  const known = {
    hasFile: (file: string) => !file.split("/").includes("..") && exists(council.root, file),
    filesUnder: (...folders: string[]) =>
      loaded.drafts ? folders.flatMap((folder) => namesUnder(council.root, folder, (entry) => entry.isFile())) : [],
    linksUnder: (...folders: string[]) =>
      loaded.drafts
        ? folders.flatMap((folder) => namesUnder(council.root, folder, (entry) => entry.isSymbolicLink()))
        : [],
    unreadable: loaded.unreadable,
    startOf: (file: string) => (exists(council.root, file) ? firstBytes(join(council.root, file)) : null),
    textOf: (file: string) => (exists(council.root, file) ? readBytes(council.root, file).toString("utf8") : null),
  };
  return sortProblems([...loaded.problems, ...RULES.flatMap((rule) => rule.check(council, known))]);
}

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
function namesUnder(root: string, folder: string, wanted: (entry: Dirent) => boolean): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      const here = wanted(entry) ? [path] : [];
      return entry.isDirectory() ? [...here, ...namesUnder(root, path, wanted)] : here;
    });
}
