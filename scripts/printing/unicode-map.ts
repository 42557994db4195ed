/** What each glyph of a font stands for: reads Chromium's map, and writes a pack's. For print-resources.ts and merging. */
import { NotUnderstood } from "../pdf/parse.ts";

/** A map's pairs of glyph and UTF-16 in hexadecimal. */
export function readUnicode(map: string): [number, string][] {
  const pairs: [number, string][] = [];
  for (const [, kind, body = ""] of map.matchAll(/begin(bfchar|bfrange)\n([\s\S]*?)endbf(?:char|range)/g)) {
    for (const line of body.trim().split("\n")) {
      const words = [...line.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, hex = ""]) => hex.toUpperCase());
      const [first = "", second = "", third] = words;
      if (kind === "bfchar" && words.length === 2) pairs.push([Number.parseInt(first, 16), second]);
      else if (kind === "bfrange" && third && words.length === 3) {
        const [from, to] = [Number.parseInt(first, 16), Number.parseInt(second, 16)];
        for (let glyph = from; glyph <= to; glyph++) pairs.push([glyph, counted(third, glyph - from)]);
      } else throw new NotUnderstood("a font's map of letters");
    }
  }
  return pairs;
}

/** The last unit of `hex` counted on by `more`. */
function counted(hex: string, more: number): string {
  const last = Number.parseInt(hex.slice(-4), 16) + more;
  return hex.slice(0, -4) + last.toString(16).toUpperCase().padStart(4, "0");
}

/** The map as a PDF has it, for glyphs of two bytes. */
export function writeUnicode(pairs: ReadonlyMap<number, string>): string {
  const lines = [...pairs]
    .sort(([a], [b]) => a - b)
    .map(([glyph, hex]) => `<${glyph.toString(16).toUpperCase().padStart(4, "0")}> <${hex}>`);
  const blocks: string[] = [];
  // A block holds a hundred pairs at most.
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join("\n")}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}
