/**
 * The facts of every meeting, kept by name in a file each, one line a meeting: what one meeting says by itself is worked out
 * when that meeting changed and at no other time. Used by build-site.ts.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Fact, FactOf } from "../asking/around.ts";
import { hashOfText } from "../asking/noted-answers.ts";
import { keepFile, keptFile, keptHash, type Told } from "./kept-file.ts";

export class FactsKept<Meeting> {
  private readonly folder: string;
  private readonly program: string;
  private readonly told: Told;
  private readonly columns = new Map<string, Map<string, string>>();
  private readonly changed = new Set<string>();
  private readonly hashes = new Map<string, string>();
  private readonly values = new Map<string, readonly FactOf<unknown>[]>();

  constructor(folder: string, program: string, told: Told) {
    this.folder = folder;
    this.program = program;
    this.told = told;
  }

  /**
   * Takes the facts of a meeting that was read, as JSON by name, and gives their hashes; `before` are those of the build
   * before, so that a file is opened only where something in it changed. Null for a meeting that is not there any more.
   */
  put(
    meeting: string,
    facts: ReadonlyMap<string, string> | null,
    names: readonly string[],
    before: ReadonlyMap<string, string>,
  ): Map<string, string> {
    const hashes = new Map<string, string>();
    for (const name of names) {
      const value = facts?.get(name);
      const hash = value === undefined ? "" : hashOfText(value);
      if (value !== undefined) hashes.set(name, hash);
      if ((before.get(name) ?? "") === hash) continue;
      const column = this.column(name);
      if (value === undefined) column.delete(meeting);
      else column.set(meeting, value);
      this.changed.add(name);
      this.hashes.delete(name);
      this.values.delete(name);
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
    const known = this.hashes.get(name);
    if (known) return known;
    const hash = (!this.columns.has(name) && keptHash(join(this.folder, name), this.kind(name))) || this.worked(name);
    this.hashes.set(name, hash);
    return hash;
  }

  private worked(name: string): string {
    return hashOfText(text(this.column(name)));
  }

  /** Keeps what changed for the next build, and for other processes of this one. */
  keep(): void {
    for (const name of this.changed)
      keepFile(join(this.folder, name), this.kind(name), Buffer.from(text(this.column(name))));
    this.changed.clear();
  }

  /** Throws away facts that nobody asks for any more. */
  forgetOthers(names: ReadonlySet<string>): void {
    for (const name of filesIn(this.folder)) if (!names.has(name)) rmSync(join(this.folder, name), { force: true });
  }

  private column(name: string): Map<string, string> {
    const known = this.columns.get(name);
    if (known) return known;
    const column = new Map<string, string>();
    const content = keptFile(join(this.folder, name), this.kind(name), this.told);
    for (const line of content?.toString("utf8").split("\n") ?? []) {
      const tab = line.indexOf("\t");
      if (tab > 0) column.set(line.slice(0, tab), line.slice(tab + 1));
    }
    this.columns.set(name, column);
    return column;
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
