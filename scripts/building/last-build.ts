/**
 * What the last build of a place came to, in a small file of its own: where nothing changed since, that is the answer, and
 * nothing else need be opened. Written by build-site.ts; asked first by build.ts.
 */
import { lstatSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { hashOfText } from "../asking/hashes.ts";
import { type CivilDateTime, civilNow, dayOf } from "../model/civil.ts";
import type { Problem } from "../model/problem.ts";
import { looksOfTemplates } from "../templating/template-looks.ts";
import type { BuildPlace } from "./build-place.ts";
import type { Unit } from "./council-files.ts";
import { keepFile, keptFile } from "./kept-file.ts";
import { lookNow, looksOfSnapshots } from "./look.ts";

export interface LastBuild {
  /** How every unit looked, and the snapshots of each turn when they were last looked at; empty where one was too new to say. */
  readonly looks: string;
  readonly snapshots: readonly string[];
  /** How the council's templates and ours looked before the first of them was read. */
  readonly templates: string;
  /** Whose turn it was. */
  readonly turn: number;
  /** What the clock is asked with: a time that is set, or a time zone. */
  readonly clock: { readonly set: CivilDateTime | null; readonly timeZone: string };
  /** What the clock said, and when on that day it would first have said something that matters; null where it would not. */
  readonly now: CivilDateTime;
  readonly until: CivilDateTime | null;
  /** How the tree that is served stands. */
  readonly tree: string;
  readonly published: { readonly pages: number; readonly files: number; readonly rendered: number };
  readonly problems: readonly Problem[];
}

/** How all units look; empty where one is too new to say. */
export function looksOf(units: Iterable<Unit>): string {
  const stamps: string[] = [];
  for (const { name, path, stamp } of units) {
    if (stamp === "") return "";
    stamps.push(`${name} ${path} ${stamp}`);
  }
  return hashOfText(stamps.join("\n"));
}

/** How the templates look that a council's pages are drawn with, which for ours lie in no unit of the council. */
export function templatesLook(root: string): string {
  return hashOfText(looksOfTemplates(root));
}

/** How the tree behind the link at `out` stands, by its note; empty where there is no link, or it leads nowhere. */
export function treeBehind(out: string): string {
  try {
    const tree = readlinkSync(out);
    const { mtimeMs, size, ino } = lstatSync(join(out, "..", `${tree}.manifest`));
    return `${tree} ${lstatSync(join(out, "..", tree)).ino} ${mtimeMs} ${size} ${ino}`;
  } catch {
    return "";
  }
}

/** Whether the clock says nothing that matters and that it did not say to the last build. */
function isSameTime({ clock, now, until }: LastBuild, given: CivilDateTime | undefined): boolean {
  const is = given ?? clock.set ?? civilNow(clock.timeZone, new Date());
  return dayOf(is) === dayOf(now) && is >= now && (until === null || is < until);
}

export function keepLastBuild(folder: string, program: string, last: LastBuild): void {
  keepFile(join(folder, "last"), `last ${program}`, Buffer.from(JSON.stringify(last)));
}

export function lastBuild(folder: string, program: string): LastBuild | null {
  const content = keptFile(join(folder, "last"), `last ${program}`, () => {});
  return content && (JSON.parse(content.toString("utf8")) as LastBuild);
}

/**
 * What the last build came to, where nothing changed since: no file and no template looks different, the clock says nothing new, and the tree
 * that it made is the one that is served. Null otherwise. Notes whose turn it was.
 */
export function unchangedSince(place: BuildPlace, out: string): LastBuild | null {
  const last = lastBuild(place.kept, place.program);
  if (!last || last.looks === "" || !isSameTime(last, place.now)) return null;
  if (last.tree === "" || treeBehind(out) !== last.tree) return null;
  if (templatesLook(place.root) !== last.templates) return null;
  const turns = last.snapshots.length;
  const turn = (last.turn + 1) % turns;
  const found = lookNow(place, turn, turns);
  if (looksOf(found.values()) !== last.looks) return null;
  const snapshots = looksOfSnapshots(found, turns)[turn];
  if (snapshots === "" || snapshots !== last.snapshots[turn]) return null;
  keepLastBuild(place.kept, place.program, { ...last, turn });
  return last;
}
