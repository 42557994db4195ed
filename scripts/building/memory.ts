/**
 * What one build leaves for the next: how every unit looked, the hashes of the facts, what was asked and answered, and what each
 * piece of work read and made. One file, read whole and made sense of line by line as it is needed. Used by building/ alone.
 */
import { join } from "node:path";
import type { KeyState } from "../asking/noted-answers.ts";
import type { FactHashes } from "./facts.ts";
import { keepLines, keptFile, type Told } from "./kept-file.ts";

/** A unit as it was read: how it looked, and what was in it. */
export interface KeptUnit {
  readonly path: string;
  readonly stamp: string;
  readonly hash: string;
  /** How every file of its snapshots looked when they were last looked at; empty where they never were. */
  readonly snapshots: string;
}

/** A piece of work: all that it read, by key, and what it made, as plain data. */
export interface KeptWork<Made> {
  readonly read: readonly string[];
  readonly made: Made;
}

export type Asker = "rules" | "pages";
type ByAsker<Kept> = Readonly<Record<Asker, Kept>>;

export interface Remembered {
  readonly units: ReadonlyMap<string, KeptUnit>;
  readonly facts: ByAsker<FactHashes>;
  /** What was asked and answered, by who asked. */
  readonly keys: ByAsker<ReadonlyMap<string, KeyState>>;
  /** Pieces of work by name, as JSON. */
  readonly works: ReadonlyMap<string, string>;
}

const ASKERS = ["rules", "pages"] as const;
const SEPARATOR = "\u001f";

export class Memory implements Remembered {
  readonly units: Remembered["units"];
  readonly facts: Remembered["facts"];
  readonly keys: Remembered["keys"];
  readonly works: Remembered["works"];
  private readonly parsed: ReadonlyMap<string, KeptWork<unknown>>;

  /** `parsed` has pieces of work that need not be read from their line. */
  constructor({ units, facts, keys, works }: Remembered, parsed: ReadonlyMap<string, KeptWork<unknown>> = new Map()) {
    this.units = units;
    this.facts = facts;
    this.keys = keys;
    this.works = works;
    this.parsed = parsed;
  }

  static empty(): Memory {
    return new Memory({
      units: new Map(),
      facts: { rules: new Map(), pages: new Map() },
      keys: { rules: new Map(), pages: new Map() },
      works: new Map(),
    });
  }

  /** What was kept in `folder`; nothing where it is not there or cannot be trusted. */
  static read(folder: string, program: string, told: Told): Memory {
    const content = keptFile(join(folder, "memory"), kindOf(program), told);
    if (!content) return Memory.empty();
    const units = new Map<string, KeptUnit>();
    const facts = { rules: new Map<string, string>(), pages: new Map<string, string>() };
    const keys = { rules: new Map<string, KeyState>(), pages: new Map<string, KeyState>() };
    const works = new Map<string, string>();
    for (const line of content.toString("utf8").split("\n")) {
      const [kind = "", name = "", first = "", second = "", third = "", fourth = ""] = line.split("\t");
      const asker = ASKERS.find((each) => kind.endsWith(each));
      if (kind === "unit") units.set(name, { path: first, stamp: second, hash: third, snapshots: fourth });
      else if (kind === "work") works.set(name, first);
      else if (asker && kind.startsWith("fact")) facts[asker].set(name, first);
      else if (asker) keys[asker].set(name, { hash: first, read: second === "" ? [] : second.split(SEPARATOR) });
    }
    return new Memory({ units, facts, keys, works });
  }

  /** Keeps it in `folder`. */
  keep(folder: string, program: string): void {
    keepLines(join(folder, "memory"), kindOf(program), this.lines());
  }

  private *lines(): Generator<string> {
    for (const [name, { path, stamp, hash, snapshots }] of this.units)
      yield `unit\t${name}\t${path}\t${stamp}\t${hash}\t${snapshots}`;
    for (const asker of ASKERS) {
      for (const [name, hash] of this.facts[asker]) yield `fact ${asker}\t${name}\t${hash}`;
      for (const [key, { hash, read }] of this.keys[asker])
        yield `key ${asker}\t${key}\t${hash}\t${read.join(SEPARATOR)}`;
    }
    for (const [name, line] of this.works) yield `work\t${name}\t${line}`;
  }

  /** A piece of work by name. */
  work<Made>(name: string): KeptWork<Made> | null {
    const known = this.parsed.get(name);
    if (known) return known as KeptWork<Made>;
    const line = this.works.get(name);
    return line === undefined ? null : (JSON.parse(line) as KeptWork<Made>);
  }
}

function kindOf(program: string): string {
  return `memory ${program}`;
}
