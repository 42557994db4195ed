import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GOOD_COUNCIL } from "../scripts/examples/councils.ts";
import { searchTree } from "./search-tree.ts";

const TOKEN = "zq4k0w9xv2m7c1b8n5";
const OTHER = "zq00000000000000ab";
const LETTERS = [...TOKEN];
const code = (letter: string) => letter.charCodeAt(0);
const octal = (letter: string) => code(letter).toString(8).padStart(3, "0");
const hex = (letter: string) => code(letter).toString(16).padStart(2, "0");

async function pdf(
  change: (pdf: PDFDocument) => unknown,
  options: { useObjectStreams?: boolean } = {},
): Promise<Uint8Array> {
  const made = await PDFDocument.create();
  made.addPage([200, 200]);
  await change(made);
  return made.save(options);
}

/** A picture's chunk, with a sum that nobody checks. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}
const png = (type: string, data: Buffer) =>
  Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", Buffer.alloc(13)), chunk(type, data)]);

/** One file of a ZIP, as a Word or Excel file has it. */
function zip(content: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.write("PK\x03\x04", "latin1");
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(5, 26);
  return Buffer.concat([header, Buffer.from("a.xml"), deflateRawSync(content), Buffer.from("PK\x01\x02")]);
}

/** A PDF whose page draws `content`. */
const drawing = (content: string) =>
  pdf(async (made) => {
    const font = await made.embedFont(StandardFonts.Helvetica);
    const page = made.getPage(0);
    page.node.setFontDictionary(PDFName.of("F"), font.ref);
    page.node.set(PDFName.of("Contents"), made.context.register(made.context.flateStream(content)));
  });

/** A PDF with one bookmark. */
const bookmarked = (title: PDFString | PDFHexString) =>
  pdf(({ context, catalog }) => {
    const outline = context.nextRef();
    const item = context.register(context.obj({ Title: title, Parent: outline }));
    context.assign(outline, context.obj({ Type: "Outlines", First: item, Last: item, Count: 1 }));
    catalog.set(PDFName.of("Outlines"), outline);
  });

