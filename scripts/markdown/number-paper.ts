/**
 * Numbers a paper: gives every section, paragraph, table and list item its number and permanent anchor, keeping the
 * numbers an officer typed exactly. A markdown-it core rule, run between blocks and inlines. Used by parser.ts.
 */
import type MarkdownIt from "markdown-it";
import type Token from "markdown-it/lib/token.mjs";
import type { Block, Outline } from "../model/outline.ts";
import { paragraphAnchor } from "./anchors.ts";
import type { PaperFault } from "./paper-fault.ts";
import { pastedFaults } from "./pasted-text.ts";

const HEADING_NUMBER = /^(\d{1,3}(?:\.\d{1,3})*[A-Z]?)[.)]?\s+(?=\S)/;
const SURE_HEADING_NUMBER = /^\d{1,3}(?:[.)]|(?:\.\d{1,3})+[.)]?)\s+\S/;
const PARAGRAPH_NUMBER = /^(\d{1,3}(?:\.\d{1,3})+[A-Z]?)\.?\s+(?=\S)/;
const CAPTION = /^Table(?:\s+\d+[A-Za-z]?)?\s*[:.]\s*\S/;
const IMAGE_ALONE = /^(?:!\[[^\]]*\]\([^)\s]+(?:\s+"[^"]*")?\)\s*)+$/;

/** What the rule is told, and what it fills in; markdown-it carries it as `env.paper`. */
export interface Numbering {
  readonly asked: Outline["numbering"] | undefined;
  /** Numbers and anchors as an earlier version issued them, a block each; they take the place of what is counted. */
  readonly kept?: Outline["kept"] | undefined;
  used: Outline["numbering"];
  readonly blocks: Block[];
  readonly faults: PaperFault[];
}

/** Written on a token for the renderer. */
export interface BlockMark {
  anchor: string;
  number: string | null;
  caption?: string;
}

export function numberPaper(markdown: MarkdownIt): void {
  markdown.core.ruler.after("block", "number_paper", (state) => {
    const numbering = state.env.paper as Numbering | undefined;
    if (numbering) new Numberer(state.tokens, numbering).run();
  });
}

class Numberer {
  private readonly taken = new Set<string>();
  /** The last copy of an anchor that was claimed more than once, so that the next need not count from the beginning. */
  private readonly copies = new Map<string, number>();
  private readonly tokens: Token[];
  private readonly marked: Token[] = [];
  private readonly numbering: Numbering;
  /** The anchor that unnumbered blocks of the present section begin with, and how many there are of each kind. */
  private section = "s0";
  private sections = 0;
  private paragraphs = 0;
  private lastAnchor = "s0";
  private readonly counts = new Map<string, number>();

  constructor(tokens: Token[], numbering: Numbering) {
    this.tokens = tokens;
    this.numbering = numbering;
    numbering.used = numbering.asked ?? this.infer();
  }

  run(): void {
    this.tokens.forEach((token, index) => {
      if (token.level !== 0) return;
      if (token.type === "heading_open") this.heading(token, this.tokens[index + 1] as Token);
      else if (token.type === "paragraph_open") this.paragraph(token, this.tokens[index + 1] as Token, index);
      else if (token.type === "table_open") this.unnumbered(token, "table", "t");
      else if (token.type === "blockquote_open") this.unnumbered(token, "quote", "q");
      else if (token.type === "chart") this.unnumbered(token, "chart", "c");
      else if (/^(bullet_list|ordered_list|letters)_open$/.test(token.type)) this.list(index);
    });
    this.keep();
  }

  /** Puts the numbers that were issued in the place of those just counted. */
  private keep(): void {
    const { kept, blocks } = this.numbering;
    if (!kept) return;
    if (kept.length !== blocks.length) {
      this.numbering.faults.push({
        rule: "number-moved",
        severity: "error",
        line: 0,
        message: `The paper was issued with ${kept.length} numbered parts, and is read as ${blocks.length}, so its numbers would move.`,
        mend: "This is a fault of Clear Days: please report it. What was issued is as it was.",
      });
      return;
    }
    kept.forEach(({ anchor, number }, index) => {
      const token = this.marked[index] as Token;
      token.meta = { ...token.meta, anchor, number };
      blocks[index] = { ...(blocks[index] as Block), anchor, number };
    });
  }

