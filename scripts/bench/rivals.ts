/** The other ways to make a pack that the bench has ours beside, in the order they are run. */
import type { Rival } from "./rival.ts";
import { libreoffice } from "./rival-libreoffice.ts";
import { onePrint } from "./rival-one-print.ts";
import { typst } from "./rival-typst.ts";
import { weasyprint } from "./rival-weasyprint.ts";

export const RIVALS: readonly Rival[] = [typst, onePrint, libreoffice, weasyprint];

/** How our time should stand to theirs, at most; where only one size of pack has a target, with the reports it has. */
export const TARGETS: Readonly<Record<string, { readonly ratio: number; readonly reports?: number }>> = {
  [typst.name]: { ratio: 0.9, reports: 100 },
  [onePrint.name]: { ratio: 0.4 },
  [weasyprint.name]: { ratio: 0.25 },
};
