/** Puts new files in a council's folder, and never over one that is there. For new-draft.ts. */
import { lstatSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exists } from "../load/files.ts";
import { Refusal } from "../model/refusal.ts";

export interface NewFile {
  /** Relative to the council's folder. */
  readonly file: string;
  readonly text: string;
}

/** Writes all of them or none. Refused where anything has one of the names, or where a link leads elsewhere. */
export function writeNew(root: string, files: readonly NewFile[]): void {
  for (const { file } of files) {
    refuseLinks(root, dirname(file));
    if (lstatSync(join(root, file), { throwIfNoEntry: false })) throw new Refusal(thereAlready(file));
  }
  const written: string[] = [];
  for (const { file, text } of files) {
    try {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      // Whoever writes the same name in this moment is not written over either.
      writeFileSync(join(root, file), text, { flag: "wx" });
      written.push(file);
    } catch (error) {
      for (const each of written) rmSync(join(root, each));
      const { code, message } = error as NodeJS.ErrnoException;
      throw new Refusal(code === "EEXIST" ? thereAlready(file) : `${file} could not be written: ${message}.`);
    }
  }
}

function thereAlready(file: string): string {
  return `${file} is there already, and is left as it is. Nothing was written: move it away first, or write in it.`;
}

/** What is written behind a link would stand outside the council's folder, and nothing would read it. */
function refuseLinks(root: string, folder: string): void {
  const steps = folder.split("/");
  for (const [index] of steps.entries()) {
    const part = steps.slice(0, index + 1).join("/");
    if (lstatSync(join(root, part), { throwIfNoEntry: false }) && !exists(root, part))
      throw new Refusal(`${part} is a link, so nothing is written there. Put the folder itself there.`);
  }
}
