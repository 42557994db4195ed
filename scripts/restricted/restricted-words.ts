/** The words of one restricted file, as passages that could be pasted elsewhere. Called by make-fingerprints.ts. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { splitFrontMatter } from "../load/front-matter.ts";
import type { Value } from "../load/yaml.ts";
import { plainBlocks } from "../markdown/plain-text.ts";
import type { Outline } from "../model/outline.ts";
import type { RestrictedPaper } from "./read-restricted.ts";
import { type ReadableText, readableText } from "./readable-text.ts";
import { wordsOf } from "./words.ts";

export interface RestrictedWords {
  /** Words that follow one another, across the ends of paragraphs. */
  readonly streams: readonly (readonly string[])[];
  /** Paragraphs, cells and fields, each whole. */
  readonly passages: readonly (readonly string[])[];
  /** Headings, each whole: many papers have the same. */
  readonly headings: readonly (readonly string[])[];
  /** False where the file, or one of its pages, has no text that can be read. */
  readonly isRead: boolean;
}

/**
 * Fields that say who and where, which public papers say too, or that are not words. What a clerk fills in beside them
 * is restricted.
 */
const NOT_WORDS: ReadonlySet<string> = new Set([
  ..."access agendaItem from cabinetMembers contactOfficer authority numbering language deadline that".split(" "),
  ..."clearedBy on id file respondsTo discharges attendance apologies absent chair member item movedBy".split(" "),
]);

export async function restrictedWords(folder: string, paper: RestrictedPaper): Promise<RestrictedWords> {
  const bytes = readFileSync(join(folder, paper.file));
  if (!paper.file.endsWith(".md")) return ofFile(await readableText(bytes, paper.file));
  const text = bytes.toString("utf8");
  // Front matter that cannot be read is a problem of its own; its words are restricted all the same.
  const split = splitFrontMatter(text, paper.file);
  if (split.problems.length > 0) return ofPaper({}, text);
  return ofPaper(split.value, split.body, paper.kind === "minutes" ? "typed" : undefined);
}

function ofFile({ streams, isRead }: ReadableText): RestrictedWords {
  return { streams: streams.map(({ words }) => words), passages: [], headings: [], isRead };
}

function ofPaper(front: Value, body: string, usual?: Outline["numbering"]): RestrictedWords {
  const asked = (front as { numbering?: Outline["numbering"] }).numbering ?? usual;
  const blocks = plainBlocks(body, asked);
  const fields = fieldsOf(front).map(wordsOf);
  const whole = blocks.map(({ texts }) => wordsOf(texts.join("\n")));
  const cells = blocks.flatMap(({ kind, texts }) => (kind === "row" ? texts.map(wordsOf) : []));
  return {
    streams: [whole.flat(), ...fields],
    passages: [...whole.filter((_, index) => blocks[index]?.kind !== "heading"), ...cells, ...fields],
    headings: whole.filter((_, index) => blocks[index]?.kind === "heading"),
    isRead: true,
  };
}

/** The texts of front matter. A limb's verb and object read on as one, as they are shown. */
function fieldsOf(value: Value): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(fieldsOf);
  const { verb, object, ...rest } = value;
  const limb = verb !== undefined && object !== undefined ? [`${verb} ${object}`] : [];
  return [...limb, ...Object.entries(rest).flatMap(([name, each]) => (NOT_WORDS.has(name) ? [] : fieldsOf(each)))];
}
