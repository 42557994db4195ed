import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareVersions } from "./compare-versions.ts";
import { readOutline } from "./outline.ts";
import { blockTexts } from "./paper-text.ts";
import { plainBlocks } from "./plain-text.ts";
import { type RenderOptions, renderPaper } from "./render.ts";

const options: RenderOptions = { chart: () => "", image: (file) => file };
const html = (body: string, more: Partial<RenderOptions> = {}) => renderPaper(body, { ...options, ...more });
const faults = (body: string) => readOutline(body, 1).faults;
/** A table from its rows, of which the first is followed by the line of hyphens. */
const table = (first: string, ...rows: string[]) => {
  const width = first.split("|").length - 2;
  return `${[first, `|${" --- |".repeat(width)}`, ...rows].join("\n")}\n`;
};

/** Each row in a line: `th` or `td` with what it heads, the rows and columns it takes, and its words. */
function told(body: string): string[] {
  return html(body)
    .split(/<tr>/)
    .slice(1)
    .map((row) =>
      [...row.matchAll(/<(t[dh])\b([^>]*)>([\s\S]*?)<\/\1>/g)]
        .map(([, tag, attributes = "", words]) => {
          const say = (name: string) => new RegExp(`${name}="(\\w+)"`).exec(attributes)?.[1];
          const [rows, columns] = [say("rowspan"), say("colspan")];
          return `${say("scope") ?? tag}${rows ? ` ${rows} down` : ""}${columns ? ` ${columns} across` : ""}: ${words}`;
        })
        .join(" | "),
    );
}

const COSTS = `Table 1: costs

| Area | << | 2025 | << | 2026 | << |
| --- | --- | --: | --: | --: | --: |
| ^^ | ^^ | Q1 | Q2 | Q1 | Q2 |
| --- | --- | --- | --- | --- | --- |
| Care | Visits | 1 | 2 | not \\ known | << |
| ^^ | Plans | 3 | 4 | ^^ | << |
| Homes | Beds | 5 | 6 | 7 | 8 |
| Total | << | 9 | 10 | 11 | 12 |
`;

describe("a table with merged cells and two rows of headings", () => {
  it("says what every heading heads, over how many rows and columns", () => {
    expect(faults(COSTS)).toEqual([]);
    expect(told(COSTS)).toEqual([
      "col 2 down 2 across: Area | colgroup 2 across: 2025 | colgroup 2 across: 2026",
      "col: Q1 | col: Q2 | col: Q1 | col: Q2",
      "rowgroup 2 down: Care | row: Visits | td: 1 | td: 2 | td 2 down 2 across: not<br>\nknown",
      "row: Plans | td: 3 | td: 4",
      "row: Homes | row: Beds | td: 5 | td: 6 | td: 7 | td: 8",
      "row 2 across: Total | td: 9 | td: 10 | td: 11 | td: 12",
    ]);
  });

  it("has the groups of columns and rows that those headings head, and no more", () => {
    const out = html(COSTS);
    expect(out).toContain(
      '</caption>\n<colgroup span="2"></colgroup>\n<colgroup span="2"></colgroup>\n<colgroup span="2"></colgroup>\n<thead>',
    );
    expect(out.match(/<tbody>/g)).toHaveLength(2);
    expect(out).toMatch(/Plans[\s\S]*<\/tbody>\n<tbody>\n<tr>\n<th scope="row">Homes/);
  });

  it("has its words once wherever they are read, counted or compared, and no mark as a word", () => {
    const words = "Area 2025 2026 Q1 Q2 Q1 Q2 Care Visits 1 2 not known Plans 3 4 Homes Beds 5 6 7 8 Total 9 10 11 12";
    expect(readOutline(COSTS, 1).outline.words).toBe(3 + words.split(" ").length);
    const [block] = blockTexts(COSTS, "automatic");
    expect(block?.text.replaceAll(" | ", " ")).toBe(`Table 1: costs ${words}`);
    const plain = plainBlocks(COSTS).flatMap(({ texts }) => texts);
    expect(plain.join(" ").replaceAll("\n", " ")).toBe(`Table 1: costs ${words}`);
    expect(plainBlocks(COSTS).filter(({ kind }) => kind === "row")).toHaveLength(6);
  });

  it("is unchanged in words where a later version only merges its cells", () => {
    const before = blockTexts("| a | b |\n| --- | --- |\n| 1 | |\n| 2 | |\n", "automatic");
    expect(compareVersions(before, blockTexts(table("| a | b |", "| 1 | << |", "| 2 | |"), "automatic"))).toEqual([]);
  });

  it("keeps the anchors and numbers of everything around it", () => {
    const around = (body: string) => readOutline(`## One\n\nText.\n\n${body}\nMore.\n`, 1).outline.blocks;
    const plain = around("Table 1: costs\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n");
    expect(around(COSTS).map(({ anchor, number }) => [anchor, number])).toEqual(
      plain.map(({ anchor, number }) => [anchor, number]),
    );
  });

  it("is the one that officers are shown in the reference, without a fault", () => {
    const page = readFileSync(join(import.meta.dirname, "../../docs/content.md"), "utf8");
    const [, example = ""] = /two rows of headings:\n\n```\n([\s\S]*?)```/.exec(page) ?? [];
    expect(faults(example)).toEqual([]);
    expect(told(example)[0]).toBe(
      "col 2 down 2 across: Area | colgroup 2 across: 2025 to 2026 | colgroup 2 across: 2026 to 2027",
    );
    expect(told(example)[3]).toBe("row: Visits made | td: 38 | td: 39 | td: 41 | td: Not counted<br>\nbefore May");
  });
});

