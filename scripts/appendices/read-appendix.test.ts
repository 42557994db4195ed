import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { rawPdf } from "../../acceptance/raw-pdf.ts";
import { form, type OnePage, onePage, stream, widget, words } from "../../acceptance/supplied/one-page.ts";
import { REFUSED } from "../../acceptance/supplied/refused.ts";
import type { KeptElement } from "../printing/kept-print.ts";
import { openPdf } from "./open-pdf.ts";
import { plainJpeg } from "./plain-jpeg.ts";
import { type Appendix, appendixIn } from "./read-appendix.ts";

const FILE = "content/meetings/x/appendices/letter.pdf";
const read = (page: OnePage) => appendixIn(FILE, onePage(page));

/** A page with tags: `tags` from object 21 on, each under the root at 20. */
const tagged = ({ catalog = "", more = {}, ...page }: OnePage, tags: Readonly<Record<number, string>>, root = "") =>
  read({
    ...page,
    catalog: `/MarkInfo << /Marked true >> /StructTreeRoot 20 0 R ${catalog}`,
    more: {
      ...more,
      20: `<< /Type /StructTreeRoot /K [${Object.keys(tags)
        .filter((key) => Number(key) < 40)
        .map((key) => `${key} 0 R`)
        .join(" ")}] ${root} >>`,
      ...tags,
    },
  });
const tag = (type: string, kids: string, more = "") =>
  `<< /Type /StructElem /S /${type} /P 20 0 R /Pg 3 0 R /K ${kids} ${more} >>`;
const marked = (number: number, text: string) => `/P <</MCID ${number}>> BDC ${words(text)} EMC`;
const typesOf = (appendix: Appendix) => appendix.elements?.slice(1).map(({ type }) => type);
const commandsOf = (appendix: Appendix) => Buffer.from(appendix.pages[0]?.commands ?? "").toString("latin1");
const first = (appendix: Appendix) => appendix.elements?.[1] as KeptElement;

