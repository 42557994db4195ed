/**
 * The body of a report in Markdown, block by block: sections, numbered paragraphs, lists inside lists, tables, notes. Called by
 * read-word.ts with what mammoth read and what the survey knows of each paragraph.
 */
import type { WordQuestion } from "../imported-word.ts";
import { placeOf } from "../preflight/finding.ts";
import type { BlockRead, CellRead, ParagraphRead, Structure, TableRead } from "../structure.ts";
import { type Block, type Paragraph, paragraphsIn, type Surveyed, type Table } from "../surveyed.ts";
import type { Node } from "../xml.ts";
import { isElement } from "../xml.ts";
import type { Headings } from "./headings.ts";
import { type InlineContext, inlineMarkdown } from "./inline-words.ts";
import { type Labelled, Labels, type Role } from "./labels.ts";
import { readsAs } from "./reads-as.ts";
import { gridOf, tableLines } from "./table-markdown.ts";
import { paragraphStart } from "./text-escapes.ts";
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

/** One point of a list that is open while its points are read. */
interface Open {
  readonly level: number;
  readonly indent: number;
  readonly list: string;
  /** How far what belongs to the point is indented in Markdown. */
  readonly inner: number;
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
  /** The list that is being written: its lines, its paragraphs, and the points that are open. */
  private lines: string[] = [];
  private inList: number[] = [];
  private open: Open[] = [];
  /** The kind of the last point at each depth of it. */
  private readonly kinds = new Map<number, string>();

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
        .map((each) => this.inline(each, 0, true).replaceAll(" \\ ", " "))
        .filter((each) => each.trim() !== "")
        .map((each) => each.trim());
      if (words.length > 0)
        this.add(
          `[^${at + 1}]: ${words.join("\n\n    ")}`,
          paragraphs.map(({ number }) => number),
        );
    });
  }

  private paragraph(read: ParagraphRead, fact: Paragraph): void {
    if (fact.isContents || this.asked.taken.has(fact.number)) return;
    if (fact.text.trim() === "" && !read.inline.some(isPicture)) {
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
    else if (!labelled.role && this.goesOnInPoint(fact)) this.moreOfPoint(read, fact);
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
    const start = label === "" ? paragraphStart(words, true) : `${label} ${words}`;
    this.add(`${"#".repeat(Math.min(6, level + 1))} ${start}`, [fact.number]);
  }

  private plain(read: ParagraphRead, fact: Paragraph, { role, typed }: Labelled): void {
    this.endList();
    const words = this.inline(read, typed, false);
    if (role?.kind === "numbered") {
      this.isNumbered = true;
      this.add(`${role.number} ${words}`, [fact.number]);
    } else if (role?.kind === "words") this.add(paragraphStart(`${role.label} ${words}`, false), [fact.number]);
    else this.add(paragraphStart(words, false), [fact.number]);
  }

  private point(read: ParagraphRead, fact: Paragraph, role: Role, typed: number): void {
    const level = fact.label?.level ?? 0;
    const list = fact.label?.list ?? `typed ${role.kind}`;
    while (this.open.length > 0 && !isInside(this.open.at(-1) as Open, { level, list, indent: fact.indent }))
      this.open.pop();
    const outer = this.open.at(-1)?.inner ?? 0;
    const marker = role.kind === "bullet" ? "-" : labelWords(role);
    // Points of another kind at the same depth are another list, which an empty line sets apart.
    const kind = `${role.kind} ${marker.slice(-1)}`;
    if (this.kinds.has(outer) && this.kinds.get(outer) !== kind) this.lines.push("");
    this.kinds.set(outer, kind);
    for (const depth of this.kinds.keys()) if (depth > outer) this.kinds.delete(depth);
    const inner = outer + marker.length + 1;
    const words = paragraphStart(this.inline(read, typed, false), false);
    this.lines.push(indented(`${marker} ${words}`, outer, inner));
    this.inList.push(fact.number);
    this.open.push({ level, list, indent: fact.indent, inner });
  }

  /** A paragraph without a label, as far in as the words of the point before it, goes on in that point. */
  private goesOnInPoint(fact: Paragraph): boolean {
    const point = this.open.at(-1);
    return point !== undefined && fact.indent > 0 && fact.indent >= point.indent;
  }

  private moreOfPoint(read: ParagraphRead, fact: Paragraph): void {
    const { inner } = this.open.at(-1) as Open;
    const words = paragraphStart(this.inline(read, 0, false), false);
    this.lines.push("", indented(words, inner, inner), "");
    this.inList.push(fact.number);
  }

  private endList(): void {
    if (this.lines.length > 0)
      this.add(
        this.lines
          .join("\n")
          .replace(/\n{3,}/g, "\n\n")
          .trimEnd(),
        this.inList,
      );
    this.lines = [];
    this.inList = [];
    this.open = [];
    this.kinds.clear();
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
    const headings = this.headingRows(read, table);
    const grid = gridOf(
      read,
      headings,
      (cell) => this.cell(cell),
      ({ blocks }) =>
        blocks.every((block) => block.kind === "paragraph" && (isEmpty(block) || this.fact(block).isRightAligned)),
    );
    this.add(tableLines(grid).join("\n"), numbers);
  }

  /** How many rows head the columns: those Word repeats on each page, or the first where its style or an officer says so. */
  private headingRows(read: TableRead, table: Table): number {
    if (read.headings.length > 0) return read.headings.length;
    if (read.rows.length < 2) return 0;
    if (table.setsFirstRowApart) return 1;
    const id = `table-${table.number}`;
    if (this.asked.yes.includes(id) || this.asked.yes.includes("tables")) return 1;
    const words = (read.rows[0] ?? []).map((cell) => this.cell(cell).replace(/\*\*/g, "")).filter(Boolean);
    this.questions.push({
      id,
      asks: `Table ${table.number}, whose first row is "${words.join(" | ").slice(0, 100)}": are these the headings of its columns?`,
      ifYes: "The first row becomes the headings of the columns.",
    });
    return 0;
  }

  private cell({ blocks }: CellRead): string {
    return blocks
      .flatMap((block) => (block.kind === "paragraph" ? [block] : cellParagraphs(block)))
      .map((read) => {
        const { label } = this.fact(read);
        const words = this.inline(read, 0, true).trim();
        return [label?.isBullet ? "•" : label?.text, words].filter(Boolean).join(" ");
      })
      .filter((words) => words !== "" && words !== "•")
      .join(" \\ ")
      .replace(/(?<!\\)\|/g, "\\|")
      .replace(/^(\^\^|<<)$/, "\\$1");
  }

  /** The words of a paragraph without the first `typed` of them; without emphasis where Markdown would not read it. */
  private inline(read: ParagraphRead, typed: number, inCell: boolean, hasEmphasis = true): string {
    const nodes = withoutStart(read.inline, typed);
    const write = (emphasis: boolean, note: (what: string) => void) =>
      inlineMarkdown(nodes, { ...this.asked.context, inCell, note }, emphasis);
    const told: string[] = [];
    const written = write(hasEmphasis, (what) => told.push(`${placeOf(this.fact(read))}: ${what}`));
    this.notes.push(...told);
    const plain = hasEmphasis ? write(false, () => {}) : written;
    return written === plain || readsAs(written) === readsAs(plain) ? written : plain;
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

function isPoint(role: Role | null): role is Role {
  return role?.kind === "ordered" || role?.kind === "lettered" || role?.kind === "bullet";
}

function labelWords(role: Role): string {
  if (role.kind === "bullet") return "";
  if (role.kind === "words") return role.label;
  return role.kind === "numbered" ? role.number : role.marker;
}

/** Whether a point is inside the one that is open: deeper in the same list, or further in on the page. */
function isInside(
  open: Open,
  point: { readonly level: number; readonly list: string; readonly indent: number },
): boolean {
  return open.list === point.list ? point.level > open.level : point.indent > open.indent;
}

/** Text whose first line is indented by `first` and whose further lines by `rest`. */
function indented(text: string, first: number, rest: number): string {
  return text
    .split("\n")
    .map((line, at) => (line === "" ? "" : `${" ".repeat(at === 0 ? first : rest)}${line}`))
    .join("\n");
}

function withoutStart(nodes: readonly Node[], typed: number): readonly Node[] {
  let left = typed;
  const cut = (each: Node): Node[] => {
    if (left === 0) return [each];
    if (!isElement(each)) {
      const kept = each.slice(left);
      left = Math.max(0, left - each.length);
      return kept === "" ? [] : [kept];
    }
    return [{ ...each, children: each.children.flatMap(cut) }];
  };
  return nodes.flatMap(cut);
}

function isPicture(node: Node): boolean {
  return isElement(node) && (node.name === "img" || node.children.some(isPicture));
}

function isEmpty({ inline }: ParagraphRead): boolean {
  return inline.every((node) =>
    isElement(node) ? isEmpty({ inline: node.children } as ParagraphRead) && node.name !== "img" : node.trim() === "",
  );
}

function cellParagraphs(table: TableRead): ParagraphRead[] {
  return [...table.headings, ...table.rows].flatMap((row) =>
    row.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : cellParagraphs(block))),
    ),
  );
}

/** Every table with the number of its first paragraph. */
function* tablesIn(blocks: readonly Block[]): Generator<[number, Table]> {
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      yield* tablesIn(block.boxes);
      continue;
    }
    const [first] = paragraphsIn([block]);
    if (first) yield [first.number, block];
    for (const { cells } of block.rows) for (const { blocks: inside } of cells) yield* tablesIn(inside);
  }
}
