/**
 * Lays a pack out: prints each part once, learns on which page everything stands, and prints the front sheet with those
 * numbers. What is laid out is put together in make-pack.ts, and for members elsewhere.
 */
import { join } from "node:path";
import { placeAppendix } from "../appendices/place-appendix.ts";
import { type Appendix, readAppendix } from "../appendices/read-appendix.ts";
import type { PageRange } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import type { KeptPrint } from "../printing/kept-print.ts";
import type { Printer, PrintJob } from "../printing/printer.ts";
import { type PackDocument, packDocument } from "./pack-document.ts";
import { END, type PackAppendix, type PackPart, type PackRequest, partsOf, TOP } from "./pack-parts.ts";
import { type FirstPages, PackSheets } from "./pack-sheets.ts";

/** The front sheet, a part as it is printed, or an appendix on its sheets. */
export interface Section {
  readonly key: string;
  readonly title: string;
  /** The file that an officer mends, where something is wrong in it. */
  readonly source: string;
  readonly under?: string;
  readonly print: KeptPrint;
  readonly firstPage: number;
}

export interface LaidOut {
  readonly document: PackDocument;
  /** The front sheet, then each part with its appendices. */
  readonly sections: readonly Section[];
  readonly lastPage: number;
}

export interface MadePart {
  readonly id: string;
  readonly kind: PackPart["kind"];
  readonly pages: PageRange;
  readonly blocks: Readonly<Record<string, PageRange>>;
  readonly appendices: readonly { readonly id: string; readonly pages: PageRange; readonly isAccessible: boolean }[];
}

/** What it is laid out with. */
export interface Press {
  /** The council's folder, which appendices and images are read from. */
  readonly root: string;
  readonly printer: Printer;
  /** Where prints are kept; null keeps none. */
  readonly cache: string | null;
  readonly progress: (step: string) => void;
}

/** Where prints are kept between runs, in the council's folder. */
export function printCache(root: string): string {
  return join(root, ".cleardays/prints");
}

/** Lays the pack out; in large print where the request has the pages that the pack itself was printed on. */
export async function layOut(request: PackRequest, { root, printer, cache, progress }: Press): Promise<LaidOut> {
  printer.warmUp();
  const planned = partsOf(request);
  const appendices = await readAppendices(root, planned);
  const parts = planned.map((part) => withAccess(part, appendices));
  const document = packDocument(request, parts);
  const sheets = new PackSheets(root, request.site, {
    issuedAt: request.issuedAt,
    isLargePrint: request.printed !== undefined,
  });
  progress(request.printed ? "Printing it large" : "Printing the pack");
  const press = { root, printer, cache, progress };
  const front = (pages: FirstPages) => sheets.front(document, pages);
  const { sections, others } = await printParts(sheets, document, appendices, press, [front({})]);
  const named = (key: string, page: number) => pageName(request, key, page);
  return settle(others[0] as KeptPrint, sections, { document, firstPage: request.firstPage, named }, (pages) =>
    printer.print([front(pages)], cache).then(([print]) => print as KeptPrint),
  );
}

/** How the agenda names a page: by its number; in large print, by the pack's and then its own. */
function pageName({ printed }: PackRequest, key: string, page: number): string {
  if (!printed) return String(page);
  const [part = "", appendix] = key.split("/");
  const own = printed.get(part);
  const there = appendix ? own?.appendices.find(({ id }) => id === appendix)?.pages.first : own?.pages.first;
  return `${there} (${LARGE_PRINT}${page} here)`;
}

/** Before the numbers of large print's own pages. */
export const LARGE_PRINT = "L";

export type Appendices = ReadonlyMap<string, Appendix>;

export async function readAppendices(root: string, parts: readonly PackPart[]): Promise<Appendices> {
  const read = new Map<string, Appendix>();
  for (const { file, key } of parts.flatMap((part) => part.appendices)) read.set(key, await readAppendix(root, file));
  return read;
}

/** The part, with whether each of its appendices has tags for those who cannot see it. */
export function withAccess(part: PackPart, read: Appendices): PackPart {
  const appendices = part.appendices.map((each) => ({ ...each, isAccessible: read.get(each.key)?.elements !== null }));
  return { ...part, appendices };
}

