/** What of a Word file no report has, and what was decided of it: said to the officer, and kept with the import. For read-word.ts. */
import type { Accepted } from "./imported-word.ts";
import { shortened } from "./preflight/finding.ts";
import { propertiesOf } from "./preflight/properties.ts";
import { paragraphsIn, type Surveyed } from "./surveyed.ts";
import type { WordDocument } from "./word-document.ts";

/** What an officer decided, or the council's template did, for the record of imports. */
export function acceptedNotes(document: WordDocument, changes: number, accepted: readonly Accepted[]): string[] {
  const properties = propertiesOf(document).map(({ name }) => name);
  return [
    ...(accepted.includes("changes") && changes > 0
      ? [`${changes} tracked ${changes === 1 ? "change was" : "changes were"} accepted, as if in Word.`]
      : []),
    ...(accepted.includes("comments") && document.comments ? ["Comments were left out."] : []),
    ...(accepted.includes("properties") && properties.length > 0
      ? [`What the file says of itself was left out: ${properties.join(", ")}.`]
      : []),
  ];
}

/** What of the file no report has: a table of contents, headers and footers. */
export function leftOut({ paragraphs, headersAndFooters }: Surveyed): string[] {
  const around = [...paragraphsIn(headersAndFooters)].map(({ text }) => text.replace(/\s+/g, " ").trim());
  const said = [...new Set(around.filter((text) => /[\p{L}]/u.test(text)))];
  const quoted = said.map((text) => `"${shortened(text, 12)}"`);
  return [
    ...(paragraphs.some(({ isContents }) => isContents)
      ? ["The table of contents is left out: page numbers of the Word file hold nowhere else."]
      : []),
    ...(quoted.length > 0
      ? [`Headers and footers are left out, since the pack has its own: ${quoted.join(", ")}.`]
      : []),
  ];
}
