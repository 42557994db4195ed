import { describe, expect, it } from "vitest";
import { rewritePage } from "./page-content.ts";
import type { Widths } from "./text-run.ts";

/** Every glyph is as wide, in thousandths, as its number says; glyph 0x01F4 is 500. */
const asNumbered: Widths = (glyph) => glyph;
const rewritten = (text: string, widths: Widths = asNumbered, decoration: readonly number[] = []) =>
  rewritePage(text, () => widths, new Set(decoration));
const contentOf = (...given: Parameters<typeof rewritten>) => rewritten(...given).content;

/** Where each glyph of a line of text falls, read as a viewer reads it. */
function places(content: string, size: number): number[] {
  const found: number[] = [];
  let line = 0;
  let pen = 0;
  for (const command of content.split("\n")) {
    const move = /^(\S+) \S+ Td$/.exec(command);
    if (/ Tm$/.test(command)) line = pen = Number(command.split(" ")[4]);
    if (move) line = pen = line + Number(move[1]);
    if (!/T[jJ]$/.test(command)) continue;
    for (const [, hex, gap] of command.matchAll(/<([0-9A-F]+)>|(-?[\d.]+)/g)) {
      if (gap) pen -= (Number(gap) * size) / 1000;
      for (const glyph of hex?.match(/.{4}/g) ?? []) {
        found.push(pen);
        pen += (Number.parseInt(glyph, 16) * size) / 1000;
      }
    }
  }
  return found;
}

describe("glyphs that Chromium places one by one", () => {
  it("are joined into one run where they follow one another", () =>
    expect(contentOf("BT\n/F1 10 Tf\n1 0 0 -1 5 20 Tm\n<01F4> Tj\n5 0 Td <0064> Tj\n1 0 Td <0001> Tj\nET\n")).toBe(
      "/Artifact BMC\nBT\n/F1 10 Tf\n1 0 0 -1 5 20 Tm\n<01F400640001>Tj\nET\nEMC\n",
    ));

  it("keep a gap that is more than a hair's breadth, and lose one that is less", () => {
    expect(contentOf("BT\n/F1 10 Tf\n<01F4> Tj\n5.007 0 Td <0064> Tj\nET\n")).toContain("<01F40064>Tj");
    expect(contentOf("BT\n/F1 10 Tf\n<01F4> Tj\n5.02 0 Td <0064> Tj\nET\n")).toContain("[<01F4>-2<0064>]TJ");
    expect(contentOf("BT\n/F1 10 Tf\n<01F4> Tj\n4 0 Td <0064> Tj\nET\n")).toContain("[<01F4>100<0064>]TJ");
  });

  it("never drift, however many small differences add up", () => {
    // Each is placed half of what is let go further on than its forerunner's width says.
    for (const more of [0.004, -0.004, 0.0071, 0.013]) {
      const moves = Array.from({ length: 200 }, () => `${(5 + more).toFixed(4)} 0 Td <01F4> Tj`).join("\n");
      const found = places(contentOf(`BT\n/F1 10 Tf\n1 0 0 -1 0 0 Tm\n<01F4> Tj\n${moves}\nET\n`), 10);
      expect(found).toHaveLength(201);
      const off = found.map((place, at) => Math.abs(place - at * (5 + more)));
      expect(Math.max(...off), String(more)).toBeLessThan(0.009);
    }
  });

  it("never drift where their widths are not known, or they stand on lines of their own", () => {
    const moves = Array.from({ length: 200 }, () => "0.3334 0 Td <01F4> Tj").join("\n");
    const found = places(contentOf(`BT\n/F1 10 Tf\n1 0 0 -1 0 0 Tm\n<01F4> Tj\n${moves}\nET\n`, null), 10);
    expect(Math.max(...found.map((place, at) => Math.abs(place - at * 0.3334)))).toBeLessThan(0.001);
  });

  it("begin a run of their own on another line, in another font or colour, and after a new matrix", () => {
    const content = contentOf(
      "BT\n/F1 10 Tf\n<01F4> Tj\n5 2 Td <01F4> Tj\n/F2 10 Tf\n5 0 Td <01F4> Tj\n1 0 0 rg\n5 0 Td <01F4> Tj\n1 0 0 -1 9 9 Tm <01F4> Tj\nET\n",
    );
    expect(content.match(/<01F4>Tj/g)).toHaveLength(5);
    expect(content).toContain("5 2 Td\n<01F4>Tj\n/F2 10 Tf\n");
    // From where the line was last begun, which the change of font does not move.
    expect(content).toContain("/F2 10 Tf\n5 0 Td\n<01F4>Tj\n1 0 0 rg\n5 0 Td\n<01F4>Tj\n");
  });

  it("are counted by font", () => {
    const { glyphs } = rewritten("BT\n/F1 10 Tf\n<00010002> Tj\n/F2 9 Tf\n<0003> Tj\n/F1 10 Tf <0002> Tj\nET\n");
    expect([...glyphs].map(([font, own]) => [font, [...own]])).toEqual([
      ["F1", [1, 2]],
      ["F2", [3]],
    ]);
  });
});

