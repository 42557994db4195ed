/** Puts what was worked out and rendered into the idle tree and makes it public. Used by build-site.ts. */
import { isAbsolute, join } from "node:path";
import { DISK, type Disk } from "../publish/disk.ts";
import { copyInto, moveInto } from "../publish/tree-files.ts";
import { publishTrees } from "../publish/trees.ts";
import type { Told } from "./kept-file.ts";
import type { OpenBuild } from "./open-build.ts";
import type { WorkedOut } from "./work-out.ts";

/** A preview need not outlive a power cut: the next `npm start` makes it again. */
const HASTY: Disk = { ...DISK, fsyncSync: () => {}, syncAll: () => true };

/** Publishes all groups at `out`, with the trees under `root`; where `isFresh`, everything anew, whatever stands there. */
export async function publishGroups(
  build: OpenBuild,
  { groups, renderAgain }: WorkedOut,
  root: string,
  out: string,
  told: Told,
  isFresh: boolean,
): Promise<void> {
  const { store, works, place } = build;
  const wanted = [...groups.values()].map(({ name, key, keys }) => ({
    name,
    key,
    files: () => new Map(Object.entries(keys())),
  }));
  const make = async (missing: ReadonlyMap<string, readonly string[]>, tree: string) => {
    const asked = [...missing].flatMap(([group, paths]) => {
      const keys = groups.get(group)?.keys() ?? {};
      return paths.map((path) => ({ group, path, key: keys[path] ?? "" }));
    });
    const isMade = (key: string) => key.startsWith("c") || store.has(key);
    await renderAgain([...new Set(asked.filter(({ key }) => !isMade(key)).map(({ group }) => group))]);
    const left = new Map<string, number>();
    for (const { key } of asked) left.set(key, (left.get(key) ?? 0) + 1);
    for (const { path, key } of asked) {
      const [, from] = /^c\S+ (.+)$/.exec(key) ?? [];
      left.set(key, (left.get(key) ?? 1) - 1);
      if (from !== undefined) copyInto(tree, path, isAbsolute(from) ? from : join(works.atHand.root, from));
      // Two files may have the same bytes and so the same key; the last takes them away.
      else if (left.get(key)) copyInto(tree, path, store.placeOf(key));
      else moveInto(tree, path, store.placeOf(key));
    }
  };
  const disk = place.audience === "draft" ? HASTY : DISK;
  await publishTrees({ audience: place.audience, now: works.atHand.now, groups: wanted }, make, root, out, {
    told,
    disk,
    isFresh,
  });
}