describe("cells merged", () => {
  it("into a block may have either mark in its corner", () => {
    for (const corner of ["^^", "<<"])
      expect(told(table("| a | b | c |", "| x | y | << |", `| z | ^^ | ${corner} |`))[1]).toBe(
        "row: x | td 2 down 2 across: y",
      );
  });

  it("in the middle of a table leave the rows of the first column as they were", () => {
    expect(told(table("| a | b | c |", "| x | y | 1 |", "| z | ^^ | 2 |"))).toEqual([
      "col: a | col: b | col: c",
      "row: x | td 2 down: y | td: 1",
      "row: z | td: 2",
    ]);
  });

  it("under each other in two columns alone have a header of rows, and cells beside it", () => {
    expect(told(table("| a | b |", "| x | 1 |", "| ^^ | 2 |")).slice(1)).toEqual([
      "rowgroup 2 down: x | td: 1",
      "td: 2",
    ]);
  });

  it("over the whole width head the rows below, and as the last row are a note", () => {
    const body = table("| a | b |", "| Care | << |", "| x | 1 |", "| Homes | << |", "| y | 2 |", "| Source: us | << |");
    expect(told(body).slice(1)).toEqual([
      "rowgroup 2 across: Care",
      "row: x | td: 1",
      "rowgroup 2 across: Homes",
      "row: y | td: 2",
      "td 2 across: Source: us",
    ]);
    expect(html(body).match(/<tbody>/g)).toHaveLength(3);
  });

  it("head their rows and no group where another cell reaches out of the group", () => {
    const body = table("| a | b | c |", "| x | p | 1 |", "| ^^ | q | 2 |", "| y | r | ^^ |");
    expect(told(body)[1]).toBe("row 2 down: x | row: p | td: 1");
    expect(html(body).match(/<tbody>/g)).toHaveLength(1);
  });

  it("among headings head a group of columns once, since groups cannot stand inside each other", () => {
    const body =
      "| a | b | << | << | << |\n|---|---|---|---|---|\n| ^^ | c | << | d | << |\n| ^^ | 1 | 2 | 3 | 4 |\n|---|---|---|---|---|\n| x | 5 | 6 | 7 | 8 |\n";
    expect(faults(body)).toEqual([]);
    expect(told(body).slice(0, 2)).toEqual([
      "col 3 down: a | colgroup 4 across: b",
      "col 2 across: c | col 2 across: d",
    ]);
    expect(html(body)).toContain('<colgroup span="1"></colgroup>\n<colgroup span="4"></colgroup>');
  });

  it("over columns of figures stand to the left, and one before a merged cell keeps its distance", () => {
    const out = html("| a | b | c |\n|---|--:|--:|\n| x | 1 | 2 |\n| y | 3 | ^^ |\n| z | n/a | << |\n");
    expect(out).toContain('<td class="n inner">3</td>');
    expect(out).toContain('<td colspan="2">n/a</td>');
  });

  it("count among the columns that make a table wide", () => {
    const print = (columns: number) =>
      html(table(`|${" a |".repeat(columns - 1)} << |`, `|${" b |".repeat(columns)}`), { forPrint: true });
    expect(print(9)).toContain('<table class="wide">');
    expect(print(8)).toContain("<table>");
  });

  it("in the last row leave a place for the mark where the table ends in the pack", () => {
    const out = html(table("| a | b |", "| x | 1 |", "| ^^ | 2 |"), { forPrint: true });
    expect(out).toContain('<td><span id="s0-t1--end"></span>2</td>');
  });

  it("stand in a quotation as well, on the lines they are on", () => {
    expect(html("> | a | b |\n> |---|---|\n> | x | << |\n> | y | 1 |\n")).toContain('colspan="2"');
    expect(faults("> | a | ^^ |\n> |---|---|\n> | x | 1 |\n")).toMatchObject([{ rule: "table-merge", line: 1 }]);
  });
});

