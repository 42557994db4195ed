/**
 * A markdown-it rule for lines inside a table's cell, which Markdown has on one line of the file: a backslash alone between
 * two spaces begins a new one, in cells and nowhere else. Used by parser.ts.
 */
import type MarkdownIt from "markdown-it";

const [SPACE, BACKSLASH] = [0x20, 0x5c];

export function cellLines(markdown: MarkdownIt): void {
  // The rule of the same name that markdown-it has, which says besides whether what is read is a cell.
  markdown.core.ruler.at("inline", (state) => {
    state.tokens.forEach((token, at) => {
      if (token.type !== "inline") return;
      state.env.inCell = /^t[dh]_open$/.test(state.tokens[at - 1]?.type ?? "");
      state.md.inline.parse(token.content, state.md, state.env, token.children ?? []);
    });
    state.env.inCell = false;
  });
  markdown.inline.ruler.before("escape", "cell_line", (state, silent) => {
    const { src, pos, posMax } = state;
    if (!state.env?.inCell || src.charCodeAt(pos) !== BACKSLASH) return false;
    if (src.charCodeAt(pos - 1) !== SPACE || src.charCodeAt(pos + 1) !== SPACE || pos + 1 >= posMax) return false;
    if (!silent) {
      state.pending = state.pending.replace(/ +$/, "");
      state.push("hardbreak", "br", 0);
    }
    state.pos = pos + 1;
    // The last space may be that before a backslash of its own.
    while (src.charCodeAt(state.pos) === SPACE && src.charCodeAt(state.pos + 1) !== BACKSLASH && state.pos < posMax)
      state.pos += 1;
    return true;
  });
}
