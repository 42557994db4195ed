/**
 * Answers that are held in memory to be given again, as many as there is room for: one that was let go is asked again. Used by
 * noted-answers.ts.
 */

/** Signs of JSON, of all answers together. In memory an answer takes several times that. */
const ROOM = 8_000_000;

export class ValuesAtHand {
  private readonly room: number;
  /** Those used last stand last. */
  private readonly held = new Map<string, { readonly value: unknown; readonly size: number }>();
  private size = 0;

  constructor(room = ROOM) {
    this.room = room;
  }

  /** The value of `key`, in an object since it may be anything; undefined where it is not at hand. */
  get(key: string): { readonly value: unknown } | undefined {
    const found = this.held.get(key);
    if (found) {
      this.held.delete(key);
      this.held.set(key, found);
    }
    return found;
  }

  /** Holds a value of `size` signs, and lets go what was not used for longest where there is no room. */
  set(key: string, value: unknown, size: number): void {
    this.size += size - (this.held.get(key)?.size ?? 0);
    this.held.delete(key);
    this.held.set(key, { value, size });
    for (const [each, { size: freed }] of this.held) {
      if (this.size <= this.room || each === key) return;
      this.held.delete(each);
      this.size -= freed;
    }
  }
}
