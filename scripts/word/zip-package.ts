/**
 * The parts of a Word file, taken out of its ZIP with limits, so that a file made to fill the machine is refused before it
 * does. Nothing is ever written under a name that stands in it. Called by word-document.ts.
 */
import { crc32 } from "node:zlib";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { damaged, Unreadable } from "./unreadable.ts";

/** A report with many photographs has some 300 parts and 60 MB. */
const MOST_PARTS = 5_000;
const MOST_BYTES = 250 * 1024 * 1024;
/** Text packs to a tenth, tables to a fiftieth; what packs to less than a thousandth holds nothing but itself. */
const MOST_PACKED = 1_000;
const FREE_OF_RATIO = 1024 * 1024;

const ENCRYPTED = 1;
const ZIP_START = [0x50, 0x4b];
const PDF_START = [0x25, 0x50, 0x44, 0x46];
const OLE_START = [0xd0, 0xcf, 0x11, 0xe0];

/** The bytes of each part by its name, such as `word/document.xml`. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Opens `bytes`. Throws `Unreadable` for what is no Word file, is locked, is damaged, or is too large when unpacked. */
export async function openParts(bytes: Uint8Array): Promise<Parts> {
  refuseOtherKinds(bytes);
  const zip = await opened(bytes);
  const parts = new Map<string, Uint8Array>();
  const folded = new Set<string>();
  let size = 0;
  for await (const entry of entriesOf(zip)) {
    if (entry.fileName.endsWith("/")) continue;
    if (entry.generalPurposeBitFlag & ENCRYPTED) throw locked();
    size += entry.uncompressedSize;
    if (size > MOST_BYTES || parts.size >= MOST_PARTS || isPackedTooSmall(entry)) throw tooLarge();
    // Programs differ in which of two parts with one name they read.
    if (folded.has(entry.fileName.toLowerCase())) throw damaged(`it holds two parts named ${entry.fileName}`);
    folded.add(entry.fileName.toLowerCase());
    parts.set(entry.fileName, await contentOf(zip, entry));
  }
  return parts;
}

function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length === 0) throw damaged("it is empty");
  if (beginsWith(bytes, OLE_START)) {
    if (Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"))) throw locked();
    throw new Unreadable(
      "word-old-kind",
      "The file is in the form that Word used before 2007, whatever its name ends in.",
      "Open it in Word, save it as a Word document (.docx), and import that.",
    );
  }
  if (beginsWith(bytes, PDF_START))
    throw new Unreadable(
      "word-not-word",
      "The file is a PDF, whatever its name ends in.",
      "Ask for the Word file. Or give it its own ending, .pdf, and bring it in as an appendix: npm run import -- appendix.",
    );
  if (!beginsWith(bytes, ZIP_START))
    throw new Unreadable(
      "word-not-word",
      "The file is no Word document, whatever its name ends in.",
      "Open it in the program that it was written with, save it as a Word document (.docx), and import that.",
    );
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function isPackedTooSmall({ uncompressedSize, compressedSize }: Entry): boolean {
  return uncompressedSize > FREE_OF_RATIO && uncompressedSize > compressedSize * MOST_PACKED;
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySize: true };
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options, (error, zip) => {
      if (error) reject(damaged(`its list of parts cannot be read (${error.message})`));
      else resolve(zip);
    });
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let left = zip.entryCount; left > 0; left--)
    yield await new Promise<Entry>((resolve, reject) => {
      zip.once("entry", resolve);
      // A name that leads out of the file is refused here too.
      zip.once("error", (error: Error) => reject(damaged(`its list of parts cannot be read (${error.message})`)));
      zip.once("end", () => reject(damaged("it ends before its last part")));
      zip.readEntry();
    }).finally(() => zip.removeAllListeners());
}

function contentOf(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const fault = (why: string) => damaged(`its part ${entry.fileName} cannot be read (${why})`);
  return new Promise((resolve, reject) => {
    try {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(fault(error.message));
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("error", (broken) => reject(fault(broken.message)));
        stream.on("end", () => {
          const content = Buffer.concat(chunks);
          if (crc32(content) === entry.crc32) resolve(content);
          else reject(fault("its check sum is wrong"));
        });
      });
    } catch (error) {
      reject(fault((error as Error).message));
    }
  });
}

function locked(): Unreadable {
  return new Unreadable(
    "word-password",
    "The file is protected with a password, so it cannot be read.",
    "In Word: File, Info, Protect Document, Encrypt with Password, and delete the password. Then save it and import it again.",
  );
}

function tooLarge(): Unreadable {
  return new Unreadable(
    "word-too-large",
    "Unpacked, the file is larger than any report is, as files are that are made to do harm.",
    "Ask whoever sent it. If it is sound, compress its pictures in Word (Picture Format, Compress Pictures) and save it again.",
  );
}
