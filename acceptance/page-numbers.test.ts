/**
 * One numbering: what the website says of pack pages is what the text of the printed pages proves, for every pack of the
 * sample.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBrowser } from "../scripts/printing/browser.ts";
import { readPack } from "./pack-checks.ts";
import { type BuiltSite, builtSite } from "./sample-site.ts";

interface PageMap {
  readonly address: string;
  readonly packs: readonly { address: string; numbering: string; firstPage: number; lastPage: number }[];
  readonly papers: readonly MappedPaper[];
}
interface MappedPaper {
  readonly id: string;
  readonly minutesOf: string | null;
  readonly address: string;
  readonly pack: string;
  readonly first: number;
  readonly last: number;
  readonly blocks: readonly { anchor: string; kind: string; first: number; last: number; address: string }[];
  readonly appendices: readonly { first: number; last: number }[];
}

let site: BuiltSite;
let browser: Browser;
let maps: PageMap[];

beforeAll(async () => {
  site = await builtSite();
  browser = await startBrowser();
  maps = [...site.anchors.keys()]
    .filter((url) => url.endsWith("/pages/pages.json"))
    .map((url) => JSON.parse(readFileSync(join(site.folder, url), "utf8")) as PageMap);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Words as they are compared: without the spaces, which print and screen set differently. */
const bare = (words: string) => words.replace(/\s+/g, "");

/** The text of every printed page of a meeting's pack, by its number. */
async function printedPages({ address, firstPage }: PageMap["packs"][number]): Promise<Map<number, string>> {
  const { pages } = await readPack(readFileSync(join(site.folder, address)));
  return new Map(pages.map((text, index) => [firstPage + index, bare(text)]));
}

/** What the paper's page on the web says: the words of every block, and its marks in order with the blocks around them. */
async function readWeb(page: Page, url: string) {
  await page.goto(site.address + url, { waitUntil: "load" });
  return (await page.evaluate(`(() => {
    const wordsOf = (element) => {
      const copy = element.cloneNode(true);
      for (const each of copy.querySelectorAll(".number, .letter, .pagebreak")) each.remove();
      return copy.textContent;
    };
    const words = Object.fromEntries([...document.querySelectorAll("main [id]")].map((each) => [each.id, wordsOf(each)]));
    return { words, pages: [...document.querySelectorAll('main [id^="page-"]')].map((each) => Number(each.id.slice(5))) };
  })()`)) as { words: Record<string, string>; pages: number[] };
}

describe("the page numbers of the website", () => {
  it("are there for every meeting with a pack, and each pack's follow those of the one before", () => {
    expect(maps.length).toBeGreaterThan(3);
    for (const { packs } of maps) {
      let next = 1;
      for (const { firstPage, lastPage, numbering } of packs) {
        if (numbering !== "meeting") continue;
        expect(firstPage).toBe(next);
        next = lastPage + 1;
      }
    }
  });

  it("lead from every page of every pack to a place on the web", () => {
    for (const { address, packs } of maps) {
      const last = Math.max(...packs.filter((each) => each.numbering === "meeting").map((each) => each.lastPage));
      const ids = [...(site.anchors.get(`${address}pages/`) ?? [])].filter((id) => /^\d+$/.test(id));
      expect(ids.map(Number), address).toEqual(Array.from({ length: last }, (_, index) => index + 1));
    }
  });

  it("stand on the paper's own page, one for each of its pages and of its appendices", async () => {
    const page = await browser.newPage();
    for (const { papers } of maps)
      for (const paper of papers) {
        if (paper.minutesOf) continue;
        const last = Math.max(paper.last, ...paper.appendices.map((each) => each.last));
        const { pages } = await readWeb(page, paper.address);
        const wanted = Array.from({ length: last - paper.first + 1 }, (_, index) => paper.first + index);
        expect(pages, paper.address).toEqual(wanted);
      }
    await page.close();
  });

  it("are those of the print: each block's words begin on its first page there, and end on its last", async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    let compared = 0;
    for (const { packs, papers } of maps)
      for (const pack of packs) {
        const print = await printedPages(pack);
        for (const paper of papers.filter((each) => each.pack === pack.address)) {
          const { words } = await readWeb(page, paper.address);
          for (const { anchor, kind, first, last, address } of paper.blocks) {
            // Charts and pictures are drawn, and say nothing that print and screen have alike.
            if (kind === "chart" || kind === "image") continue;
            const text = bare(words[anchor] ?? "");
            if (text === "") faults.push(`${address} has no words`);
            if (!print.get(first)?.includes(text.slice(0, 25)))
              faults.push(`${address} does not begin on page ${first}`);
            if (!print.get(last)?.includes(text.slice(-6))) faults.push(`${address} does not end on page ${last}`);
            compared += 1;
          }
        }
      }
    await page.close();
    expect(faults).toEqual([]);
    expect(compared).toBeGreaterThan(100);
  });
});
