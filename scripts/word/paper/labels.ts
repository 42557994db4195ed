/** What a paragraph's label makes of it in a paper: a numbered paragraph, a point of a list, or only words. For paper-blocks.ts. */
import type { Paragraph } from "../surveyed.ts";

export type Role =
  /** `4.11`: a paragraph with a number of its own. */
  | { readonly kind: "numbered"; readonly number: string }
  /** `1.` or `2)`: a point of a numbered list, or the number of a section's heading. */
  | { readonly kind: "ordered"; readonly marker: string }
  /** `(a)`, `b)`, `(iv)`. */
  | { readonly kind: "lettered"; readonly marker: string }
  | { readonly kind: "bullet" }
  /** Any other label, such as `A.` or `Article 3`, which stands as words. */
  | { readonly kind: "words"; readonly label: string };

export interface Labelled {
  readonly role: Role | null;
  /** How many characters of the paragraph's own text are its label, where somebody typed it. */
  readonly typed: number;
  /** Words that look like a label and are more likely to be a figure. */
  readonly doubtful: string | null;
}

const NUMBERED = /^(\d{1,3}(?:\.\d{1,3})+[A-Z]?)\.?$/;
/** A list would show a figure without the noughts before it. */
const ORDERED = /^(0|[1-9]\d{0,8})([.)]?)$/;
/** The letters that papers read as a list: see markdown/lettered-lists.ts. */
const LETTERED = /^(?:\((?:[a-z]|[ivxl]{2,6}|([a-z])\1)\)|(?:[a-z]|[ivx]{2,5})\))$/;

const TYPED_SURE =
  /^(\d{1,3}(?:\.\d{1,3})*[A-Z]?[.)]?|\([a-z]{1,6}\)|[a-z]{1,5}\)|[•·▪◦‣●○■–-])(?:\t\s*| {2,}|\u00a0\s+)(?=\S)/;
const TYPED_LIKELY = /^(\d{1,3}[.)]|\([a-z]{1,6}\)|[a-z]\)|[•·▪◦‣●–-])\s+(?=\S)/;
const TYPED_FIGURE = /^(\d{1,3}(?:\.\d{1,3})+[A-Z]?\.?)\s+(?=\S)/;
/** What follows a figure and hardly ever a paragraph's number: `4.5 million`, `2.5 FTE`. */
const AFTER_FIGURE = /^\S+\s+(\p{Ll}|[%+–-]|(FTE|FTEs|GWh|MWh|MW|kWh|CO2)\b)/u;
/** A figure with nothing but a gap after it may be an amount in a line of amounts. */
const BARE = /^\d{1,3}$/;
const BULLET = /^[•·▪◦‣●○■–-]$/;

/** Follows the labels of one paper in reading order. */
export class Labels {
  /** The last number of a paragraph or section. */
  private last: readonly number[] = [];

  /** What `paragraph`'s label makes of it; `isHeading` where it is known to be a heading. */
  read(paragraph: Paragraph, isHeading: boolean): Labelled {
    const { label, text } = paragraph;
    if (label?.isBullet) return { role: { kind: "bullet" }, typed: 0, doubtful: null };
    if (label && label.text !== "") return { role: this.known(label.text), typed: 0, doubtful: null };
    const [sure, sureLabel] = TYPED_SURE.exec(text) ?? TYPED_LIKELY.exec(text) ?? [];
    if (sure !== undefined && sureLabel !== undefined && !(BARE.test(sureLabel) && !this.comesNext(sureLabel)))
      return { role: this.known(sureLabel), typed: sure.length, doubtful: null };
    const [figure, number] = TYPED_FIGURE.exec(text) ?? [];
    if (figure === undefined || number === undefined) return { role: null, typed: 0, doubtful: null };
    if (isHeading || ((this.comesNext(number) || this.isInSection(number)) && !AFTER_FIGURE.test(text)))
      return { role: this.known(number), typed: figure.length, doubtful: null };
    return { role: null, typed: 0, doubtful: number };
  }

  private known(label: string): Role {
    const role = roleOf(label);
    const number = role.kind === "numbered" ? role.number : role.kind === "ordered" ? role.marker : "";
    if (number !== "") this.last = parts(number);
    return role;
  }

  /** Whether `number` is of the section that the last one was of: a number may be missing before it. */
  private isInSection(number: string): boolean {
    return parts(number)[0] === this.last[0];
  }

  /** Whether `number` is what comes after the last one: 4.5 after 4.4, 4.1 after 4, 5.1 after 4.9, 4.4.1 after 4.4. */
  private comesNext(number: string): boolean {
    const now = parts(number);
    return now.every((part, at) => {
      const before = this.last[at];
      if (before === undefined) return part === 1;
      const isFirstChange = now.slice(0, at).every((each, index) => each === this.last[index]);
      if (!isFirstChange) return part === 1;
      const isLast = at === now.length - 1;
      return isLast && this.last.length >= now.length ? part === before + 1 : part === before || part === before + 1;
    });
  }
}

function roleOf(label: string): Role {
  const numbered = NUMBERED.exec(label);
  if (numbered) return { kind: "numbered", number: numbered[1] as string };
  const ordered = ORDERED.exec(label);
  if (ordered) return { kind: "ordered", marker: `${ordered[1]}${ordered[2] || "."}` };
  if (LETTERED.test(label)) return { kind: "lettered", marker: label };
  if (BULLET.test(label)) return { kind: "bullet" };
  return { kind: "words", label };
}

function parts(number: string): number[] {
  return number
    .replace(/[A-Z.)]+$/, "")
    .split(".")
    .map(Number);
}
