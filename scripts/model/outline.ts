/** What a paper consists of, short of its words: sections and paragraphs with their numbers and anchors. */

export interface Block {
  /** The permanent anchor, without `#`: `s4`, `p4-7`, `s1-p1`. */
  readonly anchor: string;
  readonly kind: "section" | "sub-heading" | "paragraph" | "table" | "list" | "quote" | "chart" | "image";
  /** The number that stands in the margin, or null where there is none. */
  readonly number: string | null;
  /** The heading's words; empty for other blocks. */
  readonly title: string;
  /** The line of the file that it begins on, from 1. */
  readonly line: number;
}

/** A block's number and anchor as they were first issued, which later versions keep. */
export interface KeptNumber {
  readonly anchor: string;
  readonly number: string | null;
}

export interface Outline {
  readonly numbering: "automatic" | "typed" | "none";
  /** Of a later version: the numbers of its blocks in order, kept from the version before; null for a first one. */
  readonly kept: readonly KeptNumber[] | null;
  readonly blocks: readonly Block[];
  readonly words: number;
  /** The measures that its charts show. */
  readonly charts: readonly { readonly measure: string; readonly line: number }[];
  /** The image files it shows, relative to its folder. */
  readonly images: readonly { readonly file: string; readonly line: number }[];
  /** Links inside the council's own papers: `#p4-7` or `/meetings/...`. */
  readonly links: readonly { readonly to: string; readonly line: number }[];
}

/** Minutes to read at 220 words a minute, at least one. */
export function readingMinutes(outline: Outline): number {
  return Math.max(1, Math.round(outline.words / 220));
}
