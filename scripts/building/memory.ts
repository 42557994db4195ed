/**
 * What one build leaves for the next: how every unit looked, the facts of every meeting, what was asked and answered, and what
 * each piece of work read and made. One file, read whole and made sense of line by line as it is needed. Used by build-site.ts.
 */
import { join } from "node:path";
import type { KeyState } from "../asking/noted-answers.ts";
import { keepFile, keptFile, type Told } from "./kept-file.ts";

/** A unit as it was read: how it looked, and what was in it. */
export interface KeptUnit {
  readonly path: string;
  readonly stamp: string;
  readonly hash: string;
}

/** A piece of work: all that it read, by key, and what it made, as plain data. */
export interface KeptWork<Made> {
  readonly read: readonly string[];
  readonly made: Made;
}

export type Asker = "rules" | "pages";

const SEPARATOR = "\u001f";

export class Memory {
  readonly units: ReadonlyMap<string, KeptUnit>;
  /** What was asked and answered, by who asked: rules, and pages. */
  readonly keys: Readonly<Record<Asker, ReadonlyMap<string, KeyState>>>;
  private readonly works: ReadonlyMap<string, string>;

  constructor(
    units: ReadonlyMap<string, KeptUnit> = new Map(),
    keys: Memory["keys"] = { rules: new Map(), pages: new Map() },
    works: ReadonlyMap<string, string> = new Map(),
  ) {
    this.units = units;
    this.keys = keys;
    this.works = works;
  }

  /** What was kept in `folder`; nothing where it is not there or cannot be trusted. */
  static read(folder: string, program: string, told: Told): Memory {
    const content = keptFile(join(folder, "memory"), `memory ${program}`, told);
    if (!content) return new Memory();
    const units = new Map<string, KeptUnit>();
    const keys = { rules: new Map<string, KeyState>(), pages: new Map<string, KeyState>() };
    const works = new Map<string, string>();
    for (const line of content.toString("utf8").split("\n")) {
      const [kind = "", name = "", ...rest] = line.split("\t");
      const [first = "", second = "", third = ""] = rest;
      if (kind === "unit") units.set(name, { path: first, stamp: second, hash: third });
      else if (kind === "rules" || kind === "pages")
        keys[kind].set(name, { hash: first, read: second === "" ? [] : second.split(SEPARATOR) });
      else if (kind === "work") works.set(name, first);
    }
    return new Memory(units, keys, works);
  }

  /** A piece of work by name. */
  work<Made>(name: string): KeptWork<Made> | null {
    const line = this.works.get(name);
    return line === undefined ? null : (JSON.parse(line) as KeptWork<Made>);
  }

  /** A piece of work as it is kept, to be kept again unopened. */
  line(name: string): string | undefined {
    return this.works.get(name);
  }
}

/** The same for the next build. `works` are lines of JSON by name. */
export function keepMemory(
  folder: string,
  program: string,
  units: ReadonlyMap<string, KeptUnit>,
  keys: Memory["keys"],
  works: ReadonlyMap<string, string>,
): Memory {
  const lines: string[] = [];
  for (const [name, { path, stamp, hash }] of units) lines.push(`unit\t${name}\t${path}\t${stamp}\t${hash}`);
  for (const asker of ["rules", "pages"] as const)
    for (const [key, { hash, read }] of keys[asker]) lines.push(`${asker}\t${key}\t${hash}\t${read.join(SEPARATOR)}`);
  for (const [name, line] of works) lines.push(`work\t${name}\t${line}`);
  keepFile(join(folder, "memory"), `memory ${program}`, Buffer.from(lines.join("\n")));
  return new Memory(units, keys, works);
}
