/** Finds planted tokens in every byte of a folder, however they are encoded, packed or drawn. Called by the leak test. */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from "node:zlib";
import { filesUnder } from "../scripts/restricted/files-under.ts";
import { decodeEntities } from "../scripts/restricted/markup-text.ts";
import { readPdf } from "../scripts/restricted/pdf-text.ts";

/** `zq` and 16 small letters or digits; a test makes them at random. In any capitals, and where they run into others. */
const TOKEN = /(?=(zq[a-z0-9]{16}))/gi;

/** What is packed in what is packed, and so on, is followed this far. */
const DEPTH = 5;

/**
 * Each of `tokens` that is found anywhere under `folder`, with the files it is in: in their content, their names, and the
 * files that links lead to; a link to a folder is not gone through. Files are relative to the folder, with `/` on every
 * system. Rejects where a token is not of the one form that is looked for.
 */
export async function searchTree(folder: string, tokens: readonly string[]): Promise<Map<string, string[]>> {
  const wanted = new Set(tokens);
  for (const token of wanted)
    if (!/^zq[a-z0-9]{16}$/.test(token)) throw new Error(`${token} is not a token that can be looked for`);
  const found = new Map<string, string[]>();
  const { files, links } = filesUnder(folder);
  for (const file of [...files, ...links]) {
    const inFile = new Set<string>();
    const search = new Search(inFile);
    search.text(file);
    if (statSync(join(folder, file), { throwIfNoEntry: false })?.isFile())
      await search.bytes(readFileSync(join(folder, file)), 0);
    for (const token of inFile) if (wanted.has(token)) found.set(token, [...(found.get(token) ?? []), file]);
  }
  return found;
}

/** One file's search: every form of its content is looked through once. */
class Search {
  private readonly seen = new Set<string>();
  private readonly found: Set<string>;

  constructor(found: Set<string>) {
    this.found = found;
  }

  /** The bytes as they are, and everything that they may be unpacked to. */
  async bytes(bytes: Uint8Array, depth: number): Promise<void> {
    const hash = createHash("sha1").update(bytes).digest("base64");
    if (bytes.length === 0 || depth > DEPTH || this.seen.has(hash)) return;
    this.seen.add(hash);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const latin = buffer.toString("latin1");
    this.text(latin);
    // UTF-16 and UTF-32, in either order, are ASCII with noughts between.
    this.text(latin.replaceAll("\0", ""));
    for (const inner of [...unpacked(buffer), ...written(latin)]) await this.bytes(inner, depth + 1);
    if (latin.slice(0, 1024).includes("%PDF-")) await this.pdf(bytes, depth);
  }

  /** A text as it is, without tags, and without the signs that other ways of writing it would have. */
  text(text: string): void {
    for (const form of formsOf(text))
      for (const [, token = ""] of form.matchAll(TOKEN)) this.found.add(token.toLowerCase());
  }

  private async pdf(bytes: Uint8Array, depth: number): Promise<void> {
    try {
      const { pages, around, attachments } = await readPdf(bytes);
      this.text(pages.flat().join(""));
      for (const text of around) this.text(text);
      for (const { name, bytes: attached } of attachments) {
        this.text(name);
        await this.bytes(attached, depth + 1);
      }
    } catch {
      // What pdf.js cannot open has been searched as bytes.
    }
  }
}

