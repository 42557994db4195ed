/** Words written so that Markdown reads them as the words they are. Called where a Word file's text is written. */

/** Words inside a line. */
export function escaped(words: string): string {
  return words
    .replace(/[\\`*]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/~(?=~)/g, "\\~")
    .replace(/&(?=#?[a-z0-9]+;)/gi, "&amp;")
    .replace(/<(?=[a-z/!?])/gi, "&lt;")
    .replace(/\[(?=\^)/g, "\\[")
    .replace(/\](?=[({])/g, "\\]")
    .replace(/!(?=\[)/g, "\\!");
}

/** What at the beginning of a line would make it something else than words: a heading, a list, a quotation, a table, a fence. */
const BEGINS = /^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|\||:::|-{2,}\s*$|={2,}\s*$)/;
const BEGINS_NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;
const BEGINS_LETTERED = /^(\()?([a-z]{1,6})\)(?=\s)/;

/** The beginning of a line of words, which is no label. */
export function lineStart(line: string): string {
  return line
    .replace(BEGINS, "\\$1")
    .replace(BEGINS_NUMBERED, "$1\\$2")
    .replace(BEGINS_LETTERED, (_, open: string | undefined, letters: string) =>
      open ? `\\(${letters})` : `${letters}\\)`,
    );
}

/**
 * The beginning of a paragraph or heading of words: besides what begins a line, a figure that would be taken for the number of
 * the paragraph, such as `4.5 million`.
 */
export function paragraphStart(words: string, isHeading: boolean): string {
  const [first = "", ...rest] = words.split("\n");
  const safe = first.replace(/^(\d{1,3})\.(?=\d)/, "$1\\.");
  if (isHeading) return [safe.replace(/^(\d)(?=\d{0,2}[A-Z]?[.)]?\s)/, figure), ...rest].join("\n");
  return [lineStart(safe), ...rest.map(lineStart)].join("\n");
}

/** A digit as its code, since no backslash keeps a digit from being read as a number. */
function figure(digit: string): string {
  return `&#${digit.charCodeAt(0)};`;
}

/** An address in a link; spaces and brackets would end it. */
export function escapedAddress(address: string): string {
  return address.replace(/[\s()<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
