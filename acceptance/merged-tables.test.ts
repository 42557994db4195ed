/** A report whose tables have merged cells and several rows of headings: its page on the web, and its pack as a PDF. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { councilWith, JUNE } from "../scripts/examples/councils.ts";
import { startBrowser } from "../scripts/printing/browser.ts";
import { keepVeraPdfCount } from "../scripts/verapdf-counts.ts";
import { hasJava } from "./java.ts";
import { nuFaults } from "./nu-checker.ts";
import { packTranscript, type Transcript } from "./pack-transcript.ts";
import { axeFaults, htmlFaults, overflowFaults } from "./page-checks.ts";
import { printAgain } from "./printed-again.ts";
import { type BuiltSite, builtSite } from "./sample-site.ts";
import { elementsOf, type StructureElement, structureTree } from "./structure-tree.ts";
import { countOf, uaReports, whyNotRun } from "./verapdf/verapdf.ts";

/** Enough rows that the table, and a merged cell in it, reach over pages. */
const LONG = Array.from({ length: 30 }, (_, at) =>
  [
    `| Team ${at + 1} | Visits | ${at} | on time \\ or not |`,
    `| ^^ | Plans | ${at} | ^^ |`,
    `| ^^ | Reviews | ${at} | late |`,
  ].join("\n"),
).join("\n");

const TABLES = `More than half.

Table 1: costs by quarter

| Area | << | 2025 to 2026 | << | 2026 to 2027 | << |
| --- | --- | --: | --: | --: | --: |
| ^^ | ^^ | April | October | April | October |
| --- | --- | --- | --- | --- | --- |
| Children in care | Planned | 40 | 42 | Not yet \\ known | << |
| ^^ | Made | 38 | 39 | ^^ | ^^ |
| Care leavers | Made | 12 | 11 | 10 | 9 |
| All areas | << | 50 | 50 | | 9 |

| Measure | Target | Now |
| --- | --: | --: |
| Children in care | << | << |
| Visits on time | 95 | 90 |
| Homes | << | << |
| Beds | 4 | 3 |
| Source: the council's own figures | << | << |

Table 3: every team

| | << | Work | << |
| --- | --- | --- | --- |
| Team | Kind | Count | Said |
| --- | --- | --- | --- |
${LONG}

More than half`;

const { root, remove } = councilWith({ file: `${JUNE}/progress.md`, find: "More than half", put: TABLES });
const planted = mkdtempSync(join(tmpdir(), "merged-tables-"));
let site: BuiltSite;
let browser: Browser;
let page: string;
let pack: Uint8Array;
let transcript: Transcript;
let tables: StructureElement[];

beforeAll(async () => {
  const { pack: made } = await printAgain(root, "2026-06-01-panel");
  pack = made.bytes;
  writeFileSync(join(planted, "pack.pdf"), pack);
  transcript = await packTranscript(pack);
  const tree = structureTree(await PDFDocument.load(pack, { updateMetadata: false }));
  tables = [...elementsOf(tree)].filter(({ type }) => type === "Table");
  site = await builtSite("preview", root);
  browser = await startBrowser();
  page = site.pages.get("/meetings/2026-06-01-panel/progress/") ?? "";
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  remove();
  rmSync(planted, { recursive: true, force: true });
});

const look = async (width: number, check: (open: Page) => Promise<string[]>): Promise<string[]> => {
  const open = await browser.newPage();
  await open.setViewport({ width, height: 900 });
  await open.goto(`${site.address}/meetings/2026-06-01-panel/progress/`);
  const faults = await check(open);
  await open.close();
  return faults;
};

describe("the report on the web", () => {
  it("has its tables with merged cells", () => {
    expect(page).toContain('<th colspan="2" scope="colgroup">2025 to 2026</th>');
    expect(page).toContain('<th rowspan="3" scope="rowgroup">Team 30</th>');
    expect(page).not.toMatch(/&lt;&lt;|\^\^/);
  });
  it("is sound HTML", async () => expect(await htmlFaults(page)).toEqual([]));
  it.runIf(hasJava)("is sound by the rules of HTML's own checker, which counts rows and columns", async () => {
    writeFileSync(join(planted, "page.html"), page);
    expect(await nuFaults(planted)).toEqual([]);
  });
  it("is accessible, and does not reach over the edge, on a phone and a desktop", async () => {
    for (const width of [360, 1280]) {
      expect(await look(width, axeFaults), String(width)).toEqual([]);
      expect(await look(width, overflowFaults), String(width)).toEqual([]);
    }
  });
  it("tells a reader in the browser which cells are headers, of columns or of rows", async () => {
    const tree = await look(1280, async (open) => [
      JSON.stringify(await open.accessibility.snapshot({ interestingOnly: false })),
    ]);
    const told = [...(tree[0] ?? "").matchAll(/"role":"(columnheader|rowheader)"[^{}]*?"name":"([^"]*)"/g)];
    const first = told.map(([, role, name]) => `${role} ${name}`).slice(0, 13);
    expect(first).toEqual([
      ...["Area", "2025 to 2026", "2026 to 2027", "April", "October", "April", "October"].map(
        (name) => `columnheader ${name}`,
      ),
      ...["Children in care", "Planned", "Made", "Care leavers", "Made", "All areas"].map(
        (name) => `rowheader ${name}`,
      ),
    ]);
  });
});

describe("the report in the pack", () => {
  it("is told without a fault, each cell with what it heads and how far it reaches", () => {
    expect(transcript.faults).toEqual([]);
    const told = transcript.text.split("\n").map((line) => line.trim());
    for (const line of [
      "TH (Column, 2 columns, 2 rows) Area",
      "TH (Column, 2 columns) 2025 to 2026",
      "TH (Row, 2 rows) Children in care",
      "TD (2 columns, 2 rows) Not yet known",
      "TH (Row, 3 columns) Homes",
      "TD (3 columns) Source: the council's own figures",
    ])
      expect(told).toContain(line);
  });

  it("has as many columns in every row of every table, counted with the cells that reach into it", () => {
    const ours = tables.filter((table) => [...elementsOf([table])].some(({ attributes }) => attributes.has("ColSpan")));
    expect(ours.length).toBe(3);
    for (const table of tables) expect(new Set(widths(table)).size).toBe(1);
  });

  it("has the words of a cell that is merged over pages once", () => {
    const text = transcript.text;
    expect(text.match(/Team 30/g)).toHaveLength(1);
    expect(text.match(/on time or not/g)).toHaveLength(30);
  });
});

const notRun = await whyNotRun();
describe("veraPDF", () => {
  it.runIf(!notRun)("finds the pack PDF/UA-1", async () => {
    const reports = await uaReports([join(planted, "pack.pdf")]);
    keepVeraPdfCount("merged-tables", countOf(reports));
    expect(reports[0]?.faults).toEqual([]);
    expect(reports[0]?.compliant).toBe(true);
  });
});

/** How many columns each row has, with those that cells of rows above take in it. */
function widths(table: StructureElement): number[] {
  const taken: number[] = [];
  return [...elementsOf([table])]
    .filter(({ type }) => type === "TR")
    .map(({ children }, row) => {
      taken[row] ??= 0;
      for (const cell of children) {
        if (cell.kind !== "element") continue;
        const span = (name: string) => Number(cell.attributes.get(name) ?? 1);
        for (let down = 0; down < span("RowSpan"); down++)
          taken[row + down] = (taken[row + down] ?? 0) + span("ColSpan");
      }
      return taken[row] ?? 0;
    });
}
