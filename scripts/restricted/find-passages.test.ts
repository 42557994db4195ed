import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { PDFDocument, PDFHexString, StandardFonts } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPublicSite } from "../build.ts";
import { MARCH } from "../examples/councils.ts";
import { councilWithRestricted } from "./examples.ts";
import { findPassages } from "./find-passages.ts";
import type { Fingerprints } from "./fingerprints.ts";
import { makeFingerprints } from "./make-fingerprints.ts";

const KEY = new Uint8Array(32).fill(7);
const OFFERED =
  "Fenbridge Kitchens offered the highest price of the three bidders, and was alone in agreeing to keep every part-time cook on the pay they have now.";
const OFFERED_WORDS =
  "fenbridge kitchens offered the highest price of the three bidders and was alone in agreeing to keep every parttime cook on the pay they have now";

/** A PDF with these lines on each of its pages. */
async function pdfOf(...pages: string[][]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const lines of pages) {
    const page = pdf.addPage([595, 842]);
    lines.forEach((line, index) => page.drawText(line, { x: 50, y: 780 - index * 20, size: 11, font }));
  }
  return pdf;
}

/** What is found in a folder with these files, as `file page words`. */
async function found(fingerprints: Fingerprints, files: Record<string, string | Uint8Array>, key = KEY) {
  const folder = mkdtempSync(join(tmpdir(), "clear-days-published-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const { findings } = await findPassages({ folder, fingerprints, key });
  rmSync(folder, { recursive: true });
  return findings.map(({ file, page, words }) => `${file} ${page}: ${words}`);
}

describe("a passage of a restricted paper", () => {
  let fingerprints: Fingerprints;
  let council: ReturnType<typeof councilWithRestricted>;
  const inFile = async (content: string | Uint8Array, name = "x.html") => found(fingerprints, { [name]: content });

  beforeAll(async () => {
    council = councilWithRestricted();
    const bids = await pdfOf([
      "The sealed bids were opened by the monitoring",
      "officer at noon before two witnesses.",
    ]);
    council.putRestricted(`${MARCH}/appendices/bids.pdf`, await bids.save());
    ({ fingerprints } = await makeFingerprints({ ...council, key: KEY, made: "2026-02-20" }));
  });
  afterAll(() => council.remove());

  it("is found once, as one run of the published words, where it was pasted into a page", async () => {
    expect(await inFile(`<p>We said so.</p><p>${OFFERED}</p><p>That is all.</p>`)).toEqual([
      `x.html null: ${OFFERED_WORDS}`,
    ]);
  });

  it("is found in the site that was built with it, and the site without it holds none", async () => {
    const out = mkdtempSync(join(tmpdir(), "clear-days-built-"));
    const search = async () => {
      await buildPublicSite({ root: council.root, out }, () => {});
      return (await findPassages({ folder: out, fingerprints, key: KEY })).findings;
    };
    expect(await search()).toEqual([]);
    council.edit({
      file: "content/pages/about.md",
      put: `---\ntitle: About\n---\nWe hear that *Fenbridge* Kitchens ${OFFERED.slice(19, 90)}.\n`,
    });
    expect(await search()).toMatchObject([{ file: "about/index.html", page: null, count: 14 }]);
    rmSync(out, { recursive: true });
  });

  for (const [how, text] of [
    ["with other punctuation", `<p>Fenbridge Kitchens offered – the “highest” price of: the three bidders!</p>`],
    ["in capitals", `<p>FENBRIDGE KITCHENS OFFERED THE HIGHEST PRICE OF THE THREE BIDDERS</p>`],
    [
      "partly in bold, and in the middle of a word",
      `<p>Fen<b>bridge</b> Kitchens offered <strong>the <em>highest</em></strong> price of the three bidders</p>`,
    ],
    ["broken over lines", `<p>Fenbridge\n  Kitchens<br>offered the\nhighest price<br/>of the three bidders</p>`],
    [
      "with letters written as entities",
      `<p>Fenbridge Kitchens offered&#32;the&nbsp;h&#105;ghest price of the three bidders</p>`,
    ],
    ["with soft hyphens", `<p>Fen&shy;bridge Kitchens of\u00adfered the highest price of the three bidders</p>`],
    [
      "over the cells of a table",
      `<table><tr><td>Fenbridge Kitchens</td><td>offered the highest</td></tr><tr><td>price of the</td><td>three bidders</td></tr></table>`,
    ],
    [
      "as what stands for an image",
      `<img src="x.png" alt="Fenbridge Kitchens offered the highest price of the three bidders">`,
    ],
    [
      "as a page's description",
      `<meta name='description' content='Fenbridge Kitchens offered the highest price of the three bidders'>`,
    ],
    ["in a comment", `<p>Nothing.</p><!-- Fenbridge Kitchens offered the highest price of the three bidders -->`],
    [
      "in a script",
      `<p>No.</p><script>const x = {"a":"Fenbridge Kitchens\\noffered the highest price of the three bidders"}</script>`,
    ],
    [
      "in a drawing",
      `<svg><text>Fenbridge Kitchens offered <tspan>the high</tspan>est price of the three bidders</text></svg>`,
    ],
    [
      "in a feed",
      `<?xml version="1.0"?><rss><description><![CDATA[Fenbridge Kitchens offered the highest price of the three bidders]]></description></rss>`,
    ],
    ["in data", `{"rows":[{"note":"Fenbridge Kitchens \\u006fffered the highest price of the three bidders"}]}`],
    ["in plain text", `Fenbridge Kitchens offered the highest price of the three bidders`],
    ["as an address", `<a href="/x/fenbridge-kitchens-offered-the-highest-price-of-the-three-bidders/">More</a>`],
  ] as const)
    it(`is found ${how}`, async () => {
      expect(await inFile(text)).toEqual([
        "x.html null: fenbridge kitchens offered the highest price of the three bidders",
      ]);
    });

  it("is found in a CSV, in a compressed file, in UTF-16, and in a file's name", async () => {
    const words = "fenbridge kitchens offered the highest price of the three bidders";
    expect(
      await found(fingerprints, {
        "a.csv": `id,note\n1,"${words}"\n`,
        "b.txt.gz": gzipSync(words),
        "c.txt": Buffer.from(`\ufeff${words}`, "utf16le"),
        [`d/${words.replaceAll(" ", "-")}.png`]: new Uint8Array([0x89, 0x50, 0, 1]),
      }),
    ).toEqual([
      `a.csv null: ${words}`,
      `b.txt.gz null: ${words}`,
      `c.txt null: ${words}`,
      `d/${words.replaceAll(" ", "-")}.png null: ${words}`,
    ]);
  });

  it("is found in a PDF, over lines, with the page it begins on", async () => {
    const pdf = await pdfOf(
      ["Nothing here."],
      ["It is said that Fenbridge Kitchens offered the high-", "est price of the", "three bidders."],
    );
    expect(await inFile(await pdf.save(), "x.pdf")).toEqual([
      "x.pdf 2: fenbridge kitchens offered the highest price of the three bidders",
    ]);
  });

  it("is found in a PDF where one page ends with it and the next begins with it, past what stands at head and foot", async () => {
    const pdf = await pdfOf(
      ["Panel, 2 March", "Some words of ours.", "Fenbridge Kitchens offered the highest", "4.1", "Page 1"],
      ["Panel, 2 March", "price of the three bidders.", "Other words of ours.", "Page 2"],
    );
    expect(await inFile(await pdf.save(), "x.pdf")).toEqual([
      "x.pdf 1: fenbridge kitchens offered the highest price of the three bidders",
    ]);
  });

  it("is found in a PDF's properties, its bookmarks' words, and what is attached to it", async () => {
    const words = "Fenbridge Kitchens offered the highest price of the three bidders";
    const where: string[] = [];
    for (const [place, put] of Object.entries({
      title: (pdf: PDFDocument) => pdf.setTitle(words),
      author: (pdf: PDFDocument) => pdf.setAuthor(words),
      subject: (pdf: PDFDocument) => pdf.setSubject(words),
      keywords: (pdf: PDFDocument) => pdf.setKeywords(words.split(" ")),
      attached: (pdf: PDFDocument) => pdf.attach(Buffer.from(words), "notes.txt", {}),
      "attachment's name": (pdf: PDFDocument) => pdf.attach(Buffer.from("x"), `${words}.txt`, {}),
      bookmark: (pdf: PDFDocument) => {
        const { context, catalog } = pdf;
        const outline = context.nextRef();
        const item = context.register(
          context.obj({ Title: PDFHexString.fromText(words), Parent: outline, Dest: [pdf.getPage(0).ref, "Fit"] }),
        );
        context.assign(outline, context.obj({ Type: "Outlines", First: item, Last: item, Count: 1 }));
        catalog.set(context.obj("Outlines") as never, outline);
      },
    })) {
      const pdf = await pdfOf(["Nothing here."]);
      await put(pdf);
      if ((await inFile(await pdf.save(), "x.pdf")).length > 0) where.push(place);
    }
    expect(where).toEqual(["title", "author", "subject", "keywords", "attached", "attachment's name", "bookmark"]);
  });

  it("is found from an appendix, over the lines it had there", async () => {
    expect(await inFile("<p>At last the sealed bids were opened by the monitoring officer at noon.</p>")).toEqual([
      "x.html null: the sealed bids were opened by the monitoring officer at noon",
    ]);
  });

  it("is found from the front matter: title, summary, a limb read as a sentence, an implication", async () => {
    expect(
      await inFile(`<h1>Award of the catering contract to Fenbridge Kitchens</h1>We know.
        <p>The dearest of three bidders is proposed, for reasons</p>We know.
        <p>The Panel awards the contract to Fenbridge Kitchens for three years</p>We know.
        <p>It costs nine thousand pounds a year more than the present kitchen</p>`),
    ).toEqual([
      "x.html null: award of the catering contract to fenbridge kitchens",
      "x.html null: the dearest of three bidders is proposed for reasons",
      "x.html null: awards the contract to fenbridge kitchens for three years",
      "x.html null: costs nine thousand pounds a year more than the present kitchen",
    ]);
  });

  describe("that is a table of figures", () => {
    it("is found whole, with its figures written in another way", async () => {
      const rows = [
        ["Fenbridge Kitchens", "3.41", "1204000"],
        ["Marsh Foods", "3.07", "1084000"],
        ["Old Mill", "2.98", "1052000"],
      ];
      const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
      const csv = rows.map((row) => row.join(",")).join("\n");
      const json = JSON.stringify(rows);
      const named = JSON.stringify(rows.map(([bidder, meal, year]) => ({ bidder, meal, year })));
      const words = "null: fenbridge kitchens 341 1204000 marsh foods 307 1084000 old mill 298 1052000";
      expect(await found(fingerprints, { "a.html": html, "b.csv": csv, "c.json": json, "d.json": named })).toEqual([
        `a.html ${words}`,
        `b.csv ${words}`,
        `c.json ${words}`,
        `d.json ${words}`,
      ]);
    });

    it("is found where only one of its rows was pasted, among other rows", async () => {
      expect(
        await inFile(
          "<td>Someone</td><td>9</td></tr><tr><td>Marsh Foods</td><td>£3.07</td><td>£1,084,000</td></tr><td>Nobody</td>",
        ),
      ).toEqual(["x.html null: marsh foods 307 1084000"]);
    });
  });

  it("of four to seven words is found whole, and not in part", async () => {
    expect(await inFile("<p>We would walk away below forty, they said.</p>")).toEqual([
      "x.html null: walk away below forty",
    ]);
    expect(await inFile("<p>We would walk away below fifty.</p>")).toEqual([]);
  });

  it("is not found where seven of its words stand together, or eight with one changed", async () => {
    expect(await inFile("<p>offered the highest price of the three</p>")).toEqual([]);
    expect(await inFile("<p>Fenbridge Kitchens offered the lowest price of the three bidders</p>")).toEqual([]);
  });

  it("is not found in words that nobody pasted", async () => {
    expect(
      await inFile("<p>The Panel considered the price and the quality of every one of the bids, in private.</p>"),
    ).toEqual([]);
  });

  it("is not found under another key", async () => {
    expect(await found(fingerprints, { "x.html": OFFERED }, new Uint8Array(32).fill(8))).toEqual([]);
  });

  it("is found behind a link to a file; a link to a folder, and what holds no text, are listed as not searched", async () => {
    const folder = mkdtempSync(join(tmpdir(), "clear-days-links-"));
    mkdirSync(join(folder, "site"));
    writeFileSync(join(folder, "paper.txt"), OFFERED);
    symlinkSync(join(folder, "paper.txt"), join(folder, "site/linked.txt"));
    symlinkSync(folder, join(folder, "site/around"));
    symlinkSync(join(folder, "gone"), join(folder, "site/gone"));
    writeFileSync(join(folder, "site/x.png"), new Uint8Array([0x89, 0x50, 0, 1]));
    writeFileSync(join(folder, "site/broken.pdf"), "%PDF-1.7 and no more");
    writeFileSync(join(folder, "site/scan.pdf"), await (await pdfOf([])).save());
    writeFileSync(join(folder, "site/broken.gz"), new Uint8Array([0x1f, 0x8b, 1]));
    const steps: string[] = [];
    const result = await findPassages({
      folder: join(folder, "site"),
      fingerprints,
      key: KEY,
      progress: (step) => steps.push(step),
    });
    rmSync(folder, { recursive: true });
    expect(result.findings.map(({ file }) => file)).toEqual(["linked.txt"]);
    expect([...result.unsearched].sort()).toEqual(["around", "broken.gz", "broken.pdf", "gone", "scan.pdf", "x.png"]);
    expect(result.files).toBe(5);
    expect(steps[0]).toBe("Searching broken.gz, 1 of 5");
  });

  it("is found in a PDF of which one page is a scan, which is listed as not wholly searched", async () => {
    const folder = mkdtempSync(join(tmpdir(), "clear-days-scan-"));
    writeFileSync(join(folder, "x.pdf"), await (await pdfOf(["we walk away below forty"], [])).save());
    const result = await findPassages({ folder, fingerprints, key: KEY });
    rmSync(folder, { recursive: true });
    expect(result.findings).toEqual([{ file: "x.pdf", page: 1, words: "walk away below forty", count: 4 }]);
    expect(result.unsearched).toEqual(["x.pdf"]);
  });

  it("is not looked for where there is no folder", async () => {
    await expect(findPassages({ folder: "/no/such/folder", fingerprints, key: KEY })).rejects.toThrow(
      "There is no folder",
    );
  });

  it("is found in good time where a file is one long word", async () => {
    expect(await inFile(`${"a".repeat(3_000_000)} ${OFFERED}`, "x.txt")).toEqual([`x.txt null: ${OFFERED_WORDS}`]);
    expect(await inFile(`<p>${"<".repeat(20_000)} ${OFFERED}`, "x.html")).toEqual([`x.html null: ${OFFERED_WORDS}`]);
  });
});
