import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { rawPdf } from "../../acceptance/raw-pdf.ts";
import { dict, PdfName, type PdfObject, PdfRef, PdfStream, PdfString } from "./objects.ts";
import { contentOf, NotUnderstood, ObjectReader, readPlainFile } from "./parse.ts";

const read = (text: string) => new ObjectReader(text).object();

describe("an object of PDF's notation", () => {
  it("is read: numbers, names, references, truth and nothing", () => {
    expect(read("[0 -1 +2.5 .5 -.25 7. true false null 12 0 R 3 0 0]")).toEqual([
      ...[0, -1, 2.5, 0.5, -0.25, 7, true, false, null],
      new PdfRef(12),
      ...[3, 0, 0],
    ]);
    expect(read("/A#20B")).toEqual(new PdfName("A B"));
    expect(read("[1 0 RG]".replace("RG", "R/G"))).toEqual([new PdfRef(1), new PdfName("G")]);
  });

  it("is read whatever stands between: lines, comments, nothing at all", () =>
    expect(read("<</A%a comment >>\n[1%x\r\n2]/B<</C(d)>>/E/F>>")).toEqual(
      new Map<string, unknown>([
        ["A", [1, 2]],
        ["B", new Map([["C", new PdfString("d")]])],
        ["E", new PdfName("F")],
      ]),
    ));

  it("is read with every way to write a string", () => {
    const strings: Record<string, string> = {
      "(a(b(c))d)": "a(b(c))d",
      "(\\(\\)\\\\\\n\\r\\t\\b\\f\\x)": "()\\\n\r\t\b\fx",
      "(\\101\\7\\0601\\777)": "A\x07\x301\xff",
      "(one\\\ntwo\\\r\nthree)": "onetwothree",
      "<48 65\n6C6c6F>": "Hello",
      "<484>": "H@",
      "<>": "",
    };
    for (const [written, bytes] of Object.entries(strings))
      expect(read(written), written).toEqual(new PdfString(bytes));
  });

  it("that is broken is refused, and never read for ever", () => {
    for (const broken of [
      ...["", "[1 2", "<</A 1", "<</A", "<<1 2>>", "(abc", "(a\\", "<48", "<4x>", ")", "]", "}", "<<>", "1e5", "--1"],
      ...["1.2.3", "nul", "trueish", "endobj", "<</A>>", "% only a comment"],
    ])
      expect(() => read(broken), broken).toThrow(NotUnderstood);
  });
});

describe("what a stream holds", () => {
  const holding = (entries: Record<string, PdfObject>, bytes: Uint8Array) =>
    contentOf(new PdfStream(dict(entries), bytes));
  const packed = deflateSync(Buffer.from("0 0 9 9 re"));
  const flate = new PdfName("FlateDecode");

  it("is unpacked, and left as it is where it was not packed", () => {
    expect(Buffer.from(holding({ Filter: flate }, packed)).toString()).toBe("0 0 9 9 re");
    expect(Buffer.from(holding({}, Buffer.from("q Q"))).toString()).toBe("q Q");
    expect(holding({}, new Uint8Array())).toHaveLength(0);
  });

  it("is refused where it is packed in another way, or broken", () => {
    for (const entries of [
      { Filter: new PdfName("LZWDecode") },
      { Filter: [flate] },
      { Filter: flate, DecodeParms: dict({}) },
    ])
      expect(() => holding(entries, packed)).toThrow("packed in another way");
    for (const broken of [packed.subarray(0, -6), new Uint8Array(), Buffer.from("plain")])
      expect(() => holding({ Filter: flate }, broken)).toThrow("cannot be unpacked");
  });
});

describe("a file with one plain table", () => {
  const SOUND = {
    1: "<</Type/Catalog/Count 2 0 R>>",
    2: "5",
    3: { stream: "endstream endobj", entries: "/X 1" },
    5: "[1 0 R 3 0 R]",
  };
  const text = Buffer.from(rawPdf(SOUND)).toString("latin1");
  const file = (content: string) => readPlainFile(Buffer.from(content, "latin1"));

  it("is read object by object", () => {
    const { trailer, object, count } = file(text);
    expect(trailer.get("Root")).toEqual(new PdfRef(1));
    expect(count).toBe(6);
    expect(object(2)).toBe(5);
    expect(object(5)).toEqual([new PdfRef(1), new PdfRef(3)]);
    const stream = object(3) as PdfStream;
    expect(stream).toBeInstanceOf(PdfStream);
    expect(Buffer.from(stream.bytes).toString()).toBe("endstream endobj");
    expect(object(3)).toBe(stream);
  });

  it("gives a stream whose length stands elsewhere", () => {
    const elsewhere = Buffer.from(rawPdf({ 1: "<<>>", 2: "3", 3: "<</Length 2 0 R>>\nstream\nabc\nendstream" }));
    expect(Buffer.from((readPlainFile(elsewhere).object(3) as PdfStream).bytes).toString()).toBe("abc");
  });

  it("has no object that was taken out, or never was", () => {
    for (const number of [0, 4, 6, 99, -1])
      expect(() => file(text).object(number), `${number}`).toThrow("there is no object");
  });

  it("is refused where it is not whole", () => {
    for (const [cut, why] of [
      [text.slice(0, -20), "not a whole PDF"],
      [text.slice(0, text.length / 2), "not a whole PDF"],
      [`x${text}`, "not a whole PDF"],
      ["", "not a whole PDF"],
      [text.replace("xref\n0 6", "xref\n0 9"), "broken"],
      [text.replace("xref\n0 6", "xref\n1 6"), "no plain table"],
      [text.replace(/startxref\n\d+/, "startxref\n12"), "no plain table"],
      [text.replace("00000 n ", "00000 x "), "is broken"],
      [text.replace("trailer", "tracker"), "does not end where it says"],
    ] as const)
      expect(() => file(cut), why).toThrow(why);
  });

  it("is refused where it was updated or locked", () => {
    for (const key of ["Prev 5", "Encrypt 5 0 R"])
      expect(() => file(text.replace("trailer\n<<", `trailer\n<< /${key}`)), key).toThrow("updated or locked");
  });

  it("is refused where an object is not what the table says", () => {
    expect(() => file(text.replace("2 0 obj", "7 0 obj")).object(2)).toThrow("object 2 is not where");
    expect(() => file(text.replace("\nendobj", "\nendxxx")).object(1)).toThrow("object 1 does not end");
    expect(() => file(text.replace("/Length 16", "/Length 12")).object(3)).toThrow("not as long as it says");
    expect(() => file(text.replace("/Length 16", "/Length 99")).object(3)).toThrow("not as long as it says");
    expect(() => file(text.replace("/Length 16", "/Lenght 16")).object(3)).toThrow("how long it is");
    expect(() => file(text.replace("/Length 16", "/Length/16")).object(3)).toThrow("how long it is");
  });
});
