import { afterAll, describe, expect, it } from "vitest";
import { renderPaper } from "../markdown/render.ts";
import { dict, name, type PdfObject } from "../pdf/objects.ts";
import { nameHeaders } from "./cell-headers.ts";
import type { KeptPrint } from "./kept-print.ts";
import { Printer } from "./printer.ts";
import { newTag, type Tag } from "./structure.ts";

let made = 0;
const cell = (type: "TH" | "TD", words: string, more: Record<string, PdfObject> = {}): Tag => ({
  ...newTag(type),
  alt: words,
  attributes: new Map(Object.keys(more).length > 0 ? [["Table", dict({ O: name("Table"), ...more })]] : []),
  ...{ number: made++ },
});
const column = (words: string, more = {}) => cell("TH", words, { Scope: name("Column"), ...more });
const row = (words: string, more = {}) => cell("TH", words, { Scope: name("Row"), ...more });
const tableOf = (...rows: Tag[][]): Tag => ({
  ...newTag("Table"),
  kids: rows.map((kids) => ({ ...newTag("TR"), kids })),
});

/** What each cell is under, by the words of its headers. */
function headersOf(table: Tag): Record<string, string[]> {
  nameHeaders({ ...newTag("Document"), kids: [{ ...newTag("Div"), kids: [table] }] });
  const cells = table.kids.flatMap((kid) => ("kids" in kid ? kid.kids : [])) as Tag[];
  const words = new Map(cells.flatMap(({ id, alt }) => (id === null ? [] : [[id, alt ?? ""] as const])));
  const named = ({ attributes }: Tag) => attributes.get("Table")?.get("Headers");
  return Object.fromEntries(
    cells.flatMap((each) => {
      const headers = named(each);
      if (!Array.isArray(headers)) return [];
      return [[each.alt ?? "", headers.map((id) => words.get((id as { bytes: string }).bytes) ?? "?")]];
    }),
  );
}

describe("the headers of a table's cells", () => {
  it("are all those above a cell that spans columns, and beside one that spans rows", () => {
    expect(
      headersOf(
        tableOf(
          [column("Area", { RowSpan: 2 }), column("2025", { ColSpan: 2 })],
          [column("Q1"), column("Q2")],
          [row("Care"), cell("TD", "both", { ColSpan: 2 })],
          [row("Homes"), cell("TD", "down", { RowSpan: 2 }), cell("TD", "one")],
          [row("Total"), cell("TD", "last")],
        ),
      ),
    ).toEqual({
      both: ["2025", "Q1", "Q2", "Care"],
      down: ["2025", "Q1", "Homes", "Total"],
      one: ["2025", "Q2", "Homes"],
      last: ["2025", "Q2", "Total"],
    });
  });

  it("are in two columns where a header spans rows", () => {
    const table = tableOf(
      [column("Area"), column("What"), column("Now")],
      [row("Care", { RowSpan: 2 }), row("Visits"), cell("TD", "1")],
      [row("Plans"), cell("TD", "2")],
      [row("Homes"), row("Beds"), cell("TD", "3")],
    );
    expect(headersOf(table)).toEqual({
      "1": ["Now", "Care", "Visits"],
      "2": ["Now", "Care", "Plans"],
      "3": ["Now", "Homes", "Beds"],
    });
  });

  it("have the row over them that is one header, down to the next, and not what runs over the whole width", () => {
    const table = tableOf(
      [column("What"), column("Now")],
      [row("Before"), cell("TD", "0")],
      [row("Care", { ColSpan: 2 })],
      [row("Visits"), cell("TD", "1")],
      [row("Homes", { ColSpan: 2 })],
      [row("Beds"), cell("TD", "2")],
      [cell("TD", "A note", { ColSpan: 2 })],
    );
    expect(headersOf(table)).toEqual({
      "0": ["Now", "Before"],
      "1": ["Now", "Care", "Visits"],
      "2": ["Now", "Homes", "Beds"],
    });
  });

  it("stay as Chromium wrote them where no cell spans another", () =>
    expect(headersOf(tableOf([column("a"), column("b")], [row("c"), cell("TD", "d")]))).toEqual({}));

  it("keep the names they have, and are none of another table's", () => {
    const inner = tableOf([column("inside", { ColSpan: 2 })], [row("x"), cell("TD", "y")]);
    const head = { ...column("b"), id: "node7" };
    const table = tableOf(
      [column("a"), head, column("e")],
      [row("c"), { ...cell("TD", "d", { ColSpan: 2 }), kids: [inner] }],
    );
    expect(headersOf(table)).toEqual({ d: ["b", "e", "c"] });
    expect(head.id).toBe("node7");
  });

  it("are none where a table has no rows, or a row no cells", () => {
    expect(headersOf(tableOf())).toEqual({});
    expect(headersOf(tableOf([], [cell("TD", "x", { ColSpan: 2, RowSpan: 9 })], []))).toEqual({});
  });
});

describe("a paper's table with merged cells, printed by Chromium", () => {
  const printer = new Printer();
  afterAll(() => printer.close());
  const printed = async (body: string): Promise<KeptPrint> => {
    const paper = renderPaper(body, { chart: () => "", image: () => "", forPrint: true });
    const html = `<!doctype html><html lang="en"><head><title>Small</title><style>@page { size: A4 }</style></head><body>${paper}</body></html>`;
    const [print] = await printer.print([{ name: "small", html }], null);
    return print as KeptPrint;
  };

  it("says of each cell what it heads, over how many rows and columns, and which it is under", async () => {
    const { elements } = await printed(
      "| a | b | << |\n|---|---|---|\n| ^^ | c | d |\n|---|---|---|\n| x | 1 | << |\n| y | 2 \\ 3 | 4 |\n| z | ^^ | 5 |\n",
    );
    const cells = elements.filter(({ type }) => type === "TH" || type === "TD");
    const place = (id: number) => cells.findIndex((each) => each.id === id);
    expect(
      cells.map(({ type, attributes, headers }) => {
        const said = [...(attributes ?? "").matchAll(/\/(Scope|RowSpan|ColSpan)[/ ](\w+)/g)].map(
          ([, key, to]) => `${key} ${to}`,
        );
        return [type, ...said, ...(headers.length > 0 ? [headers.map(place).join(" ")] : [])].join(", ");
      }),
    ).toEqual([
      "TH, Scope Column, RowSpan 2",
      "TH, Scope Column, ColSpan 2",
      "TH, Scope Column",
      "TH, Scope Column",
      "TH, Scope Row",
      "TD, ColSpan 2, 1 2 3 4",
      "TH, Scope Row",
      "TD, RowSpan 2, 1 2 6 9",
      "TD, 1 3 6",
      "TH, Scope Row",
      "TD, 1 3 9",
    ]);
  });
});
