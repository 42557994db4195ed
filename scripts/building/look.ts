/** Looks at how every file stands, and reads those that look different for the hash of what is in them. Used by build-site.ts. */
import { unitsChanged } from "./changed-units.ts";
import { councilUnits, unitHash } from "./council-files.ts";
import type { KeptUnit, Memory } from "./memory.ts";
import type { BuildPlace } from "./open-build.ts";

/** The units as they stand now; only those at `changed` are looked at where that is known. */
export function lookAt(
  { root, audience }: BuildPlace,
  before: Memory,
  changed: Iterable<string> | null = null,
): Map<string, KeptUnit> {
  const drafts = audience === "draft";
  const hashOf = (name: string, path: string) => {
    const only = drafts ? null : name.startsWith("meeting ") ? "meeting.md" : name.startsWith("entry ") ? "" : null;
    return unitHash(root, path, only);
  };
  if (changed && before.units.size > 0) return unitsChanged({ root, drafts }, before.units, changed, hashOf);
  const found = councilUnits(root, drafts, Date.now(), () => "every file");
  return new Map(
    [...found].map(([name, unit]): [string, KeptUnit] => {
      const known = before.units.get(name);
      const isSame = known !== undefined && unit.stamp !== "" && unit.stamp === known.stamp && unit.path === known.path;
      return [name, { path: unit.path, stamp: unit.stamp, hash: isSame ? known.hash : hashOf(name, unit.path) }];
    }),
  );
}
