/**
 * Reads a PDF that somebody supplied: its pages as they look, with links that lead somewhere, their tags and bookmarks
 * where it has them, and nothing else. Called by packs/ before a pack is laid out.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";
import { Refusal } from "../model/refusal.ts";
import type { KeptBookmark, KeptElement, KeptObject } from "../printing/kept-print.ts";
import { type Appearance, appearances, UndrawnField } from "./appearances.ts";
import { ObjectKeeper } from "./keep-objects.ts";
import { type AppendixLink, bookmarksOf, Destinations, linksOf } from "./links-and-bookmarks.ts";
import { broken, openPdf } from "./open-pdf.ts";
import { balanced, drawn, factsOf } from "./page-commands.ts";
import { type FieldMark, readForeignTags } from "./read-tags.ts";
import { unpacked } from "./unpack.ts";
import { wordsOf } from "./values.ts";

export interface AppendixPage {
  /** What the page shows: left, bottom, width and height, in its own points, and by how much it is turned. */
  readonly box: readonly [number, number, number, number];
  readonly turn: 0 | 90 | 180 | 270;
  /** How large one of its points is. */
  readonly unit: number;
  /** Commands, not packed, which close what they open. */
  readonly commands: Uint8Array;
  /** The page's resources among the appendix's objects. */
  readonly resources: readonly { readonly kind: string; readonly entries: readonly (readonly [string, number])[] }[];
  /** Filled fields and stamps, which lie on the page. */
  readonly drawings: readonly Drawing[];
  /** Whether there are words on it that a program could read out. */
  readonly hasText: boolean;
}

export interface Drawing {
  /** Among the appendix's objects; null for a mark around nothing, as of a box that is not ticked. */
  readonly object: number | null;
  readonly matrix: readonly number[];
  /** Its number among the page's marks; null where no tag knows of it. */
  readonly mark: number | null;
}

export type { AppendixLink };

export interface Appendix {
  readonly pages: readonly AppendixPage[];
  readonly objects: readonly KeptObject[];
  readonly links: readonly AppendixLink[];
  /** Null where it has no tags that can be taken over: then it is not accessible, and readers are told. */
  readonly elements: readonly KeptElement[] | null;
  readonly bookmarks: readonly KeptBookmark[];
  readonly language: string | null;
}

/** What a page's commands may draw with. */
const KINDS = new Set(["Font", "XObject", "ExtGState", "Pattern", "Shading", "ColorSpace", "Properties"]);

/** Reads the appendix in `file`. Refuses, saying which file and what to do, what cannot go into a pack. */
export async function readAppendix(root: string, file: string): Promise<Appendix> {
  return appendixIn(file, readFileSync(join(root, file)));
}

/** The appendix whose bytes these are; `file` is the name that an officer knows it by. */
export async function appendixIn(file: string, bytes: Uint8Array): Promise<Appendix> {
  const document = await openPdf(file, bytes);
  try {
    return read(document);
  } catch (error) {
    if (error instanceof UndrawnField)
      throw new Refusal(
        `${file} is a form whose entries are not drawn in it, and would be missing from a pack. Print it to a new PDF.`,
      );
    // Whatever others wrote that the library or we stumble over: the officer's way out is the same.
    throw broken(file);
  }
}

function read(document: Awaited<ReturnType<typeof openPdf>>): Appendix {
  const pages = document.getPages();
  const pageIndex = new Map(pages.map((page, index) => [page.ref.toString(), index]));
  const destinations = new Destinations(document, pageIndex);
  const { links, linkIndex } = linksOf(pages, destinations);
  const sources = pages.map((page) => {
    const named = namedMarks(page);
    const commands = commandsOf(page);
    return { page, named, commands, facts: factsOf(commands, named), lying: appearances(page) };
  });
  const fieldMarks = fieldMarksOf(sources);
  const tags = readForeignTags(document, {
    pageIndex,
    linkIndex,
    fieldMarks,
    pages: sources.map(({ facts }) => facts),
  });
  const keeper = new ObjectKeeper(document, tags ? "inside" : "drop");
  const read = sources.map(({ page, named, commands, lying }, index): AppendixPage => {
    const numbers = tags?.marks[index] ?? new Set();
    return {
      box: boxOf(page),
      turn: turnOf(page),
      unit: unitOf(page),
      commands: balanced(commands, tags ? { numbers, named } : "drop"),
      resources: resourcesOf(page, keeper),
      drawings: lying.flatMap(({ ref, drawing }): Drawing[] => {
        const mark = fieldMarks.get(ref)?.mark ?? null;
        const own = mark !== null && numbers.has(mark) ? mark : null;
        if (!drawing) return own === null ? [] : [{ object: null, matrix: [], mark: own }];
        return [{ object: keeper.keep(drawing.shape), matrix: drawing.matrix, mark: own }];
      }),
      hasText: hasText(commands, page.node.Resources(), lying),
    };
  });
  const language = wordsOf(document.catalog.lookup(PDFName.of("Lang")));
  return {
    pages: read,
    objects: keeper.kept,
    links,
    elements: tags?.elements ?? null,
    bookmarks: bookmarksOf(document, destinations),
    language: language !== null && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : null,
  };
}