  /** Typed where the first section's heading carries a number, or two paragraphs do; else automatic. */
  private infer(): Outline["numbering"] {
    const first = this.tokens.findIndex((token) => token.type === "heading_open");
    const words = this.tokens[first + 1]?.content ?? "";
    if (first >= 0 && SURE_HEADING_NUMBER.test(words)) return "typed";
    const numbered = this.tokens.filter(
      (token, index) =>
        token.type === "inline" && this.tokens[index - 1]?.level === 0 && PARAGRAPH_NUMBER.test(token.content),
    );
    return numbered.length >= 2 ? "typed" : "automatic";
  }

  private heading(token: Token, inline: Token): void {
    const depth = Number(token.tag.slice(1));
    if (depth === 1)
      this.fault(
        "heading-level",
        token,
        "A heading with one # is the paper's title, which stands in the front matter.",
        "Begin sections with ##, and headings inside them with ###.",
      );
    const typed = this.numbering.used === "typed" ? HEADING_NUMBER.exec(inline.content) : null;
    if (typed) {
      inline.content = inline.content.slice(typed[0].length);
      const number = typed[1] as string;
      const isSection = !number.includes(".");
      const anchor = this.claim(isSection ? `s${number.toLowerCase()}` : paragraphAnchor(number), number, token);
      if (isSection) this.startSection(anchor);
      this.lastAnchor = anchor;
      this.add(token, isSection ? "section" : "sub-heading", anchor, number, inline.content);
      return;
    }
    if (depth <= 2) {
      this.sections += 1;
      const automatic = this.numbering.used === "automatic";
      const anchor = this.claim(automatic ? `s${this.sections}` : `h-${slug(inline.content) || this.sections}`);
      this.startSection(anchor);
      this.add(token, "section", anchor, automatic ? String(this.sections) : null, inline.content);
    } else this.add(token, "sub-heading", this.claim(this.next("h")), null, inline.content);
  }

  private paragraph(token: Token, inline: Token, index: number): void {
    const after = this.tokens[index + 3];
    if (CAPTION.test(inline.content) && after?.type === "table_open") {
      for (const each of this.tokens.slice(index, index + 3)) each.hidden = true;
      after.meta = { caption: inline.content };
      inline.content = "";
      return;
    }
    if (IMAGE_ALONE.test(inline.content)) {
      this.unnumbered(token, "image", "i");
      return;
    }
    if (this.numbering.used === "typed") {
      const typed = PARAGRAPH_NUMBER.exec(inline.content);
      if (typed) {
        inline.content = inline.content.slice(typed[0].length);
        const number = typed[1] as string;
        this.lastAnchor = this.claim(paragraphAnchor(number), number, token);
        this.add(token, "paragraph", this.lastAnchor, number);
        if (this.section !== "s0" && !paragraphAnchor(number).startsWith(`${this.section.replace(/^s/, "p")}-`))
          this.fault(
            "number-out-of-place",
            token,
            /^s\d/.test(this.section)
              ? `Paragraph ${number} stands in section ${this.section.slice(1)}.`
              : `Paragraph ${number} stands under a heading that has no number.`,
            "Correct the number before it is issued, if it is a slip; it is kept as it was typed.",
            "warning",
          );
        return;
      }
      this.notice(token, inline.content, true);
    } else if (this.numbering.used === "automatic") {
      this.notice(token, inline.content, false);
      this.paragraphs += 1;
      if (this.sections > 0 || !this.tokens.some((each) => each.type === "heading_open")) {
        const number = this.sections > 0 ? `${this.sections}.${this.paragraphs}` : String(this.paragraphs);
        const typed = PARAGRAPH_NUMBER.exec(inline.content);
        if (typed && typed[1] === number)
          this.fault(
            "number-typed",
            token,
            `The paragraph begins with its own number, ${number}, and would be numbered twice.`,
            "Take the typed number out, or put `numbering: typed` in the front matter.",
          );
        this.lastAnchor = this.claim(paragraphAnchor(number));
        this.add(token, "paragraph", this.lastAnchor, number);
        return;
      }
    }
    this.lastAnchor = this.claim(this.next("p"));
    this.add(token, "paragraph", this.lastAnchor, null);
  }

