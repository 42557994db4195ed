import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unpacked } from "../scripts/appendices/unpack.ts";
import { MARCH } from "../scripts/examples/councils.ts";
import { startBrowser } from "../scripts/printing/browser.ts";
import { Printer } from "../scripts/printing/printer.ts";
import { keepVeraPdfCount } from "../scripts/verapdf-counts.ts";
import { type DrawnPage, drawnPages } from "./drawn-page.ts";
import { type ReadPack, readPack } from "./pack-checks.ts";
import { packTranscript, type Transcript } from "./pack-transcript.ts";
import { GOOD } from "./supplied/good.ts";
import { packWith } from "./supplied/pack-with.ts";
import { PLAN, printed } from "./supplied/printed.ts";
import { PRIVATE } from "./supplied/private.ts";
import { REFUSED } from "./supplied/refused.ts";
import { CORNERS, CUT_AWAY, SHAPES } from "./supplied/shapes.ts";
import { countOf, type UaReport, uaReports, whyNotRun } from "./verapdf/verapdf.ts";

const printer = new Printer();
const folder = mkdtempSync(join(tmpdir(), "clear-days-appendices-"));
const notRun = await whyNotRun();
afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Whether it is the first sheet of this appendix, in a pack of drafts. */
const beginsWith = (text: string, name: string) => text.startsWith(`Draft: not issued Appendix: ${name} Page 1 of `);

/** One council with many appendices: what others supply, what Chromium prints, every shape, and what is private. */
const packs: Record<string, Uint8Array> = {};
const reports: Record<string, UaReport> = {};
beforeAll(async () => {
  const browser = await startBrowser();
  const tagged = await printed(browser, PLAN, true);
  const untagged = await printed(browser, PLAN, false);
  const turned = await printed(browser, PLAN.replace("size: A4", "size: A3 landscape"), true);
  await browser.close();
  const bytesOf = (files: typeof GOOD) =>
    Object.fromEntries(Object.entries(files).map(([name, { bytes }]) => [name, bytes]));
  const shapes = Object.fromEntries(Object.entries(SHAPES).map(([name, { bytes }]) => [name, bytes]));
  packs.sound = await packWith({ tagged, untagged, turned, ...shapes }, printer);
  packs.odd = await packWith({ ...bytesOf(GOOD), private: PRIVATE }, printer);
  const files = Object.entries(packs).map(([name, bytes]) => {
    writeFileSync(join(folder, `${name}.pdf`), bytes);
    return join(folder, `${name}.pdf`);
  });
  if (notRun) return;
  const found = await uaReports(files);
  Object.keys(packs).forEach((name, at) => {
    reports[name] = found[at] as UaReport;
  });
  // The odd files' own faults stay in their pack, and its test names them; they are not counted as ours.
  keepVeraPdfCount("packs-of-appendices", countOf(found.slice(0, 1)));
});

describe("a pack with appendices of every shape", () => {
  let pages: readonly DrawnPage[] = [];
  let texts: readonly string[] = [];
  beforeAll(async () => {
    const bytes = packs.sound as Uint8Array;
    texts = (await readPack(bytes)).pages;
    pages = await drawnPages(bytes);
  });
  const pageOf = (name: string) => pages[texts.findIndex((text) => beginsWith(text, name))] as DrawnPage;

  for (const [name, { turn }] of Object.entries(SHAPES))
    it(`shows all four corners of a page that is ${name}, the right way up, and nothing of what is cut away`, () => {
      const page = pageOf(name);
      // Clockwise from the top left, as the file has them; turned, they begin elsewhere.
      const clockwise = [CORNERS.topLeft, CORNERS.topRight, CORNERS.bottomRight, CORNERS.bottomLeft];
      const [topLeft, topRight, bottomRight, bottomLeft] = clockwise
        .map((_, at) => clockwise[(at + 4 - turn / 90) % 4] as string)
        .map((colour) => page.middleOf(colour));
      if (!topLeft || !topRight || !bottomRight || !bottomLeft) throw new Error("a corner is missing");
      const near = (one: number, other: number) => expect(Math.abs(one - other)).toBeLessThan(2);
      near(topLeft.y, topRight.y);
      near(bottomLeft.y, bottomRight.y);
      near(topLeft.x, bottomLeft.x);
      near(topRight.x, bottomRight.x);
      expect(topLeft.x).toBeLessThan(topRight.x);
      expect(topLeft.y).toBeLessThan(bottomLeft.y);
      // Each corner is whole: as large as the others.
      for (const { many } of [topRight, bottomRight, bottomLeft]) expect(many / topLeft.many).toBeCloseTo(1, 0);
      expect(page.middleOf(CUT_AWAY)).toBeNull();
    });

  it("keeps the sheet's line and number clear of what was supplied", () => {
    for (const name of Object.keys(SHAPES)) {
      const { height, middleOf } = pageOf(name);
      const tops = Object.values(CORNERS).map((colour) => middleOf(colour)?.y ?? 0);
      expect(Math.min(...tops)).toBeGreaterThan(2 * 52);
      expect(Math.max(...tops)).toBeLessThan(height - 2 * 44);
    }
  });
});

