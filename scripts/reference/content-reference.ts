/** Writes docs/content.md and the editors' JSON Schemas from the model, so that neither can tell another story. */
import { z } from "zod";
import { KINDS_OF_FILE, type KindOfFile } from "../model/kinds-of-file.ts";
import { fieldsOf } from "./shape.ts";

/** The generated files, by path relative to the project. */
export function contentReference(): Record<string, string> {
  return {
    "docs/content.md": contentPage(),
    ...Object.fromEntries(KINDS_OF_FILE.map((kind) => [`docs/schemas/${kind.name}.json`, editorSchema(kind)])),
  };
}

const INTRODUCTION = `# What officers write

This page is made from the schemas in \`scripts/model/\` by \`npm run docs\`; change it there. Every Markdown file begins
with front matter, YAML between two lines \`---\`. Dates are \`2026-09-28\`, times \`"18:30"\`, and yes and no are the words
\`yes\` and \`no\`. A field that is not listed here is an error, and the nearest known one is suggested. Editors that read
JSON Schema find the same rules in \`docs/schemas/\`.

A short name is small letters, digits and single hyphens, such as \`recovery-plan\`: it becomes part of an address.

Nothing restricted belongs in these files: exempt and confidential papers stay in a folder of the council's own, outside
the repository, which no build ever opens. What the public may know of them is written in \`agenda.md\`.

## Writing a paper

- Sections begin with \`##\`, headings inside them with \`###\`. Sections and paragraphs number themselves: 4, 4.1, 4.2.
- Numbers that are typed are kept exactly: begin the first section \`## 1. Origin of report\` and the paper keeps what is
  typed, also where numbers skip or a paragraph has none. \`numbering: typed\` in the front matter says so outright.
- Every paragraph has an address that never changes: 4.7 is \`#p4-7\`, section 4 is \`#s4\`, the first unnumbered paragraph
  of section 1 is \`#s1-p1\`, item (b) under 4.7 is \`#p4-7-b\`.
- Lists: \`- \` for points, \`1.\` for numbers, \`(a)\` or \`(i)\` for letters, which stay as they are typed. Indent a list to put it
  inside another.
- Tables are Markdown tables. A paragraph \`Table 1: what it shows\` just before one is its caption. The first row and the
  first column are headers; leave the first row empty where there is none. Cells can be merged, headings can take
  several rows, and a cell can have several lines: see the end of this part.
- Notes: \`[^1]\` in the text, and \`[^1]: the note\` on a line of its own.
- Images: \`![what it shows](photo.png)\`, a file beside the paper. What it shows must be said.
- Words in another language: \`[Croeso i bawb]{lang=cy}\`, on a line or around a whole paragraph, are read out as that language.
- Charts: \`::: chart measure-id\` on a line of its own draws a measure from \`data/plans/\`, with its table and a
  sentence; \`::: chart measure-id to 2026-07-31\` leaves out later figures. What was issued keeps the figures of its day.
- Links lead to pages (\`https://\`, or \`/about/\` on this site), to \`mailto:\` and \`tel:\`, and to paragraphs (\`#p4-7\`).
- HTML, code in front matter and template code are not supported: what an officer writes is text.

A table with merged cells and two rows of headings:

\`\`\`
Table 1: visits on time, by area and quarter

| Area             | <<             | 2025 to 2026 | <<      | 2026 to 2027 | <<                       |
| ---------------- | -------------- | -----------: | ------: | -----------: | -----------------------: |
| ^^               | ^^             | April        | October | April        | October                  |
| ---------------- | -------------- | ------------ | ------- | ------------ | ------------------------ |
| Children in care | Visits planned | 40           | 42      | 44           | 45                       |
| ^^               | Visits made    | 38           | 39      | 41           | Not counted \\ before May |
| Care leavers     | Visits made    | 12           | 11      | Not known    | <<                       |
\`\`\`

- A cell that holds only \`<<\` is merged with the cell to its left, one that holds only \`^^\` with the cell above. Both make a
  block: \`<<\` to the right of the words, \`^^\` in the rows below. A block is always a rectangle, and never reaches from the
  headings into the rows below them.
- All rows above a second line of hyphens, three signs or more in every cell, are headings. Without one the first row alone is.
- Where a cell of the first column is merged over several rows, it heads all of them, and the second column heads each. A
  cell merged over the whole width heads the rows down to the next such cell; as the last row it is a note.
- A backslash alone between two spaces begins a new line inside a cell.
- Where those signs are a cell's own words, type \`\\^^\`, \`\\<<\`, \`\\---\` and \`\\\\\`.
`;

function contentPage(): string {
  return `${INTRODUCTION}\n${KINDS_OF_FILE.map(section).join("\n")}`;
}

function section(kind: KindOfFile): string {
  const rows = fieldsOf(kind.schema).map(
    ({ path, needed, kind: sort, about }) => `| \`${path}\` | ${needed ? "yes" : ""} | ${sort} | ${about} |`,
  );
  return `## ${kind.title}

\`${kind.file}\`: ${kind.about}

| field | needed | kind | what it is |
| --- | --- | --- | --- |
${rows.join("\n")}

Body: ${kind.body}
`;
}

/** The schema an editor checks a file against as it is typed; \`4\` and \`1.10\` are text to us and numbers to an editor. */
function editorSchema(kind: KindOfFile): string {
  const schema = z.toJSONSchema(kind.schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      delete jsonSchema.kind;
      if (jsonSchema.type === "string" && !jsonSchema.enum) {
        Object.assign(jsonSchema, { type: ["string", "number"] });
      }
    },
  });
  return `${JSON.stringify({ title: kind.title, description: kind.about, ...schema }, null, 2)}\n`;
}
