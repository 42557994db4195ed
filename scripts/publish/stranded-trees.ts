/**
 * Trees whose place is gone: of a council's folder that was renamed, or of an `--out` that was deleted. No build would come
 * there again to take out what is withdrawn, so the next build to any place throws them away. Called by publishTrees.
 */
import { dirname, join, relative, resolve } from "node:path";
import { Refusal } from "../model/refusal.ts";
import { type Disk, putWhole } from "./disk.ts";
import { takeLock } from "./lock.ts";
import { kindOfPlace } from "./served-link.ts";
import { discard } from "./tree-state.ts";

const NOTE = ".place";

/** Notes which place the trees named `base` are for, as seen from them: a folder that is renamed takes its places along. */
export function notePlace(base: string, target: string, disk: Disk): void {
  const note = `${base}${NOTE}`;
  const place = relative(dirname(base), target);
  if (!disk.existsSync(note) || disk.readFileSync(note, "utf8") !== place) putWhole(note, place, disk);
}

/** Throws away every tree in `folder` whose place is neither a link to it nor a real folder any more. */
export async function discardStranded(folder: string, disk: Disk): Promise<void> {
  for (const name of disk.readdirSync(folder)) {
    if (!name.endsWith(NOTE)) continue;
    const base = join(folder, name.slice(0, -NOTE.length));
    if (isInUse(base, disk)) continue;
    try {
      const lock = await takeLock(`${base}.lock`, 0, disk, () => {});
      // Whoever held the lock before may have turned the link by now.
      if (!isInUse(base, disk)) for (const file of ["-a", "-b"]) discard(`${base}${file}`, disk);
      if (!isInUse(base, disk)) disk.rmSync(`${base}${NOTE}`, { force: true });
      lock.release();
    } catch (error) {
      // A first build to that place is running.
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

function isInUse(base: string, disk: Disk): boolean {
  const place = resolve(dirname(base), disk.readFileSync(`${base}${NOTE}`, "utf8"));
  if (kindOfPlace(place, disk) === "folder") return true;
  if (!disk.existsSync(place)) return false;
  // One folder may be known by two paths.
  const served = disk.realpathSync(place);
  return ["-a", "-b"].some(
    (name) => disk.existsSync(`${base}${name}`) && disk.realpathSync(`${base}${name}`) === served,
  );
}
