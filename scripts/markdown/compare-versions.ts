/**
 * Two versions of a paper, paragraph by paragraph: which were changed, added and taken out; and the numbers the later
 * one keeps. A number that was issued never moves: what is put in after 4.7 is 4.7A. Called by load and by pages.
 */
import type { KeptNumber, Outline } from "../model/outline.ts";
import { letters, paragraphAnchor } from "./anchors.ts";
import type { BlockText } from "./paper-text.ts";

export type Change =
  | { readonly kind: "changed"; readonly before: BlockText; readonly after: BlockText }
  | { readonly kind: "added"; readonly after: BlockText }
  | { readonly kind: "removed"; readonly before: BlockText };

type Pair = readonly [before: number, after: number];

/** The changes from `before` to `after`, in the order a reader of the later version meets them. */
export function compareVersions(before: readonly BlockText[], after: readonly BlockText[]): Change[] {
  const pairs = align(before, after);
  const matchOf = new Map(pairs.map(([b, a]): [number, number] => [a, b]));
  const matched = new Set(pairs.map(([b]) => b));
  const changes: Change[] = [];
  let reached = 0;
  const removedUpTo = (end: number) => {
    for (; reached < end; reached++) {
      const block = before[reached];
      if (block && !matched.has(reached)) changes.push({ kind: "removed", before: block });
    }
  };
  after.forEach((block, at) => {
    const match = matchOf.get(at);
    if (match === undefined) {
      changes.push({ kind: "added", after: block });
      return;
    }
    removedUpTo(match);
    reached = match + 1;
    const was = before[match] as BlockText;
    if (was.text !== block.text) changes.push({ kind: "changed", before: was, after: block });
  });
  removedUpTo(before.length);
  return changes;
}

/**
 * The numbers and anchors of `after`, in order: those it had in `before`, and for what is new a letter after the block
 * before it. Numbers that an officer typed are kept as typed; one that differs from what was issued is in `moved`.
 * `everUsed` are the anchors of every version before, so that none comes to mean another paragraph.
 */
export function keepNumbers(
  before: readonly BlockText[],
  after: readonly BlockText[],
  numbering: Outline["numbering"],
  everUsed: Iterable<string> = [],
): { kept: KeptNumber[]; moved: { was: string; now: string | null; text: string }[] } {
  const matchOf = new Map(align(before, after).map(([b, a]): [number, number] => [a, b]));
  const counting = new Counting([...before.map(({ anchor }) => anchor), ...everUsed]);
  const moved: { was: string; now: string | null; text: string }[] = [];
  const kept = after.map((block, at) => {
    const was = before[matchOf.get(at) ?? -1];
    if (was && numbering === "typed" && was.number !== block.number) {
      if (was.number) moved.push({ was: was.number, now: block.number, text: block.text });
      return counting.same(block, was);
    }
    if (was) return counting.same(block, was);
    return numbering === "typed" && block.number ? counting.asTyped(block) : counting.added(block);
  });
  return { kept, moved };
}

/** Gives out numbers and anchors so that none is used twice, in this version or in the one before. */
class Counting {
  private readonly taken: Set<string>;
  private readonly anchorOf = new Map<string, string>();
  private section: string | null = null;
  private sectionIsNew = false;
  private paragraph: string | null = null;
  private inNewSection = 0;

  constructor(used: readonly string[]) {
    this.taken = new Set(used);
  }

  same(block: BlockText, was: BlockText): KeptNumber {
    if (block.kind === "section") this.sectionIsNew = false;
    return this.give(block, was.anchor, was.number);
  }

  asTyped(block: BlockText): KeptNumber {
    return this.give(block, this.free(block.anchor), block.number);
  }

