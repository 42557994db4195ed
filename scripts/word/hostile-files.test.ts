import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
  type MadeWord,
  madeParts,
  madeWord,
  paragraph,
  readBytes,
  relation,
  root,
  run,
  style,
  textBox,
} from "./made-word.ts";
import { readInWorker } from "./read-in-worker.ts";

/** Less than the worker would allow: what grows faster than its file takes hours, and a busy machine a few seconds. */
const SECONDS = 100;

async function refusal(bytes: Uint8Array, name = "report.docx"): Promise<string> {
  const began = performance.now();
  const { paper, problems } = await readBytes(bytes, [], name);
  expect((performance.now() - began) / 1000).toBeLessThan(SECONDS);
  expect(paper).toBeNull();
  for (const { message, mend, file } of problems) {
    expect(message).toMatch(/^[A-Z"].*\.$/s);
    expect(mend).toMatch(/\.$/);
    expect(file).toBe(name);
  }
  return problems.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
}

const zipped = (parts: Record<string, Uint8Array>) => zipSync(parts, { level: 9 });
const withPart = (name: string, text: string | Uint8Array) =>
  zipped({ ...madeParts({}), [name]: typeof text === "string" ? strToU8(text) : text });

/** A copy of `bytes` with `change` made in each entry of its list of parts, and in each head of a part. */
function inEntries(bytes: Uint8Array, change: (view: DataView, at: number, isList: boolean) => void): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x02014b50) change(view, at, true);
    else if (mark === 0x04034b50) change(view, at, false);
  }
  return copy;
}

