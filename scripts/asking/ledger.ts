/**
 * What is known of every key that was asked: the hash of its value, and the keys that it was worked out from, as numbers, since a
 * large council has millions of them. Tells what may be another than before where some keys have another value. Filled by
 * noted-answers.ts; kept from one build to the next by building/memory.ts.
 */
import { Numbers } from "./numbers.ts";
import { Readers } from "./readers.ts";
import { ValuesAtHand } from "./values-at-hand.ts";

/** What is known of one key. */
export interface KeyState {
  readonly hash: string;
  readonly read: readonly string[];
}

/** All that is known, as it is kept. The keys that `reads` names stand at its places in `names`; each key's end at its own in `ends`. */
export interface LedgerText {
  readonly names: readonly string[];
  readonly hashes: readonly string[];
  readonly ends: Int32Array<ArrayBuffer>;
  readonly reads: Int32Array<ArrayBuffer>;
}

/** The key of a piece of work, which nothing else is worked out from. */
export function workKey(work: string): string {
  return `work ${work}`;
}

/** With so many numbers that nobody needs a ledger is made smaller. */
const SLACK = 200_000;

export class Ledger {
  private readonly numberOf = new Map<string, number>();
  private readonly names: string[] = [];
  /** What is known since the build before, by number; undefined for a key that nothing is known of. */
  private readonly hashes: (string | undefined)[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** What each key was worked out from, one after another. */
  private reads = new Numbers();
  /** What was found out in this build. */
  private readonly now = new Map<number, { readonly hash: string; readonly start: number; readonly end: number }>();
  private readonly suspects = new Set<number>();
  /** Values with their hashes, as many as there is room for; from builds before too. */
  private readonly values = new ValuesAtHand<{ readonly hash: string; readonly value: unknown }>();
  private readers: Readers | null = null;
  private readonly slack: number;
  /** With more numbers than this it is time to let some go. */
  private enough: number;

  /** `slack` is how many numbers that nobody needs are no harm; another than `SLACK` for tests. */
  constructor(slack = SLACK) {
    this.slack = slack;
    this.enough = slack;
  }

  /** The ledger that `text` gave. */
  static of({ names, hashes, ends, reads }: LedgerText, slack = SLACK): Ledger {
    const ledger = new Ledger(slack);
    ledger.reads = new Numbers(reads);
    let start = 0;
    for (const [number, name] of names.entries()) {
      ledger.numberOf.set(name, number);
      ledger.names.push(name);
      ledger.hashes.push(hashes[number]);
      ledger.starts.push(start);
      start = ends[number] ?? start;
      ledger.ends.push(start);
    }
    return ledger;
  }

  /** Begins a build: what one before it found out and did not keep is forgotten. */
  begin(): void {
    this.now.clear();
    this.suspects.clear();
  }

  /** The hash of the key's value in this build; undefined where that is not known yet. */
  hashNow(key: string): string | undefined {
    const number = this.numberOf.get(key);
    if (number === undefined) return undefined;
    return this.now.get(number)?.hash ?? (this.suspects.has(number) ? undefined : this.hashes[number]);
  }

  /** The hash of its value in the build before. */
  hashBefore(key: string): string | undefined {
    const number = this.numberOf.get(key);
    return number === undefined ? undefined : this.hashes[number];
  }

  /** The key's value in this build, in an object since it may be anything; null where it is not at hand. */
  valueNow(key: string): { readonly value: unknown } | null {
    const held = this.values.get(key);
    return held && held.hash === this.hashNow(key) ? held : null;
  }

  /** Holds the value of a key, of `size` signs, which is plain data that nobody changes. */
  hold(key: string, hash: string, value: unknown, size: number): void {
    this.values.set(key, { hash, value }, size);
  }

  /** What it was worked out from in the build before. */
  *readBefore(key: string): Generator<string> {
    const number = this.numberOf.get(key);
    if (number === undefined) return;
    for (let at = this.starts[number] ?? 0; at < (this.ends[number] ?? 0); at++) yield this.nameAt(at);
  }

  /** Notes what was found out of a key in this build. */
  put(key: string, hash: string, read: Iterable<string>): void {
    const numbers = Array.from(read, (each) => this.number(each));
    const start = this.reads.length;
    this.reads.add(numbers);
    this.now.set(this.number(key), { hash, start, end: this.reads.length });
  }

  /** Notes that a key is in this build as it was in the one before. */
  stands(key: string): void {
    const number = this.number(key);
    this.now.set(number, {
      hash: this.hashes[number] ?? "",
      start: this.starts[number] ?? 0,
      end: this.ends[number] ?? 0,
    });
  }

  /** What was found out of a key in this build; null where nothing was. */
  stateNow(key: string): KeyState | null {
    const found = this.now.get(this.numberOf.get(key) ?? -1);
    if (!found) return null;
    const read: string[] = [];
    for (let at = found.start; at < found.end; at++) read.push(this.nameAt(at));
    return { hash: found.hash, read };
  }

  /** The keys of the build before that were worked out from no other. */
  *readNothing(): Generator<string> {
    for (const [number, hash] of this.hashes.entries())
      if (hash !== undefined && this.starts[number] === this.ends[number]) yield this.names[number] ?? "";
  }

  /** Says that `keys` have other values than before: whatever was worked out from them, near or far, is known no more. */
  suspect(keys: Iterable<string>): void {
    const waiting = Array.from(keys, (key) => this.number(key));
    if (waiting.length === 0) return;
    this.readers ??= new Readers(this.starts, this.ends, this.reads);
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      if (this.suspects.has(number)) continue;
      this.suspects.add(number);
      this.readers.of(number, (reader) => waiting.push(reader));
    }
  }

