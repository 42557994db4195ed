/**
 * The headings of an appendix, one under the other, below the pack's own heading of it. Readers who go from heading to
 * heading then hear what belongs to what, in the whole pack. For read-tags.ts.
 */
import type { KeptElement } from "../printing/kept-print.ts";

/** The level of the heading on an appendix's first sheet. */
const ABOVE = 2;
const LOWEST = 6;

export function nestedHeadings(elements: readonly KeptElement[]): KeptElement[] {
  const levels = new Map<number, number>();
  const visit = (index: number, sections: number): void => {
    const each = elements[index];
    const level = /^H([1-6]?)$/.exec(each?.type ?? "")?.[1];
    // A heading without a level has that of the section it is in.
    if (level !== undefined) levels.set(index, Number(level) || Math.max(1, sections));
    const inside = sections + (index > 0 && ["Sect", "Part", "Art"].includes(each?.type ?? "") ? 1 : 0);
    for (const kid of each?.kids ?? []) if ("element" in kid) visit(kid.element, inside);
  };
  visit(0, 0);
  const highest = Math.min(...levels.values());
  const nested = elements.slice();
  let last = ABOVE;
  for (const [index, level] of levels) {
    last = Math.min(level - highest + ABOVE + 1, last + 1, LOWEST);
    nested[index] = { ...(elements[index] as KeptElement), type: `H${last}` };
  }
  return nested;
}
