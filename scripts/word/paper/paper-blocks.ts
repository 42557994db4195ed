/**
 * The body of a report in Markdown, block by block: sections, numbered paragraphs, lists inside lists, tables, notes. Called by
 * read-word.ts with what mammoth read and what the survey knows of each paragraph.
 */
import type { WordQuestion } from "../imported-word.ts";
import { placeOf } from "../preflight/finding.ts";
import type { BlockRead, ParagraphRead, Structure, TableRead } from "../structure.ts";
import type { Paragraph, Surveyed, Table } from "../surveyed.ts";
import type { Headings } from "./headings.ts";
import { type InlineContext, inlineMarkdown } from "./inline-words.ts";
import { type Labelled, Labels, type Role } from "./labels.ts";
import { cellParagraphs, paperTable, tablesIn } from "./paper-tables.ts";
import { isEmpty, isPicture, withoutStart } from "./paragraph-words.ts";
import { type Place, type PointRole, Points } from "./points.ts";
import { readsAs } from "./reads-as.ts";
import { afterLabel, escaped, paragraphStart } from "./text-escapes.ts";
import type { Chunk } from "./word-paper.ts";

export interface PaperBlocksAsked {
  readonly surveyed: Surveyed;
  readonly structure: Structure;
  readonly headings: Headings;
  /** Paragraphs that are front matter, and so no part of the body. */
  readonly taken: ReadonlySet<number>;
  readonly yes: readonly string[];
  readonly context: Omit<InlineContext, "inCell" | "note">;
}

export interface PaperBlocks {
  readonly chunks: readonly Chunk[];
  readonly isNumbered: boolean;
  readonly questions: readonly WordQuestion[];
  readonly notes: readonly string[];
  /** The tables that stay tables, by their number. */
  readonly tables: ReadonlySet<number>;
}

export function paperBlocks(asked: PaperBlocksAsked): PaperBlocks {
  const writer = new BlockWriter(asked);
  writer.write(asked.structure.blocks);
  writer.writeNotes(asked.structure.notes);
  return writer;
}

class BlockWriter implements PaperBlocks {
  readonly chunks: Chunk[] = [];
  readonly questions: WordQuestion[] = [];
  readonly notes: string[] = [];
  readonly tables = new Set<number>();
  isNumbered = false;
  private readonly asked: PaperBlocksAsked;
  private readonly facts: ReadonlyMap<number, Paragraph>;
  private readonly tableOf: ReadonlyMap<number, Table>;
  private readonly labels = new Labels();
  private readonly points = new Points();
  /** Where each address leads, so that what is said of one is said once. */
  private readonly links = new Map<string, string | null>();

  constructor(asked: PaperBlocksAsked) {
    this.asked = asked;
    this.facts = new Map(asked.surveyed.paragraphs.map((each) => [each.number, each]));
    this.tableOf = new Map(tablesIn(asked.surveyed.body));
  }

  write(blocks: readonly BlockRead[]): void {
    for (const block of blocks)
      if (block.kind === "table") this.table(block);
      else this.paragraph(block, this.fact(block));
    this.endList();
  }

