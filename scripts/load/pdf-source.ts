/**
 * The objects of a PDF, from whatever program: found by going through the file once, as programs do that mend broken
 * ones, so that nothing of it has to be in order. For pdf-facts.ts.
 */
import { inflateSync } from "node:zlib";
import { type PdfDict, PdfName, type PdfObject, PdfRef } from "../pdf/objects.ts";
import { ObjectReader } from "../pdf/parse.ts";

/** A whole report's objects are a few megabytes; a stream that swells past this was made to. */
const MOST_UNPACKED = 50_000_000;

export class PdfSource {
  /** The file, one character a byte, and after it the text of each stream of packed objects. */
  readonly texts: readonly string[];
  /** Whether a stream of packed objects stayed packed. */
  readonly isUnread: boolean;
  /** Where each object's text begins: the last of its number counts. */
  private readonly places = new Map<number, { readonly text: string; readonly at: number }>();
  private readonly read = new Map<number, PdfObject>();

  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
    const texts = [text];
    let isUnread = false;
    for (const { index, 0: head, 1: number } of text.matchAll(/(?<![\d.])(\d{1,9})\s+\d{1,5}\s+obj\b/g)) {
      const at = index + head.length;
      this.places.set(Number(number), { text, at });
      const packed = packedObjects(text, bytes, at);
      if (packed === null) continue;
      if (packed === "unread") isUnread = true;
      else {
        texts.push(packed.text);
        for (const [own, place] of packed.places) this.places.set(own, { text: packed.text, at: place });
      }
    }
    this.texts = texts;
    this.isUnread = isUnread;
  }

  /** What an object is, or a reference leads to; null where that is not there or cannot be read. */
  get(object: PdfObject | undefined): PdfObject {
    if (!(object instanceof PdfRef)) return object ?? null;
    const { number } = object;
    const known = this.read.get(number);
    if (known !== undefined) return known;
    this.read.set(number, null);
    const place = this.places.get(number);
    const found = place ? objectAt(place.text, place.at) : null;
    this.read.set(number, found instanceof PdfRef ? this.get(found) : found);
    return this.read.get(number) ?? null;
  }

  /** The entry of a dictionary, whatever it leads to. */
  entry(object: PdfObject | undefined, ...names: readonly string[]): PdfObject {
    let found = this.get(object);
    for (const name of names) found = found instanceof Map ? this.get(found.get(name)) : null;
    return found;
  }

  list(object: PdfObject): readonly PdfObject[] {
    const found = this.get(object);
    return Array.isArray(found) ? found : [];
  }

  /** What all of the file hangs from: what it names last, else any catalog there is. */
  get catalog(): PdfDict | null {
    const named = [...(this.texts[0] ?? "").matchAll(/\/Root\s+(\d+)\s+\d+\s+R/g)].at(-1)?.[1];
    const isCatalog = (object: PdfObject) => nameOf(this.entry(object, "Type")) === "Catalog";
    const first = this.get(new PdfRef(Number(named ?? -1)));
    if (first instanceof Map && isCatalog(first)) return first;
    for (const number of this.places.keys()) {
      const found = this.get(new PdfRef(number));
      if (found instanceof Map && isCatalog(found)) return found;
    }
    return null;
  }
}

export function nameOf(object: PdfObject): string | null {
  return object instanceof PdfName ? object.name : null;
}

/** The object that is written at `at`; null where it is none. */
function objectAt(text: string, at: number): PdfObject {
  const end = text.slice(at).search(/endobj|stream\r?\n/);
  const source = text.slice(at, end < 0 ? at + 1_000_000 : at + end);
  try {
    // The reader knows references as Chromium writes them.
    return new ObjectReader(source.replace(/(\d+)\s+\d+\s+R(?![A-Za-z])/g, "$1 0 R")).object();
  } catch {
    return null;
  }
}

interface Packed {
  readonly text: string;
  readonly places: readonly (readonly [number: number, at: number])[];
}

/** The objects packed into the stream whose object's text begins at `at`; null for any other object. */
function packedObjects(text: string, bytes: Uint8Array, at: number): Packed | "unread" | null {
  const head = text.slice(at, at + 2000);
  const begins = /stream\r?\n/.exec(head);
  if (!begins || /endobj/.test(head.slice(0, begins.index))) return null;
  const dictionary = unescaped(head.slice(0, begins.index));
  if (!/\/ObjStm\b/.test(dictionary)) return null;
  const from = at + begins.index + begins[0].length;
  try {
    if (/\/Predictor\s+[^1\s]/.test(dictionary)) return "unread";
    const isPacked = /\/Filter/.test(dictionary);
    const end = text.indexOf("endstream", from);
    const own = isPacked
      ? inflateSync(bytes.subarray(from), { maxOutputLength: MOST_UNPACKED }).toString("latin1")
      : text.slice(from, end);
    const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1]);
    const numbers = own.slice(0, first).trim().split(/\s+/).map(Number);
    const places = numbers.flatMap((number, index) =>
      index % 2 === 0 ? [[number, first + (numbers[index + 1] ?? 0)] as const] : [],
    );
    return { text: own, places };
  } catch {
    return "unread";
  }
}

/** A letter of a name may be written as its code: `/J#61vaScript`. */
export function unescaped(name: string): string {
  return name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
