import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCouncil } from "../scripts/load/council.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import { keepVeraPdfCount, tellVeraPdfCounts } from "../scripts/verapdf-counts.ts";
import { printedPacks } from "./printed-packs.ts";
import { type RawObjects, rawPdf } from "./raw-pdf.ts";
import { countOf, type UaReport, uaReports, whyNotRun } from "./verapdf/verapdf.ts";

const { council } = loadCouncil(PROJECT, { drafts: false });
if (!council) throw new Error("The sample council cannot be read");
const packs = printedPacks(council);

const COUNT = "packs-of-the-sample";
const notRun = await whyNotRun();
// npm test says at its end that this part was not run, and why.
if (notRun) keepVeraPdfCount(COUNT, { notRun });

const planted = mkdtempSync(join(tmpdir(), "clear-days-planted-"));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

describe("every pack of the sample", () => {
  it("is there to be checked", () => expect(packs.length).toBeGreaterThanOrEqual(13));

  if (notRun) return;
  let reports: UaReport[] = [];
  beforeAll(async () => {
    reports = await uaReports(packs.map(({ file }) => join(PROJECT, file)));
    keepVeraPdfCount(COUNT, countOf(reports));
  });

  packs.forEach(({ name }, at) =>
    it(`is PDF/UA-1: ${name}`, () => {
      expect(reports[at]?.faults).toEqual([]);
      expect(reports[at]).toMatchObject({ compliant: true, failed: 0 });
      expect(reports[at]?.passed).toBeGreaterThan(100);
    }),
  );
});

/** A PDF that is PDF/UA-1: one page, one square, one figure that says what it is. */
const SOUND = {
  1: "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R /Lang (en) /MarkInfo << /Marked true >> /Metadata 8 0 R /ViewerPreferences << /DisplayDocTitle true >> >>",
  2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> /StructParents 0 /Tabs /S >>",
  4: { stream: "/Figure << /MCID 0 >> BDC 50 50 100 100 re f EMC" },
  5: "<< /Type /StructTreeRoot /K 6 0 R /ParentTree << /Nums [0 [7 0 R]] >> >>",
  6: "<< /Type /StructElem /S /Document /P 5 0 R /K 7 0 R >>",
  7: "<< /Type /StructElem /S /Figure /P 6 0 R /Pg 3 0 R /K 0 /Alt (A square) /A << /O /Layout /BBox [50 50 150 150] >> >>",
  8: metadata("<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>A square</rdf:li></rdf:Alt></dc:title>"),
} satisfies RawObjects;

function metadata(title: string) {
  return {
    entries: "/Type /Metadata /Subtype /XML",
    stream: `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">${title}<pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`,
  };
}

if (!notRun)
  describe("veraPDF finds what is planted", () => {
    const files: Readonly<Record<string, Uint8Array>> = {
      sound: rawPdf(SOUND),
      untitled: rawPdf({ ...SOUND, 8: metadata("") }),
      unmarked: rawPdf({ ...SOUND, 4: { stream: `${SOUND[4].stream} 0 0 20 20 re f 30 0 9 9 re f` } }),
      undescribed: rawPdf({ ...SOUND, 7: SOUND[7].replace("/Alt (A square)", "") }),
      "no-pdf": Buffer.from("These are minutes."),
    };
    let found: Readonly<Record<string, UaReport>> = {};
    beforeAll(async () => {
      const paths = Object.entries(files).map(([name, bytes]) => {
        writeFileSync(join(planted, `${name}.pdf`), bytes);
        return join(planted, `${name}.pdf`);
      });
      const reports = await uaReports(paths);
      found = Object.fromEntries(Object.keys(files).flatMap((name, at) => (reports[at] ? [[name, reports[at]]] : [])));
    });

    it("nothing, in a PDF that is sound", () => {
      expect(found.sound?.faults).toEqual([]);
      expect(found.sound).toMatchObject({ compliant: true, failed: 0 });
    });
    it("no title", () => {
      expect(found.untitled?.faults).toEqual([expect.stringMatching(/^clause 7\.1, test 9, failed once\. .*dc:title/)]);
      expect(found.untitled).toMatchObject({ compliant: false, failed: 1 });
    });
    it("marks on the page that are neither tagged nor artifacts, each with its place", () =>
      expect(found.unmarked?.faults).toEqual([
        expect.stringMatching(/^clause 7\.1, test 3, failed 2 times\. .*: page 1 .*, page 1 /),
      ]));
    it("a figure without alternative", () =>
      expect(found.undescribed?.faults).toEqual([expect.stringMatching(/^clause 7\.3, test 1, failed once\. /)]));
    it("a file that is no PDF at all", () => {
      expect(found["no-pdf"]?.faults).toEqual([expect.stringMatching(/^veraPDF could not check it: .*parse/)]);
      expect(found["no-pdf"]).toMatchObject({ compliant: false, passed: 0, failed: 1 });
    });
  });

describe("where veraPDF cannot be run", () => {
  const said = (programs: readonly string[]) => {
    const path = mkdtempSync(join(planted, "path-"));
    for (const name of programs) writeFileSync(join(path, name), "#!/bin/sh\nexit 0\n", { mode: 0o755 });
    const module = JSON.stringify(join(import.meta.dirname, "verapdf/verapdf.ts"));
    const folder = JSON.stringify(join(planted, "no-jars"));
    const code = `const { whyNotRun } = await import(${module}); console.log(await whyNotRun(${folder}));`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      encoding: "utf8",
      env: { PATH: path },
    });
    return stdout.trim();
  };

  it.runIf(process.platform !== "win32")("it is said why", () => {
    expect(said([])).toBe("there is no Java here");
    expect(said(["java"])).toBe("its jars are not here, and there is no Maven (mvn) to fetch them");
  });
});

describe("the line at the end of npm test", () => {
  it("adds up what every test counted", () =>
    expect(
      tellVeraPdfCounts([
        { packs: 13, checks: 48_211, failed: 0 },
        { packs: 1, checks: 100, failed: 2 },
      ]),
    ).toEqual({ line: "veraPDF: 14 packs, 48,311 checks, 2 failed", ran: true }));
  it("says why nothing was checked", () => {
    expect(tellVeraPdfCounts([{ notRun: "there is no Java here" }])).toEqual({
      line: "veraPDF: not run (there is no Java here)",
      ran: false,
    });
    expect(tellVeraPdfCounts([])).toMatchObject({ ran: false });
    expect(tellVeraPdfCounts([{ packs: 2, checks: 0, failed: 0 }])).toMatchObject({ ran: false });
  });
});
