/**
 * Where in an agenda's front matter an item's fields stand, and the one change of text that adds a paper or takes a field
 * away. Called by agenda-papers.ts, which reads the result again before anybody gets it.
 */
import { isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { agendaItem } from "../model/agenda.ts";

export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly put: string;
}

/** The items of an agenda, as they stand in `source`. */
export function itemMaps(source: string): YAMLMap[] {
  const root = parseDocument(source, { schema: "failsafe" }).contents as unknown;
  const items = isMap(root) ? root.get("items", true) : null;
  return isSeq(items) ? items.items.filter((each) => isMap(each)) : [];
}

/** Adds `paper` to the item's list, or gives it one. */
export function withPaperIn(map: YAMLMap, source: string, paper: string): Edit {
  const list = map.get("papers", true);
  if (isSeq(list)) return inList(list as YAMLSeq, source, paper);
  const order = Object.keys(agendaItem.shape);
  const later = map.items.find(({ key }, index) => index > 0 && order.indexOf(nameOf(key)) > order.indexOf("papers"));
  const field = `papers: [${paper}]`;
  if (map.flow) return inserted(endOf(map.items.at(-1) as Pair), `, ${field}`);
  const indent = " ".repeat(columnOf(source, startOf(map.items[0]?.key)));
  if (later) return inserted(startOf(later.key), `${field}${lineEnd(source)}${indent}`);
  return afterLine(source, lastEnd(map), `${indent}${field}`);
}

/** Takes a field of the item away, with the line or lines it stands on. */
export function withoutField(map: YAMLMap, source: string, name: string): Edit {
  const at = map.items.findIndex(({ key }) => nameOf(key) === name);
  const pair = map.items[at] as Pair;
  const [before, next] = [map.items[at - 1], map.items[at + 1]];
  if (map.flow && !next && before) return { from: endOf(before), to: endOf(pair), put: "" };
  if (next && (map.flow || !before)) return { from: startOf(pair.key), to: startOf(next.key), put: "" };
  const from = startOf(pair.key) - columnOf(source, startOf(pair.key));
  const end = endOf(pair);
  const to = source[end - 1] === "\n" ? end : nextLine(source, end);
  return { from, to, put: "" };
}

function inList(list: YAMLSeq, source: string, paper: string): Edit {
  const last = list.items.at(-1) as Node | undefined;
  if (!last) return { from: list.range?.[0] ?? 0, to: list.range?.[1] ?? 0, put: `[${paper}]` };
  const end = last.range?.[1] ?? 0;
  if (list.flow) return inserted(end, `, ${paper}`);
  const dash = source.lastIndexOf("-", (last.range?.[0] ?? 0) - 1);
  return afterLine(source, end, `${" ".repeat(columnOf(source, dash))}- ${paper}`);
}

/** A line put in after the one that `end` is on; a block of text ends where the next line begins. */
function afterLine(source: string, end: number, line: string): Edit {
  if (source[end - 1] === "\n") return inserted(end, `${line}${lineEnd(source)}`);
  const at = nextLine(source, end);
  const isLast = source[at - 1] !== "\n";
  return inserted(at, isLast ? `${lineEnd(source)}${line}` : `${line}${lineEnd(source)}`);
}

/** Where the last value of a group ends, however deep it is. */
function lastEnd(map: YAMLMap): number {
  const value = map.items.at(-1)?.value as Node | null;
  if (isMap(value) && !value.flow) return lastEnd(value);
  if (isSeq(value) && !value.flow) {
    const last = value.items.at(-1) as Node | undefined;
    return isMap(last) && !last.flow ? lastEnd(last) : (last?.range?.[1] ?? 0);
  }
  return endOf(map.items.at(-1) as Pair);
}

function endOf({ key, value }: Pair): number {
  if (isMap(value) && !value.flow) return lastEnd(value);
  return (value as Node | null)?.range?.[1] ?? (key as Node).range?.[1] ?? 0;
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : "";
}

function inserted(at: number, put: string): Edit {
  return { from: at, to: at, put };
}

function columnOf(source: string, at: number): number {
  return at - (source.lastIndexOf("\n", at - 1) + 1);
}

/** Where the line after the one that `at` is on begins. */
function nextLine(source: string, at: number): number {
  const end = source.indexOf("\n", at);
  return end < 0 ? source.length : end + 1;
}

function lineEnd(source: string): string {
  return source.includes("\r\n") ? "\r\n" : "\n";
}
