/** Every document of the library, by group. Called by its test. */
import { CHANGES } from "./changes.ts";
import type { LibraryDocument } from "./entry.ts";
import { EXTRAS } from "./extras.ts";
import { LISTS } from "./lists.ts";
import { NUMBERING } from "./numbering.ts";
import { PROGRAMS } from "./programs.ts";
import { TABLES } from "./tables.ts";
import { WORDS } from "./words.ts";

export const LIBRARY: Readonly<Record<string, readonly LibraryDocument[]>> = {
  numbering: NUMBERING,
  lists: LISTS,
  tables: TABLES,
  words: WORDS,
  extras: EXTRAS,
  changes: CHANGES,
  programs: PROGRAMS,
};
