/** The key of the fingerprints: a file that only its owner reads, apart from the council's folder. */
import { randomBytes } from "node:crypto";
import { existsSync, lstatSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Refusal } from "../model/refusal.ts";
import { refuseInCouncil } from "./kept-apart.ts";

const LENGTH = 32;

/** What the key is called where it is kept with the papers it is for, and is none of them. */
export const KEY_NAME = "fingerprint.key";

/**
 * The 32 bytes of the key in `file`, which is made where there is none. Throws a Refusal for a file that others may
 * read, that holds no key, or that lies inside the council's folder `root` or its repository.
 */
export function readOrMakeKey(root: string, file: string): Uint8Array {
  const path = realPlace(file);
  refuseInCouncil(root, path, "The key");
  if (!existsSync(path)) return makeKey(path);
  const { mode } = statSync(path);
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    throw new Refusal(`Others than you may read the key in ${path}. Make it yours alone: chmod 600 ${path}`, 2);
  const words = readKey(path);
  if (!/^[0-9a-f]{64}$/.test(words))
    throw new Refusal(
      `${path} holds no key. Name another file, or put the key back from where you keep a copy of it; a new one needs new fingerprints.`,
      2,
    );
  return new Uint8Array(Buffer.from(words, "hex"));
}

/** The file's real path, whether or not it is there yet. */
function realPlace(file: string): string {
  const path = resolve(file);
  try {
    if (lstatSync(path, { throwIfNoEntry: false })) return realpathSync(path);
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    throw new Refusal(`There is no folder for the key ${path}, or it is a link that leads nowhere.`, 2);
  }
}

function readKey(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    throw new Refusal(`The key in ${path} may not be opened.`, 2);
  }
}

function makeKey(path: string): Uint8Array {
  const key = randomBytes(LENGTH);
  try {
    writeFileSync(path, `${key.toString("hex")}\n`, { mode: 0o600, flag: "wx" });
  } catch {
    throw new Refusal(`The key cannot be written to ${path}.`, 2);
  }
  return new Uint8Array(key);
}
