/** A paper's body as plain text, block by block, without Markdown's signs. Called by restricted/ to compare words. */
import type Token from "markdown-it/lib/token.mjs";
import type { Outline } from "../model/outline.ts";
import type { Numbering } from "./number-paper.ts";
import { makeParser } from "./parser.ts";

export interface PlainBlock {
  readonly kind: "heading" | "text" | "row";
  /** The block's words; of a table's row, those of each cell. */
  readonly texts: readonly string[];
}

const parser = makeParser();

/** The blocks of `body` in reading order: headings, paragraphs, items of lists, captions, rows of tables, footnotes. */
export function plainBlocks(body: string, numbering?: Outline["numbering"]): PlainBlock[] {
  const paper: Numbering = { asked: numbering, used: "automatic", blocks: [], faults: [] };
  const blocks: PlainBlock[] = [];
  let heading = false;
  let cells: string[] | null = null;
  for (const token of parser.parse(body, { paper })) {
    if (token.type === "heading_open") heading = true;
    else if (token.type === "heading_close") heading = false;
    else if (token.type === "tr_open") cells = [];
    else if (token.type === "tr_close") {
      if (cells) blocks.push({ kind: "row", texts: cells });
      cells = null;
    } else if (token.type === "table_open" && token.meta?.caption) {
      blocks.push({ kind: "text", texts: [token.meta.caption] });
    } else if (token.type === "inline" || token.type === "fence") {
      const text = token.type === "fence" ? token.content : wordsIn(token);
      if (cells) cells.push(text);
      else if (text.trim() !== "") blocks.push({ kind: heading ? "heading" : "text", texts: [text] });
    }
  }
  return blocks;
}

/** The text of a line, with what stands for an image. */
function wordsIn(token: Token): string {
  return (token.children ?? [])
    .map((child) => {
      if (child.type === "softbreak" || child.type === "hardbreak") return "\n";
      if (child.type === "image") return wordsIn(child);
      return child.type === "text" || child.type === "code_inline" || child.type === "text_special"
        ? child.content
        : "";
    })
    .join("");
}