describe("a sheet whose line is longer than a line", () => {
  it("leaves what was supplied below all of it", async () => {
    const clerk = "The Democratic Services Officer for Scrutiny, Appeals, Licensing and the Standards of Members";
    const edits = [
      {
        file: "content/committees/panel.md",
        find: "role: Democratic Services Officer",
        put: `role: "${clerk}", email: democratic.services.and.scrutiny@little-wick-council.example`,
      },
      { file: `${MARCH}/inspection.md`, find: "Appendix: portrait", put: `Appendix: ${"a long name ".repeat(9)}` },
    ];
    const bytes = await packWith({ portrait: SHAPES.portrait?.bytes as Uint8Array }, printer, edits);
    const { pages, document } = await readPack(bytes);
    const at = pages.findIndex((text) => text.includes("Page 1 of 1, as supplied"));
    const page = await document.getPage(at + 1);
    const [drawn] = await drawnPages(bytes, (index) => index === at);
    const links: { subtype: string; rect: number[] }[] = await page.getAnnotations();
    const lowest = Math.min(...links.map(({ rect }) => rect[1] ?? 0));
    const square = drawn?.middleOf(CORNERS.topLeft);
    const height = page.view[3] ?? 0;
    const top = height - ((square?.y ?? 0) - Math.sqrt(square?.many ?? 0) / 2) / 2;
    expect(height - lowest).toBeGreaterThan(52);
    expect(lowest - top).toBeGreaterThan(8);
  });
});

describe("a pack with an appendix that has tags", () => {
  let told: Transcript;
  beforeAll(async () => {
    told = await packTranscript(packs.sound as Uint8Array);
  });
  /** What is told from the heading of this appendix to that of the next. */
  const toldOf = (name: string) =>
    told.text.split(/^ *H2 Appendix: /m).find((part) => part.startsWith(`${name}\n`)) ?? "";

  it("tells nothing that is a fault", () => expect(told.faults).toEqual([]));
  it("tells its headings below the pack's own, its lists, its table and its picture's words, in its language", () => {
    const text = toldOf("tagged");
    for (const line of [
      /^ *Sect \(cy\)/m,
      /^ *H3 Cynllun gwella$/m,
      /^ *H4 Camau$/m,
      /^ *LI?.*$/m,
      /Cam dau/,
      /^ *TH \(Column\) Erbyn$/m,
      /^ *TD Hyfforddi$/m,
      /^ *Figure \[Siart o ffeiliau\]$/m,
      /\(en-?\w*\) A passage in English/,
    ])
      expect(text).toMatch(line);
  });
  it("tells where its links lead, on the web and inside it", () => {
    const text = toldOf("tagged");
    expect(text).toContain("Llythyr yr arolygwyr -> https://inspectors.example/llythyr");
    expect(text).toMatch(/y rhan nesaf -> Page \d+: Appendix: tagged/);
  });
  it("tells the words of one without tags as they are drawn, and says that it is not accessible and whom to ask", () => {
    const text = toldOf("untagged");
    expect(text).toContain("This PDF is not accessible: ask");
    expect(text).toContain("P Cynllun gwella");
    expect(text).not.toContain("H3 Cynllun gwella");
    expect(toldOf("tagged")).not.toContain("This PDF is not accessible");
  });
  it("tells that a page without words is one, and which", () => {
    expect(toldOf("portrait")).toContain(
      "[Page 1 of Appendix: portrait, as supplied, without words that can be read out.]",
    );
  });
});