  added(block: BlockText): KeptNumber {
    if (block.number === null) return this.give(block, this.free(this.underKept(block.anchor)), null);
    if (block.kind === "section") {
      const number = this.lettered(this.section ?? "0", (wanted) => `s${wanted.toLowerCase()}`);
      const given = this.give(block, `s${number.toLowerCase()}`, number);
      this.sectionIsNew = true;
      return given;
    }
    if (this.sectionIsNew && this.section) {
      this.inNewSection += 1;
      const number = `${this.section}.${this.inNewSection}`;
      return this.give(block, paragraphAnchor(number), number);
    }
    const after = this.paragraph ?? (this.section ? `${this.section}.0` : "0");
    const number = this.lettered(after, paragraphAnchor);
    return this.give(block, paragraphAnchor(number), number);
  }

  private give(block: BlockText, anchor: string, number: string | null): KeptNumber {
    this.taken.add(anchor);
    this.anchorOf.set(block.anchor, anchor);
    if (block.kind === "section") {
      this.section = number;
      this.paragraph = null;
      this.inNewSection = 0;
    } else if (number !== null) this.paragraph = number;
    return { anchor, number };
  }

  /** 4.7A after 4.7, and 4.7B after that. */
  private lettered(number: string, anchorFor: (number: string) => string): string {
    const stem = number.replace(/[A-Z]+$/, "");
    for (let count = 0; ; count++) {
      const wanted = `${stem}${letters(count)}`;
      if (!this.taken.has(anchorFor(wanted))) return wanted;
    }
  }

  /** An item of a list stands under the paragraph before it, whatever that is numbered now. */
  private underKept(anchor: string): string {
    const parts = anchor.split("-");
    for (let length = parts.length - 1; length > 0; length--) {
      const parent = this.anchorOf.get(parts.slice(0, length).join("-"));
      if (parent) return [parent, ...parts.slice(length)].join("-");
    }
    return anchor;
  }

  private free(anchor: string): string {
    for (let count = -1; ; count++) {
      const wanted = count < 0 ? anchor : `${anchor}${letters(count).toLowerCase()}`;
      if (!this.taken.has(wanted)) return wanted;
    }
  }
}

/** Which block of `before` each block of `after` is: first those that are the same, then between them the likest. */
function align(before: readonly BlockText[], after: readonly BlockText[]): Pair[] {
  const same = commonRun(before, after, (b, a) => b.kind === a.kind && b.text === a.text);
  const pairs: Pair[] = [];
  let [b, a] = [0, 0];
  for (const [nextB, nextA] of [...same, [before.length, after.length] as Pair]) {
    const inner = commonRun(before.slice(b, nextB), after.slice(a, nextA), isLike);
    for (const [innerB, innerA] of inner) pairs.push([b + innerB, a + innerA]);
    if (nextB < before.length) pairs.push([nextB, nextA]);
    [b, a] = [nextB + 1, nextA + 1];
  }
  return pairs;
}

/** The longest run of pairs that keeps both orders. */
function commonRun(
  before: readonly BlockText[],
  after: readonly BlockText[],
  matches: (before: BlockText, after: BlockText) => boolean,
): Pair[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  const at = (b: number, a: number) => lengths[b]?.[a] ?? 0;
  const like = before.map((one) => after.map((other) => matches(one, other)));
  for (let b = before.length - 1; b >= 0; b--)
    for (let a = after.length - 1; a >= 0; a--)
      (lengths[b] as Uint32Array)[a] = like[b]?.[a] ? at(b + 1, a + 1) + 1 : Math.max(at(b + 1, a), at(b, a + 1));
  const pairs: Pair[] = [];
  for (let b = 0, a = 0; b < before.length && a < after.length; ) {
    if (like[b]?.[a] && at(b, a) === at(b + 1, a + 1) + 1) pairs.push([b++, a++]);
    else if (at(b + 1, a) >= at(b, a + 1)) b++;
    else a++;
  }
  return pairs;
}

/** Two blocks of one kind that share more than half their words: the same paragraph, changed. */
function isLike(before: BlockText, after: BlockText): boolean {
  if (before.kind !== after.kind) return false;
  const [one, other] = [wordsOf(before.text), wordsOf(after.text)];
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared += 1;
      left.set(word, count - 1);
    }
  }
  return shared * 2 > Math.max(one.length, other.length);
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