describe("an appendix with tags", () => {
  it("keeps its headings, below the pack's own and none of them skipped", async () => {
    const appendix = await tagged(
      { content: [0, 1, 2, 3].map((mark) => marked(mark, "x")).join("\n") },
      { 21: tag("H2", "0"), 22: tag("H4", "1"), 23: tag("H6", "2"), 24: tag("H2", "3") },
    );
    expect(typesOf(appendix)).toEqual(["H3", "H4", "H5", "H3"]);
  });
  it("has headings without a level at that of their section", async () => {
    const appendix = await tagged(
      { content: [0, 1].map((mark) => marked(mark, "x")).join("\n") },
      { 21: tag("Sect", "[41 0 R 42 0 R]"), 41: tag("H", "0"), 42: tag("Sect", "43 0 R"), 43: tag("H", "1") },
    );
    expect(typesOf(appendix)).toEqual(["Sect", "H3", "Sect", "H4"]);
  });
  it("reads types of its own by its list, and newer ones as the older that they are like", async () => {
    const appendix = await tagged(
      { content: [0, 1, 2].map((mark) => marked(mark, "x")).join("\n") },
      { 21: tag("Clause", "0"), 22: tag("Em", "1"), 23: tag("Nonsense", "2") },
      "/RoleMap << /Clause /Para /Para /P /Nonsense /Nonsense >>",
    );
    expect(typesOf(appendix)).toEqual(["P", "Span", "NonStruct"]);
  });
  it("keeps words for a picture, words to read instead, languages, and what tables say of their cells", async () => {
    const appendix = await tagged(
      { content: marked(0, "x"), catalog: "/Lang (cy-GB)" },
      {
        21: tag(
          "Figure",
          "0",
          "/Alt (A chart) /ActualText (81) /Lang (en) /A << /O /Layout /BBox [1 2 3 4] /Odd (text) >>",
        ),
        22: tag("TH", "[]", "/ID (area) /A [<< /O /Table /Scope /Column >> << /O /Other /Secret 1 >>]"),
        23: tag("TD", "[]", "/A << /O /Table /ColSpan 2 /Headers [(area)] >>"),
      },
    );
    expect(appendix.language).toBe("cy-GB");
    expect(appendix.elements?.slice(1)).toMatchObject([
      { alt: "A chart", actual: "81", language: "en", attributes: expect.not.stringContaining("Odd") },
      { attributes: "<</O /Table/Scope /Column>>", id: 0 },
      { attributes: "<</O /Table/ColSpan 2>>", headers: [0] },
    ]);
  });
  it("keeps marks that pages give by a name", async () => {
    const appendix = await tagged(
      {
        content: `/P /MC0 BDC ${words("x")} EMC`,
        resources: "/Properties << /MC0 << /MCID 5 /Lang (cy) /Odd (text) >> >>",
      },
      { 21: tag("P", "5") },
    );
    expect(first(appendix).kids).toEqual([{ page: 0, mark: 5 }]);
    expect(commandsOf(appendix)).toContain("/P /MC0 BDC");
    expect(appendix.objects.map(({ text }) => text.join("")).join()).toContain("<</MCID 5/Lang (cy)>>");
  });
  it("leaves out tags of what is not there, and makes artifacts of marks without tags", async () => {
    const appendix = await tagged(
      { content: `${marked(0, "x")} ${marked(8, "y")}` },
      { 21: tag("P", "[0 5]"), 22: tag("Sect", "41 0 R"), 41: tag("P", "6"), 23: tag("P", "0") },
    );
    expect(typesOf(appendix)).toEqual(["P"]);
    expect(first(appendix).kids).toEqual([{ page: 0, mark: 0 }]);
    expect(commandsOf(appendix)).toMatch(/\/Artifact BMC\nBT[\s\S]*y/);
  });
  it("has what was filled in among its tags, as a field that is printed", async () => {
    const appendix = await tagged(
      {
        content: marked(0, "x"),
        page: "/Annots [10 0 R 12 0 R 14 0 R]",
        more: {
          10: widget("/FT /Tx /TU (Your name) /V (Ada) /Rect [0 0 9 9] /AP << /N 11 0 R >>"),
          11: form("BT /F1 12 Tf (Ada) Tj ET"),
          12: widget("/FT /Btn /AS /Off /Rect [0 0 9 9] /AP << /N << /Yes 13 0 R >> >>"),
          13: form("(4) Tj"),
          14: "<< /Type /Annot /Subtype /Stamp /F 4 /Rect [0 0 9 9] /AP << /N 13 0 R >> >>",
        },
      },
      {
        21: tag("P", "0"),
        22: tag("Form", "<< /Type /OBJR /Obj 10 0 R >>"),
        23: tag("Form", "<< /Type /OBJR /Obj 12 0 R >>"),
      },
    );
    expect(appendix.elements?.slice(2)).toMatchObject([
      {
        type: "Form",
        kids: [{ page: 0, mark: 1 }],
        attributes: "<</O/PrintField/Role/tv/Desc(Your name)>>",
        alt: null,
      },
      {
        type: "Form",
        kids: [{ page: 0, mark: 2 }],
        attributes: "<</O/PrintField/Role/cb/checked/off>>",
        alt: "Not ticked",
      },
    ]);
    expect(appendix.pages[0]?.drawings.map(({ mark }) => mark)).toEqual([1, 2, null]);
    expect(appendix.pages[0]?.drawings[1]?.object).toBeNull();
  });
});

