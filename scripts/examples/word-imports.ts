/** A stand-in for the import of Word files, for tests of the desk: it answers in the shapes of the true one, and writes. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportedWord, WordRequest } from "../word/imported-word.ts";

/** A file whose words say what is to happen: `TRACKED` has a tracked change, `HEADING` asks a question. */
export function wordFile(words: string, name = "Budget monitoring.docx"): File {
  return new File([words], name, {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  });
}

/** Brings the words in as a report that can be issued. `asked` keeps what it was asked for. */
export function standInImport(asked: WordRequest[] = []): (request: WordRequest) => Promise<ImportedWord> {
  return async (request) => {
    asked.push(request);
    const { root, name, bytes, meeting, item, accepted, yes, again, report = "brought-in" } = request;
    const words = Buffer.from(bytes).toString("utf8");
    const base = { name, meeting, item };
    const file = `content/meetings/${meeting.slice(0, 4)}/${meeting}/${report}.md`;
    const refused = (rule: string, message: string, mend: string): ImportedWord => ({
      ...base,
      report: null,
      written: [],
      problems: [{ rule, severity: "error", file: name, line: 12, column: 1, message, mend }],
      mayAccept: rule === "tracked-change" ? ["changes"] : [],
      questions: [],
      notes: [],
      gaps: [],
      sideBySide: null,
      counted: null,
    });
    if (words.includes("TRACKED") && !accepted.includes("changes"))
      return refused(
        "tracked-change",
        "A change is tracked here, and nobody has accepted it.",
        "Accept or reject it in Word (Review, Accept All Changes), and save.",
      );
    if (existsSync(join(root, file)) && !again)
      return refused("report-there", `There is a report \`${report}\` already.`, "Give another name, or take its place.");
    const head = `title: Budget monitoring\naccess: public\nagendaItem: ${item}\nfrom: Director of Finance\ncontactOfficer: { role: Director of Finance }\nbackgroundPapers: none\n`;
    const heading = yes.includes("heading-3") ? "## What it costs\n\n" : "What it costs\n\n";
    writeFileSync(join(root, file), `---\n${head}---\n## Where we are\n\nThe year closed.\n\n${heading}${words}\n`);
    const sideBySide = `.cleardays/word/${meeting}/${report}.html`;
    mkdirSync(join(root, `.cleardays/word/${meeting}`), { recursive: true });
    writeFileSync(
      join(root, sideBySide),
      `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Side by side</title></head><body><main><h1>Side by side</h1><p>${words.replaceAll("<", "&lt;")}</p></main></body></html>\n`,
    );
    return {
      ...base,
      report: file,
      written: [file, sideBySide],
      problems: [],
      mayAccept: [],
      questions: words.includes("HEADING")
        ? [
            {
              id: "heading-3",
              asks: "Paragraph 3, “What it costs”, is bold and stands alone. Is it a heading?",
              ifYes: "It becomes a heading of the second level.",
            },
            { id: "table-1", asks: "Table 1 has no heading row. What are its columns?", ifYes: null },
          ]
        : [],
      notes: ["The page header, “Draft 3”, was left out."],
      gaps: ["the legal implications"],
      sideBySide,
      counted: { words: 7, cells: 0 },
    };
  };
}
