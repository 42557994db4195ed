/** Where a council is and what is built of it, and where what was worked out is kept for the next build. Used all over building/. */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { hashOfText } from "../asking/hashes.ts";
import { keepFile, keptFile, type Told } from "./kept-file.ts";
import { programHash } from "./program-hash.ts";

export interface BuildPlace {
  readonly root: string;
  readonly audience: "public" | "draft";
  /** Where what was worked out is kept for the next build. */
  readonly kept: string;
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
}

/** The place of a build. What another program kept there is thrown away, and told in one line. */
export function placeOfBuild({ root, out, audience, now, liveReload = false }: PlaceAsked, told: Told): BuildPlace {
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
  return { root: resolve(root), audience, kept, now, liveReload, program };
}
