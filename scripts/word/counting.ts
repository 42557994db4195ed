/**
 * Words, numbers and cells as they are counted in a Word file and in a rendered report, and what stands at only one side. Called by
 * proof.ts, and where front matter is held against the form it came from.
 */

/** What stands at only one side, with how often. */
export interface Difference {
  readonly lost: readonly string[];
  readonly added: readonly string[];
}

const BULLETS = /^[•·▪◦‣●○■]+$/;
/** A figure with a full stop or bracket after it is the same figure at the end of a sentence and as a label. */
const FIGURE_END = /^(\(?\d+(?:\.\d+)*[A-Z]?)[.)]$/;

/** The words of a text, as they are counted: raised figures as figures, bullets as nothing. */
export function tokens(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      // A raised hyphen is a raised minus, since there is no other.
      .replaceAll("\u2212", "-")
      .replaceAll("\u00ad", "")
      .split(/\s+/)
      .filter((word) => word !== "" && !BULLETS.test(word))
      .map((word) => FIGURE_END.exec(word)?.[1] ?? word)
  );
}

/** The words of running text, where a hyphen or dash alone is no word: somebody may have typed it for a bullet. */
export function blockTokens(text: string): string[] {
  return tokens(text).filter((word) => !/^[–-]$/.test(word));
}

/** What is in one list and not in the other, counting how often. */
export function difference(before: readonly string[], after: readonly string[]): Difference {
  const counts = new Map<string, number>();
  for (const each of before) counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const each of after) counts.set(each, (counts.get(each) ?? 0) - 1);
  const some = (sign: 1 | -1) =>
    [...counts].flatMap(([word, count]) => Array.from({ length: Math.max(0, count * sign) }, () => word));
  return { lost: some(1), added: some(-1) };
}

const BLOCK_END =
  /<\/?(p|li|ol|ul|h[1-6]|table|caption|thead|tbody|tr|th|td|blockquote|figure|div|section|br|hr)\b[^>]*>/g;
const NOTE_MARKS = /<sup class="footnote-ref">[\s\S]*?<\/sup>|<a [^>]*class="footnote-back"[^>]*>[\s\S]*?<\/a>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#39": "'" };

export interface Rendered {
  readonly words: readonly string[];
  readonly cells: readonly string[];
}

/** The words and the cells of a rendered body. A numbered point's number is its element's value. */
export function renderedWords(html: string): Rendered {
  const marked = html
    .replace(NOTE_MARKS, "")
    .replace(/<section class="footnotes"[^>]*>\s*<ol>|<li id="fn[^>]*>/g, "\n");
  const numbered = marked
    .replace(/<li\b[^>]*\bvalue="(\d+)"[^>]*>/g, "\n$1 ")
    .replace(/<span class="number">([^<]*)<\/span>/g, "$1 ");
  const blocks = textOf(numbered.replace(BLOCK_END, "\n"));
  const cells = [...numbered.matchAll(/<t[hd]\b[^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, inside = ""]) =>
    textOf(inside.replace(BLOCK_END, " ")),
  );
  return { words: blockTokens(blocks), cells: cellTokens(cells) };
}

/** Cells as they are compared; empty ones say nothing. */
export function cellTokens(cells: readonly string[]): string[] {
  return cells.map((cell) => tokens(cell).join(" ")).filter((cell) => cell !== "");
}

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name] as string);
}
