/**
 * Puts drafts into a council's folder, all of them or none, and never over what is there unless that was asked for. For
 * new-draft.ts and import-word.ts.
 */
import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exists } from "../load/files.ts";
import { Refusal } from "../model/refusal.ts";

export interface DraftBytes {
  /** Relative to the council's folder. */
  readonly file: string;
  readonly text: string | Uint8Array;
}

export interface NewFile extends DraftBytes {
  readonly text: string;
}

/** Writes all of them or none. Refused where anything has one of the names, or where a link leads elsewhere. */
export function writeNew(root: string, files: readonly NewFile[]): void {
  writeDrafts(root, { fresh: files, replaced: [] });
}

/**
 * Writes `fresh`, which must be new, and `replaced`, which may be there; all of them or none, with what was there put back where
 * one cannot be written.
 */
export function writeDrafts(
  root: string,
  { fresh, replaced }: { readonly fresh: readonly DraftBytes[]; readonly replaced: readonly DraftBytes[] },
): void {
  for (const { file } of fresh) {
    refuseLinks(root, dirname(file));
    if (isThere(root, file)) throw new Refusal(thereAlready(file));
  }
  for (const { file } of replaced) refuseLinks(root, file);
  const written: { readonly file: string; readonly before: Uint8Array | null }[] = [];
  const write = ({ file, text }: DraftBytes, flag: "wx" | "w") => {
    try {
      const before = flag === "w" && exists(root, file) ? readFileSync(join(root, file)) : null;
      mkdirSync(dirname(join(root, file)), { recursive: true });
      // Whoever writes the same name in this moment is not written over either.
      writeFileSync(join(root, file), text, { flag });
      written.push({ file, before });
    } catch (error) {
      for (const each of written) putBack(join(root, each.file), each.before);
      const { code, message } = error as NodeJS.ErrnoException;
      throw new Refusal(code === "EEXIST" ? thereAlready(file) : `${file} could not be written: ${message}.`);
    }
  };
  for (const file of fresh) write(file, "wx");
  for (const file of replaced) write(file, "w");
}

function isThere(root: string, path: string): boolean {
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw new Refusal(
      `${path} could not be written: ${(error as Error).message}. A file may stand where a folder should.`,
    );
  }
}

function putBack(path: string, before: Uint8Array | null): void {
  if (before) writeFileSync(path, before);
  else rmSync(path);
}

function thereAlready(file: string): string {
  return `${file} is there already, and is left as it is. Nothing was written: move it away first, or write in it.`;
}

/** What is written behind a link would stand outside the council's folder, and nothing would read it. */
function refuseLinks(root: string, path: string): void {
  const steps = path.split("/");
  for (const [index] of steps.entries()) {
    const part = steps.slice(0, index + 1).join("/");
    if (isThere(root, part) && !exists(root, part))
      throw new Refusal(`${part} is a link, so nothing is written there. Put the folder itself there.`);
  }
}
