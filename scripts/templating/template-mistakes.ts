/**
 * What is wrong in a council's own templates, told as problems with their places. Only what can be shown to stand in one of them
 * is: anything else that goes wrong while a page is drawn is a fault of ours or of the machine, and stays what it is. Called by
 * environment.ts and site/render-pages.ts.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type nunjucks from "nunjucks";
import { type Problem, sortProblems } from "../model/problem.ts";
import { problemLines } from "../model/problem-lines.ts";
import { Refusal } from "../model/refusal.ts";
import { PROJECT, templateFolders } from "./template-folders.ts";
import { TemplateHashes } from "./template-hashes.ts";

/**
 * A refusal that names every mistake in the council's own templates, where `error`, thrown while some of the templates `names`
 * were rendered, comes of one; else the error itself. `root` is the council's folder; `everyOne` also looks at templates that
 * these are not made from, so that all that cannot be read are told of at once.
 */
export function mistakeOfTemplates(
  root: string,
  environment: nunjucks.Environment,
  names: readonly string[],
  error: unknown,
  everyOne = false,
): unknown {
  if (error instanceof Refusal || join(root) === PROJECT) return error;
  const all = ownTemplates(root);
  const madeFrom = new Set(new TemplateHashes(root).madeFrom(names));
  const involved = all.filter((each) => madeFrom.has(each));
  const unread = (everyOne ? all : involved).flatMap((each) => mistakeInReading(root, environment, each) ?? []);
  const found = unread.length > 0 ? unread : mistakeInUsing(root, involved, error);
  if (found.length === 0) return error;
  return new Refusal(problemLines(sortProblems(found)).join("\n"), 1, found);
}

/** The council's own templates, as pages and other templates name them: `pages/home.njk`. */
function ownTemplates(root: string): string[] {
  try {
    return readdirSync(join(root, "templates"), { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => name.endsWith(".njk"))
      .sort();
  } catch {
    return [];
  }
}

/** What keeps a template from being read as one: a tag that there is none of, or one that is not ended. */
function mistakeInReading(root: string, environment: nunjucks.Environment, name: string): Problem | null {
  try {
    environment.getTemplate(name, true);
    return null;
  } catch (error) {
    const { words, line, column } = wordsOf(error);
    return problemIn(root, name, words, { line, column });
  }
}

/** What an engine says of something that a template names and that there is none of, and what it is called there. */
const NAMED = [
  /^(?:filter|test|template) not found: (\S+)$/,
  /^Unable to call `the return value of \(([\w.]+)/,
  /^Unable to call `([\w.]+)/,
  /^unknown block "([^"]+)"/,
];

/** What went wrong in a template that can be read, where it names what there is none of; it stands in one of `involved`. */
function mistakeInUsing(root: string, involved: readonly string[], error: unknown): Problem[] {
  const { words, line } = wordsOf(error);
  if (words.startsWith("EISDIR")) return involved.flatMap((each) => folderNamed(root, each) ?? []);
  const named = NAMED.map((pattern) => pattern.exec(words)?.[1]).find((name) => name !== undefined);
  if (named === undefined) return [];
  for (const each of involved) {
    // The engine does not say in which template it is, so its name is looked for, near the line that the engine does say.
    const place = placeOf(root, each, named, line);
    if (place) return [problemIn(root, each, words, place)];
  }
  return [];
}

/** The folder that a template names in the place of a template in it. */
function folderNamed(root: string, template: string): Problem | null {
  const text = textOf(join(root, "templates", template));
  for (const { 1: named = "", index } of text.matchAll(/\{%-?\s*(?:extends|include|import|from)\s+["']([^"']+)["']/g))
    if (templateFolders(root).some((each) => statSync(join(each, named), { throwIfNoEntry: false })?.isDirectory()))
      return problemIn(root, template, `\`${named}\` is a folder`, placeAt(text, index));
  return null;
}

interface InTemplate {
  readonly line: number;
  readonly column: number;
}

/** Where a template has `name` within a tag, and not in a comment or between tags; of several places the one nearest to `line`. */
function placeOf(root: string, template: string, name: string, line: number): InTemplate | null {
  const text = textOf(join(root, "templates", template));
  const places = [...text.matchAll(/\{#[\s\S]*?#\}|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g)].flatMap(({ 0: tag, index }) => {
    if (tag.startsWith("{#")) return [];
    const at = tag.search(new RegExp(`(?<![\\w.])${name.replace(/\W/g, "\\$&")}(?!\\w)`));
    return at === -1 ? [] : placeAt(text, index + at);
  });
  return places.sort((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0] ?? null;
}

function placeAt(text: string, index: number): InTemplate {
  const lines = text.slice(0, index).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // It went since: then the next build finds none of its mistakes.
    return "";
  }
}

function problemIn(root: string, template: string, words: string, place: InTemplate): Problem {
  return {
    rule: "own-template",
    severity: "error",
    file: `templates/${template}`,
    ...place,
    message: `This template of the council's cannot be used: ${words.replaceAll(`${root}/`, "").replace(/\.$/, "")}.`,
    mend: "Put it right, or take the file away: then ours is used, where there is one of its name.",
  };
}

/** What the engine says at last, and where; it puts what came of it before that. */
function wordsOf(error: unknown): InTemplate & { readonly words: string } {
  const said = causesOf(error).map((each) => (each instanceof Error ? each.message : String(each)));
  const message = said.at(-1) ?? "";
  const lines = message.split("\n").map((line) => line.trim());
  const words = lines.filter((line) => line !== "" && !/^(Template render error: )?\(.*\)( \[Line.*\])?$/.test(line));
  const places = said.flatMap((each) => [...each.matchAll(/\[Line (\d+)(?:, Column (\d+))?\]/g)]);
  const [, line = "1", column = "1"] = places.at(-1) ?? [];
  return {
    words: (words.at(-1) ?? message).replace(/^(\w*Error|Template render error): /, ""),
    line: Number(line),
    column: Number(column),
  };
}

/** An error and all that it came of, the innermost last. */
export function causesOf(error: unknown): unknown[] {
  const cause =
    error instanceof Error ? ((error as { originalError?: unknown }).originalError ?? error.cause) : undefined;
  return cause === undefined || cause === error ? [error] : [error, ...causesOf(cause)];
}
