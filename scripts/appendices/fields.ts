/** The fields of somebody's form, as they stood when it was saved, and what their tags say on paper. For appearances.ts and read-tags.ts. */
import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, type PDFObject } from "@cantoo/pdf-lib";
import { stringText, textString } from "../pdf/objects.ts";
import { wordsOf } from "./values.ts";

/** Among a field's flags: a button to press, one of several to choose from. */
const BUTTON = 1 << 16;
const RADIO = 1 << 15;

export interface Field {
  readonly role: "tv" | "cb" | "rb" | "lb";
  /** Null for a field that is no box to tick. */
  readonly isTicked: boolean | null;
  /** What it is called where the form says so. */
  readonly description: string | null;
}

/** Null for a button to press, which says nothing on paper. */
export function fieldOf(entry: PDFDict): Field | null {
  const kind = inherited(entry, "FT");
  const flags = inherited(entry, "Ff");
  const flag = flags instanceof PDFNumber ? flags.asNumber() : 0;
  const description = wordsOf(inherited(entry, "TU"));
  if (kind !== PDFName.of("Btn")) return { role: kind === PDFName.of("Ch") ? "lb" : "tv", isTicked: null, description };
  if (flag & BUTTON) return null;
  const state = entry.lookup(PDFName.of("AS"));
  return {
    role: flag & RADIO ? "rb" : "cb",
    isTicked: state instanceof PDFName && state !== PDFName.of("Off"),
    description,
  };
}

export function hasValue(entry: PDFDict): boolean {
  const value = inherited(entry, "V");
  if (value instanceof PDFArray) return value.size() > 0;
  return value !== undefined && !(value instanceof PDFDict) && !(value instanceof PDFBool) && wordsOf(value) !== "";
}

/** What a field has from those that it stands under. */
function inherited(entry: PDFDict, name: string): PDFObject | undefined {
  let node: PDFObject | undefined = entry;
  for (let steps = 0; node instanceof PDFDict && steps < 30; steps++) {
    const value = node.lookup(PDFName.of(name));
    if (value !== undefined) return value;
    node = node.lookup(PDFName.of("Parent"));
  }
  return undefined;
}

/** What was a field once says so itself on paper (ISO 32000-1, 14.8.5.6). */
export function printField({ role, isTicked, description }: Field): string {
  const checked = isTicked === null ? "" : `/checked/${isTicked ? "on" : "off"}`;
  const named = description === null ? "" : `/Desc${stringText(textString(description).bytes)}`;
  return `<</O/PrintField/Role/${role}${checked}${named}>>`;
}

/** A tick is drawn as a letter that would be read out. */
export function tickWords({ isTicked }: Field): string | null {
  if (isTicked === null) return null;
  return isTicked ? "Ticked" : "Not ticked";
}
