/**
 * Writes a PDF: objects are numbered as they are asked for, small ones packed together, and the file ends with its table.
 * The same objects in the same order give the same bytes. Used by whatever makes a PDF.
 */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { name, objectText, type PdfDict, type PdfObject, PdfRef, PdfStream, PdfString } from "./objects.ts";

/** Locks what is written, so that only a password opens it. */
export interface Lock {
  /** The dictionary that tells a reader how it is locked. */
  readonly dictionary: (fileId: Uint8Array) => PdfDict;
  readonly encrypt: (bytes: Uint8Array) => Uint8Array;
}

/** Objects packed into one stream: enough to pack well, few enough that a reader finds one quickly. */
const PACKED_TOGETHER = 200;

export class PdfWriter {
  private readonly texts: string[] = [];
  private readonly streams = new Map<number, PdfStream>();
  private count = 1;

  /** A number for an object that is given later. */
  reserve(): PdfRef {
    return new PdfRef(this.count++);
  }

  /** `many` numbers in a row; gives the first. */
  reserveMany(many: number): number {
    const first = this.count;
    this.count += many;
    return first;
  }

  /** Adds an object and gives its reference. */
  add(object: PdfObject): PdfRef {
    const ref = this.reserve();
    this.put(ref.number, object);
    return ref;
  }

  put(number: number, object: PdfObject): void {
    if (object instanceof PdfStream) this.streams.set(number, object);
    else this.texts[number] = objectText(object);
  }

  /** Adds an object that is text already. */
  putText(number: number, text: string): void {
    this.texts[number] = text;
  }

  /** A stream, packed unless it is already. */
  addPacked(dictionary: PdfDict, bytes: Uint8Array): PdfRef {
    return this.add(packed(dictionary, bytes));
  }

  /** The whole file. `root` is the catalogue. */
  file(root: PdfRef, info: PdfRef | null, lock: Lock | null = null): Uint8Array {
    const parts: Uint8Array[] = [];
    let length = 0;
    const write = (bytes: Uint8Array): void => {
      parts.push(bytes);
      length += bytes.length;
    };
    /** By object: 1 and where it begins, or 2, the stream it is packed in, and its place there. */
    const table: [kind: number, where: number, place: number][] = [[0, 0, 65535]];
    const writeStream = (number: number, { dict, bytes }: PdfStream): void => {
      const locked = lock && dict.get("Type") !== XREF ? lock.encrypt(bytes) : bytes;
      table[number] = [1, length, 0];
      const own = lock && dict.get("Type") !== XREF ? (lockStrings(dict, lock) as PdfDict) : dict;
      const entries: PdfDict = new Map(own).set("Length", locked.length);
      write(Buffer.from(`${number} 0 obj\n${objectText(entries)}\nstream\n`, "latin1"));
      write(locked);
      write(Buffer.from("\nendstream\nendobj\n", "latin1"));
    };

    write(Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1"));
    for (const [number, stream] of this.streams) writeStream(number, stream);

    const numbers = this.texts.flatMap((text, number) => (text === undefined ? [] : [number]));
    for (let at = 0; at < numbers.length; at += PACKED_TOGETHER) {
      const together = numbers.slice(at, at + PACKED_TOGETHER);
      const number = this.count++;
      together.forEach((each, place) => {
        table[each] = [2, number, place];
      });
      writeStream(number, this.packTogether(together));
    }

    // Taken from what is in the file, so that the same input has the same name.
    const hash = createHash("sha256");
    for (const part of parts) hash.update(part);
    const fileId = hash.digest().subarray(0, 16);
    const id = new PdfString(fileId.toString("latin1"));
    let encrypt: PdfRef | undefined;
    if (lock) {
      // The dictionary that says how to unlock the file is the one object that cannot be locked, nor packed.
      encrypt = this.reserve();
      table[encrypt.number] = [1, length, 0];
      write(Buffer.from(`${encrypt.number} 0 obj\n${objectText(lock.dictionary(fileId))}\nendobj\n`, "latin1"));
    }
    const start = length;
    const number = this.count++;
    table[number] = [1, start, 0];
    const size = this.count;
    const trailer: PdfDict = new Map<string, PdfObject>([
      ["Type", XREF],
      ["Size", size],
      ["W", [1, 4, 2]],
      ["Root", root],
      ["ID", [id, id]],
    ]);
    if (info) trailer.set("Info", info);
    if (encrypt) trailer.set("Encrypt", encrypt);
    const rows = Buffer.alloc(7 * size);
    for (let each = 0; each < size; each++) {
      const [kind, where, place] = table[each] ?? [0, 0, 65535];
      rows[7 * each] = kind;
      rows.writeUInt32BE(where, 7 * each + 1);
      rows.writeUInt16BE(place, 7 * each + 5);
    }
    writeStream(number, packed(trailer, rows));
    write(Buffer.from(`startxref\n${start}\n%%EOF\n`, "latin1"));
    return Buffer.concat(parts, length);
  }

  private packTogether(numbers: readonly number[]): PdfStream {
    let offset = 0;
    let head = "";
    let body = "";
    for (const number of numbers) {
      const text = this.texts[number] ?? "null";
      head += `${number} ${offset} `;
      body += `${text}\n`;
      offset += text.length + 1;
    }
    const entries: PdfDict = new Map<string, PdfObject>([
      ["Type", name("ObjStm")],
      ["N", numbers.length],
      ["First", head.length],
    ]);
    return packed(entries, Buffer.from(head + body, "latin1"));
  }
}

const XREF = name("XRef");

/** Words in a stream's own dictionary are locked one by one; all others lie in packed streams, and are locked with them. */
function lockStrings(object: PdfObject, lock: Lock): PdfObject {
  if (object instanceof PdfString) {
    const locked = lock.encrypt(Buffer.from(object.bytes, "latin1"));
    return new PdfString(Buffer.from(locked).toString("latin1"));
  }
  if (object instanceof Map) return new Map([...object].map(([key, value]) => [key, lockStrings(value, lock)]));
  return Array.isArray(object) ? object.map((each) => lockStrings(each, lock)) : object;
}

function packed(entries: PdfDict, bytes: Uint8Array): PdfStream {
  return new PdfStream(new Map(entries).set("Filter", name("FlateDecode")), deflateSync(bytes));
}
