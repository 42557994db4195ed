/** The words of each block of a paper, beside its number and anchor. Called where two versions are compared. */
import type { Block, Outline } from "../model/outline.ts";
import type { BlockMark, Numbering } from "./number-paper.ts";
import { makeParser } from "./parser.ts";

export interface BlockText {
  readonly anchor: string;
  readonly number: string | null;
  readonly kind: Block["kind"];
  /** Its words with Markdown's marks taken off; of a chart, its measure; of an image, its alternative text. */
  readonly text: string;
}

const parser = makeParser();

/** Every block of `body` in order. */
export function blockTexts(body: string, numbering: Outline["numbering"], kept: Outline["kept"] = null): BlockText[] {
  const paper: Numbering = { asked: numbering, kept, used: "automatic", blocks: [], faults: [] };
  const tokens = parser.parse(body, { paper });
  const words = new Map<string, string[]>();
  let anchor = "";
  for (const token of tokens) {
    const mark = token.meta as Partial<BlockMark> | null;
    if (mark?.anchor) {
      anchor = mark.anchor;
      words.set(anchor, mark.caption ? [mark.caption] : []);
      if (token.type === "chart") words.get(anchor)?.push(`Chart: ${token.info}`);
    }
    if (token.type === "inline") words.get(anchor)?.push(plainWords(token.children ?? []));
  }
  return paper.blocks.map((block) => ({
    anchor: block.anchor,
    number: block.number,
    kind: block.kind,
    text: (words.get(block.anchor) ?? []).filter(Boolean).join(block.kind === "table" ? " | " : " "),
  }));
}

function plainWords(children: readonly { type: string; content: string }[]): string {
  return children
    .map(({ type, content }) => (/^(softbreak|hardbreak)$/.test(type) ? " " : content))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
