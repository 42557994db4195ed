/**
 * Renders a paper's body to HTML: the same component on the web page and in the pack. Called by site and packs with the
 * text they have just read from the paper's file.
 */
import type Token from "markdown-it/lib/token.mjs";
import type { Outline } from "../model/outline.ts";
import type { PageRange } from "../model/record.ts";
import type { TableMark } from "./merged-cells.ts";
import type { BlockMark, Numbering } from "./number-paper.ts";
import { type Inside, PageMarks } from "./page-marks.ts";
import { makeParser } from "./parser.ts";
import { isWide, markHeaders } from "./table-headers.ts";

export interface RenderOptions {
  readonly numbering?: Outline["numbering"] | undefined;
  /** Numbers kept from an earlier version. */
  readonly kept?: Outline["kept"];
  /** Put before every id, so that many papers can stand in one document. */
  readonly idPrefix?: string;
  /** The level of a section's heading: 2 on a page of its own, deeper inside another document. */
  readonly headingLevel?: number;
  /** The pages of each block by its anchor, to show where each page of the pack begins: on the web, and in large print. */
  readonly pages?: Readonly<Record<string, PageRange>>;
  /** The pages of the whole paper, with its heading and what follows its paragraphs. */
  readonly range?: PageRange | null;
  /** What a page is called: `Pack page`, where nothing else is said. */
  readonly pageName?: string;
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
  marks: PageMarks;
  docId?: string;
}

const parser = makeParser();
const { rules } = parser.renderer;
const escapeHtml = parser.utils.escapeHtml;

/** Chromium has no tag for a cell without contents, and the cells after it would be heard under the wrong headings. */
const EMPTY_CELL = /<(t[dh])\b([^>]*)><\/\1>/g;

/** The HTML of `body`. */
export function renderPaper(body: string, options: RenderOptions): string {
  const { pages = {}, range = null, pageName = "Pack page" } = options;
  const environment: Environment = {
    paper: { asked: options.numbering, kept: options.kept ?? null, used: "automatic", blocks: [], faults: [] },
    options,
    marks: new PageMarks(pages, range, pageName),
  };
  if (options.idPrefix) environment.docId = options.idPrefix.replace(/-$/, "");
  const tokens = parser.parse(body, environment);
  const html = parser.renderer.render(tokens, parser.options, environment) + environment.marks.end();
  return options.forPrint ? marksWithin(html.replace(EMPTY_CELL, "<$1$2>&nbsp;</$1>")) : html;
}

