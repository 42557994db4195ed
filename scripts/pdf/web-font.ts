/** Opens a font as the web has it (WOFF), so that numbers can be stamped with the type that pages are set in. */
import { inflateSync } from "node:zlib";
import { readTrueType, type TrueType, writeTables } from "./true-type.ts";

export interface OpenedFont {
  readonly font: TrueType;
  readonly bytes: Uint8Array;
  /** The glyph of a character; 0 where the font has none. */
  readonly glyphOf: (character: string) => number;
}

/** Opens a WOFF file of TrueType outlines. Throws an Error where it is none. */
export function openWebFont(woff: Uint8Array): OpenedFont {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.length);
  if (view.getUint32(0) !== 0x774f4646) throw new Error("The font is not a WOFF file");
  const tables = new Map<string, Uint8Array>();
  for (let at = 0; at < view.getUint16(12); at++) {
    const entry = 44 + 20 * at;
    const [offset, packed, whole] = [4, 8, 12].map((more) => view.getUint32(entry + more)) as [number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    tables.set(String.fromCharCode(...woff.subarray(entry, entry + 4)), packed < whole ? inflateSync(bytes) : bytes);
  }
  const bytes = writeTables(tables);
  const map = characterMap(tables.get("cmap") ?? new Uint8Array());
  return { font: readTrueType(bytes), bytes, glyphOf: (character) => map.get(character.codePointAt(0) ?? 0) ?? 0 };
}

/** Glyphs by character, from the map for the characters of every day's writing (format 4). */
function characterMap(table: Uint8Array): Map<number, number> {
  const view = new DataView(table.buffer, table.byteOffset, table.length);
  const map = new Map<number, number>();
  for (let each = 0; each < view.getUint16(2); each++) {
    const at = view.getUint32(8 + 8 * each);
    if (view.getUint16(at) !== 4) continue;
    const segments = view.getUint16(at + 6);
    for (let segment = 0; segment < segments; segment += 2) {
      const last = view.getUint16(at + 14 + segment);
      const first = view.getUint16(at + 16 + segments + segment);
      const delta = view.getUint16(at + 16 + 2 * segments + segment);
      const place = at + 16 + 3 * segments + segment;
      const range = view.getUint16(place);
      for (let character = first; character <= last && character < 0xffff; character++) {
        const glyph = range === 0 ? character : view.getUint16(place + range + 2 * (character - first));
        if (glyph !== 0) map.set(character, (glyph + delta) & 0xffff);
      }
    }
  }
  return map;
}
