/** What is asked of every pack. Each check takes a pack as pdf.js reads it and gives its faults as sentences. */
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { IssueRecord } from "../scripts/model/record.ts";

/** The record of an act that printed a PDF. */
export type PrintedRecord = IssueRecord & { readonly pack: NonNullable<IssueRecord["pack"]> };

export interface ReadPack {
  readonly document: PDFDocumentProxy;
  /** The text of each page, first to last, with single spaces. */
  readonly pages: readonly string[];
}

export async function readPack(bytes: Uint8Array): Promise<ReadPack> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : ""))
        .join("")
        .replace(/\s+/g, " "),
    );
  }
  return { document, pages };
}

/** The number of pages is the one on record, and every page carries its own. */
export function pageFaults({ pages }: ReadPack, { pack }: PrintedRecord): string[] {
  const faults: string[] = [];
  if (pages.length !== pack.lastPage - pack.firstPage + 1)
    faults.push(`the record says pages ${pack.firstPage} to ${pack.lastPage}, and there are ${pages.length}`);
  pages.forEach((text, index) => {
    const number = pack.firstPage + index;
    if (!new RegExp(`Page ${number}(?!\\d)`).test(text)) faults.push(`page ${number} does not carry its number`);
  });
  return faults;
}

/** An item of the agenda: its title, and the papers under it, by the record's names. */
export interface ExpectedItem {
  readonly title: string;
  readonly papers: readonly string[];
}

/** Every paper's title is on the page that the record has, and beside its own item the agenda has that page. */
export function agendaFaults(
  { pages }: ReadPack,
  record: PrintedRecord,
  titles: ReadonlyMap<string, string>,
  items: readonly ExpectedItem[],
): string[] {
  const faults: string[] = [];
  for (const paper of record.papers) {
    const title = titles.get(paper.id);
    if (!title) continue;
    const page = pages[paper.pages.first - record.pack.firstPage];
    // A report's first page has its title twice: at the head of the page, where every page of it has it, and as heading.
    const times = paper.kind === "report" ? 2 : 1;
    if ((page?.split(title).length ?? 0) - 1 < times)
      faults.push(`"${title}" is not on page ${paper.pages.first}, where the record has it`);
  }
  if (record.kind !== "agenda") return faults;
  const agenda = pages.find((text) => / Agenda 1 /.test(text)) ?? "";
  let from = agenda.indexOf(" Agenda 1 ");
  items.forEach(({ title, papers }, index) => {
    const begin = agenda.indexOf(title, from);
    const next = items[index + 1];
    const end = next ? agenda.indexOf(next.title, begin + title.length) : agenda.length;
    if (begin < 0 || end < 0) faults.push(`the agenda does not have "${title}" in its place`);
    const own = agenda.slice(begin, end);
    from = begin + title.length;
    for (const id of papers) {
      const first = record.papers.find((paper) => paper.id === id)?.pages.first;
      if (first && !new RegExp(`page ${first}(?!\\d)`).test(own))
        faults.push(`beside "${title}" the agenda does not give page ${first}`);
    }
  });
  return faults;
}

/** Title, language, tags, bookmarks, and page labels that agree with the printed numbers. */
export async function structureFaults({ document }: ReadPack, record: PrintedRecord): Promise<string[]> {
  const faults: string[] = [];
  const { info } = (await document.getMetadata()) as {
    info: { Title?: string; Language?: string; IsAcroFormPresent?: boolean };
  };
  if (!info.Title?.includes(record.pack.title)) faults.push(`its title is ${info.Title}`);
  if (!info.Language) faults.push("it does not say its language");
  const marks = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  if (!marks?.get("Marked")) faults.push("it is not tagged");
  for (let number = 1; number <= document.numPages; number++) {
    const tree = await (await document.getPage(number)).getStructTree();
    if (!tree || tree.children.length === 0) faults.push(`page ${number} of the file has no tags`);
  }
  const outline = await document.getOutline();
  if (!outline || outline.length < 1) faults.push("it has no bookmarks");
  const labels = await document.getPageLabels();
  const wanted = Array.from({ length: document.numPages }, (_, index) => String(record.pack.firstPage + index));
  // Labels that only count from 1 are what a viewer shows by itself, and pdf.js leaves them out.
  if ((labels ?? wanted.map((_, index) => String(index + 1))).join() !== wanted.join())
    faults.push(`its page labels are ${labels}`);
  return faults;
}

/** Every link inside the pack leads to a page of it, and to the first page of every paper there is one before it. */
export async function linkFaults({ document }: ReadPack, record: PrintedRecord): Promise<string[]> {
  const faults: string[] = [];
  const targets = new Set<number>();
  for (let number = 1; number <= document.numPages; number++) {
    const annotations = (await (await document.getPage(number)).getAnnotations()) as {
      subtype: string;
      dest?: string | unknown[];
      url?: string;
    }[];
    for (const { subtype, dest, url } of annotations) {
      if (subtype !== "Link" || url) continue;
      const target = typeof dest === "string" ? await document.getDestination(dest) : dest;
      const page = target?.[0] as Parameters<typeof document.getPageIndex>[0] | undefined;
      if (!page) faults.push(`a link on page ${number} leads nowhere (${String(dest)})`);
      else if (number < 4) targets.add((await document.getPageIndex(page)) + record.pack.firstPage);
    }
  }
  for (const { id, pages } of record.papers)
    if (record.kind !== "minutes" && !targets.has(pages.first))
      faults.push(`no link of the agenda leads to page ${pages.first}, where ${id} begins`);
  return faults;
}

/** Words that must be found one after the other through the pack. */
export function orderFaults({ pages }: ReadPack, words: readonly string[]): string[] {
  const text = pages.join(" ");
  let from = 0;
  for (const each of words) {
    const at = text.indexOf(each, from);
    if (at < 0) return [`"${each}" is missing, or comes too early`];
    from = at + each.length;
  }
  return [];
}

/** Every page of every appendix is there, with the text that was found in it on its own. */
export async function appendixFaults(
  pack: ReadPack,
  record: PrintedRecord,
  read: (file: string) => Uint8Array,
): Promise<string[]> {
  const faults: string[] = [];
  for (const { appendices } of record.papers)
    for (const { id, file, pages } of appendices) {
      const own = await readPack(read(file));
      if (own.pages.length !== pages.last - pages.first + 1)
        faults.push(`${id} has ${own.pages.length} pages, and the pack keeps ${pages.first} to ${pages.last}`);
      own.pages.forEach((text, index) => {
        const words = text.trim().split(" ").slice(0, 12).join(" ");
        if (words === "") faults.push(`page ${index + 1} of ${id} has no text to know it by`);
        if (!pack.pages[pages.first - record.pack.firstPage + index]?.includes(words))
          faults.push(`page ${index + 1} of ${id} is not on page ${pages.first + index}`);
      });
    }
  return faults;
}
