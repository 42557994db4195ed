/** Finds the headers of a Markdown table and says to screen readers which cells they head. Used by render.ts. */
import type Token from "markdown-it/lib/token.mjs";

/** More columns than this are more than a page holds in type of its own size. */
const FEW = 8;

/** Whether the table that opens at `start` has many columns. */
export function isWide(tokens: readonly Token[], start: number): boolean {
  const end = tokens.findIndex((token, at) => at > start && token.type === "tr_close");
  return tokens.slice(start, end).filter(({ type }) => type === "th_open" || type === "td_open").length > FEW;
}

/**
 * Marks the table that opens at `start`: row headers in the first column, column headers above. A header row with nothing
 * in it is left out.
 */
export function markHeaders(tokens: Token[], start: number): void {
  let column = 0;
  let inHead = false;
  const head: number[] = [];
  let headIsEmpty = true;
  for (let at = start + 1; tokens[at] && tokens[at]?.type !== "table_close"; at++) {
    const token = tokens[at] as Token;
    if (token.type === "thead_open") inHead = true;
    if (inHead) head.push(at);
    if (token.type === "thead_close") inHead = false;
    if (token.type === "tr_open") column = 0;
    if (inHead && token.type === "inline" && token.content.trim() !== "") headIsEmpty = false;
    if (token.type === "th_open" || token.type === "td_open") {
      if (token.attrGet("style")?.includes("right")) token.attrSet("class", "n");
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
      if (inHead) {
        // A corner with nothing in it heads nothing.
        if ((tokens[at + 1] as Token).content.trim() === "") retag(tokens, at, "td");
        else token.attrSet("scope", "col");
      } else if (column === 0) {
        retag(tokens, at, "th");
        token.attrSet("scope", "row");
      }
      column += 1;
    }
  }
  if (headIsEmpty) for (const at of head) silence(tokens[at] as Token);
}

function retag(tokens: Token[], at: number, tag: string): void {
  (tokens[at] as Token).tag = tag;
  (tokens[at + 2] as Token).tag = tag;
}

/** The renderer writes nothing for a `silenced` token. */
function silence(token: Token): void {
  token.type = "silenced";
  token.hidden = true;
  token.content = "";
  token.children = [];
}
