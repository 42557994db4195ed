import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KeptElement, KeptPrint } from "./kept-print.ts";
import { Printer } from "./printer.ts";
import { readPrint } from "./read-print.ts";

const raw = new Map<string, Uint8Array>();
const printer = new Printer({ seen: ({ name }, bytes) => raw.set(name, bytes) });
afterAll(() => printer.close());

const printed = async (body: string, name = "small"): Promise<KeptPrint> => {
  const html = `<!doctype html><html lang="en"><head><title>Small</title><style>@page { size: A4 }</style></head><body>${body}</body></html>`;
  const [print] = await printer.print([{ name, html }], null);
  return print as KeptPrint;
};

/** The tags in a line: types with what they say, `*` for each marked piece, `@` with where a link leads. */
function told({ elements, links }: KeptPrint, index = 0): string {
  const { type, kids, alt, actual, language } = elements[index] as KeptElement;
  const inside = kids.map((kid) => {
    if ("element" in kid) return told({ elements, links } as KeptPrint, kid.element);
    return "mark" in kid ? "*" : `@${links[kid.link]?.uri ?? `#${links[kid.link]?.anchor}`}`;
  });
  return `${type}${language ? `:${language}` : ""}${alt ? `"${alt}"` : ""}${actual ? `=${actual}` : ""}(${inside.join(" ")})`;
}

/** What the glyphs of a print stand for. */
const lettersOf = ({ fonts }: KeptPrint) =>
  fonts
    .flatMap(({ unicode }) => unicode.map(([, hex]) => Buffer.from(hex, "hex").swap16().toString("utf16le")))
    .join("");

describe("a letter that no font has", () => {
  // U+E123 is nobody's letter, so no machine has a shape for it.
  it("is named, since readers see an empty box there, and no other letter is", async () => {
    expect((await printed("<p>Ŵyn \ue123 and plain words</p>")).missing).toEqual(["\ue123"]);
    expect((await printed("<p>Ŵyn and plain words</p>")).missing).toEqual([]);
  });
});

describe("what is wider than the page", () => {
  it("is refused by the paper's name, whether a table or a picture, and in large print too", async () => {
    const wide = `<div style="width: 400mm; border: 1px solid">A wide table</div>`;
    await expect(printed(wide, "budget.md")).rejects.toThrow("budget.md has something that is wider than the page");
    const html = `<!doctype html><html lang="en"><title>Large</title><style>@page { size: A4 }</style><body>A page</body></html>`;
    const [large] = await printer.print([{ name: "large", html, scale: 1.5 }], null);
    expect(large?.scale).toBeCloseTo(1.5, 2);
  });
});

describe("a print by Chromium", () => {
  it("of nested lists, numbered, lettered and with dots, has every label and body", async () => {
    const print = await printed(
      `<ol><li>One<ol type="a"><li>Alpha<ul><li>dot</li></ul></li></ol></li><li><p>Two</p><p>More</p></li></ol>`,
    );
    expect(told(print)).toBe(
      "Document:en(L(LI(Lbl(*) LBody(* L(LI(Lbl(*) LBody(* L(LI(Lbl=•(*) LBody(*)))))))) LI(Lbl(*) LBody(P(*) P(*)))))",
    );
  });

  it("of letters that officers typed has them as labels", async () => {
    const letter = (text: string) => `<a class="letter" href="https://label.invalid/">${text}</a>`;
    const list = `<ol style="list-style: none"><li>${letter("(a)")} First</li><li>${letter("(b)")} <p>Second</p></li></ol>`;
    expect(told(await printed(list))).toBe("Document:en(L(LI(Lbl(*) LBody(*)) LI(Lbl(*) LBody(P(*)))))");
  });

  it("of footnotes has links there and back, each where it stands", async () => {
    const print = await printed(
      `<p id="back">Text<sup><a href="#note">1</a></sup>.</p><ol><li id="note">Note <a href="#back">Back</a></li></ol>`,
    );
    expect(told(print)).toBe("Document:en(P(* Link(* @#note) *) L(LI(Lbl(*) LBody(* Link(* @#back)))))");
    expect([...print.anchors.keys()].sort()).toEqual(["back", "note"]);
    expect(print.links.map(({ page }) => page)).toEqual([0, 0]);
  });

  it("of a table has header cells with their scope, and cells that name them", async () => {
    const print = await printed(
      `<table><caption>Costs</caption><thead><tr><th scope="col">Year</th><th scope="col">Sum</th></tr></thead>
      <tbody><tr><th scope="row">2026</th><td>£1</td></tr><tr><th scope="row">2027</th><td>&nbsp;</td></tr></tbody></table>`,
    );
    expect(told(print)).toBe("Document:en(Table(Caption(*) TR(TH(*) TH(*)) TR(TH(*) TD(*)) TR(TH(*) TD(*))))");
    const cells = print.elements.filter(({ type }) => type === "TH");
    expect(cells.map(({ attributes }) => /\/Scope\/(\w+)/.exec(attributes ?? "")?.[1])).toEqual([
      "Column",
      "Column",
      "Row",
      "Row",
    ]);
    const [sum] = print.elements.filter(({ type }) => type === "TD");
    expect(sum?.headers.map((id) => cells.findIndex((cell) => cell.id === id)).sort()).toEqual([1, 2]);
  });

  it("of Welsh inside English has its language, in a line and as paragraphs of their own", async () => {
    const print = await printed(
      `<p>At <a class="lang" href="https://language.invalid/cy">Tŷ’r Cyngor</a> today.</p><p lang="cy">Mae’r cyngor yn cwrdd.</p>`,
    );
    expect(told(print)).toBe("Document:en(P(* Span:cy(*) *) P:cy(*))");
    expect(print.language).toBe("en");
    // A language is no link, and stands on no page as one.
    expect(print.links.map(({ page }) => page)).toEqual([-1]);
  });

  it("of words from right to left keeps their letters", async () => {
    const print = await printed(`<p>Arabic: <b>مرحبا</b>.</p><p dir="rtl" lang="ar">مرحبا بالعالم</p>`);
    expect(told(print)).toMatch(/^Document:en\(P\(\* .*\) P:ar\(\*\)\)$/);
    expect(lettersOf(print).normalize("NFKC")).toMatch(/م/);
  });

  it("of letters that a font draws as one is read", async () => {
    const print = await printed(`<p style="font-family: 'DejaVu Sans', serif">The officers and their staff</p>`);
    expect(told(print)).toBe("Document:en(P(*))");
  });

  it("of emoji, and of letters of two units, is read", async () => {
    const print = await printed("<p>Signs 🎉 🏛️ 👩‍👩‍👧 𝔸 end</p>");
    expect(told(print)).toBe("Document:en(P(*))");
    expect(print.pages).toHaveLength(1);
  });

  it("of a picture has its words, once, with its caption", async () => {
    const dot =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
    const print = await printed(
      `<figure><img src="${dot}" alt="A plan" width="50" height="50"><figcaption>The plan</figcaption></figure>`,
    );
    expect(told(print)).toMatch(/^Document:en\(Figure"A plan"\(.*\)\)$/);
    expect(told(print).match(/A plan/g)).toHaveLength(1);
  });

  it("has a bookmark for every heading, nested as they are, and every named place", async () => {
    const print = await printed(
      `<nav hidden><a href="#one">x</a></nav><h1>Title</h1><h2 id="one">One</h2><h3>Inside</h3><h2>Two</h2>
      <p style="break-before: page" id="two">On</p><a href="#two">to it</a>`,
    );
    const [title] = print.bookmarks;
    expect(title?.title).toBe("Title");
    expect(title?.children.map((each) => each.title)).toEqual(["One", "Two"]);
    expect(title?.children[0]?.children[0]?.title).toBe("Inside");
    expect(print.anchors.get("one")?.page).toBe(0);
    expect(print.anchors.get("two")?.page).toBe(1);
  });

  it("of nothing at all has no tags, and is refused", () =>
    expect(printed("")).rejects.toThrow(
      "small was printed in a way that is not understood: the tree of tags is missing",
    ));

  it("with a page that has next to nothing on it is read", async () => {
    const print = await printed(`<h1>One</h1><div style="break-before: page; height: 10px"></div>`);
    expect(print.pages).toHaveLength(2);
  });

  it("is read the same however often it is printed", async () => {
    const body = "<h1>Title</h1><table><tr><th scope=col>A</th></tr><tr><td>1</td></tr></table>";
    expect(await printed(body)).toEqual(await printed(body));
  });
});

