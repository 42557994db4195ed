/** What a rule of `check` is: a name, and functions from one meeting, and from what meetings share, to problems. Each stands in a file of its own. */
import { type CouncilMeeting, type Positions, placeOf } from "../model/council.ts";
import type { Problem, Severity } from "../model/problem.ts";
import type { Surroundings } from "./surroundings.ts";

export interface Rule {
  /** The name, or names, that its problems carry. */
  readonly names: readonly string[];
  /**
   * What is wrong with one meeting and what stands in its folder. What it asks `around` and `known` decides when it is asked
   * again: nothing of a whole collection where one name will do, and no position of a value where nothing is wrong with it.
   */
  readonly ofMeeting?: (around: Surroundings, meeting: CouncilMeeting, known: Known) => Problem[];
  /** What is wrong with living data, and with what stands in no meeting's folder. */
  readonly ofCouncil?: (around: Surroundings, known: Known) => Problem[];
}

/** What a rule may ask of the council's folder. */
export interface Known {
  /** True for a file that is there, even where it could not be read: what points at it is not wrong. */
  readonly hasFile: (file: string) => boolean;
  /** Every file under a folder, where drafts were opened; none for the public site. A meeting's rule names its own folder. */
  readonly filesUnder: (folder: string) => string[];
  /** Links under a folder, where drafts were opened, by name. */
  readonly linksUnder: (folder: string) => string[];
  /** Every file under content/ and data/ that is in no meeting's folder, where drafts were opened. */
  readonly filesOutsideMeetings: () => string[];
  /** Links under content/ and data/ that are in no meeting's folder, likewise. */
  readonly linksOutsideMeetings: () => string[];
  /** True for a file that is there and could not be read; it has a problem of its own. */
  readonly isUnreadable: (file: string) => boolean;
  /** Whether there is such a file among those whose paths begin and end like this. */
  readonly anyUnreadable: (start: string, end?: string) => boolean;
  /** The first bytes of a file, or null where it is not there. */
  readonly startOf: (file: string) => Uint8Array | null;
  /** The text of a file, or null where it is not there. */
  readonly textOf: (file: string) => string | null;
}

/** A problem at the value that `path` leads to in `source`. */
export function problemAt(
  source: { file: string; positions: Positions },
  path: readonly (string | number)[],
  rule: string,
  severity: Severity,
  message: string,
  mend: string,
): Problem {
  return { rule, severity, ...placeOf(source, path), message, mend };
}
