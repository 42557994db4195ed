/**
 * A markdown-it rule for lists that councils letter: `(a) text`, `b) text`, `(iv) text`. The letters stay exactly as
 * they were typed, as text, so that they survive copying and a screen reader hears them. Used by parser.ts.
 */
import type MarkdownIt from "markdown-it";
import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";

const MARKER = /^(?:\((?:[a-z]|[ivxl]{2,6}|([a-z])\1)\)|(?:[a-z]|[ivx]{2,5})\))[ \t\u00a0]+(?=\S)/;
const FIRST_MARKER = /^\(?(?:a|i)\)/;

export function letteredLists(markdown: MarkdownIt): void {
  markdown.block.ruler.before("list", "letters", rule, { alt: ["paragraph", "reference", "blockquote", "list"] });
  markdown.renderer.rules.letters_open = (tokens, index, _options, _env, self) =>
    `<ol class="letters"${self.renderAttrs(tokens[index] as never)}>\n`;
  markdown.renderer.rules.letters_close = () => "</ol>\n";
  markdown.renderer.rules.letter_open = (tokens, index, _options, _env, self) => {
    const token = tokens[index] as (typeof tokens)[number];
    return `<li${self.renderAttrs(token)}><span class="letter">${markdown.utils.escapeHtml(token.info)}</span> `;
  };
  markdown.renderer.rules.letter_close = () => "</li>\n";
}

function rule(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const marker = markerAt(state, startLine);
  if (!marker) return false;
  // Inside a lettered list any letter begins the next item; in running text only a first letter begins a list, so that
  // a wrapped line such as "(c) of the Act" stays where it is.
  const inside = (state.env.letteredDepth ?? 0) > 0;
  if (silent) return inside || FIRST_MARKER.test(marker);

  const list = state.push("letters_open", "ol", 1);
  list.map = [startLine, startLine];
  const indent = state.sCount[startLine] as number;
  let line = startLine;
  while (line < endLine && (state.sCount[line] as number) >= indent - 1) {
    const here = markerAt(state, line);
    if (!here || (state.sCount[line] as number) > indent + 1) break;
    line = readItem(state, line, endLine, here);
    while (line < endLine && state.isEmpty(line)) line++;
  }
  list.map[1] = line;
  state.push("letters_close", "ol", -1);
  state.line = line;
  return true;
}

function markerAt(state: StateBlock, line: number): string | null {
  if (line >= state.lineMax || state.isEmpty(line)) return null;
  const text = state.src.slice((state.bMarks[line] as number) + (state.tShift[line] as number), state.eMarks[line]);
  return MARKER.exec(text)?.[0] ?? null;
}

/** Reads one item, with whatever is indented under it, and returns the line after it. */
function readItem(state: StateBlock, line: number, endLine: number, marker: string): number {
  const item = state.push("letter_open", "li", 1);
  item.info = marker.trim();
  item.map = [line, line];
  const first = state.tokens.length;

  const { blkIndent, parentType } = state;
  const shift = state.tShift[line] as number;
  const columns = state.sCount[line] as number;
  const begin = state.bMarks[line] as number;
  state.blkIndent = columns + 2;
  state.bMarks[line] = begin + shift + marker.length;
  state.tShift[line] = 0;
  state.sCount[line] = state.blkIndent;
  state.parentType = "list";
  state.env.letteredDepth = (state.env.letteredDepth ?? 0) + 1;
  state.md.block.tokenize(state, line, endLine);
  state.env.letteredDepth -= 1;
  state.blkIndent = blkIndent;
  state.parentType = parentType;
  state.bMarks[line] = begin;
  state.tShift[line] = shift;
  state.sCount[line] = columns;

  item.map[1] = state.line;
  const paragraphs = state.tokens
    .slice(first)
    .filter((token) => token.type === "paragraph_open" && token.level === item.level + 1);
  if (paragraphs.length === 1)
    for (const token of state.tokens.slice(first))
      if (/^paragraph_/.test(token.type) && token.level === item.level + 1) token.hidden = true;
  state.push("letter_close", "li", -1);
  return state.line;
}
