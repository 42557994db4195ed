/** Which pages and files of the site are others than in the build before, so that open pages know. Used by build-site.ts. */
import { groupsBefore, keysBefore } from "./groups-now.ts";
import type { KeysByPath } from "./page-groups.ts";
import type { Redo } from "./redo.ts";
import type { WorkedOut } from "./work-out.ts";

/** Addresses of what came, went or changed. */
export function changedPages({ changed, groups }: WorkedOut, redo: Redo): string[] {
  const gone = groupsBefore(redo).filter((name) => !groups.has(name));
  return [
    ...changed.flatMap((name) => different(keysBefore(redo, name), groups.get(name)?.keys() ?? {})),
    ...gone.flatMap((name) => Object.keys(keysBefore(redo, name))),
  ].map((path) => `/${path.replace(/(^|\/)index\.html$/, "$1")}`);
}

function different(before: KeysByPath, now: KeysByPath): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((path) => before[path] !== now[path]);
}
