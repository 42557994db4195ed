/**
 * Every page of a finished pack beside its source, the page as Chromium printed it: drawn as pictures, they are the same.
 * Checks of structure alone have passed packs whose letters stood in the wrong places.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assemble } from "../scripts/assembling/assemble.ts";
import { writeGeneratedCouncil } from "../scripts/bench/generated-council.ts";
import { readTrueType, writeTables } from "../scripts/pdf/true-type.ts";
import type { KeptFont, KeptPrint } from "../scripts/printing/kept-print.ts";
import { readPrint } from "../scripts/printing/read-print.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import { type Box, difference, drawPage, openPdf } from "./drawn-pages.ts";
import { type PrintedAgain, printAgain, type Source } from "./printed-again.ts";

/** Where the number is stamped, right at the foot of an upright A4 page: see scripts/assembling/number-stamp.ts. */
const STAMP: Box = { left: 470, bottom: 24, right: 541, top: 38 };

/** In Chromium's unit, which is three quarters of a point. */
const HALF_A_POINT = 0.667;

const generated = mkdtempSync(join(tmpdir(), "pack-pixels-"));
afterAll(() => rmSync(generated, { recursive: true, force: true }));

/** Every difference between the pages of `bytes` and those of the sources, as a sentence. */
async function differences(
  bytes: Uint8Array,
  sources: readonly Source[],
): Promise<{ pages: number; faults: string[] }> {
  const pack = await openPdf(bytes);
  const faults: string[] = [];
  let pages = 0;
  for (const source of sources) {
    const print = await openPdf(source.bytes);
    for (let at = 0; at < print.numPages; at++) {
      const index = source.begins + at;
      const found =
        index < pack.numPages
          ? difference(await drawPage(print, at), await drawPage(pack, index), STAMP)
          : "it is not in the pack";
      if (found) faults.push(`page ${at + 1} of ${source.name}: ${found}`);
      pages += 1;
    }
    await print.loadingTask.destroy();
  }
  await pack.loadingTask.destroy();
  return { pages, faults };
}

describe("every page of a pack looks as Chromium printed it", () => {
  it("in the sample's pack with minutes and two reports", async () => {
    const { pack, sources } = await printAgain(PROJECT, "2026-12-03-childrens-scrutiny");
    expect(await differences(pack.bytes, sources)).toEqual({ pages: pack.lastPage, faults: [] });
  }, 120_000);

  it("in the sample's pack with a picture, charts and appendices, but for the pages that are the appendices'", async () => {
    const { pack, sources } = await printAgain(PROJECT, "2026-09-28-cabinet");
    const ofAppendices = pack.parts
      .flatMap((part) => part.appendices)
      .reduce((sum, { pages }) => sum + pages.last - pages.first + 1, 0);
    expect(await differences(pack.bytes, sources)).toEqual({ pages: pack.lastPage - ofAppendices, faults: [] });
  }, 120_000);

  it("in a generated pack, whose reports have all that a paper can have", async () => {
    const { meeting } = writeGeneratedCouncil(generated, { reports: 3 });
    const { pack, sources } = await printAgain(generated, meeting);
    expect(pack.lastPage).toBeGreaterThan(30);
    expect(await differences(pack.bytes, sources)).toEqual({ pages: pack.lastPage, faults: [] });
  }, 240_000);
});

