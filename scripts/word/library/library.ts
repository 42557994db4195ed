/** Every document of the library, by group. Called by its test. */
import type { LibraryDocument } from "./entry.ts";
import { NUMBERING } from "./numbering.ts";

export const LIBRARY: Readonly<Record<string, readonly LibraryDocument[]>> = {
  numbering: NUMBERING,
};
