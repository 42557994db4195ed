/**
 * Makes a pack: lays it out, prints it, learns which page everything stands on, prints it again with those numbers in
 * its agenda, and draws the appendices in their places. Called by issue.ts and for draft packs.
 */
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { PDFDocument, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import type { Browser } from "puppeteer-core";
import type { PageRange } from "../model/record.ts";
import { councilColours, stylesheet } from "../site/assets.ts";
import { makeEnvironment } from "../templating/environment.ts";
import { appendixSizes, drawAppendices } from "./appendix-pages.ts";
import { type PackDocument, packDocument } from "./pack-document.ts";
import { packFonts } from "./pack-fonts.ts";
import type { PackPart, PackRequest } from "./pack-parts.ts";
import { destinations } from "./page-map.ts";

export interface MadePack {
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly firstPage: number;
  readonly lastPage: number;
  readonly parts: readonly MadePart[];
}

export interface MadePart {
  readonly id: string;
  readonly kind: PackPart["kind"];
  readonly pages: PageRange;
  readonly blocks: Readonly<Record<string, PageRange>>;
  readonly appendices: readonly { readonly id: string; readonly pages: PageRange }[];
}

/** Prints the pack. `root` is the council's folder, which appendices and images are read from. */
export async function makePack(
  request: PackRequest,
  root: string,
  browser: Browser,
  progress: (step: string) => void = () => {},
): Promise<MadePack> {
  const files = request.papers.flatMap((paper) => paper.appendices.map((appendix) => appendix.file));
  const document = packDocument(request, await appendixSizes(root, files));
  const offset = request.firstPage - 1;

  progress("Laying out the pack");
  const layOut = async (pages: ReadonlyMap<string, number>): Promise<Print> => {
    const bytes = await print(browser, html(document, root, request, withOffset(pages, offset)));
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    return { pdf, pages: destinations(pdf) };
  };
  const { pdf, pages: settled } = await settle(layOut, progress);

  const pageOf = (anchor: string): number => {
    const page = settled.get(anchor);
    if (page === undefined) throw new Error(`The print has no place named ${anchor}`);
    return page;
  };
  await drawAppendices(pdf, document.parts, root, pageOf);
  finish(pdf, request, document);
  return {
    bytes: await pdf.save({ useObjectStreams: true, updateFieldAppearances: false }),
    title: String(document.name),
    firstPage: request.firstPage,
    lastPage: offset + pdf.getPageCount(),
    parts: document.parts.map((part) => madePart(part, offset, pageOf)),
  };
}

interface Print {
  readonly pdf: PDFDocument;
  readonly pages: ReadonlyMap<string, number>;
}

/** Prints with the pages that the print before it had, until they are its own: the second time, as a rule. */
async function settle(
  layOut: (pages: ReadonlyMap<string, number>) => Promise<Print>,
  progress: (step: string) => void,
): Promise<Print> {
  let before = await layOut(new Map());
  for (let times = 0; times < 5; times++) {
    progress("Printing the pack");
    const printed = await layOut(before.pages);
    if (sameMap(printed.pages, before.pages)) return printed;
    before = printed;
  }
  throw new Error("The pack's pages move every time that its agenda is given their numbers");
}

function madePart(part: PackPart, offset: number, pageOf: (anchor: string) => number): MadePart {
  const range = (from: string, to: string): PageRange => ({ first: offset + pageOf(from), last: offset + pageOf(to) });
  return {
    id: part.id,
    kind: part.kind,
    pages: range(`${part.prefix}top`, `${part.prefix}end`),
    blocks: Object.fromEntries(
      part.anchors.map((anchor) => [anchor, range(`${part.prefix}${anchor}`, `${part.prefix}${anchor}--end`)]),
    ),
    appendices: part.appendices.flatMap(({ id, places }) => {
      const [begin, end] = [places[0], places.at(-1)];
      return begin && end ? [{ id, pages: range(begin.anchor, end.anchor) }] : [];
    }),
  };
}

/** Numbers of pages as readers count them, through all of a meeting's packs. */
function withOffset(pages: ReadonlyMap<string, number>, offset: number): Map<string, number> {
  return new Map([...pages].map(([anchor, page]) => [anchor, page + offset]));
}

function sameMap(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}

/** Title, author and page labels: the viewer's own page box shows the number that is printed on the page. */
function finish(pdf: PDFDocument, request: PackRequest, document: PackDocument): void {
  pdf.setTitle(document.title, { showInWindowTitleBar: true });
  pdf.setAuthor(request.site.council.settings.name);
  pdf.setLanguage(document.language);
  const moment = new Date(`${request.issuedAt ?? request.site.council.now}:00Z`);
  pdf.setCreationDate(moment);
  pdf.setModificationDate(moment);
  const label = pdf.context.obj({ S: "D", St: request.firstPage });
  pdf.catalog.set(PDFName.of("PageLabels"), pdf.context.obj({ Nums: [PDFNumber.of(0), label] }));
}

/** The whole document as one page of HTML that asks nothing of any network. */
function html(document: PackDocument, root: string, request: PackRequest, pages: ReadonlyMap<string, number>): string {
  const environment = makeEnvironment(root);
  const sheets = [stylesheet(root, "paper.css"), stylesheet(root, "pack.css")];
  const css = [
    councilColours(request.site.council.settings.colours),
    packFonts(),
    ...sheets,
    pageRules(document, request),
  ].join("\n");
  const anchors = document.parts.flatMap((part) => [
    `${part.prefix}top`,
    `${part.prefix}end`,
    ...part.anchors.flatMap((anchor) => [`${part.prefix}${anchor}`, `${part.prefix}${anchor}--end`]),
    ...part.appendices.flatMap((appendix) => appendix.places.map((place) => place.anchor)),
  ]);
  const text = environment.render("packs/pack.njk", { pack: document, css, anchors, pages: Object.fromEntries(pages) });
  return text.replace(/src="pack-file:([^"]+)"/g, (_, file: string) => {
    const kind = extname(file) === ".png" ? "png" : "jpeg";
    return `src="data:image/${kind};base64,${readFileSync(join(root, file)).toString("base64")}"`;
  });
}

/** Where page numbers start, and what runs at the head of every part's pages. */
function pageRules(document: PackDocument, { firstPage, issuedAt }: PackRequest): string {
  const draft = issuedAt ? "" : ` @top-center { content: "Draft: not issued"; font-weight: 700; }`;
  const rules = document.parts.map(
    (part, index) => `@page part${index + 1} { @top-right { content: ${cssText(part.running)}; } }
.part${index + 1} { page: part${index + 1}; }`,
  );
  return [
    `@page { @top-left { content: ${cssText(String(document.running))}; }${draft} }`,
    `@page:first { counter-set: page ${firstPage}; @top-left { content: ""; } }`,
    ...rules,
  ].join("\n");
}

/** An officer's words as a CSS string: every character that could end it is written as a code point. */
function cssText(words: string): string {
  const short = words.length > 76 ? `${words.slice(0, 75).trimEnd()}...` : words;
  return `"${short.replace(/[^A-Za-z0-9 ,.:;()-]/g, (character) => `\\${(character.codePointAt(0) ?? 32).toString(16)} `)}"`;
}

async function print(browser: Browser, text: string): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
    await page.setContent(text, { waitUntil: "load" });
    return await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true, timeout: 0 });
  } finally {
    await page.close();
  }
}