/** Prints all parts, the sheets of appendices and `others` side by side, and lays the appendices on their sheets. */
export async function printParts(
  sheets: PackSheets,
  document: PackDocument,
  appendices: Appendices,
  { printer, cache, progress }: Press,
  others: readonly PrintJob[],
): Promise<{ sections: Unplaced[]; others: KeptPrint[] }> {
  const planned = document.parts.flatMap((part) => [
    { part, appendix: null, job: sheets.part(part, document, part.source) },
    ...part.appendices.map((appendix) => {
      const read = appendices.get(appendix.key) as Appendix;
      const pages = read.pages.map(({ box, turn }) => ({ landscape: isLandscape(box, turn) }));
      return { part, appendix, job: sheets.appendix(appendix, part, document, pages) };
    }),
  ]);
  const prints = await printer.print([...others, ...planned.map(({ job }) => job)], cache, progress);
  const sections = planned.map(({ part, appendix }, index): Unplaced => {
    const print = prints[others.length + index] as KeptPrint;
    if (!appendix) return { key: part.id, title: part.running, source: part.source, print };
    const words = (page: number) =>
      `Page ${page + 1} of ${appendix.title}, as supplied, without words that can be read out.`;
    return {
      key: appendix.key,
      title: appendix.title,
      source: appendix.file,
      under: part.id,
      print: placeAppendix(print, appendices.get(appendix.key) as Appendix, words),
    };
  });
  return { sections, others: prints.slice(0, others.length) };
}

function isLandscape([, , width, height]: readonly [number, number, number, number], turn: number): boolean {
  return turn % 180 === 0 ? width > height : height > width;
}

/** A section before its page is known. */
export type Unplaced = Omit<Section, "firstPage">;

/** Prints the front sheet with the pages that all parts then begin on: once more only where that makes it longer. */
async function settle(
  first: KeptPrint,
  sections: readonly Unplaced[],
  {
    document,
    firstPage,
    named,
  }: { document: PackDocument; firstPage: number; named: (key: string, page: number) => string },
  print: (pages: FirstPages) => Promise<KeptPrint>,
): Promise<LaidOut> {
  let { length } = first.pages;
  for (let times = 0; times < 4; times++) {
    let next = firstPage + length;
    const placed = sections.map((section): Section => {
      const at = next;
      next += section.print.pages.length;
      return { ...section, firstPage: at };
    });
    const front = await print(Object.fromEntries(placed.map(({ key, firstPage: at }) => [key, named(key, at)])));
    if (front.pages.length === length) {
      const own = { key: FRONT, title: document.name, source: "agenda.md", print: front, firstPage };
      return { document, sections: [own, ...placed], lastPage: next - 1 };
    }
    length = front.pages.length;
  }
  throw new Error("The front sheet's length changes every time that it is given the pages' numbers");
}

export const FRONT = "front";

/** The pages of each part, of all its blocks, and of its appendices, as the record has them. */
export function pagesOf({ document, sections }: LaidOut): MadePart[] {
  const section = (key: string): Section => {
    const found = sections.find((each) => each.key === key);
    if (!found) throw new Error(`${key} was not printed`);
    return found;
  };
  return document.parts.map((part) => partPages(part, section));
}

function partPages(part: PackPart, section: (key: string) => Section): MadePart {
  const { print, firstPage } = section(part.id);
  const page = (anchor: string): number => {
    const place = print.anchors.get(anchor);
    if (!place)
      throw new Refusal(
        `${part.source}: Chromium does not say on which page \`${anchor}\` stands, so the pack's pages cannot be given. Change the words around it a little, and please report it.`,
      );
    return firstPage + place.page;
  };
  return {
    id: part.id,
    kind: part.kind,
    pages: { first: page(TOP), last: page(END) },
    blocks: Object.fromEntries(
      part.anchors.map((anchor) => [anchor, { first: page(anchor), last: page(`${anchor}--end`) }]),
    ),
    appendices: part.appendices.map(({ id, key, isAccessible }: PackAppendix) => {
      const own = section(key);
      return {
        id,
        pages: { first: own.firstPage, last: own.firstPage + own.print.pages.length - 1 },
        isAccessible: isAccessible ?? true,
      };
    }),
  };
}