describe("a pack with appendices that are odd", () => {
  let pack: ReadPack;
  let told: Transcript;
  beforeAll(async () => {
    pack = await readPack(packs.odd as Uint8Array);
    told = await packTranscript(packs.odd as Uint8Array);
  });
  const textOf = (name: string) => pack.pages.find((text) => beginsWith(text, name)) ?? "";

  for (const [name, { says }] of Object.entries(GOOD))
    it(`has all the words of one with ${name}`, () => {
      for (const words of says) expect(textOf(name)).toContain(words);
    });
  it("prints no sticky note, no button to press and no box that is not ticked", () => {
    expect(textOf("stamp")).not.toContain("sticky");
    expect(textOf("form")).not.toContain("Press here");
    expect(textOf("form")).not.toContain("empty");
  });
  it("shows what bytes of a picture look like as nothing but the picture", () => {
    expect(textOf("tricky-picture")).not.toContain("never shown");
  });
  it("takes words inside a picture for words", () => {
    expect(told.text).toMatch(/P In a picture/);
    expect(told.text).not.toContain("Page 1 of Appendix: text-in-a-picture, as supplied, without words");
    expect(told.text).toContain("Page 1 of Appendix: scan-only, as supplied, without words");
  });
  it("leads from its links to the web, to its own page and to a place that has a name", async () => {
    const at = pack.pages.indexOf(textOf("links")) + 1;
    const links = (await (await pack.document.getPage(at)).getAnnotations()).filter(
      ({ subtype }) => subtype === "Link",
    );
    const own = links.filter(({ rect }) => rect[1] < 770);
    expect(own.map(({ url, dest }) => url ?? typeof dest)).toEqual([
      "https://inspectors.example/letter",
      "object",
      "object",
    ]);
    // Where the file puts it, on the sheet as it lies there.
    expect(own[2].dest[3]).toBeGreaterThan(400);
    expect(own[2].dest[3]).toBeLessThan(own[1].dest[3]);
  });
  it("tells nothing that is a fault", () => expect(told.faults).toEqual([]));
});

describe("what nobody may find in a pack", () => {
  it("is not there: scripts, actions, files, and facts of who made an appendix", async () => {
    const supplied = await bytesIn(PRIVATE);
    const tokens = [...new Set(supplied.match(/token-[a-z-]+/g))];
    expect(tokens.length).toBeGreaterThan(20);
    for (const pack of Object.values(packs)) {
      const all = await bytesIn(pack);
      expect(all.match(/token-[a-z-]+/g)).toBeNull();
      for (const name of [
        "JavaScript",
        "JS",
        "Launch",
        "OpenAction",
        "AA",
        "EmbeddedFile",
        "Named",
        "PieceInfo",
        "OCG",
      ])
        expect(all).not.toMatch(new RegExp(`/${name}\\b`));
    }
  });
});

/** Everything in a PDF: its objects as they are written, and every stream unpacked. */
async function bytesIn(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const objects = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [object.toString()];
    // What a font is made of is bytes that may look like anything.
    const isFont = object.dict.has(PDFName.of("Length1"));
    return [object.dict.toString(), isFont ? "" : contentsOf(object)];
  });
  return objects.join("\n");
}

function contentsOf(stream: PDFRawStream): string {
  try {
    return unpacked(stream).toString("latin1");
  } catch {
    return Buffer.from(stream.getContents()).toString("latin1");
  }
}

describe("a pack with an appendix that it cannot take", () => {
  it.each(Object.entries(REFUSED))(
    "is refused, with its file and what to do, and nothing is left: %s",
    async (name, { bytes, says }) => {
      const refused = packWith({ [name]: bytes }, printer);
      await expect(refused).rejects.toThrow(`appendices/${name}.pdf ${says}`);
      await expect(refused).rejects.toMatchObject({
        exitStatus: 1,
        message: expect.stringMatching(/(Save it|Print it) .*\.$/),
      });
    },
  );
});

describe.runIf(!notRun)("veraPDF", () => {
  it("finds no failed check where appendices bring their fonts", () => {
    expect(reports.sound?.faults).toEqual([]);
    expect(reports.sound).toMatchObject({ compliant: true, failed: 0 });
  });
  it("finds only fonts that an appendix did not bring (7.21.4.1), which are its own fault", () => {
    expect(reports.odd?.faults.filter((fault) => !fault.startsWith("clause 7.21.4.1, test 1,"))).toEqual([]);
  });
});
