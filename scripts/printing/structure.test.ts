import { describe, expect, it } from "vitest";
import { dict, name, type PdfDict, type PdfObject, PdfRef, PdfString, textString } from "../pdf/objects.ts";
import { type Drawn, decorationOf, type Kid, keepTags, newTag, putRight, readTags, type Tag } from "./structure.ts";

const tag = (type: string, kids: readonly Kid[] = [], more: Partial<Tag> = {}): Tag => ({
  ...newTag(type),
  kids: [...kids],
  ...more,
});
const mark = (number: number, page = 0) => ({ page, mark: number });
const words: Drawn = () => "words";
const nowhere = () => null;

/** The tree in a line: types with what stands in them, marks as numbers, links as `@`. */
function told(kid: Kid): string {
  if ("annotation" in kid) return `@${kid.annotation}`;
  if ("mark" in kid) return String(kid.mark);
  const more = [
    kid.language ? `:${kid.language}` : "",
    kid.alt ? `"${kid.alt}"` : "",
    kid.actual ? `=${kid.actual}` : "",
  ];
  return `${kid.type}${more.join("")}(${kid.kids.map(told).join(" ")})`;
}
function righted(tree: Tag, drawn: Drawn = words, target: (annotation: number) => string | null = nowhere): string {
  putRight(tree, drawn, target);
  return told(tree);
}

describe("tags as Chromium writes them", () => {
  const read = (objects: Record<number, PdfDict>) =>
    readTags(
      new PdfRef(1),
      (ref) => (ref instanceof PdfRef ? (objects[ref.number] ?? null) : ref),
      (ref) => (ref as PdfRef).number - 100,
    );
  const entry = (type: string, more: Record<string, PdfObject> = {}) =>
    dict({ Type: name("StructElem"), S: name(type), P: new PdfRef(9), ...more });

  it("are read with all that they say", () => {
    const tree = read({
      1: entry("Document", { K: [new PdfRef(2), new PdfRef(3)], Lang: new PdfString("en") }),
      2: entry("Figure", {
        Alt: textString("Tŷ"),
        Pg: new PdfRef(101),
        K: [4, dict({ MCID: 7, Pg: new PdfRef(102) })],
      }),
      3: entry("TH", {
        ID: new PdfString("node7"),
        A: [
          dict({ O: name("Table"), Scope: name("Row"), RowSpan: 1, ColSpan: 2 }),
          dict({ O: name("Layout"), BBox: [0, 0, 1, 1] }),
        ],
        K: dict({ Obj: new PdfRef(50) }),
      }),
    });
    expect(told(tree)).toBe('Document:en(Figure"Tŷ"(4 7) TH(@50))');
    expect((tree.kids[0] as Tag).kids).toEqual([mark(4, 1), mark(7, 2)]);
    const cell = tree.kids[1] as Tag;
    expect(cell.id).toBe("node7");
    expect([...(cell.attributes.get("Table") ?? [])]).toEqual([
      ["Scope", name("Row")],
      ["ColSpan", 2],
    ]);
  });

  it("of a kind, with a key, an attribute or contents that are not known are refused by name", () => {
    for (const [second, why] of [
      [entry("Ruby"), "a tag `Ruby`"],
      [entry("P", { ActualText: new PdfString("x") }), "a tag P with `ActualText`"],
      [entry("P", { Alt: 5 }), "a tag P with `Alt`"],
      [entry("TD", { A: dict({ O: name("Table"), Colour: 1 }) }), "an attribute `Colour`"],
      [entry("TD", { A: dict({ Scope: name("Row") }) }), "an attribute without an owner"],
      [entry("P", { K: name("words") }), "contents of another kind"],
      [entry("P", { K: new PdfRef(77) }), "a tag that is none"],
    ] as const)
      expect(() => read({ 1: entry("Document", { K: new PdfRef(2) }), 2: second }), why).toThrow(why);
  });
});

