/**
 * A print as it is kept: read once, numbered from nought, so that it can be put anywhere in any pack. Plain data, which
 * can be written to a cache as it is. Made by read-print.ts and appendix reading, joined by merge.
 */

/** Text of an object with, in place of references, the index of the kept object each leads to. */
export type KeptText = readonly (string | number)[];

/** A picture, a colour space, a drawing state: whatever pages draw with, beside fonts. */
export interface KeptObject {
  readonly text: KeptText;
  /** Packed as its text says. */
  readonly stream: Uint8Array | null;
}

/** A TrueType font's subset. */
export interface KeptFont {
  /** Its name, without the letters that mark a subset. */
  readonly name: string;
  /** Tells it from another font of its name. */
  readonly identity: string;
  readonly program: Uint8Array;
  readonly glyphs: readonly number[];
  /** What each glyph stands for, as UTF-16 in hexadecimal. */
  readonly unicode: readonly (readonly [glyph: number, hex: string])[];
  readonly flags: number;
  readonly italicAngle: number;
  /** Ascent, descent, height of capitals, thickness of stems. */
  readonly measures: readonly [number, number, number, number];
  readonly box: readonly number[];
}

export type ResourceKind = "Font" | "XObject" | "ExtGState" | "Pattern" | "Shading" | "ColorSpace" | "Properties";

/** What a name in a page's commands stands for: a font of the print, or an object. */
export interface KeptResource {
  readonly kind: ResourceKind;
  readonly name: string;
  readonly font: number | null;
  readonly object: number | null;
}

export interface KeptPage {
  readonly width: number;
  readonly height: number;
  /** Packed commands, which leave the drawing state as they found it. */
  readonly content: Uint8Array;
  readonly resources: readonly KeptResource[];
  /** For each marked piece of the page, the element it belongs to; -1 for none. */
  readonly marked: readonly number[];
}

/** A link's place on its page, and where it goes. */
export interface KeptLink {
  readonly page: number;
  readonly rect: readonly number[];
  readonly quads: readonly number[] | null;
  /** An address; one inside the print is an anchor. */
  readonly uri: string | null;
  readonly anchor: string | null;
  /** A place in the same print, where it has no name. */
  readonly place: KeptPlace | null;
  /** What the link itself says of where it goes, if it does. */
  readonly description: string | null;
}

export interface KeptPlace {
  readonly page: number;
  readonly left: number;
  readonly top: number;
}

/** What stands in an element: another element, a marked piece of a page, or a link. */
export type KeptKid =
  | { readonly element: number }
  | { readonly page: number; readonly mark: number }
  | { readonly link: number };

export interface KeptElement {
  readonly type: string;
  readonly kids: readonly KeptKid[];
  readonly alt: string | null;
  readonly actual: string | null;
  readonly language: string | null;
  readonly title: string | null;
  /** Its attributes but for `Headers`, as text. */
  readonly attributes: string | null;
  /** Its own number among those that others name, as a table's header cells. */
  readonly id: number | null;
  readonly headers: readonly number[];
}

export interface KeptBookmark {
  readonly title: string;
  readonly place: KeptPlace;
  readonly children: readonly KeptBookmark[];
}

export interface KeptPrint {
  readonly pages: readonly KeptPage[];
  readonly fonts: readonly KeptFont[];
  readonly objects: readonly KeptObject[];
  readonly links: readonly KeptLink[];
  readonly elements: readonly KeptElement[];
  /** The elements at the top, in reading order. */
  readonly top: readonly number[];
  /** Element types that are not PDF's own, and the ones that they stand for. */
  readonly roles: readonly (readonly [type: string, standard: string])[];
  readonly language: string | null;
  readonly bookmarks: readonly KeptBookmark[];
  /** Where each anchor stands. */
  readonly anchors: ReadonlyMap<string, KeptPlace>;
  /** How large it was printed: 1 as it says, more for large print, less where something on it is wider than the page. */
  readonly scale: number;
  /** Letters for which no font had a shape. */
  readonly missing: readonly string[];
}
