/** Tables with more columns than Word allows: no Word wrote them, and they would fill the machine. */
import { type Block, paragraphsIn, type Surveyed, type Table } from "../surveyed.ts";
import type { Finding, PreflightRule } from "./finding.ts";

const MOST_COLUMNS = 63;

export const wideTables: PreflightRule = {
  names: ["word-wide-table"],
  look: (_document, surveyed) =>
    [...tablesIn(allBlocks(surveyed))].filter(isTooWide).map(
      (table): Finding => ({
        rule: "word-wide-table",
        paragraph: paragraphsIn([table]).next().value ?? null,
        message: `its table has more than ${MOST_COLUMNS} columns, which is more than Word allows.`,
        mend: "Divide the table into several, or give it as an appendix, as PDF.",
      }),
    ),
};

function allBlocks({ body, notes, headersAndFooters }: Surveyed): Block[] {
  return [...body, ...[...notes.values()].flat(), ...headersAndFooters];
}

function* tablesIn(blocks: readonly Block[]): Generator<Table> {
  for (const block of blocks)
    if (block.kind === "paragraph") yield* tablesIn(block.boxes);
    else {
      yield block;
      for (const { cells } of block.rows) for (const cell of cells) yield* tablesIn(cell.blocks);
    }
}

function isTooWide({ rows }: Table): boolean {
  return rows.some(
    ({ cells, before, after }) => cells.reduce((sum, { width }) => sum + width, before + after) > MOST_COLUMNS,
  );
}
