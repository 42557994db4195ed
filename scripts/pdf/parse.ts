/** Reads PDF's notation: objects, and the file that Chromium writes, object by object along its own table. For printing/. */
import { inflateSync } from "node:zlib";
import { type PdfDict, PdfName, type PdfObject, PdfRef, PdfStream, PdfString } from "./objects.ts";

/** Something that the notation does not have, or that Chromium does not write. */
export class NotUnderstood extends Error {}

const DELIMITERS = new Set("()<>[]{}/% \t\r\n\f\0");

/** Reads objects one after the other from text with one character a byte. */
export class ObjectReader {
  readonly text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** Passes over spaces and comments. */
  skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 32 || code === 10 || code === 13 || code === 9 || code === 0 || code === 12) this.at += 1;
      else if (code === 37) {
        const end = this.text.indexOf("\n", this.at);
        this.at = end < 0 ? this.text.length : end + 1;
      } else return;
    }
  }

  /** Takes `word` if it stands next. */
  takes(word: string): boolean {
    this.skipSpace();
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  /** The next object. References are read as such: `12 0 R`. */
  object(): PdfObject {
    this.skipSpace();
    const { text } = this;
    const first = text[this.at];
    switch (first) {
      case "/":
        return new PdfName(this.nameAfterSlash());
      case "(":
        return new PdfString(this.literal());
      case "[":
        return this.array();
      case "<":
        return text[this.at + 1] === "<" ? this.dictionary() : new PdfString(this.hex());
      case undefined:
        throw new NotUnderstood("the file ends too early");
    }
    const word = this.word();
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.numberOrReference(word);
    if (word === "true") return true;
    if (word === "false") return false;
    if (word === "null") return null;
    throw new NotUnderstood(`\`${word || first}\` where an object should be`);
  }

  /** Letters up to the next space or delimiter. */
  word(): string {
    const from = this.at;
    while (this.at < this.text.length && !DELIMITERS.has(this.text[this.at] as string)) this.at += 1;
    return this.text.slice(from, this.at);
  }

  private numberOrReference(word: string): number | PdfRef {
    if (!/^\d+$/.test(word)) return Number(word);
    const reference = /^[ \n\r]0[ \n\r]R(?![A-Za-z])/.exec(this.text.slice(this.at, this.at + 6));
    if (!reference) return Number(word);
    this.at += reference[0].length;
    return new PdfRef(Number(word));
  }

  private nameAfterSlash(): string {
    this.at += 1;
    const word = this.word();
    return word.includes("#")
      ? word.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      : word;
  }

  private array(): PdfObject[] {
    this.at += 1;
    const items: PdfObject[] = [];
    while (!this.takes("]")) items.push(this.object());
    return items;
  }

  private dictionary(): PdfDict {
    this.at += 2;
    const entries: PdfDict = new Map();
    while (!this.takes(">>")) {
      this.skipSpace();
      if (this.text[this.at] !== "/") throw new NotUnderstood("a dictionary whose key is no name");
      const key = this.nameAfterSlash();
      entries.set(key, this.object());
    }
    return entries;
  }

  private hex(): string {
    const end = this.text.indexOf(">", this.at);
    if (end < 0) throw new NotUnderstood("a string without its end");
    const digits = this.text.slice(this.at + 1, end).replace(/\s+/g, "");
    if (/[^0-9a-fA-F]/.test(digits)) throw new NotUnderstood("a string of digits with something else in it");
    this.at = end + 1;
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, "hex").toString("latin1");
  }

  private literal(): string {
    let depth = 0;
    let bytes = "";
    for (; this.at < this.text.length; this.at++) {
      const letter = this.text[this.at] as string;
      if (letter === "\\") bytes += this.escaped();
      else if (letter === "(") {
        if (depth++ > 0) bytes += letter;
      } else if (letter === ")") {
        if (--depth === 0) {
          this.at += 1;
          return bytes;
        }
        bytes += letter;
      } else bytes += letter;
    }
    throw new NotUnderstood("a string without its end");
  }

  /** What an escape stands for; leaves `at` on its last character. */
  private escaped(): string {
    const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4));
    if (octal) {
      this.at += octal[0].length;
      return String.fromCharCode(Number.parseInt(octal[0], 8) & 255);
    }
    this.at += 1;
    const letter = this.text[this.at] ?? "";
    if (letter === "\r" && this.text[this.at + 1] === "\n") this.at += 1;
    const known: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\r": "", "\n": "" };
    return known[letter] ?? letter;
  }
}

