/** Brings a Word file in as a draft report, as named steps. Called by cli.ts and by the desk. */
import type { ImportedWord, WordRequest } from "./word/imported-word.ts";

/** Reads the file, and writes the report where nothing is wrong. */
export async function importWord(_request: WordRequest): Promise<ImportedWord> {
  throw new Error("not yet");
}
