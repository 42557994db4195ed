/**
 * Says in a paper on the web where every page of the pack begins, each page once and with an id of its own. Used by
 * render.ts, which asks before and after each block.
 */
import type { PageRange } from "../model/record.ts";

/** What a page can begin inside of, as its mark calls it. */
export type Inside = "paragraph" | "heading" | "point" | "table" | "chart" | "picture" | "quotation";

/** The marks of one paper; asked in the order of its blocks, it remembers the last page that it marked. */
export class PageMarks {
  private readonly blocks: Readonly<Record<string, PageRange>>;
  private readonly whole: PageRange | null;
  private readonly name: string;
  private page: number;

  /**
   * `blocks` are the pages of each block by its anchor, `whole` those of the paper with its heading and what follows its
   * paragraphs. The page that the paper begins on is its heading's, and is not marked here. `name` is what a page is called.
   */
  constructor(blocks: Readonly<Record<string, PageRange>>, whole: PageRange | null, name: string) {
    this.blocks = blocks;
    this.whole = whole;
    this.name = name;
    this.page = whole?.first ?? Object.values(blocks).reduce((least, { first }) => Math.min(least, first), Infinity);
  }

  /** For before the block at `anchor`: the mark of its page, where it is the first to begin there. */
  before(anchor: string | undefined): string {
    const first = this.blocks[anchor ?? ""]?.first ?? 0;
    return this.upTo(first - 1, "begins above") + this.upTo(first, "");
  }

  /** For after the block at `anchor`: the marks of pages that begin inside it. */
  after(anchor: string | undefined, inside: Inside): string {
    return this.upTo(this.blocks[anchor ?? ""]?.last ?? 0, "begins above", `begins in the ${inside} above`);
  }

  /** For after the last block: the marks of pages that only what follows the paragraphs stands on. */
  end(): string {
    return this.upTo(this.whole?.last ?? 0, "begins below", "begins below, after the last paragraph");
  }

  private upTo(last: number, shown: string, heard = shown): string {
    let marks = "";
    while (this.page < last) {
      this.page += 1;
      const label = `${this.name} ${this.page} ${heard}`.trim();
      marks += `<div class="pagebreak" id="page-${this.page}" role="doc-pagebreak" aria-label="${label}">${`page ${this.page} ${shown}`.trim()}</div>\n`;
    }
    return marks;
  }
}
