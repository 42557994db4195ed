/** What takes too long for every test run: a pack of more than 1,000 pages, held to PDF/UA-1 and to one numbering. `npm run soak`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeGeneratedCouncil } from "../scripts/bench/generated-council.ts";
import { makeDraftPack } from "../scripts/draft-pack.ts";
import { Printer } from "../scripts/printing/printer.ts";
import { type ReadPack, readPack } from "./pack-checks.ts";
import { packTranscript } from "./pack-transcript.ts";
import { uaReports, whyNotRun } from "./verapdf/verapdf.ts";

const root = mkdtempSync(join(tmpdir(), "long-pack-"));
const file = join(root, "pack.pdf");
let pack: ReadPack;
beforeAll(async () => {
  const { meeting } = writeGeneratedCouncil(root, { reports: 100 });
  const printer = new Printer();
  await makeDraftPack({ root, meeting, out: file }, printer, () => {}).finally(() => printer.close());
  pack = await readPack(readFileSync(file));
}, 900_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a pack of more than 1,000 pages", () => {
  it("has them, each with its number, which is its label", async () => {
    expect(pack.pages.length).toBeGreaterThan(1000);
    pack.pages.forEach((text, index) => {
      expect(text, `page ${index + 1}`).toMatch(new RegExp(`Page ${index + 1}(?!\\d)`));
    });
    // Labels that only count from 1 are what a viewer shows by itself, and pdf.js leaves them out.
    const labels = (await pack.document.getPageLabels()) ?? pack.pages.map((_, index) => String(index + 1));
    expect(labels).toEqual(pack.pages.map((_, index) => String(index + 1)));
  });

  it("has no fault as a screen reader tells it", { timeout: 900_000 }, async () => {
    const { faults } = await packTranscript(readFileSync(file));
    expect(faults).toEqual([]);
  });

  it("is PDF/UA-1", { timeout: 1_800_000 }, async () => {
    const why = await whyNotRun();
    if (why) {
      process.stdout.write(`veraPDF: not run (${why})\n`);
      return;
    }
    const [report] = await uaReports([file]);
    writeFileSync(join(root, "report.json"), JSON.stringify(report));
    expect(report?.faults).toEqual([]);
    expect(report?.passed).toBeGreaterThan(100_000);
  });
});
