/**
 * Renders a paper's body to HTML: the same component on the web page and in the pack. Called by site and packs with the
 * text they have just read from the paper's file.
 */
import type Token from "markdown-it/lib/token.mjs";
import type { Outline } from "../model/outline.ts";
import type { PageRange } from "../model/record.ts";
import type { BlockMark, Numbering } from "./number-paper.ts";
import { makeParser } from "./parser.ts";

export interface RenderOptions {
  readonly numbering?: Outline["numbering"] | undefined;
  /** Numbers kept from an earlier version. */
  readonly kept?: Outline["kept"];
  /** Put before every id, so that many papers can stand in one document. */
  readonly idPrefix?: string;
  /** The level of a section's heading: 2 on a page of its own, deeper inside another document. */
  readonly headingLevel?: number;
  /** For the web: the pack's pages, to show where each begins. */
  readonly pages?: Readonly<Record<string, PageRange>>;
  /** Prose that is not a paper: no numbers and no marks beside paragraphs. */
  readonly plain?: boolean;
  /** For the pack: numbers as plain text, and a mark at the end of every block. */
  readonly forPrint?: boolean;
  /** The figure for a measure, with its readings up to a day where one is given. */
  readonly chart: (measure: string, until: string | null) => string;
  /** The address of an image file; empty for one that is not shown, whose alternative text then stands there. */
  readonly image: (file: string) => string;
  /** The address of a link; in packs, links to the site become whole addresses. */
  readonly link?: (to: string) => string;
}

interface Environment {
  paper: Numbering;
  options: RenderOptions;
  page: number;
  docId?: string;
}

const parser = makeParser();
const { rules } = parser.renderer;
const escapeHtml = parser.utils.escapeHtml;

/** The HTML of `body`. */
export function renderPaper(body: string, options: RenderOptions): string {
  const environment: Environment = {
    paper: { asked: options.numbering, kept: options.kept ?? null, used: "automatic", blocks: [], faults: [] },
    options,
    page: 0,
  };
  if (options.idPrefix) environment.docId = options.idPrefix.replace(/-$/, "");
  const tokens = parser.parse(body, environment);
  environment.page = firstPage(tokens, options.pages);
  return parser.renderer.render(tokens, parser.options, environment);
}

/** The paper begins on its own first page, which the page's heading already says; marks start after it. */
function firstPage(tokens: readonly Token[], pages: RenderOptions["pages"]): number {
  for (const token of tokens) {
    const range = pages?.[(token.meta as BlockMark | null)?.anchor ?? ""];
    if (range) return range.first;
  }
  return 0;
}

/** The mark of a new page, where this block is the first to begin on it. */
function pageBreak(mark: BlockMark, environment: Environment): string {
  const first = environment.options.pages?.[mark.anchor]?.first;
  if (!first || first <= environment.page) return "";
  environment.page = first;
  return `<div class="pagebreak" id="page-${first}" role="doc-pagebreak" aria-label="Pack page ${first}">page ${first}</div>\n`;
}

function numberHtml(mark: BlockMark, id: string, environment: Environment): string {
  if (environment.options.forPrint) return mark.number ? `<span class="number">${escapeHtml(mark.number)}</span> ` : "";
  if (environment.options.plain) return "";
  if (mark.number) return `<a class="number" href="#${id}">${escapeHtml(mark.number)}</a> `;
  return `<a class="number mark" href="#${id}" aria-label="Link to this paragraph">¶</a> `;
}

function idOf(mark: BlockMark, environment: Environment): string {
  return `${environment.options.idPrefix ?? ""}${mark.anchor}`;
}

/** An empty mark at the end of a block, so that the pack knows on which page it ends. */
function endMark(mark: BlockMark | null, environment: Environment): string {
  return mark?.anchor && environment.options.forPrint ? `<span id="${idOf(mark, environment)}--end"></span>` : "";
}

/** The mark of the block that the closing token at `index` closes. */
function markOfOpening(tokens: readonly Token[], index: number): BlockMark | null {
  const closing = tokens[index] as Token;
  const opening = closing.type.replace("_close", "_open");
  for (let at = index - 1; at >= 0; at--)
    if (tokens[at]?.type === opening && tokens[at]?.level === closing.level) return (tokens[at] as Token).meta;
  return null;
}