describe("a tree that is put right", () => {
  it("has no wrappers without a meaning, and keeps those with a language", () => {
    expect(
      righted(tag("Document", [tag("NonStruct", [tag("P", [mark(1)]), tag("NonStruct", [tag("P", [mark(2)])])])])),
    ).toBe("Document(P(1) P(2))");
    expect(righted(tag("Document", [tag("NonStruct", [tag("P", [mark(1)])], { language: "cy" })]))).toBe(
      "Document(Div:cy(P(1)))",
    );
    expect(righted(tag("P", [tag("NonStruct", [mark(1)], { language: "cy" })]))).toBe("P(Span:cy(1))");
  });

  it("has no tag without contents, but for cells of tables and what is described in words", () => {
    const empty = tag("Document", [
      tag("P"),
      tag("Sect", [tag("P", [tag("Span")])]),
      tag("Figure", [], { alt: "A map" }),
    ]);
    // A picture's own words stand though nothing of it is marked.
    expect(righted(empty)).toBe('Document(Figure"A map"())');
    expect(righted(tag("TR", [tag("TD"), tag("TH")]))).toBe("TR(TD() TH())");
  });

  it("has no mark that draws nothing", () => {
    const drawn: Drawn = ({ mark: number }) => (number === 1 ? null : "words");
    expect(righted(tag("P", [mark(1), mark(2)]), drawn)).toBe("P(2)");
  });

  it("has a body in every item of a list, after its label", () => {
    const item = tag("LI", [tag("Lbl", [mark(1)]), mark(2), tag("L", [tag("LI", [tag("P", [mark(4)])])])]);
    expect(righted(tag("L", [item]))).toBe("L(LI(Lbl(1) LBody(L(LI(LBody(P(4)))))))");
    expect(righted(tag("L", [tag("LI", [tag("Span", [mark(2)])])]))).toBe("L(LI(LBody(Span(2))))");
    expect(righted(tag("LI", [tag("Lbl", [mark(1)]), tag("LBody", [mark(2)])]))).toBe("LI(Lbl(1) LBody(2))");
    expect(righted(tag("LI", [tag("Lbl", [mark(1)])]))).toBe("LI(Lbl(1))");
  });

  it("says the bullet that is only drawn, and not the one that is a letter", () => {
    const list = () => tag("LI", [tag("Lbl", [mark(1)]), tag("P", [mark(2)])]);
    const drawn: Drawn = ({ mark: number }) => (number === 1 ? "shapes" : "words");
    expect(righted(list(), drawn)).toBe("LI(Lbl=•(1) LBody(P(2)))");
    expect(righted(list())).toBe("LI(Lbl(1) LBody(P(2)))");
  });

  it("has a picture's words on the figure around it and its caption", () => {
    const attributes = new Map([["Layout", dict({ BBox: [0, 0, 9, 9] })]]);
    const figure = tag("Figure", [tag("Figure", [mark(1)], { alt: "A map", attributes }), tag("Caption", [mark(2)])]);
    expect(righted(figure)).toBe('Figure"A map"(1 Caption(2))');
    expect(figure.attributes.get("Layout")).toBe(attributes.get("Layout"));
  });

  it("takes a figure around a table, around two pictures, or around one without words, for a group", () => {
    expect(righted(tag("Figure", [tag("Table", [tag("TR", [tag("TD", [mark(1)])])])]))).toMatch(/^Div\(Table/);
    const picture = (alt: string | null) => tag("Figure", [mark(1)], { alt });
    expect(righted(tag("Figure", [picture("One"), picture("Two")]))).toBe('Div(Figure"One"(1) Figure"Two"(1))');
    expect(righted(tag("Figure", [picture(null)]))).toBe("Div(Div(1))");
  });

  it("has languages and labels where links to addresses of ours stood, and leaves all other links", () => {
    const to = ["https://language.invalid/cy", "https://label.invalid/", "https://example.org/", null];
    const link = (annotation: number) => tag("Link", [mark(annotation), { annotation }]);
    expect(righted(tag("P", [0, 1, 2, 3].map(link)), words, (annotation) => to[annotation] ?? null)).toBe(
      "P(Span:cy(0) Lbl(1) Link(2 @2) Link(3 @3))",
    );
    expect(righted(tag("LI", [link(1), tag("P", [mark(9)])]), words, () => to[1] ?? null)).toBe(
      "LI(Lbl(1) LBody(P(9)))",
    );
  });

  it("has words that stand in nothing as a paragraph of the document", () =>
    expect(righted(tag("Document", [tag("NonStruct", [mark(1)])]))).toBe("Document(P(1))"));

  it("is refused where words stand in what only holds others", () => {
    for (const type of ["L", "Table", "TR", "TBody"])
      expect(() => righted(tag(type, [tag("NonStruct", [mark(1)])])), type).toThrow(`words in a ${type}`);
  });
});

describe("what only decorates", () => {
  it("is what tables, lists and the document draw themselves: their lines and boxes, page by page", () => {
    const tree = tag("Document", [
      mark(0),
      tag("Table", [mark(1), tag("TR", [mark(2, 3), tag("TD", [mark(4)])])]),
      tag("P", [mark(5)]),
    ]);
    expect([...decorationOf(tree)]).toEqual([
      [0, new Set([0, 1])],
      [3, new Set([2])],
    ]);
    expect(righted(tag("TR", [mark(2), tag("TD", [mark(4)])]))).toBe("TR(TD(4))");
  });
});

describe("tags as they are kept", () => {
  it("are numbered in reading order, with cells that name their headers", () => {
    const headers = new Map([
      ["Table", dict({ Headers: [new PdfString("node7"), new PdfString("node8")], ColSpan: 2 })],
    ]);
    const tree = tag("Document", [
      tag("TR", [
        tag("TH", [], { id: "node8" }),
        tag("TH", [], { id: "node7" }),
        tag("TD", [mark(1)], { attributes: headers, id: "node9" }),
      ]),
      tag("Em", [{ annotation: 40 }]),
    ]);
    const { elements, roles } = keepTags(tree, (annotation) => annotation - 40);
    expect(elements.map(({ type }) => type)).toEqual(["Document", "TR", "TH", "TH", "TD", "Em"]);
    const [, , eight, seven, cell, em] = elements;
    expect(cell?.headers).toEqual([seven?.id, eight?.id]);
    expect(cell?.id).not.toBeNull();
    expect(cell?.attributes).toBe("<</O/Table/ColSpan 2>>");
    expect(em?.kids).toEqual([{ link: 0 }]);
    expect(roles).toEqual([["Em", "Span"]]);
  });
});
