/** What is known of a PDF that goes with a report before it is issued. Read by load/, judged by check/, told by site/. */

/** Larger than this, in bytes or pages, and a file is not an appendix but an archive. */
export const LARGEST_APPENDIX = { bytes: 150_000_000, pages: 2000 } as const;

export interface PdfFacts {
  /** False where it breaks off, or its pages cannot be found. */
  readonly isWhole: boolean;
  readonly pages: number;
  /** Whether it has tags for those who cannot see it. */
  readonly isTagged: boolean;
  /** Whether a layer of it is not shown, or not always. */
  readonly hasHiddenLayers: boolean;
  /** The first page, from 1, of which a strip is cut away that could hold words; null where there is none. */
  readonly croppedPage: number | null;
  /** Whether entries of a form have values that only a program for forms would show. */
  readonly hasUndrawnFields: boolean;
  /** Everything that it could do beside showing pages. */
  readonly does: readonly PdfDeed[];
}

export type PdfDeed = "script" | "program" | "file" | "film" | "password" | "unread";
