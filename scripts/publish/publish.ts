/** Makes a rendered site public, all of it held in memory: a thin layer over publishTrees. Called by build.ts. */
import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { RenderedSite } from "../site/render.ts";
import { hashOf } from "./manifest.ts";
import { writeInto } from "./tree-files.ts";
import { type PublishOptions, publishTrees } from "./trees.ts";

export interface Published {
  readonly pages: number;
  readonly files: number;
}

/** Publishes `site` at `out`. Files that are copied are read from `root`, the council's folder. Refuses as publishTrees does. */
export async function publish(
  site: RenderedSite,
  root: string,
  out: string,
  options: PublishOptions = {},
): Promise<Published> {
  const contents = contentsOf(site, root);
  const keys = new Map([...contents].map(([path, content]) => [path, hashOf(content())]));
  const group = { name: "site", key: hashOf(JSON.stringify([...keys])), files: () => keys };
  await publishTrees(
    { audience: site.audience, now: site.now, groups: [group] },
    async (missing, tree) => {
      for (const path of [...missing.values()].flat()) writeInto(tree, path, contents.get(path)?.() ?? "");
    },
    root,
    out,
    options,
  );
  return { pages: site.pages.size, files: site.files.length };
}

/** What stands at each path of the tree. A file that is copied is read when it is asked for. */
function contentsOf(site: RenderedSite, root: string): Map<string, () => Uint8Array | string> {
  const contents = new Map<string, () => Uint8Array | string>();
  for (const [url, content] of site.pages)
    contents.set(pathOf(url.endsWith("/") ? `${url}index.html` : url), () => content);
  for (const { url, content, from } of site.files) {
    if (content !== undefined) contents.set(pathOf(url), () => content);
    else if (from) contents.set(pathOf(url), () => readFileSync(isAbsolute(from) ? from : join(root, from)));
  }
  return contents;
}

/** An address as a path from the tree's root. */
function pathOf(url: string): string {
  return url.replace(/^\//, "");
}
