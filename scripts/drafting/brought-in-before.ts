/**
 * A report that was brought in before and is brought in again: what an officer has filled in since is kept, and a report that was
 * rewritten since is not written over. For import-word.ts.
 */
import { isDeepStrictEqual } from "node:util";
import { sha256 } from "../load/files.ts";
import { splitFrontMatter } from "../load/front-matter.ts";
import { Refusal } from "../model/refusal.ts";
import { marksIn } from "../model/unfilled.ts";
import type { Fields, Typed } from "./draft-text.ts";

export interface BroughtInBefore {
  readonly fields: Fields;
  /** What an officer should look at. */
  readonly notes: readonly string[];
}

/** The body of a report's file, as its record of import has it hashed. */
export function bodyHash(text: string): string {
  return sha256(splitFrontMatter(text, "the report").body);
}

/**
 * `fields` as the file says them now, with what stands in `before` where they have a gap or nothing. Refused where the body in
 * `before` is not the one that was brought in, by its hash in the record; null for a report that never was.
 */
export function keptFields(file: string, before: string, hash: string | null, fields: Fields): BroughtInBefore {
  if (hash === null)
    throw new Refusal(`${file} was not brought in from a Word file, so none takes its place. Move it away first.`);
  if (bodyHash(before) !== hash)
    throw new Refusal(
      `${file} was rewritten since it was brought in, and that would be lost. Move it away first, or go on in it.`,
    );
  const old = JSON.parse(JSON.stringify(splitFrontMatter(before, file).value)) as Fields;
  const names = [...new Set([...Object.keys(fields), ...Object.keys(old)])];
  const kept = names.filter((name) => isWanting(fields[name]) && old[name] !== undefined && !hasGap(old[name]));
  const changed = names.filter(
    (name) => !isWanting(fields[name]) && old[name] !== undefined && !isDeepStrictEqual(plain(fields[name]), old[name]),
  );
  return {
    fields: { ...fields, ...Object.fromEntries(kept.map((name) => [name, old[name]])) },
    notes: [
      ...(kept.length > 0 ? [`Kept, as it stood in the report: ${kept.join(", ")}.`] : []),
      ...changed.map((name) => `\`${name}\` is as the Word file says now; before it was: ${words(old[name])}.`),
    ],
  };
}

function isWanting(value: Typed): boolean {
  return value === undefined || hasGap(value);
}

function hasGap(value: Typed): boolean {
  return marksIn(JSON.stringify(value) ?? "").length > 0;
}

function plain(value: Typed): unknown {
  return JSON.parse(JSON.stringify(value));
}

function words(value: Typed): string {
  if (typeof value === "string") return value;
  return value === undefined ? "" : Object.values(value).map(words).join("; ");
}
