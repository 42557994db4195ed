import { describe, expect, it } from "vitest";
import { readWord } from "../read-word.ts";
import { requestOf } from "./entry.ts";
import { wordFile } from "./word-file.ts";
import { cell, definition, field, headingRow, level, list, p, r, row, table } from "./word-parts.ts";

const prompt = (inside: string) =>
  `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;

describe("a report that a paper cannot say is refused, and nothing of it is written", () => {
  it.each([
    {
      name: "words in a cell that Word hides under the cell it is merged with",
      file: wordFile({
        body: [
          table(
            headingRow(["Ward", "Homes"]),
            row([cell("North", { down: "begins" }), "12"]),
            row([cell("Unseen", { down: "goes on" }), "14"]),
          ),
        ],
      }),
      rule: "word-not-equal",
      words: "Unseen",
    },
    {
      name: "a prompt of the template in place of a paragraph",
      file: wordFile({ body: [prompt(p("Click to enter the reasons."))] }),
      rule: "word-prompt",
      words: "prompt of the template",
    },
    {
      name: "a prompt of the template in place of a cell",
      file: wordFile({ body: [table(`<w:tr>${cell("Date")}${prompt(cell("Choose a date."))}</w:tr>`)] }),
      rule: "word-prompt",
      words: "prompt of the template",
    },
    {
      name: "a prompt of the template in a line",
      file: wordFile({ body: [p([r("Ward: "), prompt(r("Choose a ward."))])] }),
      rule: "word-prompt",
      words: "prompt of the template",
    },
    {
      name: "numbers of a kind that no paper has",
      file: wordFile({
        numbering: [definition(0, [level("hebrew1", "%1.")]), list(1, 0)],
        body: [p("The quay", { list: "1 0" })],
      }),
      rule: "word-unknown-number",
      words: "hebrew1",
    },
    {
      name: "a field whose number Word works out when it prints",
      file: wordFile({ body: [p([r("Paragraph "), field(" LISTNUM ", null)])] }),
      rule: "word-field",
      words: "LISTNUM",
    },
  ])("$name", async ({ name, file, rule, words }) => {
    const { paper, problems } = await readWord(await requestOf({ name, file, markdown: "" }));
    expect(paper).toBeNull();
    expect(problems.map((each) => each.rule)).toContain(rule);
    expect(problems.map(({ message }) => message).join("\n")).toContain(words);
  });
});
