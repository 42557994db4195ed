/**
 * Makes a rendered site public in one step. The tree is written to a folder of its own, beside the one being served,
 * and a link is turned to it; where `out` is a real folder, the tree is copied into it instead.
 */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { Refusal } from "../model/refusal.ts";
import type { RenderedSite } from "../site/render.ts";

export interface Published {
  readonly pages: number;
  readonly files: number;
}

/**
 * Publishes `site` at `out`. Files that are copied are read from `root`, the council's folder. Refuses to write over what
 * Clear Days did not write, and over a public site with a preview or the other way round.
 */
export function publish(site: RenderedSite, root: string, out: string): Published {
  const target = resolve(out);
  const isLink = lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  const isRealFolder = !isLink && existsSync(target);
  refuseForeign(target, site.audience, isRealFolder);
  const trees = join(resolve(root), ".cleardays/trees");
  const tree = join(trees, isRealFolder ? `${treeName(target)}-copy` : idleTree(target, trees));
  rmSync(tree, { recursive: true, force: true });
  writeTree(site, root, tree);
  if (isRealFolder) {
    copyInto(tree, target);
    rmSync(tree, { recursive: true });
  } else {
    const before = servedTree(target);
    turnLink(target, tree);
    if (before && before !== tree) forget(before, tree);
  }
  return { pages: site.pages.size, files: site.files.length };
}

/** The tree that is being served through a link, if there is one. */
function servedTree(target: string): string | null {
  return existsSync(target) ? resolve(dirname(target), readlinkSync(target)) : null;
}

/** Takes out of the tree served before whatever is not public any more, so that nothing withdrawn is left on the disk. */
function forget(before: string, now: string): void {
  if (!existsSync(before)) return;
  for (const file of filesUnder(before)) {
    const [old, present] = [join(before, file), join(now, file)];
    if (!existsSync(present) || !readFileSync(old).equals(readFileSync(present))) rmSync(old);
  }
  removeEmptyFolders(before);
}

/** The name of the tree that is not being served, of the two that `out` has. */
function idleTree(target: string, trees: string): string {
  const name = treeName(target);
  const served = servedTree(target);
  return served === join(trees, `${name}-a`) ? `${name}-b` : `${name}-a`;
}

/** The same for every build to `target` and for no other, so that two builds at once keep out of each other's trees. */
function treeName(target: string): string {
  return `${basename(target)}-${createHash("sha256").update(target).digest("hex").slice(0, 8)}`;
}

/** A file that stands in every tree of ours and says for whom it is, so that nothing else is ever written over. */
export const MARK = ".cleardays-tree";

function refuseForeign(target: string, audience: RenderedSite["audience"], isRealFolder: boolean): void {
  if (!existsSync(target) || (isRealFolder && readdirSync(target).length === 0)) return;
  const mark = join(target, MARK);
  if (!existsSync(mark))
    throw new Refusal(
      `${target} holds files that Clear Days did not write. Name an empty folder, or one it wrote before, with --out.`,
    );
  if (audienceOf(target) !== audience)
    throw new Refusal(
      audience === "draft"
        ? `${target} is a public site, and drafts would take its place. Name another folder with --out.`
        : `${target} is a preview with drafts. Name another folder for the public site with --out.`,
    );
}

function audienceOf(tree: string): string {
  return readFileSync(join(tree, MARK), "utf8").split("\n")[0]?.trim() ?? "";
}

/** What the clock said when a tree was built; null where it is not one of ours. */
export function builtAt(tree: string): string | null {
  const mark = join(tree, MARK);
  return existsSync(mark) ? readFileSync(mark, "utf8").split("\n")[1]?.trim() || null : null;
}

function writeTree(site: RenderedSite, root: string, tree: string): void {
  write(join(tree, MARK), `${site.audience}\n${site.now}\n`);
  for (const [url, content] of site.pages) write(join(tree, url.endsWith("/") ? `${url}index.html` : url), content);
  for (const { url, content, from } of site.files) {
    if (content !== undefined) write(join(tree, url), content);
    else if (from) {
      mkdirSync(dirname(join(tree, url)), { recursive: true });
      copyFileSync(isAbsolute(from) ? from : join(root, from), join(tree, url));
    }
  }
}

function write(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Points `target` at `tree` by renaming a new link over the old one, so that there is never a moment without one. */
function turnLink(target: string, tree: string): void {
  const next = `${target}.next`;
  rmSync(next, { force: true });
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(process.platform === "win32" ? tree : relative(dirname(target), tree), next, "junction");
  if (process.platform === "win32") rmSync(target, { force: true });
  renameSync(next, target);
}

/** Makes a real folder hold what the tree holds and nothing else. */
function copyInto(tree: string, target: string): void {
  const wanted = new Set(filesUnder(tree));
  for (const file of wanted) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    copyFileSync(join(tree, file), join(target, file));
  }
  for (const file of filesUnder(target)) if (!wanted.has(file)) rmSync(join(target, file));
  removeEmptyFolders(target);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const inner = join(folder, entry.name);
    removeEmptyFolders(inner);
    if (readdirSync(inner).length === 0) rmSync(inner, { recursive: true });
  }
}
