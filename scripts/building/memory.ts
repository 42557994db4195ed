/**
 * What one build leaves for the next: how every unit looked, the hashes of the facts, what was asked and answered, and what each
 * piece of work read and made. One file on the disk; in a session, the same in memory from one build to the next. Used by
 * building/ alone.
 */
import { join } from "node:path";
import { Ledger, type LedgerText, workKey } from "../asking/ledger.ts";
import type { FactHashes } from "./facts.ts";
import { keepPieces, keptFile, type Told } from "./kept-file.ts";
import { piecesOf, sectionsIn } from "./memory-sections.ts";
import type { Redone } from "./redo.ts";

/** A unit as it was read: how it looked, and what was in it. */
export interface KeptUnit {
  readonly path: string;
  readonly stamp: string;
  readonly hash: string;
  /** How every file of its snapshots looked when they were last looked at; empty where one was too new to say. */
  readonly snapshots: string;
}

const UNIT = ["path", "stamp", "hash", "snapshots"] as const;

const ASKERS = ["rules", "pages"] as const;
export type Asker = (typeof ASKERS)[number];
type ByAsker<Kept> = Readonly<Record<Asker, Kept>>;
type Units = ReadonlyMap<string, KeptUnit>;

export class Memory {
  units: Units = new Map();
  facts: ByAsker<FactHashes> = { rules: new Map(), pages: new Map() };
  /** What was asked and answered, by who asked. */
  readonly ledgers: ByAsker<Ledger>;
  /** What works made and left, by name, as JSON. */
  readonly works: Map<string, string>;
  /** The same of works that were asked about, opened. */
  private readonly values = new Map<string, { readonly made: unknown }>();

  private constructor(ledgers: ByAsker<Ledger>, works: Map<string, string>) {
    this.ledgers = ledgers;
    this.works = works;
  }

  static empty(): Memory {
    return new Memory({ rules: new Ledger(), pages: new Ledger() }, new Map());
  }

  /** What was kept in `folder`; nothing where it is not there or cannot be trusted. */
  static read(folder: string, program: string, told: Told): Memory {
    const content = keptFile(join(folder, "memory"), kindOf(program), told);
    if (!content) return Memory.empty();
    const next = sectionsIn(content);
    const works = paired(next.lines(), next.lines());
    const ledger = () =>
      Ledger.of({ names: next.lines(), hashes: next.lines(), ends: next.numbers(), reads: next.numbers() });
    const memory = new Memory({ rules: ledger(), pages: ledger() }, works);
    const columns = UNIT.map(() => next.lines());
    memory.units = new Map(next.lines().map((name, at) => [name, unitOf(columns.map((column) => column[at] ?? ""))]));
    const facts = () => paired(next.lines(), next.lines());
    memory.facts = { rules: facts(), pages: facts() };
    return memory;
  }

  /** Keeps it in `folder`. */
  keep(folder: string, program: string): void {
    keepPieces(join(folder, "memory"), kindOf(program), piecesOf(this.sections()));
  }

  private *sections(): Generator<Iterable<string> | Int32Array> {
    yield* [this.works.keys(), this.works.values()];
    for (const asker of ASKERS) {
      const { names, hashes, ends, reads }: LedgerText = this.ledgers[asker].text(this.roots());
      yield* [names, hashes, ends, reads];
    }
    for (const part of UNIT) yield [...this.units.values()].map((unit) => unit[part]);
    yield this.units.keys();
    for (const asker of ASKERS) yield* [this.facts[asker].keys(), this.facts[asker].values()];
  }

  /** What a work made; the same object each time. */
  held<Made>(name: string): { readonly made: Made } | null {
    const known = this.values.get(name);
    if (known) return known as { readonly made: Made };
    if (!this.works.has(name)) return null;
    const opened = { made: this.opened<Made>(name) as Made };
    this.values.set(name, opened);
    return opened;
  }

  /** What a work made or left, opened for whoever asks and not held. */
  opened<Made>(name: string): Made | null {
    const json = this.works.get(name);
    return json === undefined ? null : (JSON.parse(json) as Made);
  }

  /** Takes in what a build that was published left: what it neither made nor took over is gone. */
  take({ made, stood }: Redone, units: Units, facts: ByAsker<FactHashes>): void {
    this.units = units;
    this.facts = facts;
    const gone = [...this.works.keys()].filter((name) => !stood.has(name) && !made.has(name));
    for (const name of gone) this.works.delete(name);
    for (const name of [...gone, ...made.keys()]) this.values.delete(name);
    for (const [name, json] of made) this.works.set(name, json);
    for (const asker of ASKERS) this.ledgers[asker].keep(gone.map(workKey));
  }

  /** The keys that the works of an asker, and nobody else, hang on. */
  keysInUse(asker: Asker): string[] {
    return this.ledgers[asker].keysInUse(this.roots());
  }

  private roots(): string[] {
    return [...this.works.keys()].map(workKey);
  }
}

function paired(names: readonly string[], values: readonly string[]): Map<string, string> {
  return new Map(names.map((name, at) => [name, values[at] ?? ""]));
}

function unitOf([path = "", stamp = "", hash = "", snapshots = ""]: readonly string[]): KeptUnit {
  return { path, stamp, hash, snapshots };
}

function kindOf(program: string): string {
  return `memory ${program}`;
}
