/**
 * The fonts of several prints as few fonts: subsets of one font become one, checked glyph by glyph, so that no letter is
 * drawn otherwise than its print drew it. For assemble.ts.
 */
import { dict, name, type PdfObject, type PdfRef, PdfString } from "../pdf/objects.ts";
import { JoinedFont, readTrueType } from "../pdf/true-type.ts";
import type { PdfWriter } from "../pdf/write-file.ts";
import type { KeptFont } from "../printing/kept-print.ts";
import { writeUnicode } from "../printing/unicode-map.ts";

interface Family {
  readonly first: KeptFont;
  readonly ref: PdfRef;
  readonly joined: JoinedFont;
  readonly glyphs: Set<number>;
  readonly unicode: Map<number, string>;
}

/** Writes the fonts; for each print, and each of its fonts in order, gives the reference. */
export function joinFonts(writer: PdfWriter, prints: readonly (readonly KeptFont[])[]): PdfRef[][] {
  const families = new Map<string, Family[]>();
  const refs = prints.map((fonts) => fonts.map((font) => familyOf(writer, families, font).ref));
  [...families.values()].flat().forEach((family, index) => {
    write(writer, family, index);
  });
  return refs;
}

/** The first font of this name that has its glyphs as this one has them; else a new one. */
function familyOf(writer: PdfWriter, families: Map<string, Family[]>, font: KeptFont): Family {
  const key = `${font.name} ${font.identity}`;
  const known = families.get(key) ?? [];
  families.set(key, known);
  const program = readTrueType(font.program);
  let family = known.find(({ joined }) => joined.add(program));
  if (!family) {
    family = { first: font, ref: writer.reserve(), joined: new JoinedFont(), glyphs: new Set(), unicode: new Map() };
    family.joined.add(program);
    known.push(family);
  }
  for (const glyph of font.glyphs) family.glyphs.add(glyph);
  for (const [glyph, hex] of font.unicode) {
    // A glyph may stand for a space here and a hard space there; the plainer is read.
    const before = family.unicode.get(glyph);
    if (before === undefined || hex < before) family.unicode.set(glyph, hex);
  }
  return family;
}

function write(writer: PdfWriter, { first, ref, joined, glyphs, unicode }: Family, index: number): void {
  const bytes = joined.file(glyphs);
  const base = name(`${tagOf(index)}+${first.name}`);
  const [ascent, descent, capitals, stems] = first.measures;
  const program = writer.addPacked(dict({ Length1: bytes.length }), bytes);
  const descriptor = writer.add(
    dict({
      Type: name("FontDescriptor"),
      FontName: base,
      Flags: first.flags,
      Ascent: ascent,
      Descent: descent,
      CapHeight: capitals,
      StemV: stems,
      ItalicAngle: first.italicAngle,
      FontBBox: first.box,
      FontFile2: program,
    }),
  );
  const descendant = writer.add(
    dict({
      Type: name("Font"),
      Subtype: name("CIDFontType2"),
      BaseFont: base,
      FontDescriptor: descriptor,
      CIDToGIDMap: name("Identity"),
      CIDSystemInfo: dict({ Registry: new PdfString("Adobe"), Ordering: new PdfString("Identity"), Supplement: 0 }),
      DW: 0,
      W: widths(
        joined,
        [...glyphs].sort((a, b) => a - b),
      ),
    }),
  );
  const map = writer.addPacked(new Map(), Buffer.from(writeUnicode(unicode), "latin1"));
  writer.put(
    ref.number,
    dict({
      Type: name("Font"),
      Subtype: name("Type0"),
      BaseFont: base,
      Encoding: name("Identity-H"),
      DescendantFonts: [descendant],
      ToUnicode: map,
    }),
  );
}

/** Widths by runs of neighbouring glyphs, of those that are drawn and no others. */
function widths(font: JoinedFont, glyphs: readonly number[]): PdfObject {
  const runs: PdfObject[] = [];
  let row: number[] = [];
  let last = -2;
  for (const glyph of glyphs) {
    if (glyph !== last + 1) {
      row = [];
      runs.push(glyph, row);
    }
    row.push(font.width(glyph));
    last = glyph;
  }
  return runs;
}

/** Six letters that mark the font as a subset. */
function tagOf(index: number): string {
  return Array.from({ length: 6 }, (_, place) => String.fromCharCode(65 + (Math.floor(index / 26 ** place) % 26))).join(
    "",
  );
}
