/** Puts new files in a council's folder, and never over one that is there. For new-draft.ts. */
import { lstatSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exists } from "../load/files.ts";
import { Refusal } from "../model/refusal.ts";

/** Writes `text` to `file`, relative to `root`. Refused where anything has that name, or where a link leads elsewhere. */
export function writeNew(root: string, file: string, text: string): void {
  refuseLinks(root, dirname(file));
  try {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text, { flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Refusal(
      code === "EEXIST"
        ? `${file} is there already, and is left as it is. Move it away first, or write in it.`
        : `${file} could not be written: ${message}.`,
    );
  }
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