describe("a page that does not look as Chromium printed it is found", () => {
  let again: PrintedAgain;
  let front: Source;
  let print: KeptPrint;
  beforeAll(async () => {
    again = await printAgain(PROJECT, "2026-12-03-childrens-scrutiny");
    front = again.sources[0] as Source;
    print = readPrint(front.bytes);
  });

  /** What is found where the front sheet's print was changed before it was assembled. */
  const foundIn = async (changed: KeptPrint): Promise<string> => {
    const bytes = assemble({
      title: "Planted",
      author: "A council",
      language: "en",
      issuedAt: null,
      parts: [
        { key: "front", title: "Front", source: "a", print: changed, labels: changed.pages.map((_, at) => `${at}`) },
      ],
      target: () => null,
    });
    return (await differences(bytes, [front])).faults.join("\n");
  };
  /** The print with the first page's commands changed, once. */
  const commanded = (change: (commands: string) => string): KeptPrint => {
    const [page, ...others] = print.pages;
    if (!page) throw new Error("There is no page");
    const before = inflateSync(page.content).toString("latin1");
    const after = change(before);
    if (after === before) throw new Error("Nothing was planted");
    return { ...print, pages: [{ ...page, content: deflateSync(Buffer.from(after, "latin1")) }, ...others] };
  };
  const withFont = (change: (font: KeptFont) => KeptFont): KeptPrint => ({
    ...print,
    fonts: print.fonts.map((font, at) => (at === 0 ? change(font) : font)),
  });

  it("nothing, where nothing was changed", async () => expect(await foundIn(print)).toBe(""));

  it("a line that is moved by half a point", async () => {
    const moved = commanded((text) =>
      text.replace(/1 0 0 -1 (\S+) (?=\S+ Tm)/, (_, x) => `1 0 0 -1 ${Number(x) + HALF_A_POINT} `),
    );
    expect(await foundIn(moved)).toContain("page 1 of The front sheet");
  });

  it("one glyph at the end of a line that is moved by half a point", async () => {
    const moved = commanded((text) =>
      text.replace(
        /( ([\d.]+) Tf\n[^\n]* Tm\n\[<[^\n]*)([0-9A-F]{4})>\]TJ/,
        (_, before, size, last) => `${before}>${(-1000 * HALF_A_POINT) / Number(size)}<${last}>]TJ`,
      ),
    );
    expect(await foundIn(moved)).toContain("page 1 of The front sheet");
  });

  it("two letters in each other's place", async () => {
    const swapped = commanded((text) =>
      text.replace(/<([0-9A-F]{4})(?!\1)([0-9A-F]{4})(?=[0-9A-F]*>)/, (_, one, two) => `<${two}${one}`),
    );
    expect(await foundIn(swapped)).toContain("page 1 of The front sheet");
  });

  it("a font whose widths are all nought", async () => {
    const narrow = withFont((font) => {
      const { tables } = readTrueType(font.program);
      const hmtx = new Uint8Array(tables.get("hmtx")?.length ?? 0);
      return { ...font, program: writeTables(new Map(tables).set("hmtx", hmtx)) };
    });
    expect(await foundIn(narrow)).toContain("page 1 of The front sheet");
  });

  it("a font without one of its glyphs, whichever it is", async () => {
    const { glyphs } = print.fonts[0] as KeptFont;
    // The glyph of a space, which draws nothing, is not missed.
    for (const gone of [glyphs.at(3), glyphs.at(-1)])
      expect(
        await foundIn(withFont((font) => ({ ...font, glyphs: glyphs.filter((each) => each !== gone) }))),
        String(gone),
      ).toMatch(/page \d of The front sheet/);
  });

  it("text in another font", async () => {
    const other = (font: number | null) => (font === 0 ? 1 : font === 1 ? 0 : font);
    const pages = print.pages.map((page) => ({
      ...page,
      resources: page.resources.map((each) => ({ ...each, font: other(each.font) })),
    }));
    expect(await foundIn({ ...print, pages })).toContain("page 1 of The front sheet");
  });

  it("a page that is lost, and two that are in each other's place", async () => {
    const [first, second] = print.pages as [KeptPrint["pages"][number], KeptPrint["pages"][number]];
    const lost = { ...print, pages: [first], elements: [], top: [], links: [], bookmarks: [] };
    expect(await foundIn(lost)).toBe("page 2 of The front sheet: it is not in the pack");
    expect(await foundIn({ ...print, pages: [second, first] })).toContain("page 2 of The front sheet");
  });

  it("something drawn where the number is stamped", async () => {
    const covered = rawFoot(await openPdf(front.bytes).then((pdf) => drawPage(pdf, 0)));
    expect(difference(covered, covered, STAMP)).toContain("differ");
  });
});

/** The page with something drawn at its foot. */
function rawFoot(page: Awaited<ReturnType<typeof drawPage>>) {
  const points = new Uint8ClampedArray(page.points);
  const at = 4 * (page.width * (page.height - 45) + 700);
  points.fill(0, at, at + 12);
  return { ...page, points };
}
