/**
 * Values that are held in memory to be given again, as many as there is room for: one that was let go is made again. Used by
 * ledger.ts for answers, and by building/addresses-there.ts.
 */

/** Signs of JSON, of all values together. In memory a value takes several times that. */
const ROOM = 8_000_000;

export class ValuesAtHand<Value extends object> {
  private readonly room: number;
  /** Those used last stand last. */
  private readonly held = new Map<string, { readonly value: Value; readonly size: number }>();
  private size = 0;

  constructor(room = ROOM) {
    this.room = room;
  }

  /** The value of `key`; null where it is not at hand. */
  get(key: string): Value | null {
    const found = this.held.get(key);
    if (found) {
      this.held.delete(key);
      this.held.set(key, found);
    }
    return found?.value ?? null;
  }

  /** Holds a value of `size` signs, and lets go what was not used for longest where there is no room. */
  set(key: string, value: Value, size: number): void {
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
