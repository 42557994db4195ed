/** Where a council is and what is built of it, and where what was worked out is kept for the next build. Used all over building/. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { hashOfText } from "../asking/hashes.ts";
import { Refusal } from "../model/refusal.ts";
import { keepFile, keptFile, type Told } from "./kept-file.ts";
import { programHash } from "./program-hash.ts";

export interface BuildPlace {
  readonly root: string;
  readonly audience: "public" | "draft";
  /** Where what was worked out is kept for the next build. */
  readonly kept: string;
  /** The folder of a cache that builds share; null where there is none. */
  readonly cache: string | null;
  readonly now: string | undefined;
  /** The script of the preview that reloads pages. */
  readonly liveReload: boolean;
  readonly program: string;
}

export interface PlaceAsked {
  readonly root: string;
  readonly out: string;
  readonly audience: BuildPlace["audience"];
  readonly now?: string | undefined;
  readonly liveReload?: boolean;
  /** The folder of a cache that builds share. */
  readonly cache?: string | undefined;
}

/**
 * The place of a build. What another program kept there is thrown away, and told in one line. Refuses a cache in the council's
 * own files or in what is published.
 */
export function placeOfBuild(
  { root, out, audience, now, liveReload = false, cache }: PlaceAsked,
  told: Told,
): BuildPlace {
  if (cache) refuseAmongPapers(cache, resolve(root), resolve(out));
  // Two places that are built to have nothing in common but the council, so that neither waits for the other.
  const name = `${audience}-${hashOfText(`${resolve(out)} ${liveReload}`).slice(0, 8)}`;
  const kept = join(resolve(root), ".cleardays/kept", name);
  const program = programHash();
  const mark = join(kept, "program");
  if (!keptFile(mark, `program ${program}`, () => {})) {
    if (existsSync(kept) && readdirSync(kept).length > 0) {
      rmSync(kept, { recursive: true, force: true });
      told(
        "What earlier builds kept is of another version of Clear Days, or damaged, and was thrown away; everything is made again.",
      );
    }
    keepFile(mark, `program ${program}`, Buffer.from(program));
  }
  return { root: resolve(root), audience, kept, cache: cache ? resolve(cache) : null, now, liveReload, program };
}

/** A cache holds what is read of drafts, and is no part of the council's record. */
function refuseAmongPapers(cache: string, root: string, out: string): void {
  const places = [
    ...["content", "data", "templates", ".cleardays/kept", ".cleardays/trees"].map((name) => join(root, name)),
    out,
  ];
  const place = places.find((each) => `${resolve(cache)}${sep}`.startsWith(`${each}${sep}`));
  if (place)
    throw new Refusal(
      `The cache may not lie in ${place}, where it would stand among the council's files or on its site. Give --cache another folder.`,
      2,
    );
}
