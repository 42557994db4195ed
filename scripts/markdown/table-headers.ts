/** Finds the headers of a Markdown table and says to screen readers which cells they head. Used by render.ts. */
import type Token from "markdown-it/lib/token.mjs";
import type { CellMark } from "./merged-cells.ts";

/** More columns than this are more than a page holds in type of its own size. */
const FEW = 8;

/** Whether the table that opens at `start` has many columns. */
export function isWide(tokens: readonly Token[], start: number): boolean {
  const end = tokens.findIndex((token, at) => at > start && token.type === "tr_close");
  let columns = 0;
  for (const token of tokens.slice(start, end)) if (isCell(token)) columns += Number(token.attrGet("colspan") ?? 1);
  return columns > FEW;
}

/**
 * Marks the table that opens at `start`: row headers in the first column, column headers above; in one with merged cells, as
 * each cell says. A header row with nothing in it is left out.
 */
export function markHeaders(tokens: Token[], start: number): void {
  let column = 0;
  let inHead = false;
  const head: Token[] = [];
  for (let at = start + 1; tokens[at] && tokens[at]?.type !== "table_close"; at++) {
    const token = tokens[at] as Token;
    if (token.type === "thead_open") inHead = true;
    if (inHead) head.push(token);
    if (token.type === "thead_close") inHead = false;
    if (token.type === "tr_open") column = 0;
    if (!isCell(token)) continue;
    const isMerged = token.attrGet("colspan") !== null;
    // Figures stand under each other on the right; what stands over several columns belongs under none of them.
    const isFigure = token.attrGet("style")?.includes("right") && !isMerged;
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== "style");
    const placed = token.meta as CellMark | null;
    const classes = [isFigure ? "n" : "", placed?.isBeforeEdge ? "inner" : ""].filter(Boolean);
    if (classes.length > 0) token.attrSet("class", classes.join(" "));
    const usual = inHead ? "col" : column === 0 ? "row" : null;
    const scope = placed ? placed.scope : usual;
    // A corner with nothing in it heads nothing.
    const isHeader = scope !== null && !(inHead && isEmpty(tokens[at + 1]));
    retag(tokens, at, isHeader ? "th" : "td");
    if (isHeader) token.attrSet("scope", scope);
    column += 1;
  }
  leaveOutEmpty(head);
}

const isCell = ({ type }: Token): boolean => type === "th_open" || type === "td_open";
const isEmpty = (token: Token | undefined): boolean => (token?.content ?? "").trim() === "";

/** Leaves out the rows of headings that say nothing, and the head itself where none does. A cell that reaches down stays. */
function leaveOutEmpty(head: readonly Token[]): void {
  let row: Token[] = [];
  let isLeft = true;
  let rowsLeft = 0;
  for (const token of head) {
    if (token.type === "tr_open") [row, isLeft] = [[], false];
    row.push(token);
    if ((token.type === "inline" && !isEmpty(token)) || token.attrGet("rowspan") !== null) isLeft = true;
    if (token.type !== "tr_close") continue;
    if (isLeft) rowsLeft += 1;
    else row.forEach(silence);
  }
  if (rowsLeft === 0) head.forEach(silence);
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
