/**
 * The mark of what still has to be written: `[to be filled in: the legal implications]`. Written by `import` and `new`
 * where a file needs words that nobody has given yet, and looked for by `check`, which lets nothing with one be issued.
 */

const LONGEST = 200;

/** How a mark begins, in any letters and wherever a line was broken: an editor that wraps lines must not hide one. */
const BEGINNING = /\[to\s+be\s+filled\s+in\b:?\s*/gi;

/** The mark that names what is wanted: `what`, in a few words. Brackets and line ends in it would end the mark. */
export function toBeFilledIn(what: string): string {
  return `[to be filled in: ${what.replace(/[[\]]/g, "").replace(/\s+/g, " ").trim().slice(0, LONGEST)}]`;
}

/**
 * What the marks in `text` say is wanted, and where each begins (counted from 0). A mark whose bracket was never closed
 * is one all the same, and wants what stands on its line.
 */
export function marksIn(text: string): { readonly what: string; readonly at: number }[] {
  return [...text.matchAll(BEGINNING)].map((found) => {
    const rest = text.slice(found.index + found[0].length);
    const closed = /^[^[\]]{0,200}(?=\])/.exec(rest)?.[0];
    const what = (closed ?? /^.*/.exec(rest)?.[0] ?? "").slice(0, LONGEST);
    return { what: what.replace(/\s+/g, " ").trim(), at: found.index };
  });
}
