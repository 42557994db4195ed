/**
 * A plan's text with a few values changed and every other character as it was: the brackets, the spaces, the order. Where
 * each value stands comes from the same parser that load/ reads plans with. Called by import-readings.ts and endorse.ts.
 */
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import type { CivilDate } from "../model/civil.ts";
import type { Figure } from "./figures.ts";
import type { NewReadings, Revised } from "./new-readings.ts";

/** A field's new value as JSON; null takes the field away. */
type Fields = Readonly<Record<string, string | null>>;
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly put: string;
}

const READING = ["date", "value", "approximate", "source", "revisions"];
const ENDORSED = ["meeting", "minute", "resolution", "version", "hash"];

/** The text of the plan with the readings written in, one on a line, and the day on which it was brought up to date. */
export function textWithReadings(text: string, { added, revised }: NewReadings, today: CivilDate): string {
  if (added.length + revised.length === 0) return text;
  const plan = rootOf(text);
  const edits = items(field(plan, "measures")).flatMap((measure) => {
    const id = words(field(measure, "id"));
    const mine = (each: Figure) => each.measure.id === id;
    const list = field(measure, "readings");
    const changed = revised.filter(mine).map((each) => reviseReading(text, list, each, today));
    return [...changed, ...addReadings(text, list, added.filter(mine))];
  });
  return withEdits(text, [...edits, replaced(field(plan, "updated"), json(today))]);
}

/** The text with `version` and `hash` of the endorsed version in `endorsed`; null for both takes them out. */
export function textWithEndorsed(text: string, pinned: { version: string; hash: string } | null): string {
  const endorsed = field(rootOf(text), "endorsed") as YAMLMap;
  const [version, hash] = [pinned && json(pinned.version), pinned && json(pinned.hash)];
  return withEdits(text, [replaced(endorsed, mapText(text, endorsed, { version, hash }, ENDORSED))]);
}

function reviseReading(text: string, list: Node, revised: Revised, today: CivilDate): Edit {
  const { before, value, approximate, source, because, date } = revised;
  const reading = items(list).find((each) => words(field(each, "date")) === date) as YAMLMap;
  const movesSource = source && before.source && source !== before.source;
  const revision = oneLine({
    value: sliceOf(text, field(reading, "value")),
    ...(before.approximate ? { approximate: json("yes") } : {}),
    ...(movesSource ? { source: json(before.source) } : {}),
    on: json(today),
    because: json(because),
  });
  const earlier = reading.has("revisions") ? field(reading, "revisions") : null;
  const revisions =
    earlier && items(earlier).length > 0
      ? withEdits(text, [appended(text, earlier, [revision])], rangeOf(earlier))
      : `[${revision}]`;
  const fields = {
    value,
    ...(approximate === before.approximate ? {} : { approximate: approximate ? json("yes") : null }),
    ...(source ? { source: json(source) } : {}),
    revisions,
  };
  return replaced(reading, mapText(text, reading, fields, READING));
}

/** New readings of one measure, each before the first that is of a later day. */
function addReadings(text: string, list: Node, figures: readonly Figure[]): Edit[] {
  const present = items(list);
  const places = Map.groupBy(
    [...figures].sort((a, b) => (a.date < b.date ? -1 : 1)),
    ({ date }) => present.find((each) => words(field(each, "date")) > date) ?? null,
  );
  return [...places].map(([later, group]) => {
    const lines = group.map(readingLine);
    if (later) {
      const gap = spaceBefore(text, rangeOf(later).from);
      const at = rangeOf(later).from;
      return { from: at, to: at, put: lines.map((line) => `${line},${gap || " "}`).join("") };
    }
    if (present.length > 0) return appended(text, list, lines);
    return replaced(list, newList(text, rangeOf(list).from, lines));
  });
}

function readingLine({ date, value, approximate, source }: Figure): string {
  return oneLine({
    date: json(date),
    value,
    ...(approximate ? { approximate: json("yes") } : {}),
    ...(source ? { source: json(source) } : {}),
  });
}

