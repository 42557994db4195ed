/**
 * Fingerprints of restricted papers: they say whether a run of words stands in one, to whoever has the key, and nothing
 * of what the papers say. The format, and how one is taken; made by make-fingerprints.ts, used by find-passages.ts.
 */
import { createHmac, createSecretKey } from "node:crypto";
import { z } from "zod";
import * as field from "../model/fields.ts";
import { Refusal } from "../model/refusal.ts";

/** A passage is known by every run of so many words in it, and by the whole of it where it is shorter. */
export const WINDOW = 8;
/** A shorter passage is known as a whole, down to this many words: fewer would be found everywhere. */
export const SHORTEST = 4;

const FORMAT = 1;

/** 9 bytes: of a hundred thousand, one would be met by chance once in forty thousand million million runs of words. */
const LETTERS = 12;

export const fingerprints = z.strictObject({
  format: z.literal(FORMAT),
  /** The day they were made. */
  made: field.date(),
  words: z.literal(WINDOW),
  fingerprints: z.array(z.string().regex(/^[A-Za-z0-9_-]{12}$/)).readonly(),
});
export type Fingerprints = z.output<typeof fingerprints>;

/** Takes fingerprints under `key`, 32 bytes, of words joined by single spaces. */
export function fingerprintsUnder(key: Uint8Array): (words: string) => string {
  // Made once: handing over bare bytes makes each fingerprint take ten times as long.
  const secret = createSecretKey(key);
  return (words) => createHmac("sha256", secret).update(words).digest("base64url").slice(0, LETTERS);
}

/** Fingerprints as they were written to a file: `text` is its content. Throws a Refusal for anything else. */
export function readFingerprints(text: string, file: string): Fingerprints {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal(`${file} holds no fingerprints that can be read. Make them again.`);
  }
  const format = (json as { format?: unknown } | null)?.format;
  if (typeof format === "number" && format !== FORMAT)
    throw new Refusal(
      `${file} has format ${format}, which this version of Clear Days does not know. Make the fingerprints again.`,
    );
  const read = fingerprints.safeParse(json);
  if (!read.success) throw new Refusal(`${file} holds no fingerprints that can be read. Make them again.`);
  return read.data;
}
