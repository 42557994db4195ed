/**
 * The text of a new draft: its fields as front matter, remarks for the officer, and a body. What is written is read again
 * as `check` would read it, so that no title can break the file. Called by the drafts of this folder.
 */
import { isDeepStrictEqual } from "node:util";
import { Document, isScalar, visit } from "yaml";
import type { z } from "zod";
import { fitSchema } from "../load/fit-schema.ts";
import { splitFrontMatter } from "../load/front-matter.ts";
import { problemLines } from "../model/problem-lines.ts";
import { Refusal } from "../model/refusal.ts";

/** Fields as an officer would type them: words, lists and groups. What is undefined is left out. */
export type Typed = string | undefined | readonly Typed[] | { readonly [name: string]: Typed };
export type Fields = { readonly [name: string]: Typed };

export interface DraftFile<Schema extends z.ZodType = z.ZodType> {
  /** Relative to the council's folder. */
  readonly file: string;
  readonly schema: Schema;
  readonly fields: Fields;
  /** Lines for the officer alone, as comments after the fields. */
  readonly remarks?: readonly string[];
  readonly body?: string;
}

/** The file's text. Refused, in words, where what it takes over from other files cannot be read back as it was. */
export function draftText({ file, schema, fields, remarks = [], body = "" }: DraftFile): string {
  const comments = remarks.map((line) => `# ${line.replace(/[\r\n]+/g, " ")}`.trimEnd().concat("\n")).join("");
  const text = `---\n${frontMatter(fields)}${comments}---\n${body}`;
  const read = splitFrontMatter(text, file);
  const problems = [...read.problems, ...fitSchema(schema, read, file).problems];
  if (problems.length > 0)
    throw new Refusal(
      [
        "Nothing was written, since the new file would have held something that cannot be read:",
        ...problemLines(problems),
      ].join("\n"),
    );
  if (!isDeepStrictEqual(asJson(read.value), asJson(fields)))
    throw new Error(`${file} would not be read as it was meant, so it was not written.`);
  return text;
}

/** Words that officers wrote elsewhere, on one line. */
export function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** Words that officers wrote elsewhere, as Markdown that shows them as they are. */
export function asMarkdown(words: string): string {
  return oneLine(words).replace(/[\\`*_[\]<>&#]/g, "\\$&");
}

function frontMatter(fields: Fields): string {
  const document = new Document(fields);
  visit(document, {
    Scalar: (_, scalar) => {
      // Other readers of YAML take a bare 18:30 for a number.
      if (/^\d{1,2}:\d{2}$/.test(String(scalar.value))) scalar.type = "QUOTE_DOUBLE";
    },
    Seq: (_, list) => {
      list.flow = list.items.every((each) => isScalar(each) && /^[a-z0-9/-]{1,40}$/.test(String(each.value)));
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Without what is left out, and without regard to how maps were made. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