/** Values after the last of a list, spaced as that one is. */
function appended(text: string, list: Node, values: readonly string[]): Edit {
  const last = items(list).at(-1) as YAMLMap;
  const gap = spaceBefore(text, rangeOf(last).from);
  const at = rangeOf(last).to;
  return { from: at, to: at, put: values.map((value) => `,${gap || " "}${value}`).join("") };
}

/** A list where there was none, a value on a line, further in than the line that it begins on. */
function newList(text: string, at: number, values: readonly string[]): string {
  if (!text.trim().includes("\n")) return `[${values.join(", ")}]`;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", at - 1) + 1))?.[0] ?? "";
  const step = indent.includes("\t") ? "\t" : "  ";
  return `[${end}${values.map((value) => `${indent}${step}${value}`).join(`,${end}`)}${end}${indent}]`;
}

/** The text of a group of fields with some of them set or taken away; a new field stands where `order` has it. */
function mapText(text: string, map: YAMLMap, fields: Fields, order: readonly string[]): string {
  const { from, to } = rangeOf(map);
  let end = from + 1;
  const parts = map.items.map(({ key, value }) => {
    const at = rangeOf(key as Node).from;
    const name = words(key as Node);
    const gap = text.slice(end, at).replace(",", "");
    const head = text.slice(at, rangeOf(value as Node).from);
    end = rangeOf(value as Node).to;
    const given = fields[name];
    return { name, gap, head, value: given === undefined ? sliceOf(text, value as Node) : given };
  });
  const tail = text.slice(end, to - 1);
  const opening = parts[0]?.gap ?? " ";
  const gap = parts.at(-1)?.gap || " ";
  for (const [name, value] of Object.entries(fields)) {
    if (value === null || parts.some((part) => part.name === name)) continue;
    const later = parts.findIndex((part) => order.indexOf(part.name) > order.indexOf(name));
    parts.splice(later < 0 ? parts.length : later, 0, { name, gap, head: `${json(name)}: `, value });
  }
  const kept = parts.filter(({ value }) => value !== null);
  const body = kept.map((part, index) => `${index === 0 ? opening : `,${part.gap}`}${part.head}${part.value}`).join("");
  return `{${body}${tail}}`;
}

function oneLine(fields: Readonly<Record<string, string>>): string {
  return `{ ${Object.entries(fields)
    .map(([name, value]) => `${json(name)}: ${value}`)
    .join(", ")} }`;
}

/** The text, or the part of it between two places, with edits made; places count from the beginning of the whole. */
function withEdits(text: string, edits: readonly Edit[], part = { from: 0, to: text.length }): string {
  let end = part.from;
  let result = "";
  for (const { from, to, put } of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    result += text.slice(end, from) + put;
    end = to;
  }
  return result + text.slice(end, part.to);
}

function rootOf(text: string): YAMLMap {
  return parseDocument(text, { schema: "failsafe" }).contents as unknown as YAMLMap;
}

/** A field that the plan's schema asks for, or that the caller has seen. */
function field(map: Node, name: string): Node {
  const found = isMap(map) ? map.get(name, true) : undefined;
  if (!found) throw new Error(`A plan that could be read has no field ${name}`);
  return found as Node;
}

function items(list: Node): YAMLMap[] {
  return isSeq(list) ? (list.items as YAMLMap[]) : [];
}

function words(node: Node): string {
  return isScalar(node) ? String(node.value) : "";
}

function rangeOf(node: Node): { from: number; to: number } {
  const [from = 0, to = 0] = node.range ?? [];
  return { from, to };
}

function sliceOf(text: string, node: Node): string {
  const { from, to } = rangeOf(node);
  return text.slice(from, to);
}

function replaced(node: Node, put: string): Edit {
  return { ...rangeOf(node), put };
}

/** The white space just before a place. */
function spaceBefore(text: string, at: number): string {
  return /\s*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? "";
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
