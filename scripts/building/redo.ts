/**
 * Does pieces of work again where something that they read changed, and takes the others from the build before. Used by
 * building/ alone.
 */
import type { Asker, Memory } from "./memory.ts";

/** Answers whether a piece of work need not be done again, and is told of one that was what it read. */
interface Answers {
  readonly stands: (work: string) => boolean;
  readonly did: (work: string, read: readonly string[]) => void;
}

/** What a build made and what it took over, by the names of the works. */
export interface Redone {
  /** As JSON. */
  readonly made: ReadonlyMap<string, string>;
  readonly stood: ReadonlySet<string>;
}

export class Redo {
  private readonly before: Memory;
  private readonly answers: Readonly<Record<Asker, Answers>>;
  private readonly made = new Map<string, string>();
  private readonly stood = new Set<string>();

  constructor(before: Memory, answers: Readonly<Record<Asker, Answers>>) {
    this.before = before;
    this.answers = answers;
  }

  /** What the work `name` made in the build before, where nothing that it read changed; else null. */
  standing<Made>(asker: Asker, name: string): { readonly made: Made } | null {
    const known = this.before.held<Made>(name);
    if (known === null || !this.answers[asker].stands(name)) return null;
    this.stood.add(name);
    return known;
  }

  /** Keeps what was left beside a work of the build before that stands, and gives it when it is asked for. */
  stays<Left>(name: string): () => Left | null {
    this.stood.add(name);
    return () => this.was(name);
  }

  /** What the works of the build before whose names begin with `kind` were about. */
  namesBefore(kind: string): string[] {
    return [...this.before.works.keys()].flatMap((name) => (name.startsWith(kind) ? name.slice(kind.length) : []));
  }

  /** What was made or left then, whether or not it still stands. */
  was<Made>(name: string): Made | null {
    return this.before.opened<Made>(name);
  }

  /** Keeps what a work made, with all that it read. */
  done(asker: Asker, name: string, { read, made }: { readonly read: readonly string[]; readonly made: unknown }): void {
    this.answers[asker].did(name, read);
    this.leaves(name, made);
  }

  /** Keeps something that by itself stands or falls with nothing, and gives it, opened anew, when it is asked for. */
  leaves<Left>(name: string, left: Left): () => Left {
    const json = JSON.stringify(left);
    this.made.set(name, json);
    return () => JSON.parse(json) as Left;
  }

  /** What this build made and took over. */
  get redone(): Redone {
    return { made: this.made, stood: this.stood };
  }
}
