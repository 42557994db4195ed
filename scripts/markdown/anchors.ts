/** How numbers become addresses, and how letters are counted. Used where papers are numbered and where limbs are lettered. */

/** `p4-7` for 4.7. */
export function paragraphAnchor(number: string): string {
  return `p${number.toLowerCase().replaceAll(".", "-")}`;
}

/** A, B ... Z, AA, AB, counted from 0. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${letters(Math.floor(index / 26) - 1)}${last}`;
}
