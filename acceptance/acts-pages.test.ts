/** The pages and packs that only acts after the agenda make: the sample's copy, with each of them carried out. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeEdit } from "../scripts/examples/councils.ts";
import { issue } from "../scripts/issue.ts";
import type { Asked } from "../scripts/issuing/issued.ts";
import { loadCouncil } from "../scripts/load/council.ts";
import { startBrowser } from "../scripts/printing/browser.ts";
import { Printer } from "../scripts/printing/printer.ts";
import { PROJECT } from "../scripts/templating/environment.ts";
import { hasJava, javaIsRequired } from "./java.ts";
import { nuFaults } from "./nu-checker.ts";
import { type PrintedRecord, pageFaults, readPack, structureFaults } from "./pack-checks.ts";
import { axeFaults, htmlFaults, inertFaults, linkFaults, overflowFaults } from "./page-checks.ts";
import { type BuiltSite, builtSite } from "./sample-site.ts";

const SCRUTINY = "2026-12-03-childrens-scrutiny";
const CABINET = "2026-09-28-cabinet";
const CANCELLED = "2026-12-14-cabinet";
const folderOf = (id: string) => `content/meetings/2026/${id}`;

let root: string;
let restricted: string;
let site: BuiltSite;
let browser: Browser;
const printer = new Printer();

beforeAll(async () => {
  browser = await startBrowser();
  root = mkdtempSync(join(tmpdir(), "clear-days-acts-"));
  restricted = mkdtempSync(join(tmpdir(), "restricted-"));
  for (const name of ["content", "data"]) cpSync(join(PROJECT, name), join(root, name), { recursive: true });
  await carryOut();
  site = await builtSite("public", root);
}, 120_000);
afterAll(async () => {
  await site?.close();
  await browser?.close();
  await printer.close();
  for (const folder of [root, restricted]) if (folder) rmSync(folder, { recursive: true, force: true });
});

async function carryOut(): Promise<void> {
  const act = (address: string, asked: Asked & { restricted?: string } = {}, now = "2026-11-21T10:00") =>
    issue({ root, address, now, ...asked }, printer, () => {});
  await act(SCRUTINY);
  makeEdit(root, {
    file: `${folderOf(SCRUTINY)}/recovery-plan-progress-november.md`,
    find: "Eleven schools have joined",
    put: "Twelve schools have joined",
  });
  makeEdit(root, {
    file: `${folderOf(SCRUTINY)}/agenda.md`,
    find: "    title: Work programme\n    for: discussion\n",
    put: '    title: Work programme\n    for: discussion\n  - { id: fire, number: "8", title: A fire at a children\'s home, for: discussion, urgent: It was last night. }\n',
  });
  await act(SCRUTINY, { reason: "A school joined, and there was a fire." }, "2026-11-27T16:50");
  makeEdit(root, { file: `${folderOf("2026-10-21-council")}/minutes.md`, find: "ended:", put: 'ended: "22:59" #' });
  await act("2026-10-21-council", { reason: "The time at which it ended was wrong." });
  await act(CANCELLED, { kind: "notice" });
  makeEdit(root, {
    file: `${folderOf(CANCELLED)}/meeting.md`,
    find: "status: scheduled",
    put: "status: cancelled\nbecause: There is no business.",
  });
  await act(CANCELLED);
  const contract = `${folderOf(CABINET)}/agency-contract-report.md`;
  mkdirSync(dirname(join(restricted, contract)), { recursive: true });
  writeFileSync(
    join(restricted, contract),
    "---\ntitle: Award of the agency contract\naccess: exempt\nagendaItem: 8\nfrom: Director of Children's Services\ncontactOfficer: { role: Director }\nbackgroundPapers: none\n---\n## What was offered\n\nFour suppliers offered.\n",
  );
  await act(CABINET, { kind: "release", papers: ["agency-contract-report"], restricted, reason: "It is signed." });
  await act("2026-07-13-cabinet", {
    kind: "withdrawal",
    papers: ["inspection-of-safeguarding"],
    reason: "It named a family.",
  });
}

const every = async (check: (url: string, html: string) => Promise<string[]> | string[]) => {
  const faults: string[] = [];
  for (const [url, html] of site.pages) for (const fault of await check(url, html)) faults.push(`${url} ${fault}`);
  return faults;
};

describe("every page after a revision, a correction, a cancellation, a release and a withdrawal", () => {
  it("is there: earlier versions, the tombstone, the record", () => {
    expect([...site.pages.keys()]).toEqual(
      expect.arrayContaining([
        `/meetings/${SCRUTINY}/recovery-plan-progress-november/version-1/`,
        "/meetings/2026-10-21-council/minutes/version-1/",
        "/meetings/2026-07-13-cabinet/inspection-of-safeguarding/",
        `/meetings/${CABINET}/agency-contract-report/`,
        `/meetings/${CANCELLED}/record/`,
        "/record/",
        "/forward-plan/agency-contract/",
      ]),
    );
  });

  it("passes html-validate, leads nowhere that is not there, and holds nothing that runs", async () => {
    const page = await browser.newPage();
    const faults = await every(async (url, html) => [
      ...(await htmlFaults(html)),
      ...linkFaults(url, html, site.anchors),
      ...(await inertFaults(page, html)),
    ]);
    await page.close();
    expect(faults).toEqual([]);
  });

  if (hasJava || javaIsRequired) it("passes the Nu checker", () => expect(nuFaults(site.folder)).toEqual([]));

  for (const width of [360, 1280])
    it(`passes axe and fits a screen ${width} wide`, { timeout: 300_000 }, async () => {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 800 });
      const faults = await every(async (url) => {
        await page.goto(site.address + url, { waitUntil: "load" });
        // What changed is folded away, and has to be looked at too.
        await page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true");
        return [...(await axeFaults(page)), ...(await overflowFaults(page))];
      });
      await page.close();
      expect(faults).toEqual([]);
    });
});

describe("every pack after them", () => {
  it("has its pages, each with its number, and is titled, tagged and labelled", async () => {
    const { council } = loadCouncil(root, { drafts: false });
    const faults: string[] = [];
    for (const meeting of council?.meetings ?? [])
      for (const { record } of meeting.issued) {
        if (!record.pack) continue;
        const bytes = readFileSync(join(site.folder, `meetings/${meeting.id}/${record.pack.address}`));
        const pack = await readPack(bytes);
        for (const fault of [
          ...pageFaults(pack, record as PrintedRecord),
          ...(await structureFaults(pack, record as PrintedRecord)),
        ])
          faults.push(`${meeting.id} ${record.pack.address}: ${fault}`);
      }
    expect(faults).toEqual([]);
  });
});