/** Every form as it stands and without its tags, which in a PDF are no tags; and of each the letters and digits alone. */
function* formsOf(text: string): Generator<string> {
  for (const form of [text, ...decodingsOf(text)]) {
    const bare = form.replace(/<[^<>]*>|&shy;|&#173;/gi, "");
    for (const each of bare === form ? [form] : [form, bare]) {
      yield each;
      yield each.replace(/[^a-z0-9]+/gi, "");
    }
  }
}

function* decodingsOf(text: string): Generator<string> {
  if (/&(#|[a-z])/i.test(text)) yield decodeEntities(text);
  if (/%[0-9a-f]{2}/i.test(text)) yield text.replace(/%([0-9a-f]{2})/gi, (_, hex) => letter(hex, 16));
  if (text.includes("\\")) {
    // As PDF has it, with lines that go on; as JSON and JavaScript do; as CSS does.
    yield text.replace(/\\\r?\n/g, "").replace(/\\([0-3][0-7]{2})/g, (_, octal) => letter(octal, 8));
    yield text.replace(/\\(?:u00|x|u\{0*)([0-9a-f]{2})\}?/gi, (_, hex) => letter(hex, 16));
    yield text.replace(/\\0{0,4}([2-7][0-9a-f])\s?/gi, (_, hex) => letter(hex, 16));
  }
  if (/#[0-9a-f]{2}/i.test(text)) yield text.replace(/#([0-9a-f]{2})/gi, (_, hex) => letter(hex, 16));
  if (/=[0-9A-F]{2}|=\r?\n/.test(text))
    yield text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => letter(hex, 16));
}

function letter(digits: string, base: number): string {
  return String.fromCharCode(Number.parseInt(digits, base));
}

/** Whatever begins like a compressed run, wherever it begins: a PDF's streams, a picture's texts, a ZIP's files. */
function* unpacked(bytes: Buffer): Generator<Uint8Array> {
  for (let at = 0; at + 2 < bytes.length; at++) {
    const header = bytes.readUInt16BE(at);
    // Deflate in zlib's wrapping: the method, a window that there is, and a sum over both bytes.
    if ((header & 0x8f00) === 0x0800 && header % 31 === 0)
      yield* attempt(() => inflateSync(bytes.subarray(at), PARTLY));
    else if (header === ZSTD) yield* attempt(() => zstdDecompressSync(bytes.subarray(at)));
    else if (header === GZIP) yield* attempt(() => gunzipSync(bytes.subarray(at), PARTLY));
    else if (header === ZIP && at + 30 <= bytes.length) {
      const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
      yield* attempt(() => inflateRawSync(bytes.subarray(start), PARTLY));
    }
  }
  // Brotli does not say that it is, so all that can be done is to try.
  yield* attempt(() => brotliDecompressSync(bytes));
}

const GZIP = 0x1f8b;
const ZSTD = 0x28b5;
const ZIP = 0x504b;

/** A run that is broken off, or that something follows, gives what can be had of it. */
const PARTLY = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 256 * 1024 * 1024 };

function attempt(unpack: () => Uint8Array): Uint8Array[] {
  // Most attempts fail, and to note where each did would take most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return [unpack()];
  } catch {
    return [];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Bytes that were written out as letters: in hexadecimal, in base64 from any place in it, in a PDF's base 85. */
function* written(latin: string): Generator<Uint8Array> {
  for (const [run] of latin.matchAll(/(?:[0-9a-f]\s*){36,}/gi)) {
    const digits = run.replace(/\s+/g, "");
    yield Buffer.from(digits, "hex");
    yield Buffer.from(digits.slice(1), "hex");
  }
  for (const [run] of latin.matchAll(/(?:[A-Za-z0-9+/_-]\s*){24,}/g)) {
    const letters = run.replace(/\s+/g, "");
    for (let from = 0; from < 4; from++) yield Buffer.from(letters.slice(from), "base64");
  }
  for (const [, run = ""] of latin.matchAll(/(?:<~|stream\s)((?:[!-uz]\s*){20,})~>/g)) yield base85(run);
}

function base85(text: string): Uint8Array {
  const bytes: number[] = [];
  const digits = [...text.replace(/\s+/g, "").replaceAll("z", "!!!!!")].map((sign) => sign.charCodeAt(0) - 33);
  for (let at = 0; at < digits.length; at += 5) {
    const group = digits.slice(at, at + 5);
    const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
    for (let byte = 0; byte < group.length - 1; byte++) bytes.push(Math.floor(value / 256 ** (3 - byte)) % 256);
  }
  return new Uint8Array(bytes);
}
