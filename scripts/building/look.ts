/**
 * Looks at how every file stands, and reads the units that look different for the hash of what is in them. Used by build-site.ts
 * and by last-build.ts.
 */
import { hashOfText } from "../asking/hashes.ts";
import { councilUnits, type Unit, unitHash } from "./council-files.ts";
import type { KeptUnit } from "./memory.ts";

/** Where a council is, and which of its files a build may open. */
export interface Place {
  readonly root: string;
  readonly audience: "public" | "draft";
}

/**
 * The snapshots of as many meetings are looked at file by file in one build: of a larger council the next ones in turn. What was
 * issued is read with its hashes whenever its meeting is, so that none that was changed by hand is ever shown; this tells of it.
 */
const WHOLE = 300;

/** In how many turns the snapshots of so many meetings are looked at. */
export function turnsFor(meetings: number): number {
  return Math.max(1, Math.ceil(meetings / WHOLE));
}

/** The units as they look now, with every file of the snapshots whose turn it is, of `turns`. */
export function lookNow({ root, audience }: Place, turn: number, turns: number): Map<string, Unit> {
  return councilUnits(root, audience === "draft", Date.now(), (id) => turnOf(id, turns) === turn % turns);
}

function turnOf(id: string, turns: number): number {
  if (turns === 1) return 0;
  let sum = 0;
  for (const sign of id) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % turns;
}

/** Whether a unit looks as it did when it was last read. */
export function looksTheSame(unit: Unit, known: KeptUnit | undefined): known is KeptUnit {
  // What was too new to say how it looks, then or now, may be another with the same look.
  if (known === undefined || unit.stamp === "" || unit.snapshots === "" || known.snapshots === "") return false;
  const areSnapshots = unit.snapshots === null || unit.snapshots === known.snapshots;
  return unit.stamp === known.stamp && unit.path === known.path && areSnapshots;
}

/** The units with what is in them. */
export function readUnits(
  { root, audience }: Place,
  found: ReadonlyMap<string, Unit>,
  before: ReadonlyMap<string, KeptUnit>,
): Map<string, KeptUnit> {
  return new Map(
    [...found].map(([name, unit]): [string, KeptUnit] => {
      const { path, stamp } = unit;
      const known = before.get(name);
      if (looksTheSame(unit, known)) return [name, { ...known, path, stamp }];
      // Looked at before they are read: what changes meanwhile looks different next time.
      const snapshots = unit.snapshots ?? unit.lookWhole();
      return [name, { path, stamp, hash: unitHash(root, unit, onlyFileOf(name, audience)), snapshots }];
    }),
  );
}

/**
 * How the snapshots of each turn looked when they were last looked at, as one hash; empty for a turn with one that was too new
 * to say. Of the units of one turn that were just looked at it gives the same.
 */
export function looksOfSnapshots(
  units: ReadonlyMap<string, { readonly snapshots: string | null }>,
  turns: number,
): string[] {
  const found = Array.from({ length: turns }, (): string[] | null => []);
  for (const [name, { snapshots }] of units)
    for (const [turn, looks] of found.entries()) {
      if (snapshots === null || (name.startsWith("meeting ") && turnOf(name.slice(8), turns) !== turn)) continue;
      if (snapshots === "") found[turn] = null;
      else looks?.push(`${name} ${snapshots}`);
    }
  return found.map((looks) => (looks === null ? "" : hashOfText(looks.join("\n"))));
}

/** Whether a unit still has the bytes that its hash was made of: else what was read of it may be of others. */
export function isAsHashed({ root, audience }: Place, name: string, unit: { path: string; hash: string }): boolean {
  return unitHash(root, unit, onlyFileOf(name, audience)) === unit.hash;
}

/** Of what is being written, the one file that the public build opens beside what was issued; null where it opens all. */
function onlyFileOf(name: string, audience: Place["audience"]): string | null {
  if (audience === "draft") return null;
  return name.startsWith("meeting ") ? "meeting.md" : name.startsWith("entry ") ? "" : null;
}
