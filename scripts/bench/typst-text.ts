/** A paper's Markdown as Typst markup, block by block, with the numbers and anchors that our own pages give it. For one-typst.ts. */
import type Token from "markdown-it/lib/token.mjs";
import type { BlockMark, Numbering } from "../markdown/number-paper.ts";
import { makeParser } from "../markdown/parser.ts";
import type { BenchPapers, BenchReport } from "./bench-papers.ts";

export interface TypstParts {
  readonly target: BenchPapers["target"];
  /** The name that an image's file has beside the document. */
  readonly image: (file: string) => string;
  readonly chart: (measure: string) => string;
}

/** The body of `report`. */
export function typstBody(report: BenchReport, parts: TypstParts): string {
  const paper: Numbering = { asked: report.numbering, kept: null, used: report.numbering, blocks: [], faults: [] };
  const environment = { paper };
  return new Writer(makeParser().parse(report.body, environment), report.id, parts).body();
}

/** Words as Typst markup that says them and does nothing else. */
export function text(words: string): string {
  return words.replace(/[\\#$*_`<>@~[\]="'/+-]/g, "\\$&").replace(/^(\s*\d+)\./, "$1\\.");
}

/** Words as a Typst string. */
export function quoted(words: string): string {
  return `"${words.replace(/[\\"]/g, "\\$&")}"`;
}

class Writer {
  private readonly tokens: readonly Token[];
  private readonly report: string;
  private readonly parts: TypstParts;
  private readonly notes: ReadonlyMap<number, string>;

  constructor(tokens: readonly Token[], report: string, parts: TypstParts) {
    this.report = report;
    this.parts = parts;
    const end = tokens.findIndex((token) => token.type === "footnote_block_open");
    this.tokens = end < 0 ? tokens : tokens.slice(0, end);
    this.notes = end < 0 ? new Map() : this.readNotes(tokens.slice(end));
  }

  body(): string {
    return this.blocks(0, this.tokens.length);
  }

  /** What each note says, by its place. */
  private readNotes(tokens: readonly Token[]): Map<number, string> {
    const notes = new Map<number, string>();
    let note = 0;
    for (const token of tokens) {
      if (token.type === "footnote_open") note = token.meta.id;
      if (token.type === "inline") notes.set(note, (notes.get(note) ?? "") + this.inline(token.children ?? []));
    }
    return notes;
  }

  private blocks(from: number, to: number): string {
    const blocks: string[] = [];
    for (let at = from; at < to; at++) {
      const token = this.tokens[at] as Token;
      const end = token.nesting === 1 ? this.endOf(at) : at;
      const block = this.block(token, at, end);
      if (block) blocks.push(block);
      at = end;
    }
    return blocks.join("\n\n");
  }

  private block(token: Token, at: number, end: number): string {
    const mark = token.meta as BlockMark | null;
    const label = mark?.anchor ? ` <${this.report}-${mark.anchor}>` : "";
    const number = mark?.number ? `[${text(mark.number)}]` : "none";
    const inline = this.tokens[at + 1];
    switch (token.type) {
      case "heading_open":
        return `#section(${token.tag.slice(1)}, ${number})[${this.inline(inline?.children ?? [])}]`;
      case "paragraph_open":
        if (token.hidden && (inline?.content ?? "") === "") return "";
        if (mark?.anchor) return `#para(${number})[${this.inline(inline?.children ?? [])}]${label}`;
        return this.inline(inline?.children ?? []);
      case "bullet_list_open":
        return `#list(${this.items(at, end)})`;
      case "ordered_list_open":
        return `#enum(${this.items(at, end)})`;
      case "letters_open":
        return `#enum(numbering: ${/^\(?i/.test(this.tokens[at + 1]?.info ?? "") ? '"(i)"' : '"(a)"'}, ${this.items(at, end)})`;
      case "blockquote_open":
        return `#said[${this.blocks(at + 1, end)}]`;
      case "table_open":
        return this.table(at, end, (token.meta as BlockMark | null)?.caption ?? null);
      case "chart":
        return this.parts.chart(token.info);
      default:
        return "";
    }
  }

  private items(from: number, to: number): string {
    const items: string[] = [];
    for (let at = from + 1; at < to; at = this.endOf(at) + 1) items.push(`[${this.blocks(at + 1, this.endOf(at))}]`);
    return items.join(", ");
  }

  private table(from: number, to: number, caption: string | null): string {
    const rows: string[][] = [];
    const right: boolean[] = [];
    for (const [index, token] of this.tokens.slice(from, to).entries()) {
      if (token.type === "tr_open") rows.push([]);
      if (token.type !== "th_open" && token.type !== "td_open") continue;
      const row = rows.at(-1);
      if (rows.length === 1) right.push(String(token.attrGet("style")).includes("right"));
      const words = `[${this.inline(this.tokens[from + index + 1]?.children ?? [])}]`;
      row?.push(rows.length > 1 && row.length === 0 ? `strong${words}` : words);
    }
    const [head = [], ...cells] = rows;
    const widths = right.map((isFigure) => (isFigure ? "auto" : "1fr"));
    const sides = right.map((isFigure) => (isFigure ? "right" : "left"));
    return `#grid-table(${caption ? `[${text(caption)}]` : "none"}, (${widths.join(", ")}), (${sides.join(", ")}), (${head.join(", ")}),
${cells.map((row) => `${row.join(", ")},`).join("\n")})`;
  }

  private inline(tokens: readonly Token[]): string {
    return tokens.map((token) => this.span(token)).join("");
  }

  private span(token: Token): string {
    switch (token.type) {
      case "text":
        return text(token.content);
      case "softbreak":
        return "\n";
      case "strong_open":
        return "#strong[";
      case "em_open":
        return "#emph[";
      case "link_open":
        return `#link(${this.address(String(token.attrGet("href")))})[`;
      case "strong_close":
      case "em_close":
      case "link_close":
        return "];";
      case "image":
        return `#picture(${quoted(this.parts.image(String(token.attrGet("src"))))}, ${quoted(token.content)});`;
      case "footnote_ref":
        return `#footnote[${this.notes.get(token.meta.id) ?? ""}];`;
      default:
        return text(token.content);
    }
  }

  private address(to: string): string {
    if (to.startsWith("#")) return `<${this.report}-${to.slice(1)}>`;
    const target = this.parts.target(to);
    return target ? `<${target.report}-${target.anchor ?? "top"}>` : quoted(to);
  }

  /** The place of the token that closes the one at `at`. */
  private endOf(at: number): number {
    let depth = 0;
    for (let end = at; end < this.tokens.length; end++) {
      depth += this.tokens[end]?.nesting ?? 0;
      if (depth === 0) return end;
    }
    return this.tokens.length;
  }
}
