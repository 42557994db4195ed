/** What a PDF is assembled from: kept prints in order, with their page labels and what their links mean. For packs/. */

import type { Lock } from "../pdf/write-file.ts";
import type { KeptPrint } from "../printing/kept-print.ts";

export interface AssemblyPart {
  /** Names the part for links to it. */
  readonly key: string;
  /** Its name among the bookmarks, where its print has none of its own; and in what links to it say. */
  readonly title: string;
  /** Words for who has to mend it, where a link of it leads nowhere: a file. */
  readonly source: string;
  readonly print: KeptPrint;
  /** The number of each of its pages, as it is stamped and as a viewer shows it. */
  readonly labels: readonly string[];
  /** The part under whose bookmark its own stand. */
  readonly under?: string | undefined;
  /** Where its own links lead, where that is not where the assembly's do. */
  readonly target?: ((uri: string) => LinkTarget) | undefined;
}

/** Where a link to an address leads: a place in the assembly, another address, or nowhere, so that it is no link. */
export type LinkTarget = { readonly part: string; readonly anchor: string | null } | { readonly uri: string } | null;

export interface Assembly {
  readonly title: string;
  /** Who it is by: the council. */
  readonly author: string;
  readonly language: string;
  /** When it was issued, `2026-09-18T16:50` in the council's time; null for a draft, so that its bytes do not know the day. */
  readonly issuedAt: string | null;
  readonly parts: readonly AssemblyPart[];
  /** The size of the numbers on its pages, in points; 9 where nothing else is said. */
  readonly numberSize?: number | undefined;
  readonly target: (uri: string) => LinkTarget;
  readonly lock?: Lock | undefined;
}