  /** Notes stand at the end, each a line of its own. */
  writeNotes(notes: readonly (readonly BlockRead[])[]): void {
    notes.forEach((blocks, at) => {
      const paragraphs = blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : cellParagraphs(block)));
      const words = paragraphs
        .map((each) => paragraphStart(this.inline(each, 0, false), false))
        .filter((each) => each !== "");
      if (words.length > 0)
        this.add(
          `[^${at + 1}]: ${words.join("\n\n").replace(/\n(?=.)/g, "\n    ")}`,
          paragraphs.map(({ number }) => number),
        );
    });
  }

  private paragraph(read: ParagraphRead, fact: Paragraph): void {
    if (fact.isContents || this.asked.taken.has(fact.number)) return;
    if (fact.text.trim() === "" && !read.inline.some(isPicture) && !fact.pieces.some(({ kind }) => kind === "note")) {
      this.emptyParagraph(fact);
      return;
    }
    const heading = this.asked.headings.levelOf(fact);
    const labelled = this.labels.read(fact, heading !== null);
    if (labelled.doubtful !== null)
      this.notes.push(
        `${placeOf(fact)}: "${labelled.doubtful}" at its beginning was taken for a figure, since it does not follow the number before it. If it is the paragraph's number, take the backslash out.`,
      );
    if (heading !== null) this.heading(read, fact, heading, labelled);
    else if (isPoint(labelled.role)) this.point(read, fact, labelled.role, labelled.typed);
    else if (this.isInPoint(fact, labelled.role))
      this.points.more(fact.indent, this.words(read, labelled), fact.number);
    else this.plain(read, fact, labelled);
  }

  private emptyParagraph(fact: Paragraph): void {
    if (fact.label && !fact.label.isBullet && fact.label.text !== "")
      this.notes.push(
        `An empty paragraph has the number ${fact.label.text} in Word. It is left out, and the numbers after it stay as Word shows them.`,
      );
  }

  private heading(read: ParagraphRead, fact: Paragraph, level: number, { role, typed }: Labelled): void {
    this.endList();
    const label = role ? labelWords(role) : "";
    if (role?.kind === "numbered" || role?.kind === "ordered") this.isNumbered = true;
    // A heading is bold by being one.
    const words = this.inline(read, typed, false, false).replace(/\\\n/g, " ").trim();
    const said = label === "" ? paragraphStart(words, true) : `${label} ${words}`;
    // Signs at its end would be taken for the end of those at its beginning.
    const start = said.replace(/(^|\s)(?=#+$)/, "$1\\");
    this.add(`${"#".repeat(Math.min(6, level + 1))} ${start}`, [fact.number]);
  }

  private plain(read: ParagraphRead, fact: Paragraph, labelled: Labelled): void {
    this.endList();
    if (labelled.role?.kind === "numbered") this.isNumbered = true;
    this.add(this.words(read, labelled), [fact.number]);
  }

  /** The words of a paragraph that is no point, with its number or label. */
  private words(read: ParagraphRead, { role, typed }: Labelled): string {
    const words = this.inline(read, typed, false);
    if (role?.kind === "numbered") return `${role.number} ${afterLabel(words)}`;
    return paragraphStart(role?.kind === "words" ? `${escaped(role.label)} ${words.trimStart()}` : words, false);
  }

  private point(read: ParagraphRead, fact: Paragraph, role: PointRole, typed: number): void {
    const words = paragraphStart(this.inline(read, typed, false), false);
    this.points.add(role, placeOfPoint(fact), words, fact.number);
  }

  /** A paragraph as far in as the words of a point before it goes on in that point; one with a label, where it is deeper. */
  private isInPoint(fact: Paragraph, role: Role | null): boolean {
    if (!role) return this.points.holds(fact.indent);
    return role.kind === "words" && this.points.holdsLevel(placeOfPoint(fact));
  }

  private endList(): void {
    const written = this.points.end();
    if (written) this.add(written.markdown, written.paragraphs);
  }

  private table(read: TableRead): void {
    this.endList();
    const paragraphs = cellParagraphs(read);
    const numbers = paragraphs.map(({ number }) => number);
    const table = this.tableOf.get(numbers[0] ?? -1);
    const left = paragraphs.filter(({ number }) => !this.asked.taken.has(number));
    if (!table || left.every((each) => isEmpty(each))) return;
    const cells = [...read.headings, ...read.rows].flat();
    // What is left of a form once its fields are read, and a frame of one cell, are paragraphs.
    if (left.length < paragraphs.length || cells.length === 1) {
      if (cells.length === 1)
        this.notes.push(`Table ${table.number} is a frame around one cell, and stands as paragraphs.`);
      for (const cell of cells)
        for (const block of cell.blocks)
          if (block.kind === "table") this.table(block);
          else this.paragraph(block, this.fact(block));
      return;
    }
    this.tables.add(table.number);
    const { markdown, question } = paperTable(read, table, this.asked.yes, {
      fact: (each) => this.fact(each),
      inCell: (each, hasEmphasis) => this.inline(each, 0, true, hasEmphasis),
    });
    if (question) this.questions.push(question);
    this.add(markdown, numbers);
  }

  /** The words of a paragraph without the first `typed` of them; without emphasis where Markdown would not read it. */
  private inline(read: ParagraphRead, typed: number, inCell: boolean, hasEmphasis = true): string {
    const nodes = withoutStart(read.inline, typed);
    const write = (emphasis: boolean, note: (what: string) => void) =>
      inlineMarkdown(nodes, { ...this.asked.context, link: (href) => this.link(href), inCell, note }, emphasis);
    const told: string[] = [];
    const written = write(hasEmphasis, (what) => told.push(`${placeOf(this.fact(read))}: ${what}`));
    this.notes.push(...told);
    const plain = hasEmphasis ? write(false, () => {}) : written;
    return written === plain || readsAs(written) === readsAs(plain) ? written : plain;
  }

  private link(href: string): string | null {
    const known = this.links.get(href);
    if (known !== undefined) return known;
    const kept = this.asked.context.link(href);
    this.links.set(href, kept);
    return kept;
  }

  private add(markdown: string, paragraphs: readonly number[]): void {
    this.chunks.push({ markdown, paragraphs: [...paragraphs] });
  }

  private fact({ number }: ParagraphRead): Paragraph {
    const fact = this.facts.get(number);
    if (!fact) throw new Error(`paragraph ${number} was read and not surveyed`);
    return fact;
  }
}

function isPoint(role: Role | null): role is PointRole {
  return role?.kind === "ordered" || role?.kind === "lettered" || role?.kind === "bullet";
}

function placeOfPoint({ label, indent }: Paragraph): Place {
  return { level: label?.level ?? 0, list: label?.list ?? null, indent };
}

function labelWords(role: Role): string {
  if (role.kind === "bullet") return "";
  if (role.kind === "words") return escaped(role.label);
  return role.kind === "numbered" ? role.number : role.marker;
}
