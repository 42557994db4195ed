/**
 * `data/imports/<meeting>/<report>.json`: what became of a Word file when it was brought in: what was accepted, answered and left
 * out. Written by `import`; no page shows it.
 */
import { z } from "zod";
import * as field from "./fields.ts";

export const wordImport = z.strictObject({
  file: field.text().describe("The Word file's name."),
  sha256: field.text().describe("The hash of its bytes, so that nobody has to guess which file it was."),
  at: field.dateTime().describe("When it was brought in."),
  accepted: field.optionalList(field.text()).describe("What an officer accepted that would else have been refused."),
  answered: field.optionalList(field.text()).describe("The questions that were answered with yes, by their ids."),
  asked: field.optionalList(field.text()).describe("The questions that were asked and not answered."),
  notes: field.optionalList(field.text()).describe("What was left out, or read as something else than words."),
  body: field
    .text()
    .describe("The hash of the report's body as it was written, which says whether it was rewritten since."),
  words: field.wholeNumber().describe("How many words the file showed, each of which is in the report."),
  cells: field.wholeNumber().describe("How many cells of tables."),
});
export type WordImport = z.output<typeof wordImport>;
