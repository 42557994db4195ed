/** The made-up site that is published and killed, version after version, and what the child is told to do. */
import type { MadeUpSite } from "./made-up-trees.ts";

export const PHASES = ["before", "deleting", "making", "noting", "turning", "forgetting"] as const;
export type Phase = (typeof PHASES)[number];

export interface Task {
  readonly root: string;
  readonly out: string;
  readonly version: number;
  /** The phase whose acts are slowed down, so that it is hit. */
  readonly phase: Phase | null;
}

/** Some 150 files, of which each version brings, changes and withdraws some. */
export function siteOfVersion(version: number): MadeUpSite {
  const groups: Record<string, Record<string, string>> = {};
  for (let group = 0; group < 20; group++) {
    if ((group + version) % 5 === 0) continue;
    const files: Record<string, string> = {};
    for (let file = 0; file < 8; file++) {
      const changes = (group * 3 + file) % 4 === 0;
      const words = `Group ${group}, file ${file}, version ${changes ? version : "of old"}. `;
      files[`meetings/${group}/${file % 2 ? `${file}.txt` : `${file}/index.html`}`] = words.repeat(1 + (file % 3) * 40);
    }
    // What stands in one version only, so that whole folders come and go.
    files[`meetings/${group}/only-${version}/index.html`] = `Only in version ${version}.`;
    groups[`meeting ${group}`] = files;
  }
  return groups;
}
