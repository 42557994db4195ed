/** What a disk refuses, in an officer's words: what could not be done, where, and what would put it right. For publishTrees. */
import { Refusal } from "../model/refusal.ts";
import { codeOf } from "./disk.ts";

const CAUSES: ReadonlyMap<string, readonly [why: string, mend: string]> = new Map([
  ["ENOSPC", ["the disk is full", "Make room on the disk, and build again."]],
  ["EDQUOT", ["the disk space that this user may fill is full", "Make room on the disk, and build again."]],
  ["EACCES", ["this user may not write there", "Give the user who builds leave to write there, and build again."]],
  ["EPERM", ["this user may not write there", "Give the user who builds leave to write there, and build again."]],
  ["EROFS", ["the disk can only be read", "Ask whoever looks after the disk to let it be written, and build again."]],
  ["EMFILE", ["too many files are open at once", "Close other programs, and build again."]],
  ["ENFILE", ["too many files are open at once", "Close other programs, and build again."]],
  ["EIO", ["the disk has a fault", "Ask whoever looks after the disk to test it, and build again."]],
]);

/**
 * A refusal for an error of the disk, and any other error as it is. `folder` is named where the error names no file; `standing`
 * says what is public now.
 */
export function inOfficersWords(error: unknown, folder: string, standing: string): unknown {
  const cause = CAUSES.get(codeOf(error));
  if (!cause || error instanceof Refusal) return error;
  const { path, dest } = error as { path?: unknown; dest?: unknown };
  const where = [dest, path].find((each) => typeof each === "string") ?? folder;
  const [why, mend] = cause;
  return new Refusal(`${where} could not be written, because ${why}. ${standing} ${mend}`);
}