/** A copy with one name in it written as another of the same length. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  expect(to).toHaveLength(from.length);
  return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1");
}

describe("a file that is no Word document, whatever its name says", () => {
  const office = (main: string, type: string) =>
    zipped({
      "[Content_Types].xml": strToU8(
        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
      ),
      "_rels/.rels": strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation("m", "officeDocument", main)}</Relationships>`,
      ),
      [main]: strToU8("<x/>"),
    });
  const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");
  const cases: Record<string, [Uint8Array, string]> = {
    "an empty file": [
      new Uint8Array(),
      "word-damaged: The file is damaged, or was not written by a word processor: it is empty.",
    ],
    "a PDF": [strToU8("%PDF-1.7 …"), "word-not-word: The file is a PDF, whatever its name ends in."],
    "a spreadsheet": [office("xl/workbook.xml", "spreadsheetml.sheet"), "word-not-word"],
    "a presentation": [office("ppt/presentation.xml", "presentationml.presentation"), "word-not-word"],
    "an OpenDocument text": [
      zipped({ mimetype: strToU8("application/vnd.oasis.opendocument.text"), "content.xml": strToU8("<x/>") }),
      "word-not-word",
    ],
    "a file of before 2007": [
      Buffer.concat([OLE, Buffer.alloc(2000)]),
      "word-old-kind: The file is in the form that Word used before 2007",
    ],
    "a file with a password": [
      Buffer.concat([OLE, Buffer.alloc(500), Buffer.from("EncryptedPackage", "utf16le")]),
      "word-password: The file is protected with a password",
    ],
    "a packed file whose parts have a password": [
      inEntries(madeWord({}), (view, at, isList) => view.setUint16(at + (isList ? 8 : 6), 1, true)),
      "word-password",
    ],
    "a document with macros": [
      madeWord({ contentType: "application/vnd.ms-word.document.macroEnabled.main+xml" }),
      "word-macros",
    ],
    "a packed file without a main part": [zipped({ a: strToU8("b") }), "word-not-word"],
    "a document without a body": [
      madeWord({ parts: { "word/document.xml": root("w:document", "") } }),
      "word-not-word",
    ],
    "nothing but the first two letters": [strToU8("PK"), "word-damaged"],
  };
  for (const [what, [bytes, said]] of Object.entries(cases))
    it(`is refused: ${what}`, async () => expect(await refusal(bytes)).toContain(said));
});

describe("a file made to do harm", () => {
  it("is refused when it unpacks to what fills the machine", async () => {
    const mebibytes = (count: number) => new Uint8Array(count * 1024 * 1024);
    expect(await refusal(withPart("word/media/a.png", mebibytes(30)))).toContain(
      "word-too-large: Unpacked, the file is larger than any report is",
    );
    const many = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`word/${at}.xml`, new Uint8Array(1)]));
    expect(await refusal(zipped({ ...many, ...madeParts({}) }))).toContain("word-too-large");
    const said = inEntries(madeWord({}), (view, at, isList) => isList && view.setUint32(at + 24, 0x7fffffff, true));
    expect(await refusal(said)).toContain("word-too-large");
    // A packed file inside is a part that nobody opens.
    expect(await refusal(withPart("word/embeddings/bomb.zip", zipped({ a: mebibytes(20) })))).toContain(
      "word-embedded-file",
    );
  });

  it("is refused when it says that its parts are smaller than they are, or lets them lie over each other", async () => {
    const small = inEntries(madeWord({}), (view, at, isList) => isList && view.setUint32(at + 24, 5, true));
    expect(await refusal(small)).toMatch(/^word-damaged: .*cannot be read/);
    let first = -1;
    const over = inEntries(madeWord({}), (view, at, isList) => {
      if (!isList) return;
      if (first < 0) first = view.getUint32(at + 42, true);
      view.setUint32(at + 42, first, true);
    });
    expect(await refusal(over)).toMatch(/^word-damaged/);
  });

  it("is refused when a check sum is wrong, or two parts have one name", async () => {
    const wrong = inEntries(madeWord({}), (view, at, isList) => isList && view.setUint32(at + 16, 1, true));
    expect(await refusal(wrong)).toContain("its check sum is wrong");
    const twice = renamed(withPart("word/documenx.xml", "<x/>"), "word/documenx.xml", "word/document.xml");
    expect(await refusal(twice)).toContain("it holds two parts named word/document.xml");
    const folded = withPart("WORD/DOCUMENT.XML", "<x/>");
    expect(await refusal(folded)).toMatch(/it holds two parts named/i);
  });

  it("is refused when a part's name leads out of it", async () => {
    for (const name of ["../aaaaa.xml", "/aaaaaaa.xml", "a\\aaaaaa.xml", "C:/aaaaa.xml", "a/../../b.xml"])
      expect(
        await refusal(
          renamed(
            withPart("aaaaaaaa.xml".padStart(name.length, "b"), "<x/>"),
            "aaaaaaaa.xml".padStart(name.length, "b"),
            name,
          ),
        ),
        name,
      ).toContain("its list of parts cannot be read");
  });

  it("reads nothing when a relation leads out of it", async () => {
    for (const target of ["../../../etc/passwd", "/etc/passwd", "..\\..\\x", "C:/x", "file:///etc/passwd"]) {
      const styles = { body: paragraph("Words"), relations: relation("s", "styles", target) };
      expect(await refusal(madeWord(styles)), target).toMatch(/^word-damaged: .* is missing\.$/);
      const main = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation("m", "officeDocument", target)}</Relationships>`;
      expect(await refusal(madeWord({ parts: { "_rels/.rels": main } })), target).toContain("word-not-word");
    }
    const twice = { relations: relation("a", "styles", "a.xml") + relation("a", "styles", "b.xml") };
    expect(await refusal(madeWord(twice))).toContain("names a relation twice");
  });

  it("is refused when any part declares a document type, whatever it makes of it", async () => {
    const kinds = [
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
      '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
    ];
    const made: MadeWord = {
      styles: "",
      settings: "",
      numbering: "",
      footnotes: "",
      header: "",
      comments: "",
      theme: "",
    };
    const parts = madeParts(made);
    for (const part of Object.keys(parts))
      for (const kind of kinds) {
        const text = Buffer.from(parts[part] as Uint8Array)
          .toString()
          .replace(/^(<\?xml.*?\?>)?/, `$1${kind}`);
        expect(await refusal(zipped({ ...parts, [part]: strToU8(text) })), part).toContain(
          `word-document-type: Its part ${part} declares`,
        );
      }
  });

  it("is refused when a part is no text, or not in the letters it says", async () => {
    const document = (text: string | Uint8Array) => withPart("word/document.xml", text);
    expect(await refusal(document("<w:document"))).toContain("is not well-formed");
    expect(await refusal(document(""))).toMatch(/is not well-formed|is empty/);
    expect(await refusal(document(Uint8Array.from([0x3c, 0xff, 0xfe])))).toContain("not in the encoding that it says");
    expect(await refusal(document('<?xml version="1.0" encoding="windows-1252"?><a/>'))).toContain(
      "says that it is written in windows-1252",
    );
    expect(await refusal(document("<a>&undefined;</a>"))).toContain("is not well-formed");
  });

  it("is refused wherever it is cut off, or read whole", async () => {
    const whole = madeWord({ body: paragraph("Words of the report."), styles: style("A", "paragraph", "") });
    for (let tenth = 0; tenth < 10; tenth++)
      expect(await refusal(whole.subarray(0, Math.floor((whole.length * tenth) / 10))), `${tenth} tenths`).toMatch(
        /^word-(damaged|not-word)/,
      );
    expect((await readBytes(whole)).paper?.body).toBe("Words of the report.\n");
  });

  it("is refused or read right in seconds, however it is built", { timeout: 300_000 }, async () => {
    const nested = (open: string, close: string, depth: number) =>
      open.repeat(depth) + paragraph("inmost") + close.repeat(depth);
    const boxes = Array.from({ length: 25 }).reduce<string>(
      (inside) => paragraph(textBox(inside)),
      paragraph("inmost"),
    );
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r>';
    const ring = Array.from({ length: 300 }, (_, at) =>
      style(`S${at}`, "paragraph", `<w:basedOn w:val="S${(at + 1) % 300}"/>`),
    ).join("");
    const numberRing =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const cell = `<w:tc>${paragraph("x")}</w:tc>`;
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>${paragraph("x")}</w:tc>`;
    const cases: Record<string, [MadeWord, RegExp]> = {
      "elements deeper than any document": [
        { body: nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 300) },
        /^word-damaged: .*deeper or longer/,
      ],
      "elements as deep as they may be": [
        { body: nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 190) },
        /^inmost$/,
      ],
      "boxes in boxes": [{ body: boxes }, /^inmost$/],
      "alternatives in alternatives": [
        { body: nested('<mc:AlternateContent><mc:Choice Requires="wps">', "</mc:Choice></mc:AlternateContent>", 150) },
        /^inmost$/,
      ],
      "fields in fields without an end": [
        { body: paragraph(begin.repeat(20_000)) },
        /^word-damaged: .*fields stand deeper/,
      ],
      "styles in a ring": [{ body: paragraph("Words", '<w:pStyle w:val="S0"/>'), styles: ring }, /^Words$/],
      "lists in a ring": [
        {
          body: paragraph("Words", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
          styles: style("L", "paragraph", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
          numbering: numberRing,
        },
        /^Words$/,
      ],
      "a cell of a million columns": [{ body: `<w:tbl><w:tr>${wide}${wide}</w:tr></w:tbl>` }, /^word-wide-table/],
      "a row of 20,000 cells": [{ body: `<w:tbl><w:tr>${cell.repeat(20_000)}</w:tr></w:tbl>` }, /^word-wide-table/],
      "a table of 63 columns and 100 rows": [
        { body: `<w:tbl>${`<w:tr>${cell.repeat(63)}</w:tr>`.repeat(100)}</w:tbl>` },
        /^\|( +\|){63}\n/,
      ],
      "130,000 empty paragraphs": [{ body: paragraph("Words") + "<w:p/>".repeat(130_000) }, /^Words$/],
      "a paragraph of two megabytes": [{ body: paragraph("word ".repeat(400_000)) }, /^word word/],
      "a thousand data parts that are one": [
        {
          relations: Array.from({ length: 1000 }, (_, at) => relation(`x${at}`, "customXml", "item.xml")).join(""),
          parts: { "word/item.xml": `<a>${"b".repeat(500_000)}</a>` },
        },
        /^word-properties/,
      ],
      "5,000 paragraphs of a style with 20,000 properties": [
        {
          body: paragraph("x", '<w:pStyle w:val="A"/>').repeat(5000),
          styles: style("A", "paragraph", `<w:rPr>${"<w:x/>".repeat(20_000)}</w:rPr>`),
        },
        /^x\n/,
      ],
      "a link to a place that is no place": [
        { body: paragraph(`<w:hyperlink w:anchor="%zz">${run("Words")}</w:hyperlink>`) },
        /^Words$/,
      ],
    };
    for (const [what, [made, expected]] of Object.entries(cases)) {
      const began = performance.now();
      const { paper, problems } = await readBytes(madeWord(made));
      const said = paper ? paper.body.trim() : problems.map(({ rule, message }) => `${rule}: ${message}`).join("\n");
      expect(said.slice(0, 500), what).toMatch(expected);
      expect((performance.now() - began) / 1000, what).toBeLessThan(SECONDS);
    }
  });

  it("takes no longer for a long row of one sign than for as many words", { timeout: 300_000 }, async () => {
    for (const sign of [
      " ",
      ".",
      "-",
      "_",
      "*",
      "]",
      "`",
      "~",
      "\\",
      "|",
      ":",
      "#",
      "1.",
      "official-",
      "&amp;a",
      "&lt;a ",
      "@a.",
    ]) {
      const words = `a${sign.repeat(40_000)}b`;
      const body =
        paragraph(`${run(words, "<w:b/>")}<w:hyperlink w:anchor="x">${run(words)}</w:hyperlink>`) + paragraph(words);
      const began = performance.now();
      const { paper, problems } = await readBytes(madeWord({ body }));
      expect(problems, sign).toEqual([]);
      expect(paper, sign).not.toBeNull();
      expect(performance.now() - began, sign).toBeLessThan(SECONDS * 1000);
    }
  });
});

describe("the worker that a file is read in", () => {
  const request = (made: MadeWord) => ({
    name: "report.docx",
    bytes: madeWord(made),
    accepted: [],
    yes: [],
    templates: [],
    committee: [],
    pictures: "report",
  });

  it("gives what the file says, and what is wrong with it", async () => {
    const { paper } = await readInWorker(request({ body: paragraph("Words.") }));
    expect(paper?.body).toBe("Words.\n");
    const { problems } = await readInWorker(request({ body: paragraph(run("Words", "<w:vanish/>")) }));
    expect(problems.map(({ rule }) => rule)).toEqual(["word-hidden-text"]);
  });

  it("ends the reading of a file that takes too long or too much memory, and says so", async () => {
    const long = request({ body: "<w:p/>".repeat(400_000) });
    const late = await readInWorker(long, { seconds: 0.5, megabytes: 1024 });
    expect(late.problems[0]).toMatchObject({ rule: "word-too-large", file: "report.docx" });
    expect(late.problems[0]?.message).toContain("it took longer than 0.5 seconds to read");
    const full = await readInWorker(long, { seconds: 60, megabytes: 48 });
    expect(full.problems[0]?.message).toContain("it took more memory to read than any report does");
    expect(full.paper).toBeNull();
  });
});
