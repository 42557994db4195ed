/**
 * The facts of every meeting, kept by name in a file each, one line a meeting: what one meeting says by itself is worked out
 * when that meeting changed and at no other time. Used by building/ alone.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Fact, FactOf } from "../asking/around.ts";
import { hashOfText } from "../asking/hashes.ts";
import { keepFile, keptFile, type Told } from "./kept-file.ts";

/** What the build before left cannot be trusted: everything is to be worked out again. */
export class NothingToTrust extends Error {}

/** The hash of each fact of all meetings, by its name: it names the file that has it. */
export type FactHashes = ReadonlyMap<string, string>;

export class FactsKept<Meeting> {
  private readonly folder: string;
  private readonly program: string;
  private readonly names: ReadonlySet<string>;
  private readonly told: Told;
  private readonly hashes: Map<string, string>;
  private readonly columns = new Map<string, Map<string, string>>();
  private readonly changed = new Set<string>();
  private readonly values = new Map<string, readonly FactOf<unknown>[]>();

  /** `facts` are all that are worked out; `hashes` those of the build before, empty to begin anew. */
  constructor(
    folder: string,
    program: string,
    facts: readonly { readonly name: string }[],
    hashes: FactHashes,
    told: Told,
  ) {
    this.folder = folder;
    this.names = new Set(facts.map(({ name }) => name));
    this.program = program;
    this.hashes = new Map(hashes);
    this.told = told;
  }

  /**
   * Takes the facts of a meeting that was read, as JSON by name, and gives their hashes. `before` are those of the build before,
   * so that a file is opened only where something in it changed.
   */
  put(
    meeting: string,
    facts: ReadonlyMap<string, string>,
    before: Readonly<Record<string, string>>,
  ): Record<string, string> {
    const hashes: Record<string, string> = {};
    for (const name of new Set([...facts.keys(), ...Object.keys(before)])) {
      const value = facts.get(name);
      if (value !== undefined) hashes[name] = hashOfText(value);
      if (before[name] !== hashes[name]) this.set(name, meeting, value);
    }
    return hashes;
  }

  every<Value>(fact: Fact<Meeting, Value>): readonly FactOf<Value>[] {
    const known = this.values.get(fact.name);
    if (known) return known as readonly FactOf<Value>[];
    const all = inOrder(this.column(fact.name)).map(([meeting, json]) => ({
      meeting,
      value: JSON.parse(json) as Value,
    }));
    this.values.set(fact.name, all);
    return all;
  }

  /** The hash of a fact of all meetings. */
  hashOf(name: string): string {
    if (this.changed.has(name) || !this.hashes.has(name)) {
      this.hashes.set(name, hashOfText(text(this.column(name))));
      if (this.changed.delete(name)) this.unkept.add(name);
    }
    return this.hashes.get(name) ?? "";
  }

  private readonly unkept = new Set<string>();

  /** Keeps what changed for the next build, and for other processes of this one. Gives the hashes of all. */
  keep(): FactHashes {
    for (const name of this.columns.keys()) {
      const hash = this.hashOf(name);
      if (!this.unkept.has(name)) continue;
      keepFile(this.placeOf(name, hash), this.kind(name), Buffer.from(text(this.column(name))));
      this.unkept.delete(name);
    }
    return this.hashes;
  }

  /** Throws away the files of builds before, once what this one kept is known to the next. */
  forgetOthers(): void {
    const wanted = new Set([...this.hashes].map(([name, hash]) => `${name}-${hash}`));
    for (const name of filesIn(this.folder)) if (!wanted.has(name)) rmSync(join(this.folder, name), { force: true });
  }

  private set(name: string, meeting: string, value: string | undefined): void {
    const column = this.column(name);
    if (value === undefined) column.delete(meeting);
    else column.set(meeting, value);
    this.changed.add(name);
    this.values.delete(name);
  }

  private column(name: string): Map<string, string> {
    const known = this.columns.get(name);
    if (known) return known;
    // A fact that nobody works out would be known of no meeting, and nobody would see it.
    if (!this.names.has(name)) throw new Error(`The fact \`${name}\` is not in the list of facts.`);
    const column = new Map<string, string>();
    const hash = this.hashes.get(name);
    if (hash !== undefined) {
      const content = keptFile(this.placeOf(name, hash), this.kind(name), this.told);
      if (!content) throw new NothingToTrust();
      for (const line of content.toString("utf8").split("\n")) {
        const tab = line.indexOf("\t");
        if (tab > 0) column.set(line.slice(0, tab), line.slice(tab + 1));
      }
    } else this.changed.add(name);
    this.columns.set(name, column);
    return column;
  }

  private placeOf(name: string, hash: string): string {
    return join(this.folder, `${name}-${hash}`);
  }

  private kind(name: string): string {
    return `fact ${name} ${this.program}`;
  }
}

function inOrder(column: ReadonlyMap<string, string>): [string, string][] {
  return [...column].sort(([a], [b]) => (a < b ? -1 : 1));
}

function text(column: ReadonlyMap<string, string>): string {
  return inOrder(column)
    .map(([meeting, json]) => `${meeting}\t${json}`)
    .join("\n");
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