describe("a print that is not as Chromium writes it", () => {
  let sound: string;
  beforeAll(async () => {
    await printed(
      `<nav hidden><a href="#one">x</a></nav><h1 id="one">Title</h1><p lang="cy">Un <a href="https://example.org/">link</a></p>
      <table><tr><th scope="col">A</th></tr><tr><td colspan="2">1</td></tr></table>`,
      "sound",
    );
    sound = Buffer.from(raw.get("sound") ?? []).toString("latin1");
  });
  /** The print with other words in the place of `from`, which are as long, so that all else stays where it is. */
  const changed = (from: string, to: string) => {
    if (to.length !== from.length) throw new Error(`${from} and ${to} are not as long`);
    if (!sound.includes(from)) throw new Error(`Chromium does not write ${from}`);
    return Buffer.from(sound.replace(from, to), "latin1");
  };

  it("would be read as it was", () => expect(readPrint(Buffer.from(sound, "latin1")).pages).toHaveLength(1));

  it("is refused by the name of each key it does not know", () => {
    for (const [from, to, why] of [
      ["/ViewerPreferences", "/AcroFormXXXXXXXXX", "the catalogue with `AcroFormXXXXXXXXX`"],
      ["/MarkInfo", "/OpenActX", "the catalogue with `OpenActX`"],
      ["/Tabs /S", "/AAAA /S", "a page with `AAAA`"],
      ["/StructParents 0", "/RotateXXXXXXX 0", "a page with `RotateXXXXXXX`"],
      ["/Border", "/Bordex", "a link with `Bordex`"],
      ["/Subtype /Link", "/Subtype /Text", "a note that is no link"],
      ["/S /URI", "/S /Lau", "a link that does something else"],
      ["/S /H1", "/S /H9", "a tag `H9`"],
      ["/Scope", "/Scopx", "an attribute `Scopx`"],
      ["/ColSpan", "/ColSpax", "an attribute `ColSpax`"],
      ["/S /Document", "/S /Sect    ", "a tree of tags that is no document"],
      ["/XYZ", "/Fit", "a place of another kind"],
      ["/MediaBox [0 0", "/MediaBox [9 0", "a page that does not begin at its corner"],
    ] as const)
      expect(() => readPrint(changed(from, to)), from).toThrow(why);
  });

  it("is refused where it is cut off, packed otherwise, or another program's", () => {
    for (const length of [0, 10, 500, sound.length - 30])
      expect(() => readPrint(Buffer.from(sound.slice(0, length), "latin1")), String(length)).toThrow("not a whole PDF");
    expect(() => readPrint(Buffer.from("<html>Service unavailable</html>"))).toThrow("not a whole PDF");
    expect(() => readPrint(changed("\nxref\n", "\nxrxf\n"))).toThrow("no plain table");
  });
});
