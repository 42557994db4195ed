/** Every rule of the preflight, in the order their findings are told, and the run of all. Called by read-word.ts. */
import type { Accepted } from "../imported-word.ts";
import type { Surveyed } from "../surveyed.ts";
import type { WordDocument } from "../word-document.ts";
import { comments } from "./comments.ts";
import { embedded } from "./embedded.ts";
import type { Finding, PreflightRule } from "./finding.ts";
import { hiddenText } from "./hidden-text.ts";
import { macros } from "./macros.ts";
import { markings } from "./markings.ts";
import { pictures } from "./pictures.ts";
import { properties } from "./properties.ts";
import { struckText } from "./struck-text.ts";
import { textColour } from "./text-colour.ts";
import { trackedChanges } from "./tracked-changes.ts";
import { unread } from "./unread.ts";

export const PREFLIGHT: readonly PreflightRule[] = [
  markings,
  hiddenText,
  textColour,
  struckText,
  trackedChanges,
  comments,
  embedded,
  pictures,
  macros,
  properties,
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
