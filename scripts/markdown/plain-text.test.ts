import { describe, expect, it } from "vitest";
import { plainBlocks } from "./plain-text.ts";

const texts = (body: string) => plainBlocks(body).map(({ kind, texts }) => `${kind}: ${texts.join(" | ")}`);

describe("a paper's plain text", () => {
  it("has no sign of Markdown's, also inside a word", () => {
    expect(texts("## The *offers*\n\nSup**plier** A [asks](/x) `62` an hour[^1].\n\n[^1]: Less \\*VAT\\*.")).toEqual([
      "heading: The offers",
      "text: Supplier A asks 62 an hour.",
      "text: Less *VAT*.",
    ]);
  });

  it("has a table row by row, with its caption", () => {
    expect(texts("Table 1: offers\n\n| Who | Rate |\n| --- | --- |\n| **A** | 62 |\n| B | |")).toEqual([
      "text: Table 1: offers",
      "row: Who | Rate",
      "row: A | 62",
      "row: B | ",
    ]);
  });

  it("leaves typed numbers out, and keeps lists, quotations and what an image shows", () => {
    expect(texts("## 4. Offers\n\n4.1 We asked.\n\n(a) one\n(b) two\n\n- three\n\n> four\n\n![five](x.png)")).toEqual([
      "heading: Offers",
      "text: We asked.",
      "text: one",
      "text: two",
      "text: three",
      "text: four",
      "text: five",
    ]);
  });

  it("keeps the lines of a paragraph apart", () => {
    expect(texts("agree-\nment")).toEqual(["text: agree-\nment"]);
  });

  it("is nothing where there is no body", () => expect(texts("\n")).toEqual([]));
});
