/** Which pages and files of the site are others than in the build before, so that open pages know. Used by build-site.ts. */
import type { KeysByPath } from "./page-groups.ts";
import type { Redo } from "./redo.ts";
import type { KeptGroup, WorkedOut } from "./work-out.ts";

/** The keys of what hangs on nothing that is asked, by group, as they were in the build before. */
export type OtherKeys = ReadonlyMap<string, KeysByPath>;

/** The groups of `worked` that the build before kept nothing of: the site's own files, the problems, the council's own pages. */
export function otherKeys({ groups }: WorkedOut, redo: Redo): OtherKeys {
  return new Map(
    [...groups.values()].flatMap(({ name, keys }) => (redo.lines.has(`pages ${name}`) ? [] : [[name, keys()]])),
  );
}

/** Addresses of what came, went or changed. `before` has what `otherKeys` gave after the last build. */
export function changedPages(worked: WorkedOut, redo: Redo, before: OtherKeys): string[] {
  const now = otherKeys(worked, redo);
  const gone = redo.namesBefore("pages ").filter((name) => !worked.groups.has(name));
  const was = (name: string) => redo.was<KeptGroup>(`pages ${name}`)?.keys ?? {};
  return [
    ...worked.changed.flatMap((name) => different(was(name), worked.groups.get(name)?.keys() ?? {})),
    ...gone.flatMap((name) => Object.keys(was(name))),
    ...[...new Set([...before.keys(), ...now.keys()])].flatMap((name) =>
      different(before.get(name) ?? {}, now.get(name) ?? {}),
    ),
  ].map((path) => `/${path.replace(/(^|\/)index\.html$/, "$1")}`);
}

function different(before: KeysByPath, now: KeysByPath): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((path) => before[path] !== now[path]);
}
