/** Tiny councils for tests: one good, and the same with one thing changed. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const GOOD_COUNCIL = join(dirname(fileURLToPath(import.meta.url)), "good");

export const MARCH = "content/meetings/2026/2026-03-02-panel";
export const JUNE = "content/meetings/2026/2026-06-01-panel";

export interface Edit {
  readonly file: string;
  /** The words to replace; left out, the whole file is written. */
  readonly find?: string;
  /** What to put; null takes the file away. */
  readonly put: string | null;
}

/** A copy of the good council in a folder of its own, with `edits` made. The caller removes it. */
export function councilWith(...edits: Edit[]): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), "clear-days-"));
  cpSync(GOOD_COUNCIL, root, { recursive: true });
  for (const edit of edits) makeEdit(root, edit);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

export function makeEdit(root: string, { file, find, put }: Edit): void {
  const path = join(root, file);
  if (put === null) {
    rmSync(path, { recursive: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  if (find === undefined) {
    writeFileSync(path, put);
    return;
  }
  const before = readFileSync(path, "utf8");
  if (!before.includes(find)) throw new Error(`${file} does not hold "${find}"`);
  writeFileSync(path, before.replace(find, () => put));
}