type Source = { readonly facts: { readonly numbers: ReadonlySet<number> }; readonly lying: readonly Appearance[] };

/** A number for each field, after those that the page's own marks have, for the tags to lead to. */
function fieldMarksOf(sources: readonly Source[]): Map<string, FieldMark> {
  const marks = new Map<string, FieldMark>();
  sources.forEach(({ facts, lying }, page) => {
    let next = Math.max(-1, ...facts.numbers) + 1;
    for (const { ref, field } of lying) if (field) marks.set(ref, { page, mark: next++, field });
  });
  return marks;
}

/** What of the page is shown: never more than there is of it. */
function boxOf(page: PDFPage): AppendixPage["box"] {
  const [media, crop] = [page.getMediaBox(), page.getCropBox()];
  const left = Math.max(media.x, crop.x);
  const bottom = Math.max(media.y, crop.y);
  const width = Math.min(media.x + media.width, crop.x + crop.width) - left;
  const height = Math.min(media.y + media.height, crop.y + crop.height) - bottom;
  if (width > 0 && height > 0) return [left, bottom, width, height];
  if (media.width > 0 && media.height > 0) return [media.x, media.y, media.width, media.height];
  throw new Error("A page without any room");
}

function turnOf(page: PDFPage): AppendixPage["turn"] {
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}

function unitOf(page: PDFPage): number {
  const unit = page.node.lookup(PDFName.of("UserUnit"));
  return unit instanceof PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1;
}

function commandsOf(page: PDFPage): Buffer {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
  const parts = streams.flatMap((stream) =>
    stream instanceof PDFRawStream ? [unpacked(stream), Buffer.from("\n")] : [],
  );
  return Buffer.concat(parts);
}

/** The numbers of marks that the page's commands give by a name. */
function namedMarks(page: PDFPage): Map<string, number> {
  const marks = new Map<string, number>();
  const properties = page.node.Resources()?.lookup(PDFName.of("Properties"));
  for (const [name] of properties instanceof PDFDict ? properties.entries() : []) {
    const entry = properties instanceof PDFDict ? properties.lookup(name) : undefined;
    const number = entry instanceof PDFDict ? entry.lookup(PDFName.of("MCID")) : undefined;
    if (number instanceof PDFNumber) marks.set(name.decodeText(), number.asNumber());
  }
  return marks;
}

function resourcesOf(page: PDFPage, keeper: ObjectKeeper): AppendixPage["resources"] {
  const resources = page.node.Resources();
  return (resources?.entries() ?? []).flatMap(([key]) => {
    const kind = key.decodeText();
    const found = resources?.lookup(key);
    if (!KINDS.has(kind) || !(found instanceof PDFDict)) return [];
    const index = (name: PDFName, object: PDFObject): number => {
      const properties = kind === "Properties" ? found.lookup(name) : undefined;
      return properties instanceof PDFDict ? keeper.keepMark(properties) : keeper.keep(object);
    };
    return [
      { kind, entries: found.entries().map(([name, object]) => [name.decodeText(), index(name, object)] as const) },
    ];
  });
}

/** Whether words are shown by the commands, by a picture that they draw, or by a field. */
function hasText(commands: Buffer, resources: PDFDict | undefined, lying: readonly Appearance[]): boolean {
  const seen = new Set<PDFRawStream>();
  const inPicture = (shape: PDFObject | undefined): boolean => {
    if (!(shape instanceof PDFRawStream) || seen.has(shape)) return false;
    seen.add(shape);
    if (shape.dict.lookup(PDFName.of("Subtype")) !== PDFName.of("Form")) return false;
    const own = shape.dict.lookup(PDFName.of("Resources"));
    return inCommands(unpacked(shape), own instanceof PDFDict ? own : resources);
  };
  const inCommands = (source: Buffer, from: PDFDict | undefined): boolean => {
    const found = drawn(source);
    const pictures = from?.lookup(PDFName.of("XObject"));
    if (found.hasText || !(pictures instanceof PDFDict)) return found.hasText;
    return [...found.pictures].some((name) => inPicture(pictures.lookup(PDFName.of(name))));
  };
  return (
    inCommands(commands, resources) ||
    lying.some(({ drawing }) => drawing && inPicture(resources?.context.lookup(drawing.shape)))
  );
}
