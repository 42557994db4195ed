/** Names the letters of a print that readers would see as an empty box. For read-print.ts. */
import type { DrawnPage } from "./page-content.ts";

/** Letters that no font has a shape for. A box that does not say what it stands for is looked for among the words. */
export function missingLetters(drawn: readonly DrawnPage[], words: string, known: ReadonlySet<string>): string[] {
  const found = new Set(drawn.flatMap(({ missing }) => [...missing]));
  const isUnnamed = found.delete("");
  const letters = new Set([...found].map((hex) => Buffer.from(hex, "hex").swap16().toString("utf16le").slice(1)));
  if (isUnnamed)
    for (const letter of new Set(words)) {
      const hex = Buffer.from(letter, "utf16le").swap16().toString("hex").toUpperCase();
      if (letter.trim() !== "" && !known.has(hex)) letters.add(letter);
    }
  return [...letters].sort();
}

/** What a document says, roughly: enough to find a letter in. */
export function wordsOf(html: string): string {
  return html
    .slice(Math.max(0, html.indexOf("</head>")))
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&[a-z]+;/g, "");
}