const HIDING: Record<string, () => string | Uint8Array | Promise<Uint8Array>> = {
  "in plain sight": () => `one ${TOKEN} two`,
  "in the middle of other letters": () => `zqaa${TOKEN}zz`,
  "in capitals": () => TOKEN.toUpperCase(),
  "among bytes that are no text": () => Buffer.concat([randomBytes(500), Buffer.from(TOKEN), randomBytes(500)]),
  "compressed by gzip": () => gzipSync(TOKEN),
  "compressed by gzip, twice": () => gzipSync(gzipSync(TOKEN)),
  "compressed by deflate": () => deflateSync(TOKEN),
  "compressed by brotli": () => brotliCompressSync(TOKEN),
  "compressed, after other bytes": () =>
    Buffer.concat([randomBytes(99), deflateSync(TOKEN, { level: 1 }), randomBytes(9)]),
  "in base64": () => Buffer.from(`some words ${TOKEN} more`).toString("base64"),
  "in base64, at any distance from where it begins": () => `xyz${Buffer.from(`${TOKEN}${TOKEN}`).toString("base64")}`,
  "in base64 on short lines": () => Buffer.from(TOKEN.repeat(3)).toString("base64").replace(/.{10}/g, "$&\r\n"),
  "in base64 for addresses, compressed": () => gzipSync(randomBytes(30).toString("hex") + TOKEN).toString("base64url"),
  "in hexadecimal": () => `x${Buffer.from(TOKEN).toString("hex")}`,
  "in an address's signs": () => LETTERS.map((letter) => `%${hex(letter)}`).join(""),
  "in HTML's decimal signs": () => LETTERS.map((letter) => `&#${code(letter)};`).join(""),
  "in HTML's hexadecimal signs": () => LETTERS.map((letter) => `&#x00${hex(letter)};`).join(""),
  "in JSON's signs": () => LETTERS.map((letter) => `\\u00${hex(letter)}`).join(""),
  "in JavaScript's signs": () => LETTERS.map((letter) => `\\x${hex(letter)}`).join(""),
  "in CSS's signs": () => LETTERS.map((letter) => `\\0000${hex(letter)} `).join(""),
  "in a mail's signs": () => LETTERS.map((letter) => `=${hex(letter).toUpperCase()}`).join(""),
  "in UTF-16, either way round": () => Buffer.from(TOKEN, "utf16le").swap16(),
  "in UTF-16 of the usual way": () => Buffer.from(TOKEN, "utf16le"),
  "broken by tags": () => `zq<b class="x">4k0w9x</b>v2<!-- -->m7c1b8n5`,
  "broken by soft hyphens and lines": () => "zq4k0w&shy;9xv2m7\u00adc1b8\n  n5",
  "in a picture's text": () => png("tEXt", Buffer.from(`Comment\0${TOKEN}`)),
  "in a picture's compressed text": () => png("zTXt", Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(TOKEN)])),
  "in a picture's international text": () =>
    png("iTXt", Buffer.concat([Buffer.from("Comment\0\x01\0\0\0"), deflateSync(TOKEN)])),
  "in a Word file": () => zip(Buffer.from(`<w:t>zq4k0w9x</w:t><w:t>v2m7c1b8n5</w:t>`)),
  "on a PDF's page": () => drawing(`BT /F 12 Tf 20 100 Td (${TOKEN}) Tj ET`),
  "on a PDF's page, letter by letter": () =>
    drawing(`BT /F 12 Tf 20 100 Td [${LETTERS.map((letter) => `(${letter}) -20`).join(" ")}] TJ ET`),
  "on a PDF's page, each letter set by itself": () =>
    drawing(LETTERS.map((letter, at) => `BT /F 12 Tf ${20 + at * 7} 100 Td (${letter}) Tj ET`).join("\n")),
  "on a PDF's page, in hexadecimal": () =>
    drawing(`BT /F 12 Tf 20 100 Td <${Buffer.from(TOKEN).toString("hex")}> Tj ET`),
  "on a PDF's page, in octal": () =>
    drawing(`BT /F 12 Tf 20 100 Td (${LETTERS.map((letter) => `\\${octal(letter)}`).join("")}) Tj ET`),
  "in a PDF's stream that no page shows": () =>
    pdf(({ context }) => context.register(context.flateStream(`not shown ${TOKEN}`))),
  "in a PDF's properties": () => pdf((made) => made.setSubject(TOKEN)),
  "in a PDF's properties, in an object stream": () => pdf((made) => made.setTitle(TOKEN), { useObjectStreams: true }),
  "in what made a PDF": () => pdf((made) => made.setProducer(TOKEN), { useObjectStreams: false }),
  "in a PDF's property of its own": () =>
    pdf(({ context }) => context.register(context.obj({ Secret: PDFString.of(TOKEN) }))),
  "in a PDF's name": () => `%PDF-1.4\n1 0 obj << /${LETTERS.map((letter) => `#${hex(letter)}`).join("")} 1 >> endobj`,
  "in a PDF's octal UTF-16 that no reader shows": () =>
    pdf(({ context }) =>
      context.register(
        context.obj({ Secret: PDFString.of(LETTERS.map((letter) => `\\000\\${octal(letter)}`).join("")) }),
      ),
    ),
  "in a PDF's bookmark": () => bookmarked(PDFString.of(TOKEN)),
  "in a PDF's bookmark, in UTF-16 hexadecimal": () => bookmarked(PDFHexString.fromText(TOKEN)),
  "in a PDF's bookmark, in octal UTF-16": () =>
    bookmarked(PDFString.of(`\\376\\377${LETTERS.map((letter) => `\\000\\${octal(letter)}`).join("")}`)),
  "in what is attached to a PDF": () => pdf((made) => made.attach(gzipSync(TOKEN), "a.gz", {})),
  "in the name of what is attached to a PDF": () => pdf((made) => made.attach(Buffer.from("x"), `${TOKEN}.txt`, {})),
  "in a PDF attached to a PDF": () =>
    pdf(async (made) =>
      made.attach(await drawing(`BT /F 12 Tf 20 100 Td [(zq4k0w9xv) 9 (2m7c1b8n5)] TJ ET`), "a.pdf", {}),
    ),
  "in a PDF's stream in base 85": () =>
    Buffer.from(`%PDF-1.4\n1 0 obj << /Filter /ASCII85Decode >> stream\n${ascii85(Buffer.from(TOKEN))}~>\nendstream`),
  "in a PDF's stream in hexadecimal": () =>
    Buffer.from(
      `%PDF-1.4\n1 0 obj << /Filter /ASCIIHexDecode >> stream\n${Buffer.from(TOKEN).toString("hex")}>\nendstream`,
    ),
  "in a page as a picture in base64": () =>
    `<img src="data:image/png;base64,${png("zTXt", Buffer.concat([Buffer.from("C\0\0"), deflateSync(TOKEN)])).toString("base64")}">`,
};

