/**
 * A small sound PDF that stands in for a printed pack or a supplied appendix: one tagged page with its title and some
 * made-up lines, in 1 to 3 KB, whatever number of pages the record counts. Called by what makes up the archive of the
 * bench, which prints nothing; nothing that reads an archive opens a pack.
 */
import type { Draws } from "./draws.ts";
import { sentence } from "./made-up-words.ts";

/** The bytes of the PDF. The same title and draws give the same bytes. */
export function standInPdf(title: string, draws: Draws): Uint8Array {
  const lines = Array.from({ length: draws.whole(4, 18) }, () => sentence(draws).slice(0, 90));
  const shown = [title.slice(0, 70), ...lines].map((line) => `(${plain(line)}) Tj T*`).join("\n");
  const content = `/P <</MCID 0>> BDC\nBT\n/F1 11 Tf\n14 TL\n60 780 Td\n${shown}\nET\nEMC`;
  const objects = [
    `<</Type /Catalog /Pages 2 0 R /Lang (en-GB) /MarkInfo <</Marked true>> /StructTreeRoot 6 0 R /ViewerPreferences <</DisplayDocTitle true>>>>`,
    `<</Type /Pages /Kids [3 0 R] /Count 1>>`,
    `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 4 0 R>>>> /Contents 5 0 R /StructParents 0>>`,
    `<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    `<</Type /StructTreeRoot /K 7 0 R /ParentTree 8 0 R>>`,
    `<</Type /StructElem /S /Document /P 6 0 R /K 9 0 R>>`,
    `<</Nums [0 [9 0 R]]>>`,
    `<</Type /StructElem /S /P /P 7 0 R /Pg 3 0 R /K 0>>`,
    `<</Title (${plain(title)})>>`,
  ];
  return Buffer.from(fileOf(objects), "latin1");
}

function fileOf(objects: readonly string[]): string {
  let file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const places: number[] = [];
  for (const [at, object] of objects.entries()) {
    places.push(file.length);
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size} /Root 1 0 R /Info ${objects.length} 0 R>>\nstartxref\n${table}\n%%EOF\n`;
}

/** Letters that every reader's own font has, with the three that a PDF reads as its own marks taken out. */
function plain(words: string): string {
  return words
    .replace(/[’‘]/g, "'")
    .replace(/[^\x20-\x7e£]/g, "")
    .replace(/[\\()]/g, "");
}
