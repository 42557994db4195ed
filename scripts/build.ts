/** The public flow and the preview's: what changed is read, checked, worked out, rendered and published. Called by cli.ts. */
import { join } from "node:path";
import { type Progress, SiteBuilder } from "./building/build-site.ts";
import type { Problem } from "./model/problem.ts";

export type { Progress };

export interface BuildOptions {
  readonly root: string;
  readonly out?: string | undefined;
  readonly now?: string | undefined;
  /** Told in a line what an officer may want to know, such as that what was kept could not be trusted. */
  readonly told?: (line: string) => void;
}

export interface Built {
  /** Null where a problem stopped the build; what was public before is still public. */
  readonly published: { readonly pages: number; readonly files: number; readonly rendered: number } | null;
  readonly problems: readonly Problem[];
  readonly out: string;
  /** The addresses of all pages. */
  readonly addresses: () => string[];
}

/** Builds the public site from what was issued and from living data. No draft is opened. */
export async function buildPublicSite(options: BuildOptions, progress: Progress): Promise<Built> {
  const out = options.out ?? join(options.root, "_site");
  return { ...(await new SiteBuilder({ ...options, out, audience: "public" }).build(progress)), out };
}

/** Builds the preview, drafts included and marked. Problems are shown in it and stop nothing that can be shown. */
export async function buildPreview(
  options: BuildOptions & { readonly liveReload?: boolean },
  progress: Progress,
): Promise<Built> {
  const out = options.out ?? join(options.root, "_preview");
  return { ...(await new SiteBuilder({ ...options, out, audience: "draft" }).build(progress)), out };
}