rules.heading_open = (tokens, index, _options, env: Environment) => {
  const token = tokens[index] as Token;
  const mark = token.meta as BlockMark | null;
  const level = Math.min(6, Math.max(2, Number(token.tag.slice(1))) + (env.options?.headingLevel ?? 2) - 2);
  token.tag = `h${level}`;
  if (!mark) return `<h${level}>`;
  const id = idOf(mark, env);
  const number = mark.number || env.options.forPrint ? numberHtml(mark, id, env) : "";
  return `${pageBreak(mark, env)}<h${level} id="${id}"${mark.number ? ' class="numbered"' : ""}>${number}`;
};
rules.heading_close = (tokens, index, _options, env: Environment) => {
  const level = Math.min(
    6,
    Math.max(2, Number((tokens[index] as Token).tag.slice(1))) + (env.options?.headingLevel ?? 2) - 2,
  );
  return `${endMark(markOfOpening(tokens, index), env)}</h${level}>\n`;
};
rules.paragraph_open = (tokens, index, _options, env: Environment) => {
  const token = tokens[index] as Token;
  if (token.hidden) return "";
  const mark = token.meta as BlockMark | null;
  if (!mark?.anchor) return "<p>";
  const id = idOf(mark, env);
  const isImage = tokens[index + 1]?.children?.every((child) => child.type === "image");
  if (isImage) return `${pageBreak(mark, env)}<figure class="image" id="${id}">`;
  if (env.options.plain) return "<p>";
  return `${pageBreak(mark, env)}<p class="para" id="${id}">${numberHtml(mark, id, env)}`;
};
rules.paragraph_close = (tokens, index, _options, env: Environment) => {
  const token = tokens[index] as Token;
  if (token.hidden) return "";
  const mark = markOfOpening(tokens, index);
  const isImage = mark && tokens[index - 1]?.children?.every((child) => child.type === "image");
  return `${endMark(mark, env)}</${isImage ? "figure" : "p"}>\n`;
};
for (const name of ["list_item", "letter"]) {
  const close = `</li>\n`;
  const plain = rules[`${name}_open`];
  rules[`${name}_open`] = (tokens, index, options, env: Environment, self) => {
    const token = tokens[index] as Token;
    const mark = token.meta as BlockMark | null;
    if (mark?.anchor && !env.options.plain) token.attrSet("id", idOf(mark, env));
    // Markdown renumbers ordered lists; ours keep the number that was typed.
    if (name === "list_item" && token.info) token.attrSet("value", token.info);
    return plain ? plain(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
  };
  rules[`${name}_close`] = (tokens, index, _options, env: Environment) =>
    `${endMark(markOfOpening(tokens, index), env)}${close}`;
}
rules.blockquote_open = (tokens, index, _options, env: Environment) => {
  const mark = (tokens[index] as Token).meta as BlockMark | null;
  return mark?.anchor ? `${pageBreak(mark, env)}<blockquote id="${idOf(mark, env)}">\n` : "<blockquote>\n";
};
rules.blockquote_close = (tokens, index, _options, env: Environment) =>
  `${endMark(markOfOpening(tokens, index), env)}</blockquote>\n`;
rules.chart = (tokens, index, _options, env: Environment) => {
  const token = tokens[index] as Token;
  const mark = token.meta as BlockMark | null;
  const id = mark?.anchor ? ` id="${idOf(mark, env)}"` : "";
  return `${mark?.anchor ? pageBreak(mark, env) : ""}<div class="chart"${id}>${env.options.chart(token.info, token.meta?.until ?? null)}${endMark(mark, env)}</div>\n`;
};
rules.image = (tokens, index, _options, env: Environment) => {
  const token = tokens[index] as Token;
  const alternative = escapeHtml(token.content);
  const address = env.options.image(token.attrGet("src") ?? "");
  return address ? `<img src="${escapeHtml(address)}" alt="${alternative}">` : alternative;
};
rules.link_open = (tokens, index, options, env: Environment, self) => {
  const token = tokens[index] as Token;
  const to = token.attrGet("href") ?? "";
  const prefix = env.options?.idPrefix ?? "";
  token.attrSet("href", to.startsWith("#") ? `#${prefix}${to.slice(1)}` : (env.options?.link?.(to) ?? to));
  return self.renderToken(tokens, index, options);
};

/** A table with row and column headers, in a frame that scrolls by keyboard where the screen is narrow. */
rules.table_open = (tokens, index, _options, env: Environment) => {
  const mark = (tokens[index] as Token).meta as BlockMark | null;
  markHeaders(tokens, index);
  if (!mark?.anchor) return "<table>\n";
  const id = idOf(mark, env);
  const caption = mark.caption
    ? `<caption id="${id}-caption">${parser.renderInline(mark.caption, { options: env.options })}</caption>\n`
    : "";
  const name = mark.caption ? `aria-labelledby="${id}-caption"` : 'aria-label="Table"';
  const frame = env.options.forPrint ? `<div id="${id}">` : `<section class="scroll" id="${id}" ${name} tabindex="0">`;
  return `${pageBreak(mark, env)}${frame}<table>\n${caption}`;
};
rules.table_close = (tokens, index, _options, env: Environment) =>
  markOfOpening(tokens, index)?.anchor
    ? `</table>${endMark(markOfOpening(tokens, index), env)}</${env.options.forPrint ? "div" : "section"}>\n`
    : "</table>\n";

/** Row headers in the first column, column headers above; a header row with nothing in it is left out. */
function markHeaders(tokens: Token[], start: number): void {
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

function silence(token: Token): void {
  token.type = "silenced";
  token.hidden = true;
  token.content = "";
  token.children = [];
}
rules.silenced = () => "";

rules.footnote_block_open = () => '<section class="footnotes" aria-label="Notes">\n<ol>\n';
rules.footnote_anchor = (tokens, index, options, env, self) => {
  const id = rules.footnote_anchor_name?.(tokens, index, options, env, self) ?? "";
  const again = (tokens[index] as Token).meta.subId > 0 ? `:${(tokens[index] as Token).meta.subId}` : "";
  return ` <a href="#fnref${id}${again}" class="footnote-back" aria-label="Back to where note ${(tokens[index] as Token).meta.id + 1} is cited">Back</a>`;
};
