/** Every rule of the preflight, in the order their findings are told, and the run of all. Called by read-word.ts. */
import type { Accepted } from "../imported-word.ts";
import type { Surveyed } from "../surveyed.ts";
import type { WordDocument } from "../word-document.ts";
import { alteredPictures } from "./altered-pictures.ts";
import { brokenFields } from "./broken-fields.ts";
import { collapsedHeadings } from "./collapsed-headings.ts";
import { comments } from "./comments.ts";
import { covered } from "./covered.ts";
import { embedded } from "./embedded.ts";
import type { Finding, PreflightRule } from "./finding.ts";
import { hiddenRows } from "./hidden-rows.ts";
import { hiddenText } from "./hidden-text.ts";
import { linkSecrets } from "./link-secrets.ts";
import { macros } from "./macros.ts";
import { markings } from "./markings.ts";
import { outOfSight } from "./out-of-sight.ts";
import { outsideContent } from "./outside-content.ts";
import { pictures } from "./pictures.ts";
import { properties } from "./properties.ts";
import { protection } from "./protection.ts";
import { struckText } from "./struck-text.ts";
import { textColour } from "./text-colour.ts";
import { trackedChanges } from "./tracked-changes.ts";
import { turnedLetters } from "./turned-letters.ts";
import { unread } from "./unread.ts";
import { wideTables } from "./wide-tables.ts";

export const PREFLIGHT: readonly PreflightRule[] = [
  markings,
  hiddenText,
  hiddenRows,
  outOfSight,
  covered,
  collapsedHeadings,
  textColour,
  struckText,
  turnedLetters,
  trackedChanges,
  comments,
  embedded,
  outsideContent,
  pictures,
  alteredPictures,
  linkSecrets,
  macros,
  protection,
  properties,
  brokenFields,
  wideTables,
  unread,
];

/** What the preflight finds, but for what is accepted. */
export function preflight(
  document: WordDocument,
  surveyed: Surveyed,
  name: string,
  accepted: readonly Accepted[],
): Finding[] {
  return PREFLIGHT.flatMap((rule) => rule.look(document, surveyed, name)).filter(
    ({ accept }) => accept === undefined || !accepted.includes(accept),
  );
}
