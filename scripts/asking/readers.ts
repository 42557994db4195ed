/**
 * What was worked out from each key of a ledger: its readings, the other way round. What was once and is no more stays in it, so
 * that it may name more than there are, and never fewer. Made by ledger.ts when it is first asked for.
 */
import type { Numbers } from "./numbers.ts";

/** Keys are known by their numbers. */
export class Readers {
  /** Where the readers of a key end in `all`; they begin where those of the key before it end. */
  private readonly ends: Int32Array;
  private readonly all: Int32Array;
  private readonly more = new Map<number, number[]>();
  /** How many were added since it was made: with many it is better made anew. */
  added = 0;

  /** Each key was worked out from `reads` between its place in `starts` and that in `ends`. */
  constructor(starts: readonly number[], ends: readonly number[], reads: Numbers) {
    const each = (look: (read: number, reader: number) => void): void => {
      for (let reader = 0; reader < starts.length; reader++)
        for (let at = starts[reader] ?? 0; at < (ends[reader] ?? 0); at++) look(reads.at(at), reader);
    };
    const counts = new Int32Array(starts.length + 1);
    each((read) => {
      counts[read + 1] = (counts[read + 1] ?? 0) + 1;
    });
    for (let at = 1; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
    // Filled from where each key's readers begin, the counts end where they end.
    this.ends = counts.subarray(0, starts.length);
    this.all = new Int32Array(counts[starts.length] ?? 0);
    each((read, reader) => {
      const place = this.ends[read] ?? 0;
      this.all[place] = reader;
      this.ends[read] = place + 1;
    });
  }

  /** Names to `look` what was worked out from a key; one may be named twice. */
  of(key: number, look: (reader: number) => void): void {
    if (key < this.ends.length)
      for (let at = key === 0 ? 0 : (this.ends[key - 1] ?? 0); at < (this.ends[key] ?? 0); at++)
        look(this.all[at] ?? 0);
    for (const reader of this.more.get(key) ?? []) look(reader);
  }

  add(key: number, reader: number): void {
    const known = this.more.get(key);
    if (known) known.push(reader);
    else this.more.set(key, [reader]);
    this.added += 1;
  }
}
