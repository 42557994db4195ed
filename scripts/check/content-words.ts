/** The words of a sentence that say what it is about, for rules that compare two sentences. */

const LITTLE_WORDS = new Set(
  "about after again also been before being both could each every from have into more most must only other over shall should some such than that their them then there these they this those under until upon were what when where which while whom whose will with within would your".split(
    " ",
  ),
);

/** Words of four letters or more that are not little words, and figures of any length, in small letters and in order. */
export function contentWords(text: string): string[] {
  const found = text.toLowerCase().match(/\d[\d.,]*\d|\d|[\p{L}]+(?:['’][\p{L}]+)*/gu) ?? [];
  return found
    .map((word) => word.replaceAll("’", "'"))
    .filter((word) => /^\d/.test(word) || (word.length >= 4 && !LITTLE_WORDS.has(word)));
}