describe("an appendix counts as one without tags", () => {
  const text = { content: marked(0, "x") };
  const without: Readonly<Record<string, () => Promise<Appendix>>> = {
    "where it has none": () => read(text),
    "where it says that it is not tagged": () =>
      read({
        ...text,
        catalog: "/MarkInfo << /Marked false >> /StructTreeRoot 20 0 R",
        more: { 20: `<< /K 21 0 R >>`, 21: tag("P", "0") },
      }),
    "where its tags lead to nothing on its pages": () => tagged({ content: words("x") }, { 21: tag("P", "0") }),
    "where a page is a scan among pages with tags": () =>
      appendixIn(
        FILE,
        rawPdf({
          1: "<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 20 0 R >>",
          2: "<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 /MediaBox [0 0 595 842] >>",
          3: "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
          4: stream(marked(0, "x")),
          6: "<< /Type /Page /Parent 2 0 R /Contents 7 0 R >>",
          7: stream("/Im0 Do"),
          20: "<< /Type /StructTreeRoot /K 21 0 R >>",
          21: tag("P", "0"),
        }),
      ),
    "where a tag leads into a picture": () => tagged(text, { 21: tag("P", "<< /Type /MCR /Stm 10 0 R /MCID 0 >>") }),
    "where a tag stands in two places": () => tagged(text, { 21: tag("Sect", "[22 0 R 22 0 R]"), 22: tag("P", "0") }),
    "where tags stand inside themselves": () => tagged(text, { 21: tag("Sect", "[21 0 R]"), 22: tag("P", "0") }),
    "where a mark has a number beyond all sense": () =>
      tagged({ content: marked(4_000_000_000, "x") }, { 21: tag("P", "4000000000") }),
    "where tags go deeper than anybody could follow": () =>
      tagged(
        text,
        Object.fromEntries(
          Array.from({ length: 300 }, (_, at) => [39 + at, at < 299 ? tag("Sect", `${40 + at} 0 R`) : tag("P", "0")]),
        ),
      ),
  };
  it.each(Object.entries(without))("%s", async (_, attempt) => {
    const appendix = await attempt();
    expect(appendix.elements).toBeNull();
    expect(commandsOf(appendix)).not.toContain("BDC");
  });
});

describe("an appendix that cannot go into a pack", () => {
  it.each(Object.entries(REFUSED))("is refused with its name and what to do: %s", async (_, { bytes, says }) => {
    await expect(appendixIn(FILE, bytes)).rejects.toMatchObject({
      exitStatus: 1,
      message: expect.stringMatching(new RegExp(`^${FILE} ${says}.*(Save it|Print it) .*\\.$`)),
    });
  });
  it("is refused where it is protected, with a password or without one to open it", async () => {
    for (const passwords of [{ userPassword: "open" }, { ownerPassword: "own" }]) {
      const pdf = await PDFDocument.create();
      pdf.addPage();
      pdf.encrypt({ userPassword: "", ...passwords });
      const bytes = await pdf.save();
      await expect(appendixIn(FILE, bytes)).rejects.toThrow(`${FILE} is protected with a password. Save it again`);
    }
  });
  it("is refused wherever it breaks off", async () => {
    const whole = onePage({});
    for (let length = 100; length < whole.length - 10; length += 40)
      await expect(appendixIn(FILE, whole.subarray(0, length)), String(length)).rejects.toThrow("breaks off");
  });
  it("is refused where it is larger, or has more pages, than an appendix may have", async () => {
    const bytes = onePage({});
    const limits = { bytes: 150_000_000, pages: 2000 };
    await expect(openPdf(FILE, bytes, limits)).resolves.toBeInstanceOf(PDFDocument);
    await expect(openPdf(FILE, bytes, { ...limits, pages: 0 })).rejects.toThrow(
      "has 1 pages; an appendix may have 0. Split",
    );
    await expect(openPdf(FILE, new Uint8Array(3_000_000), { ...limits, bytes: 2_000_000 })).rejects.toThrow(
      "has 3 MB; an appendix may have 2. Save it with smaller pictures, or split it.",
    );
    await expect(openPdf(FILE, new Uint8Array(150_000_001))).rejects.toThrow("has 150 MB; an appendix may have 150.");
  });
  it("is refused where a stream of it swells to what no page needs", async () => {
    const { deflateSync } = await import("node:zlib");
    const bomb = deflateSync(Buffer.alloc(260_000_000, " ")).toString("latin1");
    await expect(
      read({ page: "/Contents 10 0 R", more: { 10: stream(bomb, "/Filter /FlateDecode") } }),
    ).rejects.toThrow("is broken");
  });
  it("never tells of a fault of the program that reads it", async () => {
    for (const page of ["/Rotate (x)", "/CropBox 7", "/Annots 3 0 R", "/Annots [3 0 R (x) 9]", "/Resources (none)"])
      await read({ page }).catch((error: Error) =>
        expect(error.message, page).toMatch(/Save it again as a plain PDF\.$/),
      );
  });
});

