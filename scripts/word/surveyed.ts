/** What a Word file shows, block by block: the shapes that survey.ts fills and all else about the file reads. */
import type { Colour } from "../model/colour.ts";
import type { Label } from "./numbering.ts";
import type { Look } from "./styles.ts";
import type { Story } from "./word-document.ts";
import type { Element } from "./xml.ts";

export interface TextPiece {
  readonly kind: "text";
  /** As a reader sees it: a tab is a tab, a line break a line end, and what only hyphenates is left out. */
  readonly text: string;
  readonly look: Look;
  /** The background it stands on, white where nothing says. */
  readonly background: Colour;
  /** Where it leads: an address, or `#` and a bookmark. */
  readonly link: string | null;
}

export interface ImagePiece {
  readonly kind: "image";
  /** The relation that names the picture's part, and whether the picture is in the file or only linked. */
  readonly relation: string | null;
  readonly isLinked: boolean;
  readonly alternative: string;
  readonly isDecorative: boolean;
  readonly isCropped: boolean;
}

export interface NotePiece {
  readonly kind: "note";
  readonly of: "footnotes" | "endnotes";
  readonly id: string;
}

export interface BookmarkPiece {
  readonly kind: "bookmark";
  readonly name: string;
}

export type Piece = TextPiece | ImagePiece | NotePiece | BookmarkPiece;

export interface Paragraph {
  readonly kind: "paragraph";
  /** Counted from 1 through the whole file, text boxes and notes with it. */
  readonly number: number;
  readonly story: Story;
  readonly element: Element;
  readonly style: string | undefined;
  readonly styleName: string;
  readonly headingLevel: number | null;
  readonly label: Label | null;
  readonly pieces: readonly Piece[];
  /** Its words without its label. */
  readonly text: string;
  readonly isRightAligned: boolean;
  /** How far it is indented from the left, in twentieths of a point. */
  readonly indent: number;
  readonly isRightToLeft: boolean;
  /** Whether it is part of a table of contents that Word made. */
  readonly isContents: boolean;
  /** The text of the heading it stands under. */
  readonly under: string | null;
  readonly isInTable: boolean;
  /** Everything in it that is neither text nor a picture: charts, equations, controls, embedded files. */
  readonly objects: readonly Element[];
  /** Instructions of fields that show something which the file does not hold. */
  readonly emptyFields: readonly string[];
  /** Whether a prompt of the template still stands where somebody should have written. */
  readonly hasPrompt: boolean;
  /** Whether it holds a sign of a font of signs that stands for no known letter. */
  readonly hasUnknownSign: boolean;
  /** The blocks of text boxes anchored in it, which are read after it. */
  readonly boxes: readonly Block[];
}

export interface Cell {
  readonly blocks: readonly Block[];
  /** How many columns it is wide. */
  readonly width: number;
  /** Whether it goes on in the cell below, or goes on from the one above. */
  readonly merge: "begins" | "goes on" | null;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Whether Word repeats it at the head of each page, which says that it is headings. */
  readonly isHeading: boolean;
  /** How many columns it leaves out before its first cell and after its last. */
  readonly before: number;
  readonly after: number;
}

export interface Table {
  readonly kind: "table";
  /** Counted from 1 through the whole file. */
  readonly number: number;
  readonly rows: readonly Row[];
  /** Whether its style sets the first row apart. */
  readonly setsFirstRowApart: boolean;
  readonly isInTable: boolean;
}

export type Block = Paragraph | Table;

export interface Surveyed {
  readonly body: readonly Block[];
  /** The blocks of each note by its kind and id, such as `footnotes 2`. */
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  readonly headersAndFooters: readonly Block[];
  /** Every paragraph of the body, its text boxes and its notes, in reading order; those of headers and footers come last. */
  readonly paragraphs: readonly Paragraph[];
}

/** Every paragraph of `blocks`, those in tables and text boxes with them. */
export function* paragraphsIn(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks)
    if (block.kind === "paragraph") {
      yield block;
      yield* paragraphsIn(block.boxes);
    } else for (const { cells } of block.rows) for (const { blocks: inside } of cells) yield* paragraphsIn(inside);
}