describe("several rows of headings", () => {
  const two = (...more: string[]) => ["| a | b |", "|---|---|", "| c | d |", "| --- | --: |", ...more, ""].join("\n");
  it("need no merged cells", () => {
    expect(told(two("| x | 1 |"))).toEqual(["col: a | col: b", "col: c | col: d", "row: x | td: 1"]);
    expect(html(two("| x | 1 |")).match(/<\/thead>\n<tbody>/g)).toHaveLength(1);
  });
  it("leave out a row that says nothing, and all of the head where none does", () => {
    expect(told("| | |\n|---|---|\n| c | d |\n|---|---|\n| x | 1 |\n")).toEqual(["col: c | col: d", "row: x | td: 1"]);
    expect(html("| | |\n|---|---|\n| | |\n|---|---|\n| x | 1 |\n")).not.toContain("<thead");
  });
  it("keep a row that says nothing where a cell of it reaches down into the next", () => {
    expect(told("| | |\n|---|---|\n| ^^ | c |\n|---|---|\n| x | 1 |\n")).toEqual([
      "td 2 down:  | td: ",
      "col: c",
      "row: x | td: 1",
    ]);
  });
  it("have an empty corner that heads nothing, however large", () => {
    expect(told("| | b | << |\n|---|---|---|\n| ^^ | c | d |\n|---|---|---|\n| x | 1 | 2 |\n")[0]).toBe(
      "td 2 down:  | colgroup 2 across: b",
    );
  });
  it("are no more than one where the hyphens are single, fewer than the columns, or escaped", () => {
    for (const row of ["| - | - |", "| -- | -- |", "| --- |", "| --- | |", "| \\--- | \\--- |", "| --- | x |"]) {
      const body = two("| x | 1 |").replace("| --- | --: |", row);
      expect(told(body), row).toHaveLength(4);
      expect(faults(body), row).toEqual([]);
    }
  });
});

describe("a line break in a cell", () => {
  const cell = (words: string) => /<td>([\s\S]*)<\/td>/.exec(html(table("| a | b |", `| x | ${words} |`)))?.[1];
  it("is a backslash alone between two spaces, once or more", () => {
    expect(cell("one \\ two \\ three")).toBe("one<br>\ntwo<br>\nthree");
    expect(cell("one  \\   two")).toBe("one<br>\ntwo");
    expect(cell("one \\ \\ two")).toBe("one<br>\n<br>\ntwo");
    expect(cell("**one \\ two** [three \\ four](/x)")).toBe(
      '<strong>one<br>\ntwo</strong> <a href="/x">three<br>\nfour</a>',
    );
  });
  it("is none where the backslash is doubled, in code, beside a word or at an end", () => {
    expect(cell("one \\\\ two")).toBe("one \\ two");
    expect(cell("`one \\ two`")).toBe("<code>one \\ two</code>");
    expect(cell("one\\ two")).toBe("one\\ two");
    expect(cell("one \\two")).toBe("one \\two");
    expect(cell("\\ one \\")).toBe("\\ one \\");
    expect(cell("a \\| b")).toBe("a | b");
  });
  it("stands in headings, and nowhere but in cells", () => {
    expect(told(table("| a \\ b | c |", "| x | 1 |"))[0]).toBe("col: a<br>\nb | col: c");
    for (const body of ["one \\ two\n", "- one \\ two\n", "## one \\ two\n", "> one \\ two\n", "(a) one \\ two\n"])
      expect(html(body), body).not.toContain("<br>");
    const caption = html(`Table 1: one \\ two\n\n${table("| a |", "| x |")}\nAfter \\ it.\n`);
    expect(caption).not.toContain("<br>");
  });
  it("is a space between words that are counted and compared, and a line in plain text", () => {
    const body = table("| a | b |", "| x | one \\ two |");
    expect(readOutline(body, 1).outline.words).toBe(5);
    expect(blockTexts(body, "automatic")[0]?.text).toBe("a | b | x | one two");
    expect(plainBlocks(body).at(-1)?.texts).toEqual(["x", "one\ntwo"]);
  });
});

