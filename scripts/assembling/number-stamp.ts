/** Stamps a page's number at its foot, as an artifact: it is the pack's, not the paper's. For assemble.ts. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { deflateSync } from "node:zlib";
import { dict, name, numberText, type PdfRef, PdfStream } from "../pdf/objects.ts";
import { fontIdentity } from "../pdf/true-type.ts";
import { type OpenedFont, openWebFont } from "../pdf/web-font.ts";
import type { PdfWriter } from "../pdf/write-file.ts";
import type { KeptFont } from "../printing/kept-print.ts";

const FILE = "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff";
/** From the page's right and lower edges, in points. */
const RIGHT = 56.7;
const BOTTOM = 28;

let opened: OpenedFont | null = null;

export class NumberStamp {
  /** What commands call the font. No print of Chromium's has a name like it. */
  readonly name = "Number";
  private readonly type: OpenedFont;
  private readonly size: number;

  /** `size` in points. */
  constructor(size = 9) {
    this.size = size;
    opened ??= openWebFont(readFileSync(createRequire(import.meta.url).resolve(FILE)));
    this.type = opened;
  }

  /** The font, with the glyphs that these labels want. */
  font(labels: readonly string[]): KeptFont {
    const { font, bytes, glyphOf } = this.type;
    const letters = [...new Set(labels.map(stampOf).join(""))];
    return {
      name: "AtkinsonHyperlegibleNext-SemiBold",
      identity: fontIdentity(font),
      program: bytes,
      glyphs: letters.map(glyphOf),
      unicode: letters.map((letter) => [glyphOf(letter), hexOf(letter.codePointAt(0) ?? 0)]),
      flags: 4,
      italicAngle: 0,
      measures: [984, -316, 668, 180],
      box: [-68, -201, 989, 880],
    };
  }

  write(writer: PdfWriter, label: string, page: { readonly width: number }): PdfRef {
    const { font, glyphOf } = this.type;
    const glyphs = [...stampOf(label)].map(glyphOf);
    const width = glyphs.reduce((sum, glyph) => sum + (font.metrics[glyph]?.advance ?? 0), 0) / font.unitsPerEm;
    const left = numberText(Math.round((page.width - RIGHT - width * this.size) * 100) / 100);
    const hex = glyphs.map(hexOf).join("");
    const commands = `/Artifact<</Type/Pagination/Subtype/Footer>>BDC BT .3 g /${this.name} ${this.size} Tf ${left} ${BOTTOM} Td <${hex}>Tj ET EMC`;
    return writer.add(new PdfStream(dict({ Filter: name("FlateDecode") }), deflateSync(Buffer.from(commands))));
  }
}

function stampOf(label: string): string {
  return `Page ${label}`;
}

function hexOf(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, "0");
}
