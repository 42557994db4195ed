/** A Word file as a paper: the shapes that come back from the worker, all of them plain data. */
import type { Problem } from "../../model/problem.ts";
import type { FormValue } from "../form.ts";
import type { Accepted, WordQuestion } from "../imported-word.ts";

/** A piece of the body: one block of Markdown, with the paragraphs of the Word file that it holds. */
export interface Chunk {
  readonly markdown: string;
  readonly paragraphs: readonly number[];
}

export interface Picture {
  /** Its file, beside the report. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A paragraph as Word shows it, for reading beside the paper. */
export interface ShownParagraph {
  readonly number: number;
  readonly label: string;
  readonly text: string;
  readonly isInTable: boolean;
}

export interface WordPaper {
  readonly template: string | null;
  readonly form: readonly FormValue[];
  /** Paragraphs that were read as front matter, and so are no part of the body. */
  readonly taken: readonly number[];
  readonly chunks: readonly Chunk[];
  /** The chunks as one text. */
  readonly body: string;
  /** `typed` where Word showed numbers before paragraphs, which the paper keeps; else `none`. */
  readonly numbering: "typed" | "none";
  readonly pictures: readonly Picture[];
  readonly shown: readonly ShownParagraph[];
  readonly counted: { readonly words: number; readonly cells: number };
}

/** What the worker is asked. */
export interface ReadWordRequest {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly accepted: readonly Accepted[];
  readonly yes: readonly string[];
  /** The templates of the council, already checked against their schema. */
  readonly templates: readonly unknown[];
  /** What the committee of the meeting is called. */
  readonly committee: readonly string[];
  /** What pictures' files begin with: the report's name. */
  readonly pictures: string;
}

export interface WordRead {
  /** Null where a problem stops it. */
  readonly paper: WordPaper | null;
  readonly problems: readonly Problem[];
  /** What an officer may decide, of what stops it. */
  readonly mayAccept: readonly Accepted[];
  readonly questions: readonly WordQuestion[];
  readonly notes: readonly string[];
}
