import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { fontIdentity, JoinedFont, readTrueType, type TrueType, writeTables } from "./true-type.ts";
import { openWebFont } from "./web-font.ts";

interface Glyph {
  readonly outline?: readonly number[];
  readonly advance: number;
  readonly bearing?: number;
}

/** The words of an outline of one contour, told from others by `mark`. */
const simple = (mark: number): number[] => [0, 1, 0, 0, 0, 0, 0, 9, 0, 9, mark, mark];
/** An outline put together from others, placed and scaled in every way there is. */
const composite = (...glyphs: number[]): number[] => {
  const bytes = [0xff, 0xff, 0, 0, 0, 0, 0, 9, 0, 9];
  glyphs.forEach((glyph, at) => {
    const more = at < glyphs.length - 1 ? 0x20 : 0;
    const way = [0, 1, 8, 0x40, 0x80][at % 5] as number;
    bytes.push(0, more | way, glyph >> 8, glyph & 255);
    const length = (way & 1 ? 4 : 2) + (way === 8 ? 2 : way === 0x40 ? 4 : way === 0x80 ? 8 : 0);
    bytes.push(...Array.from({ length }, () => 0x20));
  });
  return bytes;
};

/** A font file of these glyphs; what is not named is left out of it, as a subset leaves it out. */
function fontFile(
  glyphs: Readonly<Record<number, Glyph>>,
  more: { box?: number; whole?: string; long?: boolean; points?: number } = {},
) {
  const { box = 10, whole = "prep", long = true, points = 4 } = more;
  const count = Math.max(0, ...Object.keys(glyphs).map(Number)) + 1;
  const [head, hhea, maxp] = [Buffer.alloc(54), Buffer.alloc(36), Buffer.alloc(32)];
  head.writeUInt16BE(1000, 18);
  for (const at of [36, 38]) head.writeInt16BE(-box, at);
  for (const at of [40, 42]) head.writeInt16BE(box, at);
  head.writeInt16BE(long ? 1 : 0, 50);
  hhea.writeUInt16BE(count, 34);
  maxp.writeUInt16BE(count, 4);
  maxp.writeUInt16BE(points, 6);
  const [hmtx, loca] = [Buffer.alloc(4 * count), Buffer.alloc((long ? 4 : 2) * (count + 1))];
  let glyf: number[] = [];
  const place = (index: number) =>
    long ? loca.writeUInt32BE(glyf.length, 4 * index) : loca.writeUInt16BE(glyf.length / 2, 2 * index);
  for (let index = 0; index < count; index++) {
    place(index);
    hmtx.writeUInt16BE(glyphs[index]?.advance ?? 0, 4 * index);
    hmtx.writeInt16BE(glyphs[index]?.bearing ?? 0, 4 * index + 2);
    glyf = [...glyf, ...(glyphs[index]?.outline ?? [])];
  }
  place(count);
  return writeTables(
    new Map<string, Uint8Array>([
      ...Object.entries({ head, hhea, maxp, hmtx, loca, glyf: Uint8Array.from(glyf) }),
      ["prep", Buffer.from(whole)],
    ]),
  );
}
const subset = (...given: Parameters<typeof fontFile>): TrueType => readTrueType(fontFile(...given));
const joined = (...fonts: TrueType[]): JoinedFont => {
  const font = new JoinedFont();
  for (const each of fonts) expect(font.add(each)).toBe(true);
  return font;
};

describe("a TrueType font", () => {
  it("is read: outlines, advances, bearings, with long places and short ones", () => {
    for (const long of [true, false]) {
      const { outlines, metrics, unitsPerEm } = subset(
        { 2: { outline: simple(7), advance: 500, bearing: -3 } },
        { long },
      );
      expect(unitsPerEm).toBe(1000);
      expect(outlines.map((each) => each.length)).toEqual([0, 0, 12]);
      expect(metrics[2]).toEqual({ advance: 500, bearing: -3 });
    }
  });

  it("whose last advance counts for all that follow is read so", () => {
    const bytes = fontFile({ 3: { outline: simple(1), advance: 400 } });
    const { tables } = readTrueType(bytes);
    const hhea = Buffer.from(tables.get("hhea") as Uint8Array);
    hhea.writeUInt16BE(1, 34);
    const hmtx = Buffer.from([2, 88, 0, 5, 0, 6, 0, 7, 0, 8]);
    const { metrics } = readTrueType(writeTables(new Map([...tables, ["hhea", hhea], ["hmtx", hmtx]])));
    expect(metrics.map(({ advance, bearing }) => [advance, bearing])).toEqual([
      [600, 5],
      [600, 6],
      [600, 7],
      [600, 8],
    ]);
  });

  it("that is none, or not whole, is an error", () => {
    expect(() => readTrueType(new Uint8Array())).toThrow();
    expect(() => readTrueType(Buffer.from("OTTO, or anything else that is long enough"))).toThrow();
    const { tables } = subset({ 1: { advance: 1 } });
    for (const gone of ["maxp", "loca", "hhea", "hmtx"])
      expect(() => readTrueType(writeTables(new Map([...tables].filter(([tag]) => tag !== gone)))), gone).toThrow(
        `no table ${gone}`,
      );
  });

  it("is told from another of its name by what all its subsets share, and by nothing else", () => {
    const one = fontIdentity(subset({ 1: { outline: simple(1), advance: 500 } }));
    expect(fontIdentity(subset({ 5: { outline: simple(2), advance: 300 } }, { box: 99 }))).toBe(one);
    expect(fontIdentity(subset({ 1: { outline: simple(1), advance: 500 } }, { whole: "other" }))).not.toBe(one);
  });
});

