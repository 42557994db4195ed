/** What a line of Markdown says once it is read. Called where words are written, to see that they are read as they were. */
import { makeParser } from "../../markdown/parser.ts";

const parser = makeParser();

/** The words of one line, without emphasis, with links' and pictures' words. */
export function readsAs(markdown: string): string {
  return parser
    .parseInline(markdown, {})
    .flatMap(({ children }) => children ?? [])
    .map(({ type, content }) => (type === "softbreak" || type === "hardbreak" ? "\n" : content))
    .join("");
}
