/**
 * The records of what was brought in, `data/imports/<meeting>/<report>.json`: written, read again, and looked through for a file
 * that was brought in before. For import-word.ts.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { exists, namesIn, sha256 } from "../load/files.ts";
import type { CivilDateTime } from "../model/civil.ts";
import { wordImport } from "../model/word-import.ts";
import { bodyHash } from "./brought-in-before.ts";

const FOLDER = "data/imports";

export interface BroughtIn {
  /** The Word file's name and bytes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly at: CivilDateTime;
  readonly accepted: readonly string[];
  /** The questions that were answered with yes, and those that were left. */
  readonly yes: readonly string[];
  readonly asked: readonly string[];
  readonly notes: readonly string[];
  /** The report as it was written. */
  readonly text: string;
  readonly counted: { readonly words: number; readonly cells: number };
}

/** The text of the record. */
export function importRecord({ name, bytes, at, accepted, yes, asked, notes, text, counted }: BroughtIn): string {
  const record = {
    file: name,
    sha256: sha256(bytes),
    at,
    accepted,
    answered: yes,
    asked,
    notes,
    body: bodyHash(text),
    words: String(counted.words),
    cells: String(counted.cells),
  };
  wordImport.parse(record);
  return `${JSON.stringify(record, null, 2)}\n`;
}

/** The hash of the body as it was written; null where there is no record, or somebody has changed it. */
export function recordedBody(root: string, record: string): string | null {
  if (!exists(root, record)) return null;
  try {
    return wordImport.parse(JSON.parse(readFileSync(join(root, record), "utf8"))).body;
  } catch {
    return null;
  }
}

/** Where else a file with this hash was brought in, since one that was meant for another item is easily left there. */
export function broughtInElsewhere(root: string, hash: string, record: string): string[] {
  return namesIn(root, FOLDER, "folders")
    .flatMap((folder) => namesIn(root, `${FOLDER}/${folder}`, "files").map((name) => `${FOLDER}/${folder}/${name}`))
    .filter((file) => file !== record && readFileSync(join(root, file), "utf8").includes(`"sha256": "${hash}"`))
    .map((file) => `The same file was brought in before, as ${file.slice(FOLDER.length + 1).replace(/\.json$/, "")}.`);
}
