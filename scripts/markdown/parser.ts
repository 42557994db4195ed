/** The Markdown that papers are written in, read once for outlines and again for HTML. Used by outline.ts and render.ts. */
import MarkdownIt, { type PluginSimple } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { cellLines } from "./cell-lines.ts";
import { chartFences } from "./chart-fences.ts";
import { languagePassages } from "./language-passages.ts";
import { letteredLists } from "./lettered-lists.ts";
import { mergedCells } from "./merged-cells.ts";
import { numberPaper } from "./number-paper.ts";

/**
 * A fresh parser. HTML is off, so an officer's text is always text. Indented code and underlined headings are off too:
 * nobody who indents a paragraph or rules a line means those.
 */
export function makeParser(): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.validateLink = isPlainAddress;
  // A line of nothing but spaces, those that Word would not break at among them, is an empty line.
  markdown.core.ruler.after("normalize", "empty_lines", (state) => {
    state.src = state.src.replace(/^[^\S\n]+$/gm, "");
  });
  return (
    markdown
      .disable(["code", "lheading", "strikethrough", "reference"])
      // Its types are of another copy of markdown-it's types; the code is of this one.
      .use(footnotes as unknown as PluginSimple)
      .use(letteredLists)
      .use(chartFences)
      .use(languagePassages)
      .use(numberPaper)
      .use(mergedCells)
      .use(cellLines)
  );
}

/**
 * True for an address without a scheme, or with one that leads a reader to a page or a person; any other could start a
 * program or hold one. Browsers pass over spaces and controls before and inside a scheme, so they are passed over here.
 */
function isPlainAddress(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what a hostile address hides behind.
  const [, scheme] = /^([^/?#:]*):/.exec(address.replace(/[\u0000-\u0020\u007f-\u00a0]/g, "")) ?? [];
  return scheme === undefined || /^(https?|mailto|tel)$/i.test(scheme);
}