/** What a stream holds, unpacked. Chromium leaves one as it is where packing would not make it shorter. */
export function contentOf({ dict, bytes }: PdfStream): Uint8Array {
  const filter = dict.get("Filter");
  if (filter === undefined) return bytes;
  if (!(filter instanceof PdfName) || filter.name !== "FlateDecode" || dict.has("DecodeParms"))
    throw new NotUnderstood("a stream that is packed in another way");
  try {
    return inflateSync(bytes);
  } catch {
    throw new NotUnderstood("a stream that cannot be unpacked");
  }
}

/** A file as Chromium writes it: one plain table of objects, no updates, nothing packed but streams. */
export interface PlainFile {
  readonly trailer: PdfDict;
  readonly object: (number: number) => PdfObject;
  readonly count: number;
}

/** Reads the file along its table. Throws NotUnderstood for anything that is not as Chromium writes it. */
export function readPlainFile(bytes: Uint8Array): PlainFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1];
  if (!text.startsWith("%PDF-1.") || !start) throw new NotUnderstood("the print is not a whole PDF");
  const table = /^xref\s+0 (\d+)\s*\n/.exec(text.slice(Number(start), Number(start) + 40));
  if (!table) throw new NotUnderstood("the print has no plain table of objects");
  const count = Number(table[1]);
  const offsets = offsetsOf(text, Number(start) + table[0].length, count);
  const reader = new ObjectReader(text, Number(start) + table[0].length + 20 * count);
  if (!reader.takes("trailer")) throw new NotUnderstood("the table of objects does not end where it says");
  const trailer = reader.object();
  if (!(trailer instanceof Map) || trailer.has("Prev") || trailer.has("Encrypt"))
    throw new NotUnderstood("the print was updated or locked after it was made");

  const known = new Map<number, PdfObject>();
  const object = (number: number): PdfObject => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const offset = offsets[number];
    if (offset === undefined) throw new NotUnderstood(`there is no object ${number}`);
    const read = readObject(new ObjectReader(text, offset), number, bytes, object);
    known.set(number, read);
    return read;
  };
  return { trailer, object, count };
}

function offsetsOf(text: string, from: number, count: number): (number | undefined)[] {
  return Array.from({ length: count }, (_, number) => {
    const line = text.slice(from + 20 * number, from + 20 * number + 20);
    const entry = /^(\d{10}) \d{5} ([nf])[ \r][\n\r]$/.exec(line);
    if (!entry) throw new NotUnderstood(`line ${number} of the table of objects is broken`);
    return entry[2] === "n" ? Number(entry[1]) : undefined;
  });
}

function readObject(
  reader: ObjectReader,
  number: number,
  bytes: Uint8Array,
  lookUp: (number: number) => PdfObject,
): PdfObject {
  if (!reader.takes(`${number} 0 obj`)) throw new NotUnderstood(`object ${number} is not where the table has it`);
  const value = reader.object();
  if (reader.takes("endobj")) return value;
  if (!(value instanceof Map) || !reader.takes("stream")) throw new NotUnderstood(`object ${number} does not end`);
  if (reader.text[reader.at] === "\r") reader.at += 1;
  reader.at += 1;
  const given = value.get("Length");
  const length = given instanceof PdfRef ? lookUp(given.number) : given;
  if (typeof length !== "number") throw new NotUnderstood(`object ${number} does not say how long it is`);
  const stream = new PdfStream(value, bytes.subarray(reader.at, reader.at + length));
  reader.at += length;
  if (!reader.takes("endstream") || !reader.takes("endobj"))
    throw new NotUnderstood(`object ${number} is not as long as it says`);
  return stream;
}
