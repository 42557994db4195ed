/** Any file as streams of words, in the order they are read. Called for what is published, and for restricted files. */
import { gunzipSync } from "node:zlib";
import { readMarkup } from "./markup-text.ts";
import { type PdfText, readPdf } from "./pdf-text.ts";
import { wordsOf } from "./words.ts";

/** Words that follow one another. */
export interface WordStream {
  readonly words: readonly string[];
  /** Where each page begins among the words; none where there are no pages. */
  readonly pageStarts: readonly number[];
  /** The number of the first of those pages. */
  readonly firstPage: number;
}

export interface ReadableText {
  readonly streams: readonly WordStream[];
  /** False where there is what we cannot read: a picture, a font, a damaged or locked PDF, a page without text. */
  readonly isRead: boolean;
}

const NOT_READ: ReadableText = { streams: [], isRead: false };
/** A page's end and the next one's beginning are read together over this many words. */
const JOIN = 24;

/** The words in a file's bytes; `name` tells a CSV from other text, and everything else tells itself. */
export async function readableText(bytes: Uint8Array, name: string): Promise<ReadableText> {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (start.includes("%PDF-")) return readPdf(bytes).then(pdfStreams, () => NOT_READ);
  if (start.startsWith("\x1f\x8b")) {
    const inner = unzipped(bytes);
    return inner ? readableText(inner, name.replace(/\.gz$/i, "")) : NOT_READ;
  }
  const text = decoded(bytes);
  if (text === null) return NOT_READ;
  if (/^\s*</.test(text)) return { streams: markupStreams(text), isRead: true };
  if (/^\s*[[{]/.test(text)) return { streams: jsonStreams(text), isRead: true };
  return { streams: textStreams(/\.csv$/i.test(name) ? cellsOf(text) : text), isRead: true };
}

/** The words of a file's name or address, where hyphens and slashes part words and join none. */
export function wordsOfAddress(address: string): string[] {
  let plain = address;
  try {
    plain = decodeURIComponent(address);
  } catch {
    // A stray % is a sign like any other.
  }
  return wordsOf(plain.replace(/[-‐‑_/.+?=&#]+/g, " "));
}

function unzipped(bytes: Uint8Array): Uint8Array | null {
  try {
    return gunzipSync(bytes);
  } catch {
    return null;
  }
}

/** The bytes as text, in the encoding they are in; null for bytes that are none. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 8192).includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function stream(words: readonly string[]): WordStream {
  return { words, pageStarts: [], firstPage: 1 };
}

function textStreams(text: string): WordStream[] {
  return [stream(wordsOf(text)), addressesIn(text)];
}

function markupStreams(source: string): WordStream[] {
  const { text, attributes, hidden } = readMarkup(source);
  return [...textStreams(text), ...textStreams(attributes.join("\n")), ...hidden.flatMap((each) => jsonStreams(each))];
}

/** The words of addresses and short names in a text: `/awards/contract-to-fenbridge/`. */
function addressesIn(text: string): WordStream {
  const addresses = text.split(/[\s"'<>()]+/).filter((each) => /[-_/+%]/.test(each));
  return stream(addresses.flatMap(wordsOfAddress));
}

/** What is said, and apart from it, so that it does not come between, the names of fields. Serves for code as well. */
function jsonStreams(text: string): WordStream[] {
  const names: string[] = [];
  const values = text.replace(/"(?:[^"\\]|\\.)*"(\s*:)?|,/g, (found, isName) => {
    if (found === ",") return "\n";
    const words = found.replace(/\\(u[0-9a-f]{4}|.)/gi, (_: string, sign: string) => {
      if (sign.length > 1) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
      return /[bfnrt]/.test(sign) ? "\n" : sign;
    });
    if (!isName) return words;
    names.push(words);
    return "\n";
  });
  return [...textStreams(values), stream(wordsOf(names.join("\n")))];
}

/** A CSV with a line for each cell, so that the comma between two figures is not taken for one inside a figure. */
function cellsOf(text: string): string {
  return text.replace(/"((?:[^"]|"")*)"|[,;\t]/g, (found, quoted?: string) => quoted ?? (found === "" ? "" : "\n"));
}

async function pdfStreams({ pages, around, attachments }: PdfText): Promise<ReadableText> {
  const words: string[] = [];
  const pageStarts: number[] = [];
  for (const lines of pages) {
    pageStarts.push(words.length);
    for (const word of wordsOf(lines.join("\n"))) words.push(word);
  }
  const streams: WordStream[] = [
    { words, pageStarts, firstPage: 1 },
    ...joins(pages),
    ...textStreams(around.join("\n")),
  ];
  for (const { name, bytes } of attachments) {
    streams.push(...textStreams(name), stream(wordsOfAddress(name)));
    streams.push(...(await readableText(bytes, name.split("\n")[0] ?? "")).streams);
  }
  return { streams, isRead: pages.length > 0 && pages.every((lines) => lines.length > 0) };
}

/**
 * The end of each page with the beginning of the next, without what stands between them at the head and foot: lines that
 * other pages have too, whatever their numbers, and numbers alone.
 */
function joins(pages: PdfText["pages"]): WordStream[] {
  const onPages = new Map<string, number>();
  for (const lines of pages)
    for (const line of new Set(lines.map(withoutNumbers))) onPages.set(line, (onPages.get(line) ?? 0) + 1);
  const isFurniture = (line = "") => withoutNumbers(line) === "" || (onPages.get(withoutNumbers(line)) ?? 0) > 1;
  const flowing = pages.map((lines) => {
    let first = 0;
    let last = lines.length;
    while (first < last && isFurniture(lines[first])) first++;
    while (last > first && isFurniture(lines[last - 1])) last--;
    return lines.slice(first, last).join("\n");
  });
  return flowing.slice(1).map((text, index) => {
    const before = wordsOf(flowing[index] ?? "");
    const after = wordsOf(text).slice(0, JOIN);
    const end = before.slice(-JOIN);
    return { words: [...end, ...after], pageStarts: [0, end.length], firstPage: index + 1 };
  });
}

function withoutNumbers(line: string): string {
  return wordsOf(line.replace(/\p{N}+/gu, "")).join(" ");
}
