/** A row of whole numbers that grows at its end, four bytes each. Used by ledger.ts and readers.ts. */
export class Numbers {
  private row: Int32Array<ArrayBuffer>;
  private count: number;

  constructor(row = new Int32Array(0)) {
    this.row = row;
    this.count = row.length;
  }

  get length(): number {
    return this.count;
  }

  /** The number at a place, from 0. */
  at(place: number): number {
    return this.row[place] ?? 0;
  }

  /** Those from one place up to another. */
  part(start: number, end: number): Int32Array {
    return this.row.subarray(start, end);
  }

  add(numbers: ArrayLike<number>): void {
    if (this.count + numbers.length > this.row.length) {
      const longer = new Int32Array(2 * (this.count + numbers.length));
      longer.set(this.row.subarray(0, this.count));
      this.row = longer;
    }
    this.row.set(numbers, this.count);
    this.count += numbers.length;
  }

  /** All of them. */
  all(): Int32Array<ArrayBuffer> {
    return this.row.slice(0, this.count);
  }
}