describe("a mark that cannot be read", () => {
  const WRONG: readonly (readonly [what: string, body: string, line: number, says: string])[] = [
    ["`^^` in the first row", table("| a | ^^ |", "| x | 1 |"), 1, "first row is marked `^^`"],
    ["`<<` in the first column", table("| a | b |", "| << | 1 |"), 3, "first column is marked `<<`"],
    ["`<<` in the corner", table("| << | b |", "| x | 1 |"), 1, "first column is marked `<<`"],
    ["`^^` below the headings", table("| a | b |", "| ^^ | 1 |"), 3, "right below the headings"],
    [
      "`^^` below two rows of headings",
      "| a | b |\n|---|---|\n| c | d |\n|---|---|\n| ^^ | 1 |\n",
      5,
      "second line of hyphens",
    ],
    ["an L lying down", table("| a | b |", "| x | << |", "| ^^ | 1 |", "| y | 2 |"), 3, "its shape is no rectangle"],
    [
      "a step",
      table("| a | b | c |", "| x | y | 1 |", "| ^^ | << | 2 |"),
      3,
      '"x" is merged over 2 rows and 2 columns',
    ],
    ["a U", table("| a | b | c |", "| x | << | << |", "| ^^ | y | ^^ |"), 3, "its shape is no rectangle"],
    ["a row of marks", table("| a | b |", "| x | 1 |", "| ^^ | ^^ |"), 4, "Every cell of this row"],
    ["a block that is two whole rows", table("| a | b |", "| x | << |", "| ^^ | ^^ |"), 4, "Every cell of this row"],
    ["a column of marks", table("| a | << | c |", "| x | << | 1 |"), 1, "Every cell of column 2"],
    ["a column of marks under an empty head", table("| | | |", "| x | << | 1 |"), 1, "Every cell of column 2"],
    ["a third line of hyphens", "| a |\n|---|\n| b |\n|---|\n| c |\n|---|\n| d |\n", 6, "third line of hyphens"],
    ["hyphens at the end", "| a |\n|---|\n| b |\n|---|\n", 4, "ends with a line of hyphens"],
  ];
  for (const [what, body, line, says] of WRONG)
    it(`is an error with its line: ${what}`, () => {
      const found = faults(body);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ rule: "table-merge", severity: "error", line });
      expect(`${found[0]?.message} ${found[0]?.mend}`).toContain(says);
    });

  it("stands as it was typed, with all of its table, so that what was issued reads as it did", () => {
    for (const [what, body] of WRONG) {
      const out = html(body);
      expect(out, what).not.toMatch(/(row|col)span|colgroup/);
      const marks = body.match(/\^\^|<</g) ?? [];
      expect(out.match(/\^\^|&lt;&lt;/g) ?? [], what).toHaveLength(marks.length);
    }
  });

  it("leaves the next table as it should be", () => {
    const out = html(`${table("| a | ^^ |", "| x | 1 |")}\nText.\n\n${table("| a | b |", "| x | << |", "| y | 1 |")}`);
    expect(out.match(/colspan/g)).toHaveLength(1);
  });
});

describe("words that look like marks", () => {
  it("are words where they are escaped, in code, apart, more or fewer, or not alone", () => {
    const words = [
      "\\^^",
      "\\<<",
      "`^^`",
      "**^^**",
      "^ ^",
      "< <",
      "^",
      "<",
      "^^^",
      "<<<",
      "^^ a",
      "a <<",
      "&#94;^",
      "＾＾",
    ];
    for (const each of words) {
      const body = table("| a | b |", `| x | ${each} |`, "| y | 1 |");
      expect(faults(body), each).toEqual([]);
      expect(told(body)[1], each).toMatch(/^row: x \| td: /);
    }
    expect(told(table("| a | b |", "| x | \\^^ |", "| y | \\<< |")).slice(1)).toEqual([
      "row: x | td: ^^",
      "row: y | td: &lt;&lt;",
    ]);
  });
  it("are words outside tables", () => {
    expect(html("^^\n\n<<\n\n- ^^\n")).toContain("&lt;&lt;");
    expect(faults("^^\n\n<<\n")).toEqual([]);
  });
  it("are marks though spaces stand around them", () =>
    expect(told("|a|b|\n|-|-|\n|x|   <<\u00a0|\n|y|1|\n")[1]).toBe("rowgroup 2 across: x"));
});