  /** Ends a build that was published: what was found out is what the next one begins with. `gone` are keys that nobody needs. */
  keep(gone: Iterable<string>): void {
    // What may be another and was not asked about is known no more.
    for (const number of this.suspects) if (!this.now.has(number)) this.forget(number);
    for (const [number, { hash, start, end }] of this.now) {
      this.hashes[number] = hash;
      if (this.starts[number] === start && this.ends[number] === end) continue;
      this.starts[number] = start;
      this.ends[number] = end;
      for (let at = start; at < end; at++) this.readers?.add(this.reads.at(at), number);
    }
    for (const key of gone) {
      const number = this.numberOf.get(key);
      if (number !== undefined) this.forget(number);
    }
    if (this.readers && this.readers.added > this.slack) this.readers = null;
    if (this.reads.length > this.enough) this.tidy();
    this.begin();
  }

  /** Lets go of what keys were worked out from in builds before. */
  private tidy(): void {
    const reads = new Numbers();
    for (const number of this.names.keys()) {
      const start = reads.length;
      reads.add(this.reads.part(this.starts[number] ?? 0, this.ends[number] ?? 0));
      this.starts[number] = start;
      this.ends[number] = reads.length;
    }
    this.reads = reads;
    this.enough = 2 * reads.length + this.slack;
  }

  /** All that `roots` were worked out from, near or far, and they themselves, to be kept. */
  text(roots: Iterable<string>): LedgerText {
    const inUse = this.inUse(roots);
    const placeOf = new Int32Array(this.names.length).fill(-1);
    for (const [place, number] of inUse.entries()) placeOf[number] = place;
    const [reads, ends] = [new Numbers(), new Int32Array(inUse.length)];
    for (const [place, number] of inUse.entries()) {
      const own: number[] = [];
      for (let at = this.starts[number] ?? 0; at < (this.ends[number] ?? 0); at++)
        own.push(placeOf[this.reads.at(at)] ?? -1);
      reads.add(own);
      ends[place] = reads.length;
    }
    return {
      names: inUse.map((number) => this.names[number] ?? ""),
      hashes: inUse.map((number) => this.hashes[number] ?? ""),
      ends,
      reads: reads.all(),
    };
  }

  /** The same as keys. */
  keysInUse(roots: Iterable<string>): string[] {
    return this.inUse(roots).map((number) => this.names[number] ?? "");
  }

  private inUse(roots: Iterable<string>): number[] {
    const found = new Set<number>();
    const waiting = Array.from(roots, (key) => this.numberOf.get(key) ?? -1);
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      if (found.has(number) || this.hashes[number] === undefined) continue;
      found.add(number);
      for (let at = this.starts[number] ?? 0; at < (this.ends[number] ?? 0); at++) waiting.push(this.reads.at(at));
    }
    return [...found].sort((a, b) => a - b);
  }

  private forget(number: number): void {
    this.hashes[number] = undefined;
    this.starts[number] = 0;
    this.ends[number] = 0;
  }

  private nameAt(at: number): string {
    return this.names[this.reads.at(at)] ?? "";
  }

  private number(key: string): number {
    const known = this.numberOf.get(key);
    if (known !== undefined) return known;
    const number = this.names.length;
    this.numberOf.set(key, number);
    this.names.push(key);
    this.hashes.push(undefined);
    this.starts.push(0);
    this.ends.push(0);
    return number;
  }
}
