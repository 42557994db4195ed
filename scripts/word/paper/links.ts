/** Links from one place of a report to another, made to lead to the paragraph's permanent anchor. Called by read-word.ts. */
import { readOutline } from "../../markdown/outline.ts";
import { BOOKMARK } from "../plain-docx.ts";
import type { Surveyed } from "../surveyed.ts";
import type { Chunk } from "./word-paper.ts";

const LINK = new RegExp(`\\[((?:[^\\[\\]\\\\]|\\\\.)*)\\]\\(${BOOKMARK}([^)]*)\\)`, "g");

/** The chunks with their inner links settled, and what is said of those that lead nowhere, whose words stay. */
export function withLinks(
  chunks: readonly Chunk[],
  { paragraphs }: Surveyed,
  numbering: "typed" | "none",
): { chunks: Chunk[]; lost: string[] } {
  const lost: string[] = [];
  if (!chunks.some(({ markdown }) => markdown.includes(`](${BOOKMARK}`))) return { chunks: [...chunks], lost };
  const at = new Map<string, number>();
  for (const { number, pieces } of paragraphs)
    for (const piece of pieces) if (piece.kind === "bookmark") at.set(piece.name, number);
  const anchors = anchorsOf(chunks, numbering);
  const settled = chunks.map(({ markdown, paragraphs: its }) => ({
    paragraphs: its,
    markdown: markdown.replace(LINK, (_, words: string, name: string) => {
      const anchor = anchors.get(at.get(decodeURIComponent(name)) ?? -1);
      if (anchor !== undefined) return `[${words}](#${anchor})`;
      lost.push(`A link ("${words.slice(0, 40)}") leads to a place that is not in the report; its words stay.`);
      return words;
    }),
  }));
  return { chunks: settled, lost };
}

/** The anchor of the chunk that each paragraph is in. */
function anchorsOf(chunks: readonly Chunk[], numbering: "typed" | "none"): Map<number, string> {
  const body = chunks.map(({ markdown }) => markdown).join("\n\n");
  const { blocks } = readOutline(body, 0, numbering).outline;
  const byLine = new Map<number, string>();
  for (const { line, anchor } of blocks) if (!byLine.has(line)) byLine.set(line, anchor);
  const anchors = new Map<number, string>();
  let line = 0;
  for (const { markdown, paragraphs } of chunks) {
    const anchor = byLine.get(line);
    for (const number of paragraphs) if (anchor !== undefined) anchors.set(number, anchor);
    line += markdown.split("\n").length + 1;
  }
  return anchors;
}
