/** Runs every rule over a loaded council. Called by the command line after load, and before issuing. */
import { closeSync, existsSync, openSync, readdirSync, readSync } from "node:fs";
import { join, relative, sep } from "node:path";
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
      loaded.drafts ? folders.flatMap((folder) => filesUnder(council.root, folder)) : [],
    unreadable: loaded.unreadable,
    bytesOf: (file: string) => (exists(council.root, file) ? readBytes(council.root, file) : null),
    startOf: (file: string) => (exists(council.root, file) ? firstBytes(join(council.root, file)) : null),
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

/** Files of a folder, with `/` on every system; hidden ones are nobody's papers. */
function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
