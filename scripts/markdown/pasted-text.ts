/** Notices what somebody meant as a number, a heading or a bullet and Markdown would leave in the text. For number-paper. */
import type { PaperFault } from "./paper-fault.ts";

/** What looks like a paragraph's number and would not be read as one: bold, bracketed, with no space, or after a bullet. */
const LOST_NUMBER = /^(?:\*\*|__)?\d{1,3}(?:\.\d{1,3})+[A-Z]?(?:[.)]?(?:\*\*|__)?\s|\)|[A-Z][a-z])/;
const LOST_HEADING = /^(?:\*\*|__)\d{1,3}[.)]?\s+[^*_]+(?:\*\*|__)$/;
/** Bullets as Word pastes them. */
const PASTED_BULLET = /^[•·▪◦‣]\s*/m;

/**
 * The faults of a paragraph or list item that begins with `words`. `isNumbered` says that the paper's numbers are typed,
 * or that the words follow a bullet; elsewhere a figure may well begin a sentence.
 */
export function pastedFaults(words: string, isNumbered: boolean): Omit<PaperFault, "line">[] {
  const faults: Omit<PaperFault, "line">[] = [];
  if ((isNumbered && LOST_NUMBER.test(words)) || LOST_HEADING.test(words))
    faults.push({
      rule: "number-not-read",
      severity: "warning",
      message: `"${words.slice(0, 40)}" looks like a number of the paper, and would not be one.`,
      mend: "Begin the paragraph with the number alone and a space (4.2 The inspection), or the heading with ## (## 4. The inspection). If it is a figure, put a backslash before its dot: 4\\.5 million.",
    });
  if (PASTED_BULLET.test(words))
    faults.push({
      rule: "bullet-not-read",
      severity: "warning",
      message: "A bullet was pasted as a sign, and would stand in the text.",
      mend: "Begin each point with a hyphen and a space: - a point.",
    });
  return faults;
}
