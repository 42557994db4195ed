/**
 * Reads a PDF that somebody supplied: its pages as they look, with links that lead somewhere, their tags and bookmarks
 * where it has them, and nothing else. Called by packs/ before a pack is laid out.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "@cantoo/pdf-lib";
import { Refusal } from "../model/refusal.ts";
import type { KeptBookmark, KeptElement, KeptObject, KeptPlace } from "../printing/kept-print.ts";
import { appearances, type Drawing } from "./appearances.ts";
import { ObjectKeeper } from "./keep-objects.ts";
import { balanced } from "./page-commands.ts";
import { readForeignTags } from "./read-tags.ts";

/** Larger than this, in bytes or pages, and a file is not an appendix but an archive. */
const MOST_BYTES = 150_000_000;
const MOST_PAGES = 2000;

export interface AppendixPage {
  /** What the page shows: left, bottom, width and height, in its own points, and by how much it is turned. */
  readonly box: readonly [number, number, number, number];
  readonly turn: 0 | 90 | 180 | 270;
  /** Commands, not packed, which close what they open. */
  readonly commands: Uint8Array;
  /** The page's resources among the appendix's objects; null for a page that draws nothing. */
  readonly resources: readonly { readonly kind: string; readonly entries: readonly (readonly [string, number])[] }[];
  /** Filled fields and stamps, which lie on the page. */
  readonly drawings: readonly Drawing[];
  /** Whether there are words on it that a program could read out. */
  readonly hasText: boolean;
}

export interface AppendixLink {
  readonly page: number;
  readonly rect: readonly number[];
  readonly uri: string | null;
  readonly place: KeptPlace | null;
}

export interface Appendix {
  readonly pages: readonly AppendixPage[];
  readonly objects: readonly KeptObject[];
  readonly links: readonly AppendixLink[];
  /** Null where it has no tags that can be taken over: then it is not accessible, and readers are told. */
  readonly elements: readonly KeptElement[] | null;
  readonly bookmarks: readonly KeptBookmark[];
  readonly language: string | null;
}

/** Reads the appendix in `file`. Refuses, saying which file and what to do, what cannot go into a pack. */
export async function readAppendix(root: string, file: string): Promise<Appendix> {
  const document = await openPdf(file, readFileSync(join(root, file)));
  if (hasHiddenLayers(document))
    throw new Refusal(`${file} has layers that are switched off, which a pack would show. Print it to a new PDF.`);
  const pages = document.getPages();
  if (pages.length > MOST_PAGES)
    throw new Refusal(`${file} has ${pages.length} pages; an appendix may have ${MOST_PAGES}. Split it.`);
  const pageIndex = new Map(pages.map((page, index) => [page.ref.toString(), index]));
  const { links, linkIndex } = linksOf(pages, pageIndex);
  const tags = readForeignTags(document, pageIndex, linkIndex);
  const keeper = new ObjectKeeper(document, tags ? "keep" : "drop");
  const read = pages.map((page): AppendixPage => {
    const { x, y, width, height } = page.getCropBox();
    const commands = balanced(commandsOf(page), tags ? "keep" : "drop");
    return {
      box: [x, y, width, height],
      turn: turnOf(page),
      commands,
      resources: resourcesOf(page, keeper),
      drawings: appearances(page, keeper),
      hasText: /\b(Tj|TJ)\b|[)>]\s*['"]/.test(commands.toString("latin1")),
    };
  });
  const language = document.catalog.lookup(PDFName.of("Lang"));
  return {
    pages: read,
    objects: keeper.kept,
    links,
    elements: tags?.elements ?? null,
    bookmarks: bookmarksOf(document, pageIndex),
    language: language instanceof PDFString || language instanceof PDFHexString ? language.decodeText() : null,
  };
}

async function openPdf(file: string, bytes: Uint8Array): Promise<PDFDocument> {
  if (bytes.length > MOST_BYTES)
    throw new Refusal(
      `${file} has ${Math.round(bytes.length / 1_000_000)} MB; an appendix may have ${MOST_BYTES / 1_000_000}. Save it with smaller pictures, or split it.`,
    );
  if (!Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-"))
    throw new Refusal(`${file} is not a PDF, whatever its name says. Save it as PDF from the program that made it.`);
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    // Pages are looked for only when they are asked for; a file without any is found out here.
    if (document.getPages().length > 0) return document;
  } catch (error) {
    if (/encrypt/i.test((error as Error).message))
      throw new Refusal(`${file} is protected with a password. Save it again as a plain PDF without one.`);
  }
  throw new Refusal(`${file} is broken or breaks off, and cannot be read. Save it again as a plain PDF.`);
}

function turnOf(page: PDFPage): AppendixPage["turn"] {
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}

