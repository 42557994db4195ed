/** Chance that can be had again: the same seed draws the same things on any machine. Used by all that is made up here. */

/** A source of draws from a seed: Marsaglia's xorshift on 32 bits, which is plenty for words and figures. */
export class Draws {
  private state: number;

  constructor(seed: number) {
    // A state of nothing would stay nothing; and seeds that lie close must not begin alike, so some draws are let go.
    this.state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) | 0 || 1;
    for (let times = 0; times < 8; times++) this.next();
  }

  /** A whole number from `from` to `to`, both of them possible. */
  whole(from: number, to: number): number {
    return from + (this.next() % (to - from + 1));
  }

  /** One of `things`. */
  pick<Thing>(things: readonly Thing[]): Thing {
    return things[this.next() % things.length] as Thing;
  }

  /** True `percent` times in a hundred. */
  happens(percent: number): boolean {
    return this.whole(1, 100) <= percent;
  }

  private next(): number {
    let { state } = this;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.state = state;
    return state >>> 0;
  }
}
