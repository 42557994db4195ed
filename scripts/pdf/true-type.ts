/**
 * Reads the subsets of a TrueType font that prints bring, and joins those of one font into one. Chromium keeps a font's
 * own glyph numbers in its subsets, so a glyph has one number in all of them. Used by fonts of a pack.
 */
import { createHash } from "node:crypto";

export interface TrueType {
  readonly unitsPerEm: number;
  readonly tables: ReadonlyMap<string, Uint8Array>;
  /** The outline of each glyph that is there; empty for one that draws nothing or was left out. */
  readonly outlines: readonly Uint8Array[];
  /** Advance and left side bearing, in the font's units. */
  readonly metrics: readonly { readonly advance: number; readonly bearing: number }[];
}

/** Tables that belong to the font as a whole, the same in each of its subsets. */
const WHOLE = ["cvt ", "fpgm", "prep"] as const;

/** Reads a font. Throws an Error where it is not a TrueType font with outlines. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const tables = new Map<string, Uint8Array>();
  for (let at = 0; at < view.getUint16(4); at++) {
    const entry = 12 + 16 * at;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const offset = view.getUint32(entry + 8);
    tables.set(tag, bytes.subarray(offset, offset + view.getUint32(entry + 12)));
  }
  const table = (tag: string): DataView => {
    const found = tables.get(tag);
    if (!found) throw new Error(`The font has no table ${tag}`);
    return new DataView(found.buffer, found.byteOffset, found.length);
  };
  const head = table("head");
  const count = table("maxp").getUint16(4);
  const long = head.getInt16(50) === 1;
  const loca = table("loca");
  const place = (glyph: number): number => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  const glyf = tables.get("glyf") ?? new Uint8Array();
  const outlines = Array.from({ length: count }, (_, glyph) => glyf.subarray(place(glyph), place(glyph + 1)));
  const hmtx = table("hmtx");
  const widths = table("hhea").getUint16(34);
  const metrics = Array.from({ length: count }, (_, glyph) => {
    const own = Math.min(glyph, widths - 1);
    return {
      advance: hmtx.getUint16(4 * own),
      bearing: glyph < widths ? hmtx.getInt16(4 * glyph + 2) : hmtx.getInt16(4 * widths + 2 * (glyph - widths)),
    };
  });
  return { unitsPerEm: head.getUint16(18), tables, outlines, metrics };
}

/** What tells two fonts of one name apart: all that their subsets share. */
export function fontIdentity({ tables, unitsPerEm }: TrueType): string {
  const hash = createHash("sha256").update(String(unitsPerEm));
  for (const tag of WHOLE) hash.update(`${tag}${tables.get(tag)?.length ?? 0}`).update(tables.get(tag) ?? "");
  // Version, revision and the day it was made; what follows may differ by subset.
  hash.update((tables.get("head") ?? new Uint8Array()).subarray(4, 8));
  hash.update((tables.get("head") ?? new Uint8Array()).subarray(16, 36));
  return hash.digest("hex").slice(0, 16);
}

/** One font being joined from its subsets. */
export class JoinedFont {
  private readonly subsets: TrueType[] = [];
  /** The subset that draws each glyph. */
  private readonly drawnBy: (TrueType | undefined)[] = [];

  /** Adds a subset. Refuses, with false, one that draws a glyph otherwise than those before it, or sets it wider. */
  add(font: TrueType): boolean {
    for (let glyph = 0; glyph < font.outlines.length; glyph++) {
      const known = this.drawnBy[glyph];
      if (!known || !has(font, glyph)) continue;
      if (known.metrics[glyph]?.advance !== font.metrics[glyph]?.advance) return false;
      const [mine, theirs] = [known.outlines[glyph], font.outlines[glyph]];
      // An empty outline beside a full one is a glyph that one subset left out but for its width.
      if (mine?.length && theirs?.length && Buffer.compare(mine, theirs) !== 0) return false;
    }
    for (let glyph = 0; glyph < font.outlines.length; glyph++) {
      const known = this.drawnBy[glyph];
      if (has(font, glyph) && (!known || (known.outlines[glyph]?.length ?? 0) === 0)) this.drawnBy[glyph] = font;
    }
    this.subsets.push(font);
    return true;
  }

  /** Thousandths of its size that a glyph takes: the font's own, which lines were set with. */
  width(glyph: number): number {
    const font = this.drawnBy[glyph];
    return font ? ((font.metrics[glyph]?.advance ?? 0) * 1000) / font.unitsPerEm : 0;
  }

