/** Whether the page map is right: every block's words, as its Markdown has them, on the pages it gives. For generated packs. */
import { loadCouncil } from "../scripts/load/council.ts";
import { readBody } from "../scripts/load/document.ts";
import { blockTexts } from "../scripts/markdown/paper-text.ts";

/** A block with its first and last page, as the page map has it. */
export interface MappedBlock {
  readonly anchor: string;
  readonly first: number;
  readonly last: number;
}

/** Letters as they are compared: without spaces, numbers and signs, which print and Markdown set differently. */
export const bare = (words: string) => words.replace(/[^\p{L}]/gu, "");

/** `pages` is the text of every page, from page 1. */
export function mapFaults(
  root: string,
  papers: readonly { readonly id: string; readonly blocks: readonly MappedBlock[] }[],
  pages: readonly string[],
): { faults: string[]; compared: number } {
  const { council } = loadCouncil(root, { drafts: false });
  const reports =
    council?.meetings.flatMap((meeting) => meeting.issued.flatMap(({ papers: own }) => own.reports)) ?? [];
  const printed = pages.map(bare);
  const faults: string[] = [];
  let compared = 0;
  for (const { id, blocks } of papers) {
    const report = reports.find((each) => each.id === id);
    if (!report) throw new Error(`${id} was not issued`);
    // The words of notes stand at the end, and belong to no block.
    const body = readBody(root, report).replace(/^\[\^\w+\]:.*$/gm, "");
    const texts = blockTexts(body, report.outline.numbering);
    if (texts.length !== blocks.length) faults.push(`${id} has ${texts.length} blocks, and the map ${blocks.length}`);
    for (const { anchor, first, last } of blocks) {
      const own = texts.find((each) => each.anchor === anchor);
      // Charts and pictures are drawn.
      if (!own || own.kind === "chart" || own.kind === "image") continue;
      const begins = bare(own.text).slice(0, 45);
      if (begins === "") faults.push(`${id} ${anchor} has no words`);
      if (!printed[first - 1]?.includes(begins)) faults.push(`${id} ${anchor} does not begin on page ${first}`);
      // A table ends with its last cell; an item of a list with the last of the items inside it.
      const inside = own.kind === "list" ? texts.filter((each) => each.anchor.startsWith(`${anchor}-`)) : [];
      const isThere =
        own.kind === "table"
          ? pages[last - 1]?.includes(own.text.split(" | ").at(-1) ?? "")
          : printed[last - 1]?.includes(bare((inside.at(-1) ?? own).text).slice(-15));
      if (!isThere) faults.push(`${id} ${anchor} does not end on page ${last}`);
      compared += 1;
    }
  }
  return { faults, compared };
}
