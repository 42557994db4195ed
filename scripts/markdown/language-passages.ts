/**
 * A markdown-it rule for words in another language: `[Croeso i bawb]{lang=cy}`. They are read out as that language on the
 * page and in the pack. Used by parser.ts.
 */
import type MarkdownIt from "markdown-it";

const LANGUAGE = /^\{lang=([a-z]{2,3}(?:-[A-Z]{2})?)\}/;

export function languagePassages(markdown: MarkdownIt): void {
  markdown.inline.ruler.before("link", "language", (state, silent) => {
    // A passage is printed as a link of its own, and one link cannot stand in another.
    const { linkLevel = 0 } = state as { readonly linkLevel?: number };
    if (state.src.charCodeAt(state.pos) !== 91 || linkLevel > 0) return false;
    const end = markdown.helpers.parseLinkLabel(state, state.pos, true);
    const [whole, language] = LANGUAGE.exec(state.src.slice(end + 1)) ?? [];
    if (end < 0 || !whole || !language) return false;
    if (!silent) {
      const { pos, posMax } = state;
      state.push("language_open", "span", 1).attrs = [["lang", language]];
      state.pos = pos + 1;
      state.posMax = end;
      markdown.inline.tokenize(state);
      state.posMax = posMax;
      state.push("language_close", "span", -1);
    }
    state.pos = end + 1 + whole.length;
    return true;
  });
}