describe("what Chromium leaves unmarked", () => {
  it("becomes an artifact: text, lines, areas, pictures, shadings", () => {
    const content = contentOf("0 0 9 9 re\nf\n/X1 Do\n/S1 sh\nBT\n/F1 9 Tf\n<0001> Tj\nET\n1 1 m\n2 2 l\nS\n");
    expect(content).toBe(
      [
        ...["/Artifact BMC", "0 0 9 9 re", "f", "EMC", "/Artifact BMC", "/X1 Do", "EMC"],
        ...["/Artifact BMC", "/S1 sh", "EMC", "/Artifact BMC", "BT", "/F1 9 Tf", "<0001>Tj", "ET", "EMC"],
        ...["/Artifact BMC", "1 1 m", "2 2 l", "S", "EMC", ""],
      ].join("\n"),
    );
  });

  it("is not one where it only cuts out or sets how things are drawn", () =>
    expect(contentOf("q\n0 0 9 9 re\nW\nn\n1 0 0 rg\nQ\n")).toBe("q\n0 0 9 9 re\nW\nn\n1 0 0 rg\nQ\n"));
});

describe("marked pieces", () => {
  const mark = (number: number, inside: string) => `/P <</MCID ${number} >>BDC\n${inside}EMC\n`;
  const words = "BT\n/F1 9 Tf\n<0001> Tj\nET\n";

  it("keep their numbers, and are told by what they draw", () => {
    const { content, marked } = rewritten(`${mark(0, words)}${mark(1, "0 0 9 9 re\nf\n")}${mark(1, words)}`);
    expect(content.match(/<<\/MCID \d+>>BDC/g)).toEqual(["<</MCID 0>>BDC", "<</MCID 1>>BDC", "<</MCID 1>>BDC"]);
    expect(content).not.toContain("Artifact");
    expect([...marked]).toEqual([
      [0, { hasWords: true }],
      [1, { hasWords: true }],
    ]);
  });

  it("that draw nothing are dropped, and what they set is not", () => {
    const { content, marked } = rewritten(mark(4, "1 0 0 rg\n"));
    expect(content).toBe("1 0 0 rg\n");
    expect(marked.size).toBe(0);
  });

  it("that only decorate become artifacts", () => {
    const { content, marked } = rewritten(mark(2, "0 0 9 9 re\nf\n"), asNumbered, [2]);
    expect(content).toBe("/Artifact BMC\n0 0 9 9 re\nf\nEMC\n");
    expect(marked.size).toBe(0);
  });

  it("that would decorate, and say something, are refused: no word is ever lost", () =>
    expect(() => rewritten(mark(2, words), asNumbered, [2])).toThrow("words in a tag that only holds others"));
});

