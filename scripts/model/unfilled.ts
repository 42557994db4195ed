/**
 * The mark of what still has to be written: `[to be filled in: the legal implications]`. Written by `import` and `new`
 * where a file needs words that nobody has given yet, and looked for by `check`, which lets nothing with one be issued.
 */

const MARK = /\[to be filled in: ([^\]\n]{1,200})\]/g;

/** The mark that names what is wanted: `what`, in a few words without brackets. */
export function toBeFilledIn(what: string): string {
  return `[to be filled in: ${what}]`;
}

/** What the marks in `text` say is wanted, and where each begins (counted from 0). */
export function marksIn(text: string): { readonly what: string; readonly at: number }[] {
  return [...text.matchAll(MARK)].map((found) => ({ what: found[1] as string, at: found.index }));
}
