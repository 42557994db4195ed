/** What each kind of issue's PDF is called, in words and as a file at the meeting's address. Used by packs and record. */
import type { IssueKind } from "../model/record.ts";

export interface PackName {
  readonly title: string;
  /** Its name at the meeting's address, which is its for ever. */
  readonly address: string;
}

/** The name of its large print. */
export function largePrintName(address: string): string {
  return address.replace(/\.pdf$/, "-large-print.pdf");
}

/** The name of a report's own PDF. */
export function paperPdfName(paper: string): string {
  return `papers/${paper}.pdf`;
}

/** The name of the PDF; `number` counts the issues of its kind for the meeting from 1. Null for a kind that prints none. */
export function packName(kind: IssueKind, number: number): PackName | null {
  switch (kind) {
    case "agenda":
      return { title: "Agenda pack", address: "agenda-pack.pdf" };
    case "minutes":
      return { title: "Minutes", address: "minutes.pdf" };
    case "supplement":
      return { title: `Supplement ${number}`, address: `supplement-${number}.pdf` };
    case "revision":
      return { title: `Revision ${number}`, address: `revision-${number}.pdf` };
    case "release":
      return { title: `Release ${number}`, address: `release-${number}.pdf` };
    case "correction":
      return {
        title: number === 1 ? "Corrected minutes" : `Corrected minutes ${number}`,
        address: `corrected-minutes-${number}.pdf`,
      };
    case "notice":
      return { title: "Notice of meeting", address: `notice-${number}.pdf` };
    case "cancellation":
      return { title: "Notice of cancellation", address: `cancellation-${number}.pdf` };
    case "withdrawal":
      return null;
  }
}