describe("a form that was filled in", () => {
  const field = (entries: string, more = {}) =>
    read({ page: "/Annots [10 0 R]", more: { 10: widget(`/Rect [0 0 9 9] ${entries}`), 11: form("(x) Tj"), ...more } });
  const drawn = async (entries: string, more = {}) => (await field(entries, more)).pages[0]?.drawings.length;

  it("shows every entry that is seen, also where its program forgot to say that it is printed", async () => {
    expect(await drawn("/FT /Tx /AP << /N 11 0 R >>")).toBe(1);
    expect(await drawn("/Parent 12 0 R /AP << /N 11 0 R >>", { 12: "<< /FT /Ch /V (x) >>" })).toBe(1);
  });
  it("hides what is hidden, and buttons to press", async () => {
    for (const entries of ["/FT /Tx /F 2", "/FT /Tx /F 36", "/FT /Btn /Ff 65536"])
      expect(await drawn(`${entries} /AP << /N 11 0 R >>`), entries).toBe(0);
  });
  it("is refused where an entry has a value that only a program would draw, and not where it is empty", async () => {
    await expect(field("/FT /Tx /V (Ada)")).rejects.toThrow("is a form whose entries are not drawn in it");
    expect(await drawn("/FT /Tx /V ()")).toBe(0);
    expect(await drawn("/FT /Sig /V << /Type /Sig >>")).toBe(0);
  });
});

describe("a picture that lies in a file elsewhere", () => {
  it("is not taken over: nobody fetches anything for a pack", async () => {
    const picture = stream("", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /F (elsewhere.png)");
    const appendix = await read({ resources: "/XObject << /Im0 10 0 R >>", more: { 10: picture } });
    const [, at] = appendix.pages[0]?.resources.find(({ kind }) => kind === "XObject")?.entries[0] ?? [];
    expect(appendix.objects[at ?? -1]).toEqual({ text: ["null"], stream: null });
  });
});

describe("a photograph in an appendix", () => {
  const part = (marker: number, words: string) => [0xff, marker, 0, words.length + 2, ...Buffer.from(words)];
  const scan = [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xe1, 9, 0xff, 0xd9];

  it("loses what its camera wrote, and keeps its colours and itself", () => {
    const photograph = [
      0xff,
      0xd8,
      ...part(0xe0, "JFIF"),
      ...part(0xe1, "Exif at home"),
      ...part(0xe2, "ICC"),
      ...part(0xed, "by me"),
      ...part(0xee, "Adobe"),
      ...part(0xfe, "note"),
      ...part(0xdb, "table"),
      ...scan,
    ];
    expect([...plainJpeg(Uint8Array.from(photograph))]).toEqual([
      0xff,
      0xd8,
      ...part(0xe0, "JFIF"),
      ...part(0xe2, "ICC"),
      ...part(0xee, "Adobe"),
      ...part(0xdb, "table"),
      ...scan,
    ]);
  });
  it("stays as it is where it cannot be understood", () => {
    for (const bytes of [
      [],
      [1, 2, 3],
      [0xff, 0xd8, 1, 0xe1, 0, 2, ...scan],
      [0xff, 0xd8, ...part(0xe1, "breaks off")],
    ])
      expect([...plainJpeg(Uint8Array.from(bytes))]).toEqual(bytes);
  });
});
