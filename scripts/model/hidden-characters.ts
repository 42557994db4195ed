/**
 * Characters that nobody sees and that change what is read: controls, and those that turn the order of letters about.
 * Called where text is read, and by cli.ts before it prints an officer's words on a terminal.
 */

/** Controls but for tabs and line ends, and the marks that override or embed a direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** What is said of the first hidden character of `words`, with its mend; null where there is none. */
export function hiddenCharacter(words: string): { message: string; mend: string } | null {
  const [found] = words.match(HIDDEN) ?? [];
  if (!found) return null;
  return {
    message: `There is a character here that cannot be seen, ${codeOf(found)}, and that can make the words read as others.`,
    mend: "Take it out: type the words again, rather than paste them.",
  };
}

/** `words` with every hidden character shown by its code. */
export function visible(words: string): string {
  return words.replace(HIDDEN, (character) => `[${codeOf(character)}]`);
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
