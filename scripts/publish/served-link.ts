/** The link that says which tree is public, and whose the place is that it stands at. For publishTrees and verify. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Refusal } from "../model/refusal.ts";
import type { Disk } from "./disk.ts";

/** A file that stands in every tree of ours and says for whom it is, so that nothing else is ever written over. */
export const MARK = ".cleardays-tree";

/** What the file says: the audience and what the clock said, a line each. */
export function markText(audience: "public" | "draft", now: string): string {
  return `${audience}\n${now}\n`;
}

/** What the clock said when a tree was built; null where it is not one of ours. */
export function builtAt(tree: string): string | null {
  const mark = join(tree, MARK);
  return existsSync(mark) ? readFileSync(mark, "utf8").split("\n")[1]?.trim() || null : null;
}

/** The same for every build to `target` and for no other, so that builds to two places keep out of each other's trees. */
export function treeName(target: string): string {
  return `${basename(target)}-${createHash("sha256").update(target).digest("hex").slice(0, 8)}`;
}

/** What stands at the place: nothing, a link, or a real folder. */
export function kindOfPlace(target: string, disk: Disk): "nothing" | "link" | "folder" {
  if (disk.lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink()) return "link";
  return disk.existsSync(target) ? "folder" : "nothing";
}

/** The tree that is being served through a link, if there is one. */
export function servedTree(target: string, disk: Disk): string | null {
  if (kindOfPlace(target, disk) !== "link" || !disk.existsSync(target)) return null;
  return resolve(dirname(target), disk.readlinkSync(target));
}

/** Refuses to write over what Clear Days did not write, and over a public site with a preview or the other way round. */
export function refuseForeign(target: string, audience: "public" | "draft", disk: Disk): void {
  if (!disk.existsSync(target)) return;
  if (kindOfPlace(target, disk) === "folder" && isEmptyFolder(target, disk)) return;
  const mark = join(target, MARK);
  if (!disk.existsSync(mark))
    throw new Refusal(
      `${target} holds files that Clear Days did not write. Name an empty folder, or one it wrote before, with --out.`,
    );
  if (disk.readFileSync(mark, "utf8").split("\n")[0]?.trim() !== audience)
    throw new Refusal(
      audience === "draft"
        ? `${target} is a public site, and drafts would take its place. Name another folder with --out.`
        : `${target} is a preview with drafts. Name another folder for the public site with --out.`,
    );
}

function isEmptyFolder(target: string, disk: Disk): boolean {
  return disk.lstatSync(target).isDirectory() && disk.readdirSync(target).length === 0;
}

/** Points `target` at `tree` by renaming a new link over the old one, so that there is never a moment without one. */
export function turnLink(target: string, tree: string, disk: Disk): void {
  const next = `${target}.next`;
  disk.rmSync(next, { force: true });
  disk.mkdirSync(dirname(target), { recursive: true });
  disk.symlinkSync(process.platform === "win32" ? tree : relative(dirname(target), tree), next, "junction");
  if (process.platform === "win32") disk.rmSync(target, { force: true });
  disk.renameSync(next, target);
}
