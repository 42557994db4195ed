/** Reads one file, Markdown with front matter or JSON, into its schema's type, with every fault as a problem. */
import type { z } from "zod";
import { readOutline } from "../markdown/outline.ts";
import type { Document, Positions, Sourced } from "../model/council.ts";
import type { Outline } from "../model/outline.ts";
import type { Problem } from "../model/problem.ts";
import { readBytes, sha256 } from "./files.ts";
import { fitSchema } from "./fit-schema.ts";
import { bodyOf, splitFrontMatter } from "./front-matter.ts";
import { parseYaml } from "./yaml.ts";

/** Where loading puts what it finds wrong, and which files it could not make sense of. */
export interface Findings {
  readonly root: string;
  readonly problems: Problem[];
  /** Files that are there but could not be read, so that nothing is said twice of what points at them. */
  readonly unreadable: Set<string>;
}

/**
 * The document in `file`, or null where it cannot be read; its problems go to `findings`. `numbering` is how its body is
 * numbered where the front matter does not say; `kept` the numbers that an earlier version was issued with.
 */
export function readDocument<Schema extends z.ZodType>(
  findings: Findings,
  file: string,
  id: string,
  schema: Schema,
  numbering?: Outline["numbering"],
  kept: Outline["kept"] = null,
): Document<z.output<Schema>> | null {
  const text = readText(findings, file);
  return text === null ? null : readDocumentText(findings, file, id, schema, text, numbering, kept);
}

/** The document that would stand in `file`, likewise: for a command that is about to write it. */
export function readDocumentText<Schema extends z.ZodType>(
  findings: Findings,
  file: string,
  id: string,
  schema: Schema,
  text: string,
  numbering?: Outline["numbering"],
  kept: Outline["kept"] = null,
): Document<z.output<Schema>> | null {
  const split = splitFrontMatter(text, file);
  findings.problems.push(...split.problems);
  const { value, problems } =
    split.problems.length === 0 ? fitSchema(schema, split, file) : { value: null, problems: [] };
  findings.problems.push(...problems);
  if (value === null) findings.unreadable.add(file);

  const asked = (value as { numbering?: Outline["numbering"] } | null)?.numbering ?? numbering;
  const { outline, faults } = readOutline(split.body, split.bodyLine, asked, kept);
  findings.problems.push(...faults.map((fault) => ({ ...fault, file, column: 1 })));
  if (value === null) return null;
  return { id, file, value, positions: split.positions, hash: sha256(text), bodyLine: split.bodyLine, outline };
}

/** The JSON in `file`, likewise. */
export function readJson<Schema extends z.ZodType>(
  findings: Findings,
  file: string,
  id: string,
  schema: Schema,
): Sourced<z.output<Schema>> | null {
  const text = readText(findings, file);
  return text === null ? null : readJsonText(findings, file, id, schema, text);
}

/** The JSON that would stand in `file`, likewise: for a command that is about to write it. */
export function readJsonText<Schema extends z.ZodType>(
  findings: Findings,
  file: string,
  id: string,
  schema: Schema,
  text: string,
): Sourced<z.output<Schema>> | null {
  try {
    JSON.parse(text);
  } catch (error) {
    findings.unreadable.add(file);
    findings.problems.push(jsonProblem(text, file, error as Error));
    return null;
  }
  const parsed = parseYaml(text, file, 1);
  const { value, problems } =
    parsed.problems.length === 0 ? fitSchema(schema, parsed, file) : { value: null, problems: [] };
  findings.problems.push(...parsed.problems, ...problems);
  if (value === null) findings.unreadable.add(file);
  return value === null ? null : { id, file, value, positions: parsed.positions, hash: sha256(text) };
}

/** The body of a document, read again from its file when it is rendered. */
export function readBody(root: string, document: { file: string }): string {
  return bodyOf(readBytes(root, document.file).toString("utf8"));
}

/** The lines and columns of a document's values, found again in its file; none where it cannot be read any more. */
export function positionsIn(root: string, file: string): Positions {
  try {
    const text = readBytes(root, file).toString("utf8");
    return (file.endsWith(".json") ? parseYaml(text, file, 1) : splitFrontMatter(text, file)).positions;
  } catch {
    return new Map();
  }
}

function readText(findings: Findings, file: string): string | null {
  const bytes = readBytes(findings.root, file);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    findings.unreadable.add(file);
    findings.problems.push({
      rule: "encoding",
      severity: "error",
      file,
      line: 1,
      column: 1,
      message: "The file is not UTF-8 text, so accents and quotation marks would come out wrong.",
      mend: "Save it again as UTF-8.",
    });
    return null;
  }
}

/** V8 says where in the text JSON goes wrong as an offset, or as a line and column. */
function jsonProblem(text: string, file: string, error: Error): Problem {
  const offset = Number(/position (\d+)/.exec(error.message)?.[1] ?? text.length);
  const before = text.slice(0, offset).split("\n");
  return {
    rule: "json",
    severity: "error",
    file,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    message: "This cannot be read as JSON from here on.",
    mend: "Look for a missing or extra comma, bracket or quotation mark just before this place.",
  };
}
