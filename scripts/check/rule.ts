/** What a rule of `check` is: a name and a function from the council to problems. Each stands in a file of its own. */
import { type Council, type Positions, placeOf } from "../model/council.ts";
import type { Problem, Severity } from "../model/problem.ts";

export interface Rule {
  /** The name, or names, that its problems carry. */
  readonly names: readonly string[];
  readonly check: (council: Council, known: Known) => Problem[];
}

/** What a rule may ask beside the council itself. */
export interface Known {
  /** True for a file that is there, even where it could not be read: what points at it is not wrong. */
  readonly hasFile: (file: string) => boolean;
  /** Every file under these folders, where drafts were opened; none for the public site. */
  readonly filesUnder: (...folders: string[]) => string[];
  /** Links under these folders, where drafts were opened, by name. */
  readonly linksUnder: (...folders: string[]) => string[];
  /** Files that are there and could not be read; they have problems of their own. */
  readonly unreadable: ReadonlySet<string>;
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