  private unnumbered(token: Token, kind: Block["kind"], letter: string): void {
    this.add(token, kind, this.claim(this.next(letter)), null);
  }

  /**
   * Items of a list belong to the paragraph before it, and those of a list inside an item to that item: `p4-11-a` for (a),
   * `p4-11-a-ii` for (ii) under it, `p4-11-n2` for 2., `p4-11-i2` for the second bullet. A second paragraph of an item is
   * `p4-11-a-p2`.
   */
  private list(index: number): void {
    const lists: { before: string; ordered: boolean; count: number }[] = [];
    const items: { anchor: string; paragraphs: number }[] = [];
    for (let at = index; this.tokens[at]; at++) {
      const token = this.tokens[at] as Token;
      const list = lists.at(-1);
      if (/^(bullet_list|ordered_list|letters)_open$/.test(token.type))
        lists.push({
          before: items.at(-1)?.anchor ?? this.lastAnchor,
          ordered: token.type === "ordered_list_open",
          count: 0,
        });
      else if (/^(bullet_list|ordered_list|letters)_close$/.test(token.type)) {
        lists.pop();
        if (lists.length === 0) return;
      } else if (/^(list_item|letter)_close$/.test(token.type)) items.pop();
      else if (list && /^(list_item|letter)_open$/.test(token.type)) {
        list.count += 1;
        const anchor = this.claim(`${list.before}-${itemName(token, list)}`);
        items.push({ anchor, paragraphs: 0 });
        this.add(token, "list", anchor, null);
        const inner = this.tokens[at + 2];
        if (this.numbering.used !== "none" && inner?.type === "inline" && PARAGRAPH_NUMBER.test(inner.content))
          this.notice(token, inner.content, true);
      } else if (token.type === "paragraph_open" && !token.hidden) this.itemParagraph(token, items.at(-1));
    }
  }

  /** The first paragraph of an item has the item's own address; those after it have theirs. */
  private itemParagraph(token: Token, item: { anchor: string; paragraphs: number } | undefined): void {
    if (!item) return;
    item.paragraphs += 1;
    if (item.paragraphs > 1) this.add(token, "paragraph", this.claim(`${item.anchor}-p${item.paragraphs}`), null);
  }

  private startSection(anchor: string): void {
    this.section = anchor;
    this.lastAnchor = anchor;
    this.paragraphs = 0;
  }

  private next(letter: string): string {
    const key = `${this.section}-${letter}`;
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return `${key}${count}`;
  }

  /** The anchor itself, or with -2, -3 where it is taken; a number typed twice is reported and kept. */
  private claim(wanted: string, typedNumber?: string, token?: Token): string {
    let anchor = wanted;
    for (let copy = (this.copies.get(wanted) ?? 1) + 1; this.taken.has(anchor); copy++) {
      anchor = `${wanted}-${copy}`;
      this.copies.set(wanted, copy);
    }
    if (anchor !== wanted && typedNumber && token)
      this.fault(
        "number-repeated",
        token,
        `The number ${typedNumber} stands twice in this paper. Both are kept; links to the second end in #${anchor}.`,
        "Correct one of the two before it is issued, if it is a slip.",
        "warning",
      );
    this.taken.add(anchor);
    return anchor;
  }

  private add(token: Token, kind: Block["kind"], anchor: string, number: string | null, title = ""): void {
    token.meta = { ...token.meta, anchor, number } satisfies BlockMark;
    this.marked.push(token);
    this.numbering.blocks.push({ anchor, kind, number, title, line: token.map?.[0] ?? 0 });
  }

  private notice(token: Token, words: string, isNumbered: boolean): void {
    for (const fault of pastedFaults(words, isNumbered))
      this.numbering.faults.push({ ...fault, line: token.map?.[0] ?? 0 });
  }

  private fault(
    rule: string,
    token: Token,
    message: string,
    mend: string,
    severity: PaperFault["severity"] = "error",
  ): void {
    this.numbering.faults.push({ rule, severity, line: token.map?.[0] ?? 0, message, mend });
  }
}

function slug(words: string): string {
  return words
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

function itemName(item: Token, { ordered, count }: { ordered: boolean; count: number }): string {
  const marker = item.info.replace(/[().]/g, "").toLowerCase();
  if (item.type === "letter_open") return marker;
  return ordered ? `n${marker}` : `i${count}`;
}
