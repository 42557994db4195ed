import { inflateSync } from "node:zlib";
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { dict, name, type PdfObject, PdfRef, PdfStream, PdfString } from "./objects.ts";
import { PdfWriter } from "./write-file.ts";

/** A file of one empty page, with as many objects more as are asked for. */
function written(more = 0, change: (writer: PdfWriter) => void = () => {}): Uint8Array {
  const writer = new PdfWriter();
  const pages = writer.reserve();
  const page = writer.add(
    dict({
      Type: name("Page"),
      Parent: pages,
      MediaBox: [0, 0, 100, 100],
      Contents: writer.addPacked(new Map(), Buffer.from("0 0 9 9 re f")),
    }),
  );
  writer.put(pages.number, dict({ Type: name("Pages"), Count: 1, Kids: [page] }));
  const extras: PdfObject[] = Array.from({ length: more }, (_, index) => writer.add(dict({ Own: index })));
  change(writer);
  const root = writer.add(dict({ Type: name("Catalog"), Pages: pages, Extras: extras }));
  return writer.file(root, writer.add(dict({ Title: new PdfString("A title") })));
}

describe("a PDF that is written", () => {
  it("is one that others read, with every object where the table says", async () => {
    // More than are packed into one stream.
    const pdf = await PDFDocument.load(written(450), { updateMetadata: false, throwOnInvalidObject: true });
    expect(pdf.getTitle()).toBe("A title");
    expect(pdf.getPageCount()).toBe(1);
    const extras = pdf.catalog.lookup(PDFName.of("Extras")) as unknown as { asArray: () => never[] };
    const owns = extras.asArray().map((ref) => pdf.context.lookup(ref, PDFDict).get(PDFName.of("Own"))?.toString());
    expect(owns).toEqual(Array.from({ length: 450 }, (_, index) => String(index)));
  });

  it("packs its small objects together, and streams not twice", () => {
    const text = Buffer.from(written(450)).toString("latin1");
    expect(text.match(/\/Type\/ObjStm/g)).toHaveLength(3);
    expect(text).not.toContain("/Own");
    const already = new PdfWriter();
    const stream = already.add(new PdfStream(dict({ Filter: name("FlateDecode") }), Buffer.from("as it is")));
    expect(Buffer.from(already.file(stream, null)).toString("latin1")).toContain("stream\nas it is\nendstream");
  });

  it("is the same, byte for byte, from the same objects; and is named otherwise where one is another", () => {
    const idOf = (bytes: Uint8Array) => /\/ID\[(<\w+>)/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
    expect(Buffer.compare(written(3), written(3))).toBe(0);
    expect(idOf(written(3))).toMatch(/^<[0-9a-f]{32}>$/);
    expect(idOf(written(3))).not.toBe(idOf(written(4)));
  });

  it("keeps numbers for objects that come later, and has none where none came", async () => {
    let unused = 0;
    const bytes = written(0, (writer) => {
      unused = writer.reserveMany(5);
    });
    const pdf = await PDFDocument.load(bytes);
    expect(pdf.getPageCount()).toBe(1);
    expect(unused).toBeGreaterThan(0);
    const text = Buffer.from(bytes).toString("latin1");
    const rows = inflateSync(
      Buffer.from(text.slice(text.lastIndexOf("stream\n", text.lastIndexOf("endstream") - 1) + 7), "latin1"),
    );
    for (let number = unused; number < unused + 5; number++) expect(rows[7 * number], `object ${number}`).toBe(0);
  });

  it("that is locked has nothing readable in it but how it is locked", () => {
    const writer = new PdfWriter();
    const root = writer.add(dict({ Type: name("Catalog"), Secret: new PdfString("exempt words") }));
    writer.add(new PdfStream(new Map(), Buffer.from("exempt drawing")));
    const encrypted: number[] = [];
    const bytes = writer.file(root, null, {
      dictionary: (id) => dict({ Filter: name("Standard"), Sees: id.length }),
      encrypt: (plain) => {
        encrypted.push(plain.length);
        return plain.map((byte) => byte ^ 0x5a);
      },
    });
    const text = Buffer.from(bytes).toString("latin1");
    expect(text).not.toContain("exempt");
    expect(text).not.toContain("Secret");
    expect(text).toMatch(/\d+ 0 obj\n<<\/Filter\/Standard\/Sees 16>>/);
    expect(text).toMatch(/\/Encrypt \d+ 0 R/);
    // The drawing and the objects packed together; the table itself stays as it is.
    expect(encrypted).toHaveLength(2);
    expect(new PdfRef(1)).toEqual(root);
  });
});
