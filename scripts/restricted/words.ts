/** Words as they are compared: letters and digits alone, however they were typed, set or broken over lines. */

/**
 * The words of `text`, in order, in small letters. Punctuation, apostrophes and hyphens inside words, and commas and
 * points inside numbers go, so that `part-time`, `part-` with `time` on the next line, and `parttime` are one word.
 */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      // A soft hyphen at the end of a line takes the line's end with it.
      .replace(/\u00ad\n?|\p{Cf}/gu, "")
      .replace(/(?<=\p{L})(?:['’ʼ`]|[-‐‑](?:[^\S\n]*\n\s*)?)(?=\p{L})/gu, "")
      .replace(/(?<=\p{N})[.,](?=\p{N})/gu, "")
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** Every run of `length` words among `words`, joined by single spaces. */
export function* windowsOf(words: readonly string[], length: number): Generator<string> {
  for (let at = 0; at + length <= words.length; at++) yield words.slice(at, at + length).join(" ");
}

/** True where the words of `part` stand together in `text`. */
export function holdsWords(text: string, part: string): boolean {
  return ` ${wordsOf(text).join(" ")} `.includes(` ${wordsOf(part).join(" ")} `);
}
