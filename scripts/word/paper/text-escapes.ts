/** Words written so that Markdown reads them as the words they are. Called where a Word file's text is written. */

/** Words inside a line; in a cell of a table, a line there would end the cell. */
export function escaped(words: string, inCell = false): string {
  const safe = words
    .replace(/[\\`*]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/~(?=~)/g, "\\~")
    .replace(/&(?=#?[a-z0-9]+;)/gi, "&amp;")
    .replace(/<(?=[a-z/!?])/gi, "&lt;")
    .replace(/\[(?=\^)/g, "\\[")
    .replace(/\^(?=\[)/g, "\\^")
    .replace(/\](?=[({])/g, "\\]")
    .replace(/!(?=\[)/g, "\\!");
  return inCell ? safe.replaceAll("|", "\\|") : safe;
}

/** What at the beginning of a line would make it something else than words: a heading, a list, a quotation, a table, a fence. */
const BEGINS = /^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|\||:::|={2,}\s*$|[-:](?=[-:|\s]*$))/;
const BEGINS_NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;
const BEGINS_LETTERED = /^(\()?([a-z]{1,6})\)(?=\s)/;

/** The beginning of a line of words, which is no label. */
function lineStart(line: string): string {
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
  const [first = "", ...rest] = linesOf(words);
  if (isHeading) return [withoutNumber(first).replace(/^(\d)(?=\d{0,2}[A-Z]?[.)]?\s)/, figure), ...rest].join("\n");
  return [lineStart(withoutNumber(first)), ...furtherLines(rest)].join("\n");
}

/** The words of a paragraph that come after its number or label. */
export function afterLabel(words: string): string {
  const [first = "", ...rest] = linesOf(words);
  return [first, ...furtherLines(rest)].join("\n");
}

/** Lines without the spaces and breaks around them. Two breaks are a gap, as it is between paragraphs. */
function linesOf(words: string): string[] {
  const lines = words.split("\n").map((line) => line.replace(/^\s+/, ""));
  const isBreak = (line: string | undefined) => line === "\\" || line === "";
  while (isBreak(lines[0])) lines.shift();
  while (isBreak(lines.at(-1))) lines.pop();
  return lines
    .filter((line, at) => !isBreak(line) || !isBreak(lines[at - 1]))
    .map((line, at, all) => {
      if (isBreak(line)) return "";
      return at === all.length - 1 || isBreak(all[at + 1])
        ? line.replace(/(?<!\\)((?:\\\\)*)\\$/, "$1").trimEnd()
        : line;
    });
}

function furtherLines(lines: readonly string[]): string[] {
  return lines.map((line, at) => lineStart(lines[at - 1] === "" ? withoutNumber(line) : line));
}

function withoutNumber(line: string): string {
  return line.replace(/^(\d{1,3})\.(?=\d)/, "$1\\.");
}

/** A digit as its code, since no backslash keeps a digit from being read as a number. */
function figure(digit: string): string {
  return `&#${digit.charCodeAt(0)};`;
}

/** An address in a link; spaces and brackets would end it. */
export function escapedAddress(address: string): string {
  return address.replace(
    /[\s()<>|\\]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}
