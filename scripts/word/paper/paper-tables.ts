/** The tables of a report: which rows head the columns, and each cell's words. Called by paper-blocks.ts. */
import type { WordQuestion } from "../imported-word.ts";
import type { CellRead, ParagraphRead, TableRead } from "../structure.ts";
import { type Block, type Paragraph, paragraphsIn, type Table } from "../surveyed.ts";
import { isEmpty } from "./paragraph-words.ts";
import { gridOf, tableLines } from "./table-markdown.ts";
import { escaped } from "./text-escapes.ts";

/** What is known of a paragraph, and its words as they stand in a cell. */
export interface CellWords {
  readonly fact: (read: ParagraphRead) => Paragraph;
  readonly inCell: (read: ParagraphRead, hasEmphasis: boolean) => string;
}

/** The table as Markdown, and the question it leaves. `yes` are the ids of the questions that were answered with yes. */
export function paperTable(
  read: TableRead,
  table: Table,
  yes: readonly string[],
  words: CellWords,
): { readonly markdown: string; readonly question: WordQuestion | null } {
  const { headings, question } = headingRows(read, table, yes, words);
  const grid = gridOf(
    read,
    headings,
    // A heading of a column is bold by being one.
    (cell, isHeading) => cellMarkdown(cell, words, !isHeading),
    (cell) => isRight(cell, words),
  );
  return { markdown: tableLines(grid).join("\n"), question };
}

/** Whether everything in a cell stands at the right; null for an empty one. */
function isRight({ blocks }: CellRead, { fact }: CellWords): boolean | null {
  const said = blocks.filter((block) => block.kind === "table" || !isEmpty(block) || fact(block).label !== null);
  if (said.length === 0) return null;
  return said.every((block) => block.kind === "paragraph" && fact(block).isRightAligned);
}

/** How many rows head the columns: those Word repeats on each page, or the first where its style or an officer says so. */
function headingRows(
  read: TableRead,
  table: Table,
  yes: readonly string[],
  words: CellWords,
): { readonly headings: number; readonly question: WordQuestion | null } {
  const headings = (count: number) => ({ headings: count, question: null });
  // Where Word repeats every row, none of them is below the headings.
  if (read.headings.length > 0) return headings(read.rows.length > 0 ? read.headings.length : 1);
  if (read.rows.length < 2) return headings(0);
  if (table.setsFirstRowApart) return headings(1);
  const id = `table-${table.number}`;
  if (yes.includes(id) || yes.includes("tables")) return headings(1);
  const first = (read.rows[0] ?? []).map((cell) => cellMarkdown(cell, words, false)).filter(Boolean);
  const question = {
    id,
    asks: `Table ${table.number}, whose first row is "${first.join(" | ").slice(0, 100)}": are these the headings of its columns?`,
    ifYes: "The first row becomes the headings of the columns.",
  };
  return { headings: 0, question };
}

function cellMarkdown({ blocks }: CellRead, words: CellWords, hasEmphasis: boolean): string {
  return (
    blocks
      .flatMap((block) => (block.kind === "paragraph" ? [block] : cellParagraphs(block)))
      .map((read) => {
        const { label } = words.fact(read);
        const said = label?.isBullet ? "•" : escaped(label?.text ?? "", true);
        return [said, cellLines(words.inCell(read, hasEmphasis)).join(" \\ ")].filter(Boolean).join(" ");
      })
      .filter((line) => line !== "" && line !== "•")
      .join(" \\ ")
      .replace(/^(\^\^|<<)$/, "\\$1")
      // A row of hyphens alone would be taken for the line under the headings.
      .replace(/^(:?-+:?)$/, "\\$1")
  );
}

/** The lines between breaks, without those that say nothing. */
function cellLines(words: string): string[] {
  return words
    .split("\\\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Every paragraph of a table, with those of the tables in it. */
export function cellParagraphs(table: TableRead): ParagraphRead[] {
  return [...table.headings, ...table.rows].flatMap((row) =>
    row.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : cellParagraphs(block))),
    ),
  );
}

/** Every table with the number of its first paragraph. */
export function* tablesIn(blocks: readonly Block[]): Generator<[number, Table]> {
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
