/**
 * Long packs of a made-up council: one numbering through 300 pages and the website, PDF/UA-1 over 100 pages, and the same
 * bytes from the same papers wherever and whenever they are printed.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeGeneratedCouncil } from "../scripts/bench/generated-council.ts";
import { issue } from "../scripts/issue.ts";
import { loadCouncil } from "../scripts/load/council.ts";
import { Printer } from "../scripts/printing/printer.ts";
import { keepVeraPdfCount } from "../scripts/verapdf-counts.ts";
import { bare, type MappedBlock, mapFaults } from "./map-checks.ts";
import { type ReadPack, readPack } from "./pack-checks.ts";
import { packTranscript } from "./pack-transcript.ts";
import { printedPacks } from "./printed-packs.ts";
import { type BuiltSite, builtSite } from "./sample-site.ts";
import { countOf, uaReports, whyNotRun } from "./verapdf/verapdf.ts";

const folders: string[] = [];
const folder = (name: string): string => {
  const made = mkdtempSync(join(tmpdir(), name));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

describe("a pack of 300 pages", () => {
  const root = folder("generated-300-");
  let pack: ReadPack;
  let site: BuiltSite;
  let papers: readonly { id: string; title: string; first: number; last: number; blocks: MappedBlock[] }[];
  let last: number;

  beforeAll(async () => {
    const { meeting } = writeGeneratedCouncil(root, { reports: 27 });
    const printer = new Printer();
    await issue({ root, address: meeting, now: "2027-02-22T10:00" }, printer, () => {}).finally(() => printer.close());
    const { council } = loadCouncil(root, { drafts: false });
    const [printed] = council ? printedPacks(council) : [];
    if (!printed) throw new Error("The pack was not issued");
    pack = await readPack(readFileSync(join(root, printed.file)));
    last = printed.record.pack.lastPage;
    site = await builtSite("public", root);
    const map = site.anchors.has(`/meetings/${meeting}/pages/pages.json`)
      ? JSON.parse(readFileSync(join(site.folder, `meetings/${meeting}/pages/pages.json`), "utf8"))
      : null;
    papers = map.papers;
  }, 300_000);
  afterAll(() => site?.close());

  it("has them", () => {
    expect(pack.pages.length).toBeGreaterThan(285);
    expect(pack.pages.length).toBe(last);
    expect(papers.length).toBe(27);
  });

  it("has the number of every page at its foot, once, as its label and in the page map", async () => {
    const numbers = pack.pages.map((_, index) => String(index + 1));
    expect(pack.pages.map((text) => /Page (\d+) ?$/.exec(text)?.[1])).toEqual(numbers);
    expect(pack.pages.filter((text) => text.split(/\bPage \d+/).length !== 2)).toEqual([]);
    // Labels that only count from 1 are what a viewer shows by itself, and pdf.js leaves them out.
    expect((await pack.document.getPageLabels()) ?? numbers).toEqual(numbers);
    let next = papers[0]?.first ?? 0;
    for (const { id, first, last: end } of papers) {
      expect(first, id).toBe(next);
      next = end + 1;
    }
    expect(next - 1).toBe(last);
  });

  it("has on its agenda the page that each report begins on, and begins it there", () => {
    const front = pack.pages.slice(0, (papers[0]?.first ?? 1) - 1).join(" ");
    let from = front.indexOf("Agenda 1");
    for (const { id, title, first } of papers) {
      // An item with two papers has its own title above theirs.
      const own = [` ${title} page `, ` ${title}, page `]
        .map((words) => front.indexOf(words, from))
        .filter((at) => at > 0);
      expect(own.length, `${id} on the agenda`).toBeGreaterThan(0);
      from = Math.min(...own) + 1 + title.length;
      expect(front.slice(from), id).toMatch(new RegExp(`^,? page ${first}\\b`));
      expect(bare(pack.pages[first - 1] ?? "").split(bare(title)).length, id).toBeGreaterThanOrEqual(2);
    }
  });

  it("leads from its agenda to those pages", async () => {
    const targets = new Set<number>();
    for (let number = 1; number < (papers[0]?.first ?? 1); number++)
      for (const { dest } of await (await pack.document.getPage(number)).getAnnotations())
        if (Array.isArray(dest)) targets.add((await pack.document.getPageIndex(dest[0])) + 1);
    expect([...targets].sort((one, other) => one - other)).toEqual(papers.map(({ first }) => first));
  });

  it("has every block's words on the pages that the page map gives it", () => {
    const { faults, compared } = mapFaults(root, papers, pack.pages);
    expect(faults).toEqual([]);
    expect(compared).toBeGreaterThan(1000);
  });

  it("is found out where the page map is one page out", () => {
    const moved = papers.map((paper) => ({
      ...paper,
      blocks: paper.blocks.map((block) => ({ ...block, first: block.first + 1, last: block.last + 1 })),
    }));
    const { faults, compared } = mapFaults(root, moved, pack.pages);
    expect(faults.length).toBeGreaterThan(1.8 * compared);
  });

  it("has every page's number on the web page of its paper, in order", () => {
    for (const { id, first, last: end } of papers) {
      const html = site.pages.get(`/meetings/2027-03-09-resources/${id}/`) ?? "";
      const marks = [...html.matchAll(/id="page-(\d+)" role="doc-pagebreak"/g)].map(([, number]) => Number(number));
      expect(marks, id).toEqual(Array.from({ length: end - first + 1 }, (_, index) => first + index));
    }
  });
});

const notRun = await whyNotRun();
const COUNT = "generated-pack";
if (notRun) keepVeraPdfCount(COUNT, { notRun });

/** Nine reports, one of which has Welsh inside its English, and a paragraph of it. */
function writeCouncil(root: string): void {
  writeGeneratedCouncil(root, { reports: 9 });
  const welsh =
    "The sign reads [Croeso i *bawb*]{lang=cy} in Welsh.\n\n[Mae'r paragraff hwn i gyd yn Gymraeg.]{lang=cy}\n";
  appendFileSync(join(root, "content/meetings/2027/2027-03-09-resources/report-002.md"), `\n${welsh}`);
}

