/** An appendix put into a report's front matter, with every other character of the file as it was. For import-appendix.ts. */
import { isDeepStrictEqual } from "node:util";
import { isMap, isSeq, type Node, type Pair, parseDocument, type YAMLSeq } from "yaml";
import { splitFrontMatter } from "../load/front-matter.ts";
import { Refusal } from "../model/refusal.ts";

export interface NewAppendix {
  readonly id: string;
  readonly title: string;
  /** Such as `appendices/site-plan.pdf`. */
  readonly file: string;
}

/** The text of a report with `appendix` after those it has. Refused, in words, where it cannot be changed for certain. */
export function withAppendix(reportText: string, appendix: NewAppendix): string {
  const before = fieldsOf(reportText);
  const { id, title, file } = appendix;
  const fields = { id, title, file, access: "public" };
  const entry = `{ id: ${id}, title: ${JSON.stringify(title)}, file: ${file}, access: public }`;
  const text = inserted(reportText, entry);
  const wanted = { ...before, appendices: [...listed(before), fields] };
  const after = splitFrontMatter(text, "the report");
  if (after.problems.length > 0 || !isDeepStrictEqual(plainly(after.value), plainly(wanted)))
    throw new Refusal(
      `The report was left as it was, since it is written in a way that could not be changed for certain. Add this to its \`appendices\` by hand: - ${entry}`,
    );
  return text;
}

function inserted(text: string, entry: string): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const from = text.indexOf("\n") + 1;
  const close = text.slice(from).search(/^---[ \t]*$/m);
  const source = text.slice(from, from + close);
  const put = (at: number, words: string) => text.slice(0, from + at) + words + text.slice(from + at);
  const list = listIn(source);
  const last = list?.items.at(-1) as Node | undefined;
  if (!list || !last) {
    const kept = list ? withoutEmptyList(text, source, from) : text;
    const at = kept.slice(from).search(/^---[ \t]*$/m) + from;
    return `${kept.slice(0, at)}appendices:${end}  - ${entry}${end}${kept.slice(at)}`;
  }
  if (list.flow) return put(last.range?.[1] ?? 0, `, ${entry}`);
  const dash = source.lastIndexOf("-", (last.range?.[0] ?? 0) - 1);
  const indent = " ".repeat(dash - (source.lastIndexOf("\n", dash) + 1));
  const lineAfter = source.indexOf("\n", lastCharacter(last));
  return put(lineAfter < 0 ? source.length : lineAfter + 1, `${indent}- ${entry}${end}`);
}

/** Where the words of a value end; a block's own end is at the beginning of what follows it. */
function lastCharacter(node: Node): number {
  if (isMap(node) && !node.flow) {
    const value = (node.items.at(-1) as Pair | undefined)?.value as Node | null | undefined;
    if (value) return lastCharacter(value);
  }
  return Math.max(0, (node.range?.[1] ?? 0) - 1);
}

function listIn(source: string): YAMLSeq | null {
  const root = parseDocument(source, { schema: "failsafe" }).contents as unknown;
  const list = isMap(root) ? root.get("appendices", true) : null;
  return isSeq(list) ? list : null;
}

/** A report with an empty list of appendices, without it. */
function withoutEmptyList(text: string, source: string, from: number): string {
  const line = /^appendices:[ \t]*\[[ \t]*\][ \t]*\r?\n/m.exec(source);
  return line ? text.slice(0, from + line.index) + text.slice(from + line.index + line[0].length) : text;
}

function fieldsOf(text: string): Record<string, unknown> {
  const { value, problems } = splitFrontMatter(text, "the report");
  if (problems.length > 0)
    throw new Refusal({
      wrong: "The report cannot be read, so nothing was added to it.",
      onCommandLine: "Run npm run check for the line.",
      onDesk: "The page of the meeting has the line, with the report's item.",
    });
  return value as Record<string, unknown>;
}

function listed({ appendices }: Record<string, unknown>): readonly unknown[] {
  return Array.isArray(appendices) ? appendices : [];
}

/** The loader's maps have no prototype, and ours have one. */
function plainly(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
