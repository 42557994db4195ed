/**
 * The proof that an import lost nothing and made nothing up: the words, numbers and cells that a Word file shows, counted against
 * those of the report as it is rendered. Called by read-word.ts.
 */
import { renderPaper } from "../markdown/render.ts";
import type { Problem } from "../model/problem.ts";
import { blockTokens, cellTokens, difference, renderedWords } from "./counting.ts";
import type { Form } from "./form.ts";
import type { PaperBlocks } from "./paper/paper-blocks.ts";
import type { WordPaper } from "./paper/word-paper.ts";
import { shortened } from "./preflight/finding.ts";
import { type Block, type Paragraph, paragraphsIn, type Surveyed } from "./surveyed.ts";
import { visibleWords } from "./visible-words.ts";
import type { WordDocument } from "./word-document.ts";

/** The words of the file against those of the report as it is rendered. */
export function prove(
  document: WordDocument,
  surveyed: Surveyed,
  form: Form,
  { tables }: Pick<PaperBlocks, "tables">,
  body: string,
  numbering: "typed" | "none",
  file: string,
): { problems: Problem[]; counted: WordPaper["counted"] } {
  const words = visibleWords(document);
  const byElement = new Map(surveyed.paragraphs.map((each) => [each.element, each]));
  const cells = [...cellsOf(surveyed.body, tables)].map((blocks) => [...paragraphsIn(blocks)]);
  const inCells = new Set(cells.flat());
  // In a cell a number or bullet is words, even where none follow; elsewhere it is a mark of the paragraph, and goes with it.
  const wordsIn = (paragraph: Paragraph | undefined, text: string): string => {
    const inCell = paragraph !== undefined && inCells.has(paragraph);
    if (text.trim() === "" && !inCell) return "";
    const label = paragraph?.label?.isBullet ? (inCell ? "•" : "") : (paragraph?.label?.text ?? "");
    return `${label} ${text.trim()}`.trim();
  };
  const inWord = [...words].flatMap(([element, text]) => {
    const paragraph = byElement.get(element);
    return paragraph && form.taken.has(paragraph.number) ? [] : blockTokens(wordsIn(paragraph, text));
  });
  const cellsInWord = cellTokens(
    cells.map((all) => all.map((each) => wordsIn(each, words.get(each.element) ?? "")).join(" ")),
  );
  const html = renderPaper(body, { numbering, forPrint: true, chart: () => "", image: (image) => image });
  const rendered = renderedWords(html);
  const ofWords = difference(inWord, rendered.words);
  const ofCells = difference(cellsInWord, rendered.cells);
  const problems: Problem[] = [];
  const say = (what: string, list: readonly string[]) => {
    if (list.length > 0)
      problems.push({
        rule: "word-not-equal",
        severity: "error",
        file,
        line: 1,
        column: 1,
        message: `${what}: ${list
          .slice(0, 12)
          .map((each) => `"${shortened(each, 12)}"`)
          .join(", ")}${list.length > 12 ? ` and ${list.length - 12} more` : ""}.`,
        mend: "This is a fault of Clear Days, so nothing was written: please report it, with the file if it may be shown. Until then, type what stands around these words again in Word, as plain paragraphs.",
      });
  };
  say("The Word file shows words that the report would lose", ofWords.lost);
  say("The report would have words that the Word file does not show", ofWords.added);
  if (problems.length === 0) {
    say("The Word file has cells of tables that the report would not have", ofCells.lost);
    say("The report would have cells of tables that the Word file has not", ofCells.added);
  }
  return { problems, counted: { words: inWord.length, cells: cellsInWord.length } };
}

/** The cells of the tables that stay tables. */
function* cellsOf(blocks: readonly Block[], tables: ReadonlySet<number>): Generator<readonly Block[]> {
  for (const block of blocks)
    if (block.kind === "paragraph") yield* cellsOf(block.boxes, tables);
    else
      for (const { cells } of block.rows)
        for (const cell of cells)
          if (tables.has(block.number)) yield cell.blocks;
          else yield* cellsOf(cell.blocks, tables);
}