function ascii85(bytes: Buffer): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const group = bytes.subarray(at, at + 4);
    let value = Buffer.concat([group, Buffer.alloc(4 - group.length)]).readUInt32BE();
    let digits = "";
    for (let digit = 0; digit < 5; digit++) {
      digits = String.fromCharCode(33 + (value % 85)) + digits;
      value = Math.floor(value / 85);
    }
    text += digits.slice(0, group.length + 1);
  }
  return text;
}

describe("the search for planted tokens", () => {
  let folder: string;
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "clear-days-search-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  for (const [where, hide] of Object.entries(HIDING))
    it(`finds one ${where}`, async () => {
      put("a/b.bin", await hide());
      expect(await searchTree(folder, [OTHER, TOKEN])).toEqual(new Map([[TOKEN, ["a/b.bin"]]]));
    });

  it("finds one in the name of a file, of a folder, and in what a link leads to", async () => {
    put(`${TOKEN}.txt`, "");
    put(`x-${TOKEN}-y/z.txt`, "");
    const outside = mkdtempSync(join(tmpdir(), "clear-days-outside-"));
    writeFileSync(join(outside, "it"), TOKEN);
    symlinkSync(join(outside, "it"), join(folder, "link"));
    symlinkSync(join(folder, "gone"), join(folder, "nowhere"));
    const found = await searchTree(folder, [TOKEN]);
    rmSync(outside, { recursive: true });
    expect(found.get(TOKEN)).toEqual(["x-zq4k0w9xv2m7c1b8n5-y/z.txt", `${TOKEN}.txt`, "link"]);
  });

  it("finds each of thousands, in every file that has it", async () => {
    const tokens = Array.from({ length: 3000 }, () => `zq${randomBytes(8).toString("hex")}`);
    put("a.html", `<p>${tokens.join("</p><p>")}</p>`);
    put("b.txt", tokens.slice(0, 2).join(" "));
    const found = await searchTree(folder, tokens);
    expect(found.size).toBe(3000);
    expect(found.get(tokens[0] as string)).toEqual(["a.html", "b.txt"]);
    expect(found.get(tokens[2] as string)).toEqual(["a.html"]);
  });

  it("finds nothing where there is nothing, nor most of a token", async () => {
    put("a.txt", `${TOKEN.slice(0, -1)} ${TOKEN.slice(1)} zq4k0w9xv2m7c1b8n6`);
    put("b.bin", randomBytes(100_000));
    put("c.pdf", "%PDF-1.7 broken");
    put("d.pdf", readFileSync(join(GOOD_COUNCIL, "content/meetings/2026/2026-03-02-panel/appendices/letter.pdf")));
    put("e.gz", gzipSync(randomBytes(5000)));
    put("f", "");
    expect(await searchTree(folder, [TOKEN])).toEqual(new Map());
  });

  it("refuses to look for what does not look like a token, rather than never find it", async () => {
    await expect(searchTree(folder, ["Fenbridge"])).rejects.toThrow("not a token");
  });
});
