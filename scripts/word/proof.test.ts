import { describe, expect, it } from "vitest";
import { wordFile } from "./library/word-file.ts";
import { cell, definition, level, list, p, row, table } from "./library/word-parts.ts";
import { prove } from "./proof.ts";
import { survey } from "./survey.ts";
import { openWord } from "./word-document.ts";

const FILE = wordFile({
  body: [
    p("The forecast is £169.3 million.", { list: "1 0" }),
    table(row([cell("North"), cell("12")]), row([cell("South"), cell("9")])),
  ],
  numbering: [definition(1, [level("decimal", "%1.1")]), list(1, 1)],
});
const TABLE = "|   |   |\n| --- | --- |\n| North | 12 |\n| South | 9 |";
const WHOLE = `1.1 The forecast is £169.3 million.\n\n${TABLE}\n`;

async function proved(body: string, taken: readonly number[] = [], tables: readonly number[] = [1]) {
  const document = await openWord(FILE);
  const form = { values: [], taken: new Set(taken) };
  return prove(document, survey(document), form, { tables: new Set(tables) }, body, "typed", "report.docx");
}

async function said(body: string): Promise<string> {
  return (await proved(body)).problems.map(({ rule, message }) => `${rule} ${message}`).join("\n");
}

describe("the proof that an import lost nothing and made nothing up", () => {
  it("holds where every word, number and cell is in the report", async () => {
    expect(await proved(WHOLE)).toEqual({ problems: [], counted: { words: 10, cells: 4 } });
  });

  it("fails for a word, a figure or a number of a paragraph that is lost", async () => {
    expect(await said(WHOLE.replace("forecast ", ""))).toBe(
      'word-not-equal The Word file shows words that the report would lose: "forecast".',
    );
    expect(await said(WHOLE.replace("£169.3 ", ""))).toContain('would lose: "£169.3"');
    expect(await said(WHOLE.replace("1.1 ", ""))).toContain('would lose: "1.1"');
  });

  it("fails for a word that came from nowhere, and for one that stands once too often", async () => {
    expect(await said(WHOLE.replace("million", "million million"))).toBe(
      'word-not-equal The report would have words that the Word file does not show: "million".',
    );
    expect(await said(`${WHOLE}\nApproved.\n`)).toContain('does not show: "Approved."');
  });

  it("fails for words that only changed cells", async () => {
    expect(await said(WHOLE.replace("| North | 12 |", "| North 12 | |"))).toContain(
      "cells of tables that the report would not have",
    );
  });

  it("leaves out of the count what is front matter, and nothing else", async () => {
    expect((await proved(TABLE, [1])).problems).toEqual([]);
    expect((await proved(WHOLE, [1])).problems).not.toEqual([]);
  });
});
