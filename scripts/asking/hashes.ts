/** Short hashes of texts and of plain data: 132 bits, so that two different values never share one. Used wherever keys are made. */
import { createHash } from "node:crypto";

const LENGTH = 22;

export function hashOfText(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, LENGTH);
}

/** Of plain data, as JSON. */
export function hashOfValue(value: unknown): string {
  return hashOfText(JSON.stringify(value) ?? "nothing");
}

/** The hash of what is added piece by piece: the same as of all of it at once. */
export class HashOfMany {
  private readonly hash = createHash("sha256");

  add(piece: Uint8Array): void {
    this.hash.update(piece);
  }

  soFar(): string {
    return this.hash.copy().digest("base64url").slice(0, LENGTH);
  }
}
