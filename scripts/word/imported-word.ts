/**
 * What an import of a Word file was asked, and what it tells: the shapes that the command, the desk and the record of
 * imports share. Made by import-word.ts.
 */
import type { Problem } from "../model/problem.ts";

/** What an officer may decide of what would otherwise be refused; everything else has to be mended in Word. */
export const ACCEPTED = {
  changes: "tracked changes, as if each had been accepted in Word",
  comments: "comments, which are left out",
  properties: "what the file says of its author and its making, which is left out",
} as const;
export type Accepted = keyof typeof ACCEPTED;

export interface WordRequest {
  readonly root: string;
  /** The file's name, as the officer knows it, and its bytes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The meeting, by its folder's name, and the number of the item on its agenda. */
  readonly meeting: string;
  readonly item: string;
  /** What the report's file is to be called; left out, after its title. */
  readonly report?: string | undefined;
  readonly accepted: readonly Accepted[];
  /** The questions that are answered with yes, by their ids. */
  readonly yes: readonly string[];
  /** Take the place of a report that is there already and was never issued. */
  readonly again: boolean;
  readonly now?: string | undefined;
}

/** Something that Word does not say for certain. The import went on without it. */
export interface WordQuestion {
  /** Such as `heading-12`: what it is about, and the paragraph, table or picture, counted from 1. */
  readonly id: string;
  /** What is asked, in an officer's words, with where it stands. */
  readonly asks: string;
  /** What `--yes` with this id would do; null where only words can answer it, which are typed into the report. */
  readonly ifYes: string | null;
}

/** What the preflight or the reading found wrong; nothing was written. Lines count the paragraphs of the Word file. */
export interface ImportedWord {
  readonly name: string;
  readonly meeting: string;
  readonly item: string;
  /** The report's file relative to the council's folder, or null where nothing was written. */
  readonly report: string | null;
  /** Every file that was written, relative to the council's folder. */
  readonly written: readonly string[];
  readonly problems: readonly Problem[];
  /** Which of the problems an officer may decide, and so the options that would let the file in. */
  readonly mayAccept: readonly Accepted[];
  readonly questions: readonly WordQuestion[];
  /** What was left out, accepted, read as something else, or noticed. */
  readonly notes: readonly string[];
  /** What the report's front matter still wants, as `check` will report it. */
  readonly gaps: readonly string[];
  /** The page that shows both beside each other, relative to the council's folder; null where nothing was written. */
  readonly sideBySide: string | null;
  /** How many words, numbers and cells were counted in the file and found in the report as it is rendered. */
  readonly counted: { readonly words: number; readonly cells: number } | null;
}
