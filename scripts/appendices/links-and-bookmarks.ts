/** Where the links and bookmarks of somebody's PDF lead: to the web, or to a page of the file. For read-appendix.ts. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, type PDFPage } from "@cantoo/pdf-lib";
import { PART_ADDRESS } from "../printing/addresses.ts";
import type { KeptBookmark, KeptPlace } from "../printing/kept-print.ts";
import { numbersOf, wordsOf } from "./values.ts";

export interface AppendixLink {
  readonly page: number;
  readonly rect: readonly number[];
  readonly uri: string | null;
  readonly place: KeptPlace | null;
}

/** The number of each page, from 0, by its object. */
export type PageIndex = ReadonlyMap<string, number>;

export class Destinations {
  private readonly file: PDFDocument;
  private readonly pageIndex: PageIndex;
  private names: ReadonlyMap<string, PDFObject> | null = null;

  constructor(file: PDFDocument, pageIndex: PageIndex) {
    this.file = file;
    this.pageIndex = pageIndex;
  }

  /** Where a link or bookmark leads, if that is in the file. All else that it could do is not taken over. */
  of(entry: PDFDict): KeptPlace | null {
    const action = entry.lookup(PDFName.of("A"));
    const isHere = action instanceof PDFDict && action.lookup(PDFName.of("S")) === PDFName.of("GoTo");
    return this.place(entry.lookup(PDFName.of("Dest")) ?? (isHere ? action.lookup(PDFName.of("D")) : undefined));
  }

  private place(given: PDFObject | undefined): KeptPlace | null {
    let value = given;
    const name = value instanceof PDFName ? value.decodeText() : wordsOf(value);
    if (name !== null) {
      this.names ??= namesOf(this.file);
      value = this.names.get(name);
    }
    if (value instanceof PDFDict) value = value.lookup(PDFName.of("D"));
    if (!(value instanceof PDFArray)) return null;
    const page = this.pageIndex.get(value.get(0)?.toString() ?? "");
    if (page === undefined) return null;
    // Some say only how high the page is to stand, some nothing.
    const isHeight = value.get(1) === PDFName.of("FitH") || value.get(1) === PDFName.of("FitBH");
    const [left, top] = isHeight ? [undefined, value.lookup(2)] : [value.lookup(2), value.lookup(3)];
    return {
      page,
      left: left instanceof PDFNumber ? left.asNumber() : 0,
      top: top instanceof PDFNumber ? top.asNumber() : 10_000,
    };
  }
}

/** Every place that has a name, from the two lists that a file may have of them. */
function namesOf({ catalog }: PDFDocument): Map<string, PDFObject> {
  const names = new Map<string, PDFObject>();
  const seen = new Set<PDFDict>();
  const list = (node: PDFObject | undefined): void => {
    if (!(node instanceof PDFDict) || seen.has(node)) return;
    seen.add(node);
    const own = node.lookup(PDFName.of("Names"));
    for (let at = 0; own instanceof PDFArray && at + 1 < own.size(); at += 2) {
      const [name, place] = [wordsOf(own.lookup(at)), own.lookup(at + 1)];
      if (name !== null && place) names.set(name, place);
    }
    const kids = node.lookup(PDFName.of("Kids"));
    for (let at = 0; kids instanceof PDFArray && at < kids.size(); at++) list(kids.lookup(at));
  };
  const trees = catalog.lookup(PDFName.of("Names"));
  list(trees instanceof PDFDict ? trees.lookup(PDFName.of("Dests")) : undefined);
  const old = catalog.lookup(PDFName.of("Dests"));
  for (const [name] of old instanceof PDFDict ? old.entries() : []) {
    const place = old instanceof PDFDict ? old.lookup(name) : undefined;
    if (place) names.set(name.decodeText(), place);
  }
  return names;
}

/** Links to addresses on the web, and to pages of the file; and the number of each by its object. */
export function linksOf(pages: readonly PDFPage[], destinations: Destinations) {
  const links: AppendixLink[] = [];
  const linkIndex = new Map<string, number>();
  pages.forEach((page, index) => {
    for (const ref of page.node.Annots()?.asArray() ?? []) {
      const entry = page.node.context.lookup(ref);
      if (!(entry instanceof PDFDict) || entry.lookup(PDFName.of("Subtype")) !== PDFName.of("Link")) continue;
      const rect = numbersOf(entry.lookup(PDFName.of("Rect")));
      const action = entry.lookup(PDFName.of("A"));
      const address = action instanceof PDFDict ? wordsOf(action.lookup(PDFName.of("URI"))) : null;
      const place = destinations.of(entry);
      const isWeb = address !== null && isOnTheWeb(address);
      if (rect.length !== 4 || (!isWeb && !place)) continue;
      linkIndex.set(ref.toString(), links.push({ page: index, rect, uri: isWeb ? address : null, place }) - 1);
    }
  });
  return { links, linkIndex };
}

/** Addresses that mean something inside a pack are for our own templates to use. */
function isOnTheWeb(address: string): boolean {
  const isOurs = Object.values(PART_ADDRESS).some((own) => address.toLowerCase().startsWith(own));
  return /^(https?|mailto):/i.test(address) && !isOurs;
}

export function bookmarksOf({ catalog }: PDFDocument, destinations: Destinations): KeptBookmark[] {
  const seen = new Set<PDFDict>();
  const level = (parent: PDFDict): KeptBookmark[] => {
    const marks: KeptBookmark[] = [];
    for (let entry = parent.lookup(PDFName.of("First")); entry instanceof PDFDict && !seen.has(entry); ) {
      seen.add(entry);
      const title = wordsOf(entry.lookup(PDFName.of("Title")));
      const place = destinations.of(entry);
      const children = level(entry);
      if (place && title !== null) marks.push({ title, place, children });
      else marks.push(...children);
      entry = entry.lookup(PDFName.of("Next"));
    }
    return marks;
  };
  const outlines = catalog.lookup(PDFName.of("Outlines"));
  return outlines instanceof PDFDict ? level(outlines) : [];
}
