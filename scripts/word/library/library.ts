/** Every document of the library, by group. Called by its test. */
import { CELLS_OF_TABLES } from "./cells.ts";
import { CHANGES } from "./changes.ts";
import type { LibraryDocument } from "./entry.ts";
import { FORMS_AND_LINKS } from "./forms-and-links.ts";
import { LISTS } from "./lists.ts";
import { NOTES_AND_PICTURES } from "./notes-and-pictures.ts";
import { NUMBER_KINDS } from "./number-kinds.ts";
import { NUMBER_LEVELS } from "./number-levels.ts";
import { NUMBERING } from "./numbering.ts";
import { PROGRAMS } from "./programs.ts";
import { SIGNS } from "./signs.ts";
import { TABLES } from "./tables.ts";
import { TYPED_NUMBERS } from "./typed-numbers.ts";
import { WORDS } from "./words.ts";

export const LIBRARY: Readonly<Record<string, readonly LibraryDocument[]>> = {
  numbering: NUMBERING,
  "levels of numbers": NUMBER_LEVELS,
  "kinds of numbers": NUMBER_KINDS,
  lists: LISTS,
  "typed numbers": TYPED_NUMBERS,
  tables: TABLES,
  "cells of tables": CELLS_OF_TABLES,
  signs: SIGNS,
  words: WORDS,
  "notes and pictures": NOTES_AND_PICTURES,
  "forms and links": FORMS_AND_LINKS,
  "tracked changes": CHANGES,
  "other programs": PROGRAMS,
};
