/**
 * Makes a pack: prints each part once, learns on which page everything stands, prints the front sheet with those numbers,
 * and puts all of it together. Called by the flows of issuing and for draft packs.
 */
import { join } from "node:path";
import { placeAppendix } from "../appendices/place-appendix.ts";
import { type Appendix, readAppendix } from "../appendices/read-appendix.ts";
import { assemble } from "../assembling/assemble.ts";
import type { AssemblyPart } from "../assembling/assembly.ts";
import type { PageRange } from "../model/record.ts";
import type { KeptPrint } from "../printing/kept-print.ts";
import type { Printer } from "../printing/printer.ts";
import { linkTargets } from "./link-targets.ts";
import { type PackDocument, packDocument } from "./pack-document.ts";
import { END, type PackAppendix, type PackPart, type PackRequest, partsOf, TOP } from "./pack-parts.ts";
import { type FirstPages, PackSheets } from "./pack-sheets.ts";

export interface MadePack {
  readonly bytes: Uint8Array;
  readonly title: string;
  readonly firstPage: number;
  readonly lastPage: number;
  readonly parts: readonly MadePart[];
  /** What an officer should know of it. */
  readonly warnings: readonly string[];
}

export interface MadePart {
  readonly id: string;
  readonly kind: PackPart["kind"];
  readonly pages: PageRange;
  readonly blocks: Readonly<Record<string, PageRange>>;
  readonly appendices: readonly { readonly id: string; readonly pages: PageRange; readonly isAccessible: boolean }[];
}

/** A part as it is printed, or an appendix on its sheets. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly source: string;
  readonly under?: string;
  readonly print: KeptPrint;
}

/** Where prints are kept between runs, in the council's folder. */
export function printCache(root: string): string {
  return join(root, ".cleardays/prints");
}

/** Makes the pack. `root` is the council's folder, which appendices and images are read from. */
export async function makePack(
  request: PackRequest,
  root: string,
  printer: Printer,
  progress: (step: string) => void = () => {},
): Promise<MadePack> {
  printer.warmUp();
  const planned = partsOf(request);
  const appendices = await readAppendices(root, planned);
  const parts = planned.map((part) => withAccess(part, appendices));
  const document = packDocument(request, parts);
  const sheets = new PackSheets(root, request.site, request);
  progress("Printing the pack");
  const { sections, front: first } = await printSections(
    sheets,
    document,
    appendices,
    printer,
    printCache(root),
    progress,
  );
  const { front, pages } = await settle(first, sections, request.firstPage, (numbers) =>
    printer.print([sheets.front(document, numbers)], printCache(root)).then(([print]) => print as KeptPrint),
  );
  progress("Putting the pack together");
  const labelled = [{ key: "front", title: document.name, source: "agenda.md", print: front }, ...sections].map(
    (section): AssemblyPart => ({ ...section, labels: labelsFrom(pages.get(section.key) ?? 1, section.print) }),
  );
  const bytes = assemble({
    title: document.title,
    author: request.site.council.settings.name,
    language: document.language,
    issuedAt: request.issuedAt,
    parts: labelled,
    target: linkTargets(request, parts),
  });
  const count = labelled.reduce((sum, { print }) => sum + print.pages.length, 0);
  return {
    bytes,
    title: document.name,
    firstPage: request.firstPage,
    lastPage: request.firstPage + count - 1,
    parts: parts.map((part) => madePart(part, sections, pages)),
    warnings: sections.flatMap(({ source, print }) => missingLetters(source, print)),
  };
}

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

/** Prints all parts, the sheets of appendices and the front sheet side by side, and lays the appendices on their sheets. */
export async function printSections(
  sheets: PackSheets,
  document: PackDocument,
  appendices: Appendices,
  printer: Printer,
  cache: string | null,
  progress: (step: string) => void,
): Promise<{ sections: Section[]; front: KeptPrint }> {
  const planned = document.parts.flatMap((part) => [
    { part, appendix: null, job: sheets.part(part, document, part.source) },
    ...part.appendices.map((appendix) => {
      const read = appendices.get(appendix.key) as Appendix;
      const pages = read.pages.map(({ box, turn }) => ({ landscape: isLandscape(box, turn) }));
      return { part, appendix, job: sheets.appendix(appendix, part, document, pages) };
    }),
  ]);
  const prints = await printer.print([sheets.front(document, {}), ...planned.map(({ job }) => job)], cache, progress);
  const sections = planned.map(({ part, appendix }, index): Section => {
    const print = prints[index + 1] as KeptPrint;
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
  return { sections, front: prints[0] as KeptPrint };
}

function isLandscape([, , width, height]: readonly [number, number, number, number], turn: number): boolean {
  return turn % 180 === 0 ? width > height : height > width;
}

/** Prints the front sheet with the pages that all parts then begin on: once more only where that makes it longer. */
async function settle(
  first: KeptPrint,
  sections: readonly Section[],
  firstPage: number,
  print: (pages: FirstPages) => Promise<KeptPrint>,
): Promise<{ front: KeptPrint; pages: ReadonlyMap<string, number> }> {
  let { length } = first.pages;
  for (let times = 0; times < 4; times++) {
    const pages = new Map([["front", firstPage]]);
    let next = firstPage + length;
    for (const section of sections) {
      pages.set(section.key, next);
      next += section.print.pages.length;
    }
    const front = await print(Object.fromEntries([...pages].map(([key, page]) => [key, String(page)])));
    if (front.pages.length === length) return { front, pages };
    length = front.pages.length;
  }
  throw new Error("The front sheet's length changes every time that it is given the pages' numbers");
}

export function labelsFrom(first: number, { pages }: KeptPrint): string[] {
  return pages.map((_, index) => String(first + index));
}

function madePart(part: PackPart, sections: readonly Section[], pages: ReadonlyMap<string, number>): MadePart {
  const print = printOf(sections, part.id);
  const first = pages.get(part.id) ?? 1;
  const page = (anchor: string): number => {
    const place = print.anchors.get(anchor);
    if (!place) throw new Error(`The print of ${part.id} has no place named ${anchor}`);
    return first + place.page;
  };
  return {
    id: part.id,
    kind: part.kind,
    pages: { first: page(TOP), last: page(END) },
    blocks: Object.fromEntries(
      part.anchors.map((anchor) => [anchor, { first: page(anchor), last: page(`${anchor}--end`) }]),
    ),
    appendices: part.appendices.map(({ id, key, isAccessible }: PackAppendix) => {
      const own = pages.get(key) ?? 1;
      return {
        id,
        pages: { first: own, last: own + printOf(sections, key).pages.length - 1 },
        isAccessible: isAccessible ?? true,
      };
    }),
  };
}

function printOf(sections: readonly Section[], key: string): KeptPrint {
  const found = sections.find((section) => section.key === key);
  if (!found) throw new Error(`${key} was not printed`);
  return found.print;
}

/** A letter that no font has is shown as an empty box. */
function missingLetters(source: string, { missing }: KeptPrint): string[] {
  return missing.length > 0
    ? [`${source}: no font has a shape for ${missing.map(letterName).join(", ")}; readers see an empty box there.`]
    : [];
}

function letterName(letter: string): string {
  return `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
}