/** The mark of a new page, where this block is the first to begin on it. */
function pageBreak(mark: BlockMark | null, environment: Environment): string {
  return environment.marks.before(mark?.anchor);
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

/** What follows a block: the marks of the pages that begin inside it. */
function pagesInside(mark: BlockMark | null, inside: Inside, environment: Environment): string {
  return environment.marks.after(mark?.anchor, inside);
}

/** An empty mark at the end of a block, so that the pack knows on which page it ends. */
function endMark(mark: BlockMark | null, environment: Environment): string {
  return mark?.anchor && environment.options.forPrint ? `<span id="${idOf(mark, environment)}--end"></span>` : "";
}

const ENDS = '((?:<span id="[^"]*--end"></span>)+)';
const AFTER_TABLE = new RegExp(`(<tr>\\s*<t[dh][^>]*>)((?:(?!<tr>)[^])*</table>)${ENDS}`, "g");
const AFTER_WORDS = new RegExp(`((?:</(?:p|li|ol|ul|blockquote)>\\s*)+)${ENDS}`, "g");

/**
 * Each mark at the end of the words themselves: after the list or table that ends its block, it would stand on the next
 * page where the page is full to its foot. A table's is in the first cell of its last row, which is never off the page.
 */
function marksWithin(html: string): string {
  const inTables = html.replace(AFTER_TABLE, "$1$3$2");
  for (let now = inTables, before = ""; ; ) {
    before = now;
    now = now.replace(AFTER_WORDS, "$2$1");
    if (now === before) return now;
  }
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
  const mark = markOfOpening(tokens, index);
  return `${endMark(mark, env)}</h${level}>\n${pagesInside(mark, "heading", env)}`;
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
  return `${endMark(mark, env)}</${isImage ? "figure" : "p"}>\n${pagesInside(mark, isImage ? "picture" : "paragraph", env)}`;
};
/** A page that begins with the first point of a list is marked before the list, since only points may stand in one. */
for (const name of ["bullet_list", "ordered_list", "letters"]) {
  const plain = rules[`${name}_open`];
  rules[`${name}_open`] = (tokens, index, options, env: Environment, self) => {
    const mark = pageBreak(tokens[index + 1]?.meta as BlockMark | null, env);
    return mark + (plain ? plain(tokens, index, options, env, self) : self.renderToken(tokens, index, options));
  };
}
for (const name of ["list_item", "letter"]) {
  const plain = rules[`${name}_open`];
  rules[`${name}_open`] = (tokens, index, options, env: Environment, self) => {
    const token = tokens[index] as Token;
    const mark = token.meta as BlockMark | null;
    if (mark?.anchor && !env.options.plain) token.attrSet("id", idOf(mark, env));
    // Markdown renumbers ordered lists; ours keep the number that was typed.
    if (name === "list_item" && token.info) token.attrSet("value", token.info);
    return plain ? plain(tokens, index, options, env, self) : self.renderToken(tokens, index, options);
  };
  // For the same reason, a page that begins with the next point is marked at the end of this one.
  rules[`${name}_close`] = (tokens, index, _options, env: Environment) => {
    const mark = markOfOpening(tokens, index);
    const next = tokens[index + 1]?.type === `${name}_open` ? (tokens[index + 1]?.meta as BlockMark | null) : null;
    return `${endMark(mark, env)}${pagesInside(mark, "point", env)}${pageBreak(next, env)}</li>\n`;
  };
}
rules.blockquote_open = (tokens, index, _options, env: Environment) => {
  const mark = (tokens[index] as Token).meta as BlockMark | null;
  return mark?.anchor ? `${pageBreak(mark, env)}<blockquote id="${idOf(mark, env)}">\n` : "<blockquote>\n";
};
rules.blockquote_close = (tokens, index, _options, env: Environment) => {
  const mark = markOfOpening(tokens, index);
  return `${endMark(mark, env)}</blockquote>\n${pagesInside(mark, "quotation", env)}`;
};
rules.chart = (tokens, index, _options, env: Environment) => {
  const token = tokens[index] as Token;
  const mark = token.meta as BlockMark | null;
  const id = mark?.anchor ? ` id="${idOf(mark, env)}"` : "";
  const figure = env.options.chart(token.info, token.meta?.until ?? null);
  return `${pageBreak(mark, env)}<div class="chart"${id}>${figure}${endMark(mark, env)}</div>\n${pagesInside(mark, "chart", env)}`;
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
  const mark = (tokens[index] as Token).meta as (BlockMark & TableMark) | null;
  const groups = (mark?.columnGroups ?? []).map((columns) => `<colgroup span="${columns}"></colgroup>\n`).join("");
  const wide = env.options.forPrint && isWide(tokens, index) ? ' class="wide"' : "";
  markHeaders(tokens, index);
  if (!mark?.anchor) return `<table>\n${groups}`;
  const id = idOf(mark, env);
  const caption = mark.caption
    ? `<caption id="${id}-caption">${parser.renderInline(mark.caption, { options: env.options })}</caption>\n`
    : "";
  const name = mark.caption ? `aria-labelledby="${id}-caption"` : 'aria-label="Table"';
  const frame = env.options.forPrint ? `<div id="${id}">` : `<section class="scroll" id="${id}" ${name} tabindex="0">`;
  return `${pageBreak(mark, env)}${frame}<table${wide}>\n${caption}${groups}`;
};
rules.table_close = (tokens, index, _options, env: Environment) => {
  const mark = markOfOpening(tokens, index);
  if (!mark?.anchor) return "</table>\n";
  return `</table>${endMark(mark, env)}</${env.options.forPrint ? "div" : "section"}>\n${pagesInside(mark, "table", env)}`;
};
rules.silenced = () => "";

rules.footnote_block_open = () => '<section class="footnotes" aria-label="Notes">\n<ol>\n';
rules.footnote_anchor = (tokens, index, options, env, self) => {
  const id = rules.footnote_anchor_name?.(tokens, index, options, env, self) ?? "";
  const again = (tokens[index] as Token).meta.subId > 0 ? `:${(tokens[index] as Token).meta.subId}` : "";
  return ` <a href="#fnref${id}${again}" class="footnote-back" aria-label="Back to where note ${(tokens[index] as Token).meta.id + 1} is cited">Back</a>`;
};
