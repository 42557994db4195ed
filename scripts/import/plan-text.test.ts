import { describe, expect, it } from "vitest";
import type { Measure } from "../model/plan.ts";
import type { Figure } from "./figures.ts";
import type { Revised } from "./new-readings.ts";
import { textWithEndorsed, textWithReadings } from "./plan-text.ts";

const TODAY = "2026-05-20";
const measure = { id: "files" } as Measure;
const figure = (date: string, value: string, more: Partial<Figure> = {}): Figure => ({
  measure,
  date,
  value,
  approximate: false,
  cell: { text: value, line: 2, column: 1, index: 1 },
  ...more,
});
const revised = (date: string, value: string, before: Partial<Revised["before"]>): Revised => ({
  ...figure(date, value),
  before: { date, value: 1, approximate: false, revisions: [], ...before },
  because: "So.",
});
const written = (text: string, added: Figure[], changed: Revised[] = []) => {
  const after = textWithReadings(text, { added, revised: changed, leftAlone: 0, notes: [] }, TODAY);
  JSON.parse(after);
  return after;
};
const plan = (readings: string, end = "\n") =>
  [
    "{",
    '  "updated": "2026-01-01",',
    '  "measures": [',
    `    { "id": "files", "readings": ${readings} }`,
    "  ]",
    "}",
    "",
  ].join(end);
const readingsOf = (text: string) => /"readings": (.*) \}\r?\n {2}\]\r?\n\}\r?\n$/s.exec(text)?.[1];

