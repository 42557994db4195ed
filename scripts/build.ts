/** The public flow and the preview's: what changed is read, checked, worked out, rendered and published. Called by commands/build.ts. */
import { join } from "node:path";
import { type PlaceAsked, placeOfBuild } from "./building/build-place.ts";
import type { Progress } from "./building/build-site.ts";
import { unchangedSince } from "./building/last-build.ts";
import type { Problem } from "./model/problem.ts";

export type { Progress };

export interface BuildOptions {
  readonly root: string;
  readonly out?: string | undefined;
  readonly now?: string | undefined;
  /** The folder of a cache that builds share; see docs/scaling.md. */
  readonly cache?: string | undefined;
  /** Trusts nothing that stands published, and makes all of it anew: for when somebody wrote there. */
  readonly isFresh?: boolean;
  /** Told in a line what an officer may want to know, such as that what was kept could not be trusted. */
  readonly told?: (line: string) => void;
}

export interface Built {
  /** Null where a problem stopped the build; what was public before is still public. */
  readonly published: { readonly pages: number; readonly files: number; readonly rendered: number } | null;
  readonly problems: readonly Problem[];
  readonly out: string;
}

/** Builds the public site from what was issued and from living data. No draft is opened. */
export function buildPublicSite(options: BuildOptions, progress: Progress): Promise<Built> {
  const out = options.out ?? join(options.root, "_site");
  return build({ ...options, out, audience: "public" }, progress);
}

/** Builds the preview, drafts included and marked. Problems are shown in it and stop nothing that can be shown. */
export function buildPreview(
  options: BuildOptions & { readonly liveReload?: boolean },
  progress: Progress,
): Promise<Built> {
  const out = options.out ?? join(options.root, "_preview");
  return build({ ...options, out, audience: "draft" }, progress);
}

async function build(options: PlaceAsked & Pick<BuildOptions, "told" | "isFresh">, progress: Progress): Promise<Built> {
  const { out, told = () => {} } = options;
  const place = placeOfBuild(options, told);
  const last = options.isFresh ? null : unchangedSince(place, out);
  if (last) return { published: { ...last.published, rendered: 0 }, problems: last.problems, out };
  // What renders and checks takes a while to load, and is not wanted where nothing changed.
  const { SiteBuilder } = await import("./building/build-site.ts");
  const { published, problems } = await new SiteBuilder(options).build(progress);
  return { published, problems, out };
}