describe("a table made to break something", () => {
  it("of marks alone is refused, a fault a row, in no time", () => {
    for (const mark of ["^^", "<<"]) {
      const row = `|${` ${mark} |`.repeat(200)}`;
      const body = table(row, ...Array.from({ length: 150 }, () => row));
      const began = performance.now();
      const found = faults(body);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(303);
      html(body);
      expect(performance.now() - began).toBeLessThan(5000);
    }
  });

  it("of 200 columns is read, each merged over all its rows or one over all of them", () => {
    const down = table(`|${" a |".repeat(200)}`, `|${" b |".repeat(200)}`, `| c |${" ^^ |".repeat(199)}`);
    expect(faults(down)).toEqual([]);
    expect(html(down).match(/rowspan="2"/g)).toHaveLength(199);
    const across = table(`|${" a |".repeat(200)}`, `| b |${" << |".repeat(199)}`, `| c |${" d |".repeat(199)}`);
    expect(html(across)).toContain('colspan="200"');
  });

  it("whose rows are ragged has as many cells in each when they are counted with their spans", () => {
    const body = table(
      "| a | b | c |",
      "| x |",
      "| y | << |",
      "| z | << | << | << | 4 |",
      "| ^^ | 1 |",
      "| q | 1 | 2 |",
    );
    const wide = table("| a | b | c |", "| x |", "| y | << |", "| z | << | 3 | << |", "| ^^ | ^^ |", "| q | 1 | 2 |");
    expect(faults(body)).toMatchObject([{ rule: "table-merge", line: 5 }]);
    expect(faults(wide)).toEqual([]);
    expect(told(wide).slice(1)).toEqual([
      "row: x | td:  | td: ",
      "row 2 across: y | td: ",
      "rowgroup 2 down 2 across: z | td: 3",
      "td: ",
      "row: q | td: 1 | td: 2",
    ]);
  });

  it("is text in every cell, merged or not", () => {
    const body = table("| <b>a</b> | << |", '| <i onclick="x">b</i> \\ <script> | {{ 1 }} |');
    expect(html(body)).not.toMatch(/<(b|i|script)[ >]/);
    expect(faults(body).map(({ rule }) => rule)).toContain("raw-html");
  });

  it("of any shape, made at random, is refused or has every place of its rectangle once", () => {
    let seed = 11;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    let read = 0;
    for (let round = 0; round < 600; round++) {
      const [width, height] = [1 + random(5), 2 + random(5)];
      const cells = Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (_, column) => {
          const pick = random(6);
          return pick === 0 && row > 1 ? "^^" : pick === 1 && column > 0 ? "<<" : `w${row}x${column}`;
        }),
      );
      const lines = cells.map((row) => `| ${row.join(" | ")} |`);
      if (height > 3 && random(2) === 0) lines.splice(2, 0, `|${" --- |".repeat(width)}`);
      const body = table(lines[0] ?? "", ...lines.slice(1));
      if (faults(body).length > 0) continue;
      read += 1;
      const taken: boolean[][] = [];
      const rows = html(body).split("<tr>").slice(1);
      rows.forEach((row, at) => {
        let column = 0;
        for (const [, attributes = ""] of row.matchAll(/<t[dh]\b([^>]*)>/g)) {
          while (taken[at]?.[column]) column += 1;
          const span = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1);
          for (let down = 0; down < span("rowspan"); down++)
            for (let across = 0; across < span("colspan"); across++) {
              taken[at + down] ??= [];
              expect(taken[at + down]?.[column + across], body).toBeUndefined();
              (taken[at + down] as boolean[])[column + across] = true;
            }
          column += span("colspan");
        }
      });
      expect(
        taken.map((row) => row.filter(Boolean).length),
        body,
      ).toEqual(rows.map(() => width));
    }
    expect(read).toBeGreaterThan(100);
  });
});