describe("a plan's text with new readings", () => {
  const both = [figure("2026-02-28", "2"), figure("2026-01-31", "1")];

  it("has a list where there was none, a reading on a line, further in than the line it begins on", () => {
    expect(readingsOf(written(plan("[]"), both))).toBe(
      '[\n      { "date": "2026-01-31", "value": 1 },\n      { "date": "2026-02-28", "value": 2 }\n    ]',
    );
  });

  it("ends its lines as the file does", () => {
    const text = written(plan("[]", "\r\n"), both);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const list = '[\r\n      { "date": "2026-01-15", "value": 9 }\r\n    ]';
    expect(written(plan(list, "\r\n"), both).replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("stays on one line where it is on one", () => {
    expect(readingsOf(written(plan('[{ "date": "2026-02-15", "value": 9 }]'), both))).toBe(
      '[{ "date": "2026-01-31", "value": 1 }, { "date": "2026-02-15", "value": 9 }, { "date": "2026-02-28", "value": 2 }]',
    );
    const tight = '{"updated":"2026-01-01","measures":[{"id":"files","readings":[]}]}';
    expect(written(tight, both)).toBe(
      '{"updated":"2026-05-20","measures":[{"id":"files","readings":[{ "date": "2026-01-31", "value": 1 }, { "date": "2026-02-28", "value": 2 }]}]}',
    );
  });

  it("keeps tabs, and readings that are written over several lines", () => {
    const list = '[\n\t\t\t{\n\t\t\t\t"value": 9,\n\t\t\t\t"date": "2026-02-15"\n\t\t\t}\n\t\t]';
    expect(readingsOf(written(plan(list), both))).toBe(
      '[\n\t\t\t{ "date": "2026-01-31", "value": 1 },\n\t\t\t{\n\t\t\t\t"value": 9,\n\t\t\t\t"date": "2026-02-15"\n\t\t\t},\n\t\t\t{ "date": "2026-02-28", "value": 2 }\n\t\t]',
    );
    expect(
      written('{\n\t"updated": "x",\n\t"measures": [\n\t\t{ "id": "files", "readings": [] }\n\t]\n}\n', both),
    ).toContain('"readings": [\n\t\t\t{ "date": "2026-01-31"');
  });

  it("takes brackets, commas and quotation marks inside words for words", () => {
    const list =
      '[{ "date": "2026-02-15", "value": 9, "revisions": [{ "value": 8, "on": "2026-03-01", "because": "A \\"}], [{\\" was read, by \\u00e9." }] }]';
    const after = written(plan(list), both);
    expect(after).toContain(list.slice(1, -1));
    expect(JSON.parse(after).measures[0].readings).toHaveLength(3);
  });

  it("has nothing changed, not even the day, where there is nothing to write", () => {
    expect(written(plan("[]"), [])).toBe(plan("[]"));
  });
});

describe("a plan's text with a reading that was changed", () => {
  it("keeps what else the reading says, in its order, over as many lines as it had", () => {
    const list = '[\n  {\n    "source": "2026-03-02-panel/x",\n    "date": "2026-02-15",\n    "value": "1"\n  }\n]';
    expect(readingsOf(written(plan(list), [], [revised("2026-02-15", "2", {})]))).toBe(
      '[\n  {\n    "source": "2026-03-02-panel/x",\n    "date": "2026-02-15",\n    "value": 2,\n    "revisions": [{ "value": "1", "on": "2026-05-20", "because": "So." }]\n  }\n]',
    );
  });

  it("no longer says that it is about right where it is exact now, and the figure before says it", () => {
    const list = '[{ "approximate": "yes", "date": "2026-02-15", "value": 1 }]';
    expect(readingsOf(written(plan(list), [], [revised("2026-02-15", "2", { approximate: true })]))).toBe(
      '[{ "date": "2026-02-15", "value": 2, "revisions": [{ "value": 1, "approximate": "yes", "on": "2026-05-20", "because": "So." }] }]',
    );
  });

  it("goes on with a list of revisions that is empty, or over several lines", () => {
    const empty = '[{ "date": "2026-02-15", "value": 1, "revisions": [] }]';
    expect(readingsOf(written(plan(empty), [], [revised("2026-02-15", "2", {})]))).toContain(
      '"revisions": [{ "value": 1,',
    );
    const long =
      '[{ "date": "2026-02-15", "value": 1, "revisions": [\n  { "value": 0, "on": "2026-03-01", "because": "x" }\n] }]';
    expect(readingsOf(written(plan(long), [], [revised("2026-02-15", "2", {})]))).toContain(
      '"because": "x" },\n  { "value": 1, "on"',
    );
  });

  it("may stand beside new ones before it and after it", () => {
    const list = '[\n  { "date": "2026-02-15", "value": 1 }\n]';
    const added = [figure("2026-03-31", "3"), figure("2026-01-31", "0")];
    const after = JSON.parse(written(plan(list), added, [revised("2026-02-15", "2", {})]));
    expect(after.measures[0].readings.map(({ value }: { value: number }) => value)).toEqual([0, 2, 3]);
  });
});

describe("a plan's text with the version that was endorsed", () => {
  const pinned = { version: "1.0", hash: "ab" };

  it.each([
    [
      '{ "endorsed": { "meeting": "m", "minute": "1" } }',
      '{ "endorsed": { "meeting": "m", "minute": "1", "version": "1.0", "hash": "ab" } }',
    ],
    [
      '{\n\t"endorsed": {\n\t\t"minute": "1",\n\t\t"meeting": "m"\n\t}\n}',
      '{\n\t"endorsed": {\n\t\t"minute": "1",\n\t\t"meeting": "m",\n\t\t"version": "1.0",\n\t\t"hash": "ab"\n\t}\n}',
    ],
  ])("is spaced as the group was, and is the same again without it", (before, after) => {
    expect(textWithEndorsed(before, pinned)).toBe(after);
    expect(textWithEndorsed(after, pinned)).toBe(after);
    expect(textWithEndorsed(after, null)).toBe(before);
    expect(textWithEndorsed(before, null)).toBe(before);
  });

  it("may stand first or alone in its group when it is taken out", () => {
    expect(textWithEndorsed('{ "endorsed": { "hash": "x", "version": "1", "minute": "1" } }', null)).toBe(
      '{ "endorsed": { "minute": "1" } }',
    );
    expect(JSON.parse(textWithEndorsed('{ "endorsed": { "hash": "x" } }', null))).toEqual({ endorsed: {} });
  });
});