function commandsOf(page: PDFPage): Buffer {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((each) => page.node.context.lookup(each)) : [contents];
  const parts = streams.flatMap((stream) =>
    stream instanceof PDFRawStream ? [Buffer.from(decodePDFRawStream(stream).decode()), Buffer.from("\n")] : [],
  );
  return Buffer.concat(parts);
}

function resourcesOf(page: PDFPage, keeper: ObjectKeeper): AppendixPage["resources"] {
  const resources = page.node.Resources();
  return (resources?.entries() ?? []).flatMap(([key, value]) => {
    const kind = key.decodeText();
    const found = value instanceof PDFRef ? page.node.context.lookup(value) : value;
    if (kind === "ProcSet" || !(found instanceof PDFDict)) return [];
    return [
      { kind, entries: found.entries().map(([name, object]) => [name.decodeText(), keeper.keep(object)] as const) },
    ];
  });
}

/** Links to addresses on the web, and to pages of the file. All else that a link could do is not taken over. */
function linksOf(pages: readonly PDFPage[], pageIndex: ReadonlyMap<string, number>) {
  const links: AppendixLink[] = [];
  const linkIndex = new Map<string, number>();
  pages.forEach((page, index) => {
    const annotations = page.node.Annots();
    for (const ref of annotations?.asArray() ?? []) {
      const entry = page.node.context.lookup(ref);
      if (!(entry instanceof PDFDict) || entry.lookup(PDFName.of("Subtype"))?.toString() !== "/Link") continue;
      const rect = numbersOf(entry.lookup(PDFName.of("Rect")));
      const action = entry.lookup(PDFName.of("A"));
      const uri = action instanceof PDFDict ? action.lookup(PDFName.of("URI")) : undefined;
      const address = uri instanceof PDFString || uri instanceof PDFHexString ? uri.decodeText() : null;
      const place = placeOf(entry.lookup(PDFName.of("Dest")) ?? destinationOf(action), pageIndex);
      const isWeb = address !== null && /^(https?|mailto):/i.test(address);
      if (rect.length !== 4 || (!isWeb && !place)) continue;
      linkIndex.set(ref.toString(), links.push({ page: index, rect, uri: isWeb ? address : null, place }) - 1);
    }
  });
  return { links, linkIndex };
}

function destinationOf(action: PDFObject | undefined): PDFObject | undefined {
  return action instanceof PDFDict && action.lookup(PDFName.of("S"))?.toString() === "/GoTo"
    ? action.lookup(PDFName.of("D"))
    : undefined;
}

/** A place that is written out as a page; one that has only a name is not looked for. */
function placeOf(value: PDFObject | undefined, pageIndex: ReadonlyMap<string, number>): KeptPlace | null {
  if (!(value instanceof PDFArray)) return null;
  const page = pageIndex.get(value.get(0)?.toString() ?? "");
  if (page === undefined) return null;
  const [left, top] = [value.get(2), value.get(3)];
  return {
    page,
    left: left instanceof PDFNumber ? left.asNumber() : 0,
    top: top instanceof PDFNumber ? top.asNumber() : 10_000,
  };
}

function bookmarksOf(document: PDFDocument, pageIndex: ReadonlyMap<string, number>): KeptBookmark[] {
  const seen = new Set<PDFDict>();
  const level = (parent: PDFDict): KeptBookmark[] => {
    const marks: KeptBookmark[] = [];
    for (let entry = parent.lookup(PDFName.of("First")); entry instanceof PDFDict && !seen.has(entry); ) {
      seen.add(entry);
      const title = entry.lookup(PDFName.of("Title"));
      const place = placeOf(
        entry.lookup(PDFName.of("Dest")) ?? destinationOf(entry.lookup(PDFName.of("A"))),
        pageIndex,
      );
      const children = level(entry);
      if (place && (title instanceof PDFString || title instanceof PDFHexString))
        marks.push({ title: title.decodeText(), place, children });
      else marks.push(...children);
      entry = entry.lookup(PDFName.of("Next"));
    }
    return marks;
  };
  const outlines = document.catalog.lookup(PDFName.of("Outlines"));
  return outlines instanceof PDFDict ? level(outlines) : [];
}

function hasHiddenLayers(document: PDFDocument): boolean {
  const layers = document.catalog.lookup(PDFName.of("OCProperties"));
  const shown = layers instanceof PDFDict ? layers.lookup(PDFName.of("D")) : undefined;
  if (!(shown instanceof PDFDict)) return false;
  const off = shown.lookup(PDFName.of("OFF"));
  return (off instanceof PDFArray && off.size() > 0) || shown.lookup(PDFName.of("BaseState"))?.toString() === "/OFF";
}

export function numbersOf(value: PDFObject | undefined): number[] {
  return value instanceof PDFArray
    ? value.asArray().flatMap((each) => (each instanceof PDFNumber ? [each.asNumber()] : []))
    : [];
}
