/** Puts what was worked out and rendered into the idle tree and makes it public. Used by build-site.ts. */
import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { writeInto } from "../publish/tree-files.ts";
import { publishTrees } from "../publish/trees.ts";
import type { Told } from "./kept-file.ts";
import type { OpenBuild } from "./open-build.ts";
import type { WorkedOut } from "./work-out.ts";

/** Publishes all groups at `out`, with the trees under `root`. */
export async function publishGroups(
  build: OpenBuild,
  { groups, renderAgain }: WorkedOut,
  root: string,
  out: string,
  told: Told,
): Promise<void> {
  const { store, works, place } = build;
  const wanted = [...groups.values()].map(({ name, key, keys }) => ({
    name,
    key,
    files: () => new Map(Object.entries(keys())),
  }));
  const make = async (missing: ReadonlyMap<string, readonly string[]>, tree: string) => {
    const keyOf = (group: string, path: string) => groups.get(group)?.keys()[path] ?? "";
    const unmade = [...missing].filter(([group, paths]) =>
      paths.some((path) => !keyOf(group, path).startsWith("c") && !store.has(keyOf(group, path))),
    );
    await renderAgain(unmade.map(([group]) => group));
    for (const [group, paths] of missing) for (const path of paths) writeInto(tree, path, bytesOf(keyOf(group, path)));
  };
  /** What a key stands for: what is in the store, or a file of the council's or ours. */
  const bytesOf = (key: string): Buffer => {
    const [, from] = /^c\S+ (.+)$/.exec(key) ?? [];
    if (from !== undefined) return readFileSync(isAbsolute(from) ? from : join(works.atHand.root, from));
    const bytes = store.get(key);
    if (!bytes) throw new Error(`What was rendered as ${key} is gone.`);
    return bytes;
  };
  await publishTrees({ audience: place.audience, now: works.atHand.now, groups: wanted }, make, root, out, { told });
}
