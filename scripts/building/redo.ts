/**
 * Does pieces of work again where something that they read changed, and takes the others from the build before. Keeps the line
 * of each for the next. Used by building/ alone.
 */
import type { KeptWork, Memory } from "./memory.ts";

/** Answers whether keys have the value that they had in the build before. */
interface Answers {
  readonly areSame: (keys: readonly string[]) => boolean;
}

export class Redo {
  /** Pieces of work by name, as JSON, for the next build. */
  readonly lines = new Map<string, string>();
  /** The same as they were made, for a next build in this process; but for those that read nothing, which are large. */
  readonly parsed = new Map<string, KeptWork<unknown>>();
  /** All keys that works read, by who answers them: each once in memory, however many read it. */
  readonly read = { rules: new Map<string, string>(), pages: new Map<string, string>() } as const;
  private readonly before: Memory;

  constructor(before: Memory) {
    this.before = before;
  }

  /** What the work `name` made in the build before, where nothing that it read changed; else null. */
  standing<Made>(asker: "rules" | "pages", answers: Answers, name: string): KeptWork<Made> | null {
    const known = this.before.work<Made>(name);
    if (known === null || !answers.areSame(known.read)) return null;
    this.note(asker, name, known, this.before.works.get(name));
    return known;
  }

  /** Keeps a work of the build before that stands with another, and gives what it made when that is asked for. */
  stays<Made>(name: string): () => Made | null {
    const line = this.before.works.get(name);
    if (line !== undefined) this.lines.set(name, line);
    return () => this.was(name);
  }

  /** What the works of the build before whose names begin with `kind` were about. */
  namesBefore(kind: string): string[] {
    return [...this.before.works.keys()].flatMap((name) => (name.startsWith(kind) ? name.slice(kind.length) : []));
  }

  /** What it made then, whether or not it still stands. */
  was<Made>(name: string): Made | null {
    return this.before.work<Made>(name)?.made ?? null;
  }

  done<Made>(asker: "rules" | "pages", name: string, work: KeptWork<Made>): void {
    this.note(asker, name, work, JSON.stringify({ read: work.read, made: work.made }));
  }

  private note(
    asker: "rules" | "pages",
    name: string,
    { read, made }: KeptWork<unknown>,
    line: string | undefined,
  ): void {
    if (line !== undefined) this.lines.set(name, line);
    if (read.length === 0) return;
    const known = this.read[asker];
    const once = read.map((key) => {
      const first = known.get(key);
      if (first === undefined) known.set(key, key);
      return first ?? key;
    });
    this.parsed.set(name, { read: once, made });
  }
}