  /** The font file, with these glyphs and what they are composed of. */
  file(glyphs: Iterable<number>): Uint8Array {
    const [first] = this.subsets;
    if (!first) throw new Error("There is no font to join");
    const wanted = new Set([0, ...glyphs]);
    for (const glyph of wanted) for (const part of componentsOf(this.drawnBy[glyph]?.outlines[glyph])) wanted.add(part);
    const count = Math.max(...wanted) + 1;
    const tables = new Map<string, Uint8Array>();
    for (const tag of WHOLE) {
      const table = first.tables.get(tag);
      if (table) tables.set(tag, table);
    }
    const loca = new DataView(new ArrayBuffer(4 * (count + 1)));
    const hmtx = new DataView(new ArrayBuffer(4 * count));
    const glyf: Uint8Array[] = [];
    let length = 0;
    for (let glyph = 0; glyph < count; glyph++) {
      loca.setUint32(4 * glyph, length);
      const font = wanted.has(glyph) ? this.drawnBy[glyph] : undefined;
      if (!font) continue;
      hmtx.setUint16(4 * glyph, font.metrics[glyph]?.advance ?? 0);
      hmtx.setInt16(4 * glyph + 2, font.metrics[glyph]?.bearing ?? 0);
      const outline = font.outlines[glyph] ?? new Uint8Array();
      const padded = new Uint8Array((outline.length + 3) & ~3);
      padded.set(outline);
      glyf.push(padded);
      length += padded.length;
    }
    loca.setUint32(4 * count, length);
    tables.set("glyf", Buffer.concat(glyf));
    tables.set("loca", new Uint8Array(loca.buffer));
    tables.set("hmtx", new Uint8Array(hmtx.buffer));
    tables.set("head", headOf(this.subsets));
    tables.set(
      "hhea",
      changed(first.tables.get("hhea"), (view) => view.setUint16(34, count)),
    );
    tables.set("maxp", maximaOf(this.subsets, count));
    return writeTables(tables);
  }
}

/** The glyph is drawn here: it has an outline, or an advance and none. */
function has(font: TrueType, glyph: number): boolean {
  return (font.outlines[glyph]?.length ?? 0) > 0 || (font.metrics[glyph]?.advance ?? 0) > 0;
}

/** The glyphs that an outline is put together from; none where it is drawn by itself. */
function componentsOf(outline: Uint8Array | undefined): number[] {
  const found: number[] = [];
  if (!outline || outline.length < 10) return found;
  const view = new DataView(outline.buffer, outline.byteOffset, outline.length);
  if (view.getInt16(0) >= 0) return found;
  for (let at = 10; ; ) {
    const flags = view.getUint16(at);
    found.push(view.getUint16(at + 2));
    // Each flag says what follows the component's number: where it is put, and how it is turned or scaled.
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    if (!(flags & 0x20)) return found;
  }
}

/** The first font's head, with the widest box of all, and long offsets. */
function headOf(fonts: readonly TrueType[]): Uint8Array {
  const heads = fonts.map(({ tables }) => {
    const table = tables.get("head") ?? new Uint8Array(54);
    return new DataView(table.buffer, table.byteOffset, table.length);
  });
  return changed(fonts[0]?.tables.get("head"), (view) => {
    view.setUint32(8, 0);
    for (const at of [36, 38]) view.setInt16(at, Math.min(...heads.map((head) => head.getInt16(at))));
    for (const at of [40, 42]) view.setInt16(at, Math.max(...heads.map((head) => head.getInt16(at))));
    view.setInt16(50, 1);
  });
}

/** How much a reader must make room for: the most that any subset asks. */
function maximaOf(fonts: readonly TrueType[], count: number): Uint8Array {
  const all = fonts.map(({ tables }) => tables.get("maxp") ?? new Uint8Array(6));
  return changed(all[0], (view) => {
    for (let at = 6; at + 1 < view.byteLength; at += 2)
      view.setUint16(
        at,
        Math.max(...all.map((each) => new DataView(each.buffer, each.byteOffset, each.length).getUint16(at))),
      );
    view.setUint16(4, count);
  });
}

function changed(table: Uint8Array | undefined, change: (view: DataView) => void): Uint8Array {
  const copy = new Uint8Array(table ?? []);
  change(new DataView(copy.buffer));
  return copy;
}

/** A font file of these tables, with their sums. */
export function writeTables(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const head = Buffer.alloc(12 + 16 * tags.length);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(tags.length, 4);
  head.writeUInt16BE(16 * power, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(16 * (tags.length - power), 10);
  const parts: Uint8Array[] = [head];
  let offset = head.length;
  tags.forEach((tag, index) => {
    const table = tables.get(tag) as Uint8Array;
    const padded = new Uint8Array((table.length + 3) & ~3);
    padded.set(table);
    head.write(tag, 12 + 16 * index, "latin1");
    head.writeUInt32BE(checksum(padded), 16 + 16 * index);
    head.writeUInt32BE(offset, 20 + 16 * index);
    head.writeUInt32BE(table.length, 24 + 16 * index);
    parts.push(padded);
    offset += padded.length;
  });
  const file = Buffer.concat(parts);
  const entry = tags.indexOf("head");
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, head.readUInt32BE(20 + 16 * entry) + 8);
  return file;
}

function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let sum = 0;
  for (let at = 0; at + 3 < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
