/** Reads a paper's body into its outline, with the faults found on the way. Called by load, never by pages. */
import type Token from "markdown-it/lib/token.mjs";
import { hiddenCharacter } from "../model/hidden-characters.ts";
import type { Outline } from "../model/outline.ts";
import type { BlockMark, Numbering } from "./number-paper.ts";
import type { PaperFault } from "./paper-fault.ts";
import { makeParser } from "./parser.ts";

const parser = makeParser();
/** Markdown inside this many lists and quotations is near where the parser stops reading. */
const DEEPEST = 40;
/** A tag, or a comment; where a comment is not closed soon, what is shown of it is its beginning. */
const HTML = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|!--(?:[\s\S]{0,500}?-->)?)/i;

/**
 * The outline of `body`. `bodyLine` is the line of the file that the body begins on; lines in the outline and faults
 * are lines of the file, from 1. `asked` is the front matter's `numbering`; `kept` the numbers of an earlier version.
 */
export function readOutline(
  body: string,
  bodyLine: number,
  asked?: Outline["numbering"],
  kept: Outline["kept"] = null,
): { outline: Outline; faults: PaperFault[] } {
  const numbering: Numbering = { asked, kept, used: "automatic", blocks: [], faults: [] };
  const tokens = parser.parse(body, { paper: numbering });
  const found: Pick<Outline, "charts" | "images" | "links"> = { charts: [], images: [], links: [] };
  let words = 0;
  let line = 0;

  const told = new Set<number>();
  const noticeHidden = (text: string, at: number): void => {
    const fault = hiddenCharacter(text);
    if (!fault || told.has(at)) return;
    told.add(at);
    numbering.faults.push({ rule: "hidden-character", severity: "error", line: at, ...fault });
  };
  body.split("\n").forEach(noticeHidden);

  const visit = (token: Token): void => {
    line = token.map?.[0] ?? line;
    // A caption is not rendered where it was typed, and what stands in it is read here.
    const { caption } = (token.meta ?? {}) as Partial<BlockMark>;
    if (caption) parser.parseInline(caption, {}).forEach(visit);
    // An entity stands for a character that its line does not hold.
    if (token.type === "text") noticeHidden(token.content, line);
    if (token.type === "chart") push(found.charts, { measure: token.info, line: line + bodyLine });
    if (token.type === "image") {
      push(found.images, { file: token.attrGet("src") ?? "", line: line + bodyLine });
      if (token.content.trim() === "")
        numbering.faults.push({
          rule: "image-alternative",
          severity: "error",
          line,
          message: "An image has no alternative text, so somebody who cannot see it is told nothing.",
          mend: "Write what it shows between the square brackets: ![what it shows](file.png).",
        });
    }
    if (token.type === "link_open") push(found.links, { to: token.attrGet("href") ?? "", line: line + bodyLine });
    if (token.type === "text" || token.type === "code_inline")
      words += token.content.split(/\s+/).filter(Boolean).length;
    if (token.type === "inline" && HTML.test(token.content.replace(/`[^`]*`/g, "")))
      numbering.faults.push({
        rule: "raw-html",
        severity: "error",
        line,
        message: `HTML is not supported in papers: \`${HTML.exec(token.content.replace(/`[^`]*`/g, ""))?.[0]}\` would be shown as it stands.`,
        mend: "Use Markdown for headings, lists, tables, links and emphasis, and take the HTML or comment out.",
      });
    if (token.level === DEEPEST && token.nesting === 1)
      numbering.faults.push({
        rule: "markdown-not-read",
        severity: "error",
        line,
        message: "Lists or quotations stand inside each other too deeply, and their words would be left out.",
        mend: "Take out some of the `>` signs, or indent the list less.",
      });
    if (token.type === "inline") {
      const unread = unreadMarkdown(token);
      if (unread) numbering.faults.push({ rule: "markdown-not-read", severity: "error", line, ...unread });
    }
    for (const child of token.children ?? []) visit(child);
  };
  tokens.forEach(visit);

  return {
    outline: {
      numbering: numbering.used,
      kept,
      blocks: numbering.blocks.map((block) => ({ ...block, line: block.line + bodyLine })),
      words,
      ...found,
    },
    faults: numbering.faults.map((fault) => ({ ...fault, line: fault.line + bodyLine })),
  };
}

/** What was meant as a note, an image or a table and would stand in the text as signs. */
function unreadMarkdown(token: Token): { message: string; mend: string } | null {
  const words = (token.children ?? [])
    .filter((child) => child.type === "text")
    .map((child) => child.content)
    .join("");
  const note = /\[\^([^\]]+)\]/.exec(words);
  if (note)
    return {
      message: `There is no note ${note[1]}: \`${note[0]}\` would stand in the text.`,
      mend: `Add a line of its own with the note's words: \`[^${note[1]}]: ...\`.`,
    };
  if (/!\[[^\]]*\]\(/.test(words))
    return {
      message: "An image cannot be read, and its signs would stand in the text.",
      mend: "Name the file in small letters, digits and hyphens, without spaces: ![what it shows](site-plan.png).",
    };
  const link = /\]\(\s*<?\s*([a-z][a-z0-9+.\s-]*):/i.exec(words);
  if (link)
    return {
      message: `A link that begins with \`${link[1]}:\` is not made, and its signs would stand in the text.`,
      mend: "Link to a page (`https://`), an e-mail address (`mailto:`), a telephone number (`tel:`) or a paragraph (`#p4-7`).",
    };
  if (/^\|.*\|\s*$/m.test(token.content) && token.level === 1)
    return {
      message: "A table cannot be read, and its signs would stand in the text.",
      mend: "Put a line of hyphens under its first row, with as many columns: | --- | --- |.",
    };
  return null;
}

function push<Entry>(list: readonly Entry[], entry: Entry): void {
  (list as Entry[]).push(entry);
}
