/**
 * What is wrong in a council's own templates, told as problems with their places: our templates are tested, so that where one of
 * the council's cannot be used, that is no fault of ours. Called by environment.ts and site/render-pages.ts.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type nunjucks from "nunjucks";
import { type Problem, sortProblems } from "../model/problem.ts";
import { problemLines } from "../model/problem-lines.ts";
import { Refusal } from "../model/refusal.ts";
import { TemplateHashes } from "./template-hashes.ts";

/**
 * A refusal that names every mistake in the council's own templates, where `error`, thrown while the template `name` was
 * rendered, comes of one; else the error itself. `root` is the council's folder.
 */
export function mistakeOfTemplates(
  root: string,
  environment: nunjucks.Environment,
  name: string,
  error: unknown,
): unknown {
  if (error instanceof Refusal) return error;
  const own = ownTemplates(root);
  const unread = own.flatMap((each) => mistakeInReading(root, environment, each) ?? []);
  const found = unread.length > 0 ? unread : mistakeInUsing(root, own, name, error);
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

/** What went wrong in a template that can be read: it stands in one of those that `name` is made from. */
function mistakeInUsing(root: string, own: readonly string[], name: string, error: unknown): Problem[] {
  const involved = new TemplateHashes(root).madeFrom([name]).filter((each) => own.includes(each));
  const { words } = wordsOf(error);
  const [, named = ""] =
    /not found: ([\w.]+)/.exec(words) ?? /`(\w+)[^`]*`/.exec(words) ?? /['"]([\w.]+)['"]/.exec(words) ?? [];
  // Nunjucks does not say where a filter is used that there is none of, so its name is looked for.
  const places = involved.map((each) => ({ each, place: placeOf(root, each, named) }));
  const at = places.find(({ place }) => place !== null) ?? places[0];
  return at ? [problemIn(root, at.each, words, at.place ?? { line: 1, column: 1 })] : [];
}

function placeOf(root: string, template: string, word: string): { line: number; column: number } | null {
  if (word === "") return null;
  const before = readFileSync(join(root, "templates", template), "utf8").split(word);
  if (before.length === 1) return null;
  const lines = (before[0] ?? "").split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

function problemIn(root: string, template: string, words: string, place: { line: number; column: number }): Problem {
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
function wordsOf(error: unknown): { words: string; line: number; column: number } {
  const said = lastOf(error);
  const message = said instanceof Error ? said.message : String(said);
  const lines = message.split("\n").map((line) => line.trim());
  const words = lines.filter((line) => line !== "" && !/^(Template render error: )?\(.*\)( \[Line.*\])?$/.test(line));
  const [, line = "1", column = "1"] = [...message.matchAll(/\[Line (\d+)(?:, Column (\d+))?\]/g)].at(-1) ?? [];
  return {
    words: (words.at(-1) ?? message).replace(/^(\w*Error|Template render error): /, ""),
    line: Number(line),
    column: Number(column),
  };
}

function lastOf(error: unknown): unknown {
  const inner =
    error instanceof Error ? ((error as { originalError?: unknown }).originalError ?? error.cause) : undefined;
  return inner === undefined || inner === error ? error : lastOf(inner);
}