describe("subsets of one font", () => {
  const a = subset(
    { 1: { outline: simple(1), advance: 500, bearing: 4 }, 3: { advance: 250 } },
    { box: 10, points: 9 },
  );
  const b = subset(
    { 2: { outline: simple(2), advance: 600 }, 3: { advance: 250 }, 7: { outline: simple(7), advance: 700 } },
    { box: 30 },
  );

  it("become one font with the glyphs of all, each as wide and as it was drawn", () => {
    const font = readTrueType(joined(a, b).file([1, 2, 3, 7]));
    expect(font.outlines.map((each) => each[10] ?? 0)).toEqual([0, 1, 2, 0, 0, 0, 0, 7]);
    expect(font.metrics.map(({ advance }) => advance)).toEqual([0, 500, 600, 250, 0, 0, 0, 700]);
    expect(font.metrics[1]?.bearing).toBe(4);
    expect([1, 2, 3, 7, 5].map((glyph) => joined(a, b).width(glyph))).toEqual([500, 600, 250, 700, 0]);
  });

  it("make room for the largest of all", () => {
    const { tables } = readTrueType(joined(a, b).file([1]));
    const head = Buffer.from(tables.get("head") as Uint8Array);
    expect([36, 38, 40, 42].map((at) => head.readInt16BE(at))).toEqual([-30, -30, 30, 30]);
    expect(Buffer.from(tables.get("maxp") as Uint8Array).readUInt16BE(6)).toBe(9);
  });

  it("give a file of only the glyphs that are asked for, the same bytes in whatever order they are asked for", () => {
    const font = readTrueType(joined(a, b).file([2]));
    expect(font.outlines.map((each) => each.length > 0)).toEqual([false, false, true]);
    expect(Buffer.compare(joined(a, b).file([7, 1]), joined(a, b).file([1, 7]))).toBe(0);
  });

  it("take a glyph's outline from whichever has it, where the other left it out but for its width", () => {
    const bare = subset({ 1: { advance: 500 } });
    for (const order of [
      [a, bare],
      [bare, a],
    ] as const) {
      const font = readTrueType(joined(...order).file([1]));
      expect(font.outlines[1]?.[10]).toBe(1);
    }
  });

  it("that disagree on a glyph's outline or its width stay apart, and nothing of the second is taken", () => {
    for (const other of [
      { outline: simple(9), advance: 500 },
      { outline: simple(1), advance: 501 },
    ]) {
      const font = joined(a);
      expect(font.add(subset({ 1: other, 2: { outline: simple(2), advance: 600 } }))).toBe(false);
      expect(font.width(1)).toBe(500);
      expect(font.width(2)).toBe(0);
    }
  });

  it("keep the glyphs that another is put together from, and those that these are put together from", () => {
    const parts = subset({
      1: { outline: simple(1), advance: 1 },
      2: { outline: composite(1, 4, 1, 4, 5), advance: 2 },
      3: { outline: composite(2), advance: 3 },
      4: { outline: simple(4), advance: 4 },
      5: { outline: simple(5), advance: 5 },
      6: { outline: simple(6), advance: 6 },
    });
    const font = readTrueType(joined(parts).file([3]));
    expect(font.outlines.map((each) => each.length > 0)).toEqual([false, true, true, true, true, true]);
  });

  it("of which there are none are no font", () => expect(() => new JoinedFont().file([1])).toThrow("no font to join"));
});

describe("a font file", () => {
  it("adds up as readers check it", () => {
    const file = Buffer.from(fontFile({ 1: { outline: simple(1), advance: 500 } }));
    let sum = 0;
    for (let at = 0; at < file.length; at += 4) sum = (sum + file.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});

describe("a font as the web has it", () => {
  const woff = readFileSync(
    createRequire(import.meta.url).resolve(
      "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-600-normal.woff",
    ),
  );

  it("is opened, and tells the glyph of a letter", () => {
    const { font, glyphOf } = openWebFont(woff);
    expect(new Set([..."Page E0123456789"].map(glyphOf)).size).toBe(16);
    expect(font.outlines[glyphOf("P")]?.length).toBeGreaterThan(20);
    expect(font.metrics[glyphOf("P")]?.advance).toBeGreaterThan(300);
    expect(glyphOf("漢")).toBe(0);
  });

  it("that is something else is an error", () => {
    expect(() => openWebFont(Buffer.from("wOF2 is packed in another way"))).toThrow("not a WOFF file");
    expect(() => openWebFont(woff.subarray(0, 1000))).toThrow();
  });
});
