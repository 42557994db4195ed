/** The public flow and the preview's, as named steps: load, check, access, site, publish. Called by cli.ts. */
import { join } from "node:path";
import { draftCouncil } from "./access/admit-drafts.ts";
import { publicCouncil } from "./access/admit-issued.ts";
import { checkCouncil } from "./check/check.ts";
import { type Loaded, loadCouncil } from "./load/council.ts";
import { type Problem, stopsPublishing } from "./model/problem.ts";
import { deadLinks } from "./publish/dead-links.ts";
import { type Published, publish } from "./publish/publish.ts";
import { renderSite } from "./site/render.ts";

export interface BuildOptions {
  readonly root: string;
  readonly out?: string | undefined;
  readonly now?: string | undefined;
}

/** Told of each step as it begins. */
export type Progress = (step: string) => void;

export interface Built {
  /** Null where a problem stopped the build; what was public before is still public. */
  readonly published: Published | null;
  readonly problems: readonly Problem[];
  readonly out: string;
}

/** Builds the public site from what was issued and from living data. No draft is opened. */
export async function buildPublicSite(options: BuildOptions, progress: Progress): Promise<Built> {
  const out = options.out ?? join(options.root, "_site");
  progress("Reading what was issued");
  const loaded = loadCouncil(options.root, { drafts: false, now: options.now });
  const problems = checkCouncil(loaded);
  if (!loaded.council || problems.some(stopsPublishing)) return { published: null, problems, out };
  progress("Making pages");
  const site = await renderSite(publicCouncil(loaded.council), { root: loaded.council.root });
  progress("Publishing");
  const published = await publish(site, loaded.council.root, out);
  return { published, problems: [...problems, ...deadLinks(site)], out };
}

/** Builds the preview, drafts included and marked. Problems are shown in it and stop nothing that can be shown. */
export async function buildPreview(
  options: BuildOptions & { readonly liveReload?: boolean },
  progress: Progress,
): Promise<Built & { readonly loaded: Loaded; readonly addresses: readonly string[] }> {
  const out = options.out ?? join(options.root, "_preview");
  progress("Reading the council's files");
  const loaded = loadCouncil(options.root, { drafts: true, now: options.now });
  const problems = checkCouncil(loaded);
  if (!loaded.council) return { published: null, problems, out, loaded, addresses: [] };
  progress("Making pages");
  const site = await renderSite(draftCouncil(loaded.council), {
    root: loaded.council.root,
    problems,
    liveReload: options.liveReload ?? false,
  });
  const published = await publish(site, loaded.council.root, out);
  return { published, problems: [...problems, ...deadLinks(site)], out, loaded, addresses: [...site.pages.keys()] };
}
