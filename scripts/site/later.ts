/**
 * Words that a page shows and that are worked out only when the page is rendered, such as a paper's body. What decides them
 * stands in their key, so that a page whose words are the same is known to be the same without making them.
 */
import { createHash } from "node:crypto";

export class Later {
  private readonly decidedBy: string;
  private readonly make: () => string;

  /** `decidedBy` is plain data that decides every byte of what `make` gives. */
  constructor(decidedBy: unknown, make: () => string) {
    this.decidedBy = createHash("sha256").update(JSON.stringify(decidedBy)).digest("base64url");
    this.make = make;
  }

  toString(): string {
    return this.make();
  }

  toJSON(): object {
    return { later: this.decidedBy };
  }
}
