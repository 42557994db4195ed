/** Collects the text of an object that is kept, with the places of references in it. For print-resources.ts and appendices/. */
import type { KeptText } from "./kept-print.ts";

export class KeptTextWriter {
  private readonly pieces: (string | number)[] = [""];

  say(words: string): void {
    const last = this.pieces.at(-1);
    if (typeof last === "string") this.pieces[this.pieces.length - 1] = last + words;
    else this.pieces.push(words);
  }

  /** A reference to the kept object of this index. */
  refer(index: number): void {
    this.pieces.push(index, " ");
  }

  /** What stands between brackets, each piece followed by a space. */
  list<Item>(items: Iterable<Item>, write: (item: Item) => void): void {
    this.say("[");
    for (const item of items) {
      write(item);
      this.say(" ");
    }
    this.say("]");
  }

  text(): KeptText {
    return this.pieces;
  }
}