describe("a pack of 100 pages", () => {
  const home = folder("generated-100-");
  const papers = join(home, "here");

  /**
   * The bytes of the pack as issued on one day, printed by a program of its own, in a folder and a time zone of its own,
   * and with its clock as far ahead as is said.
   */
  const printed = (name: string, root: string, zone: string, hoursAhead: number, now: string): Uint8Array => {
    const out = join(home, `${name}.pdf`);
    const module = (path: string) => JSON.stringify(join(import.meta.dirname, path));
    const code = `
      const { writeFileSync } = await import("node:fs");
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...given) { given.length === 0 ? super(Real.now() + ${hoursAhead} * 3_600_000) : super(...given); }
        static now() { return Real.now() + ${hoursAhead} * 3_600_000; }
      };
      const { packRequest } = await import(${module("printed-again.ts")});
      const { makePack } = await import(${module("../scripts/packs/make-pack.ts")});
      const { Printer } = await import(${module("../scripts/printing/printer.ts")});
      const request = packRequest(${JSON.stringify(root)}, "2027-03-09-resources", "2027-02-22T10:00", ${JSON.stringify(now)});
      const printer = new Printer();
      const { bytes } = await makePack(request, ${JSON.stringify(root)}, printer);
      await printer.close();
      writeFileSync(${JSON.stringify(out)}, bytes);`;
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      encoding: "utf8",
      env: { ...process.env, TZ: zone },
    });
    if (status !== 0) throw new Error(stderr);
    return readFileSync(out);
  };
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  let first: Uint8Array;
  beforeAll(() => {
    mkdirSync(papers);
    writeCouncil(papers);
    first = printed("first", papers, "Europe/London", 0, "2027-02-22T10:00");
  }, 120_000);

  it("is the same, byte for byte, in another folder, another time zone and on another day", () => {
    const elsewhere = join(home, "a folder with another name/and a longer one");
    mkdirSync(elsewhere, { recursive: true });
    writeCouncil(elsewhere);
    const again = printed("elsewhere", elsewhere, "Pacific/Auckland", 24 * 200, "2027-03-01T08:15");
    expect(hash(again)).toBe(hash(first));
  }, 120_000);

  it("is the same again from the prints that were kept", () => {
    const again = printed("kept", papers, "America/St_Johns", 5, "2027-02-23T10:00");
    expect(hash(again)).toBe(hash(first));
  }, 120_000);

  it("is another where one word of a paper is", () => {
    const file = join(papers, "content/meetings/2027/2027-03-09-resources/report-004.md");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, `${before}\nOne more word.\n`);
    try {
      expect(hash(printed("other", papers, "Europe/London", 0, "2027-02-22T10:00"))).not.toBe(hash(first));
    } finally {
      writeFileSync(file, before);
    }
  }, 120_000);

  it("is told without a fault, and Welsh words as Welsh, in a line and alone", async () => {
    const { text, faults } = await packTranscript(first);
    expect(faults).toEqual([]);
    expect(text).toMatch(/\(cy\) Croeso i bawb/);
    expect(text).toMatch(/\(cy\) Mae'r paragraff hwn i gyd yn Gymraeg/);
  }, 240_000);

  it.skipIf(notRun)(
    "is PDF/UA-1",
    async () => {
      const reports = await uaReports([join(home, "first.pdf")]);
      keepVeraPdfCount(COUNT, countOf(reports));
      expect(reports[0]?.faults).toEqual([]);
      expect(reports[0]).toMatchObject({ compliant: true, failed: 0 });
      expect(reports[0]?.passed).toBeGreaterThan(20_000);
      expect((await readPack(first)).pages.length).toBeGreaterThan(90);
    },
    240_000,
  );
});
