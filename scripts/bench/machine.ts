/** What the benches say of the machine, and the empty folders they work in. Called by bench-packs.ts and site/bench-site.ts. */
import { mkdirSync, rmSync } from "node:fs";
import { cpus, totalmem } from "node:os";

/** Makes `folder` empty, whatever was in it, and names it. */
export function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Its processors, memory and system, in a line. */
export function machine(): string {
  const [first] = cpus();
  return `${cpus().length} cores (${first?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}`;
}