describe("what glyphs stand for, where that is not plain", () => {
  const inner = "/ReversedChars BMC\n/Span<</ActualText <FEFF0645> >> BDC\n<0001> Tj\nEMC\n<0002> Tj\nEMC\n";

  it("stays with them inside a marked piece, and is left out of an artifact, which nobody hears", () => {
    const kept = "/ReversedChars BMC\n/Span<</ActualText <FEFF0645> >>BDC\n<0001>Tj\nEMC\n<0002>Tj\nEMC\n";
    expect(contentOf(`/P <</MCID 1 >>BDC\nBT\n/F1 9 Tf\n${inner}ET\nEMC\n`)).toBe(
      `/P<</MCID 1>>BDC\nBT\n/F1 9 Tf\n${kept}ET\nEMC\n`,
    );
    expect(contentOf(`BT\n/F1 9 Tf\n${inner}ET\n`)).toBe("/Artifact BMC\nBT\n/F1 9 Tf\n<0001>Tj\n<0002>Tj\nET\nEMC\n");
  });

  it("does not move them", () => {
    const moved =
      "<0001> Tj\n/Span<</ActualText <FEFF0645> >> BDC\n7 0 Td <01F4> Tj\n5 0 Td <01F4> Tj\nEMC\n5 0 Td <01F4> Tj\n";
    expect(places(contentOf(`BT\n/F1 10 Tf\n1 0 0 -1 3 0 Tm\n${moved}ET\n`), 10)).toEqual([3, 10, 15, 20]);
  });

  it("may be said in letters, as for letters that are drawn as one", () => {
    const joined = (said: string) =>
      `/P <</MCID 1 >>BDC\nBT\n/F1 9 Tf\n/Span<</ActualText ${said} >> BDC\n<0001> Tj\nEMC\nET\nEMC\n`;
    for (const said of ["(ffi)", "(=>>)", "(\\(\\))", "(\\\\)"])
      expect(contentOf(joined(said))).toBe(
        `/P<</MCID 1>>BDC\nBT\n/F1 9 Tf\n/Span<</ActualText ${said} >>BDC\n<0001>Tj\nEMC\nET\nEMC\n`,
      );
    expect(() => contentOf(joined("(f\\151)"))).toThrow("a mark inside a mark");
    expect(() => contentOf(joined("(ff"))).toThrow("breaks off");
  });

  it("names a letter that is missing, though it is said in letters", () =>
    expect([...rewritten("BT\n/F1 9 Tf\n/Span<</ActualText (f\\() >> BDC\n<0000> Tj\nEMC\nET\n").missing]).toEqual([
      "FEFF00660028",
    ]));

  it("is refused where it says something else, or does not end with its words", () => {
    expect(() => rewritten("BT\n/Span<</Lang <FEFF0645> >> BDC\nEMC\nET\n")).toThrow("a mark inside a mark");
    expect(() => rewritten("BT\n/Turned BMC\nEMC\nET\n")).toThrow("`BMC`");
    expect(() => rewritten("BT\n/ReversedChars BMC\nET\nEMC\n")).toThrow("goes on after its words");
    expect(() => rewritten("BT\n/ReversedChars BMC\n/P <</MCID 1 >>BDC\n")).toThrow("a mark inside a mark");
    expect(() => rewritten("/ReversedChars BMC\n")).toThrow("breaks off");
  });
});

describe("a page that Chromium did not write so", () => {
  it("is refused, by the name of what is not known", () => {
    for (const [text, why] of [
      ["[<0001> 5 <0002>] TJ\n", "`TJ`"],
      ["BT\nT*\nET\n", "`T*`"],
      ["BI /W 1 ID x EI\n", "`BI`"],
      ["/Artifact BMC\nEMC\n", "`BMC`"],
      ["BT\n2 Tc\nET\n", "`Tc`"],
      ["BT\n90 Tz\nET\n", "`Tz`"],
      ["0 0 9 9 re f*S\n", "`f*S`"],
      [`${"x".repeat(500)}\n`, `\`${"x".repeat(20)}\``],
    ] as const)
      expect(() => rewritten(text), text).toThrow(`the drawing command ${why}`);
  });

  it("is refused where marks do not fit into one another", () => {
    const begin = "/P <</MCID 1 >>BDC\n";
    expect(() => rewritten(`${begin}${begin}`)).toThrow("a mark inside a mark");
    expect(() => rewritten(`BT\n${begin}`)).toThrow("a mark inside a mark");
    expect(() => rewritten("/P <</Lang (cy) >>BDC\n")).toThrow("a mark inside a mark");
    expect(() => rewritten("EMC\n")).toThrow("did not begin");
  });

  it("is refused where it breaks off, or ends more than it began", () => {
    for (const text of ["/P <</MCID 1 >>BDC\n", "0 0 9 9 re\n", "q\n", "/P <</MCID 1", "[1 2 3"])
      expect(() => rewritten(text), text).toThrow("breaks off");
    expect(() => rewritten("q\nQ\nQ\n")).toThrow("did not begin");
  });

  it("is refused where glyphs have no font, or are not of two bytes", () => {
    expect(() => rewritten("BT\n<0001> Tj\nET\n")).toThrow("glyphs without a font");
    expect(() => rewritten("BT\n/F1 9 Tf\n<00> Tj\nET\n")).toThrow("glyphs without a font");
    expect(() => rewritten("BT\n/F1 9 Tf\n<000> Tj\nET\n", null)).toThrow("glyphs without a font");
    // Those that are drawn as pictures are of one.
    expect(rewritten("BT\n/F1 9 Tf\n<9C> Tj\nET\n", null).content).toContain("<9C>Tj");
  });
});
