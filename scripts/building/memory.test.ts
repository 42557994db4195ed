import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Memory } from "./memory.ts";
import { piecesOf, sectionsIn } from "./memory-sections.ts";

const folder = mkdtempSync(join(tmpdir(), "clear-days-memory-"));
afterAll(() => rmSync(folder, { recursive: true }));
const again = () => {
  const told: string[] = [];
  return { memory: Memory.read(folder, "program 1", (line) => told.push(line)), told };
};
const UNIT = { path: "content/a\tb\nŵ.md", stamp: "", hash: "h", snapshots: "" };
const FACTS = { rules: new Map([["papers", "one"]]), pages: new Map() };

describe("the memory of a build", () => {
  it("is on another day what it was, whatever an officer calls a file", () => {
    const memory = Memory.empty();
    memory.ledgers.rules.put("file a\tb\nŵ.md", "h", []);
    memory.ledgers.rules.put("work check", "done", ["file a\tb\nŵ.md"]);
    memory.ledgers.pages.put("ask nobody reads this", "h", []);
    const made = new Map([["check", JSON.stringify(["a\nb\0c", "ŵyn"])]]);
    memory.take({ made, stood: new Set() }, new Map([["file a\tb\nŵ.md", UNIT]]), FACTS);
    memory.keep(folder, "program 1");
    const { memory: found, told } = again();
    expect(told).toEqual([]);
    expect(found.opened("check")).toEqual(["a\nb\0c", "ŵyn"]);
    expect([...found.units]).toEqual([["file a\tb\nŵ.md", UNIT]]);
    expect(found.facts).toEqual(FACTS);
    expect(found.keysInUse("rules").sort()).toEqual(["file a\tb\nŵ.md", "work check"]);
    expect(found.ledgers.rules.hashBefore("file a\tb\nŵ.md")).toBe("h");
    expect(found.ledgers.pages.hashBefore("ask nobody reads this")).toBeUndefined();
  });

  it("is none where it is of another program, which is told", () => {
    Memory.empty().keep(folder, "program 2");
    const { memory, told } = again();
    expect([memory.units.size, memory.works.size]).toEqual([0, 0]);
    expect(told.join()).toContain("was thrown away");
    expect(again().told).toEqual([]);
  });

  it("lets go of works that a build neither did nor took over", () => {
    const memory = Memory.empty();
    const made = new Map([
      ["check a", "1"],
      ["check b", "2"],
      ["check c", "3"],
    ]);
    memory.take({ made, stood: new Set() }, new Map(), FACTS);
    expect(memory.held("check b")).toEqual({ made: 2 });
    memory.take({ made: new Map([["check b", "4"]]), stood: new Set(["check c"]) }, new Map(), FACTS);
    expect([...memory.works]).toEqual([
      ["check b", "4"],
      ["check c", "3"],
    ]);
    expect(memory.held("check b")).toEqual({ made: 4 });
    expect(memory.held("check a")).toBeNull();
  });
});

describe("sections of a memory", () => {
  it("are read as they were written, whether they are large or have nothing in them", () => {
    const many = Array.from({ length: 40_000 }, (_, at) => `${"ŵ".repeat(30)} ${at}`);
    const numbers = new Int32Array([1, -2, 2 ** 31 - 1]);
    const found = sectionsIn(Buffer.concat([...piecesOf([many, [], numbers, [""], new Int32Array(0), ["", "a", ""]])]));
    expect(found.lines()).toEqual(many);
    expect(found.lines()).toEqual([]);
    expect(found.numbers()).toEqual(numbers);
    expect(found.lines()).toEqual([""]);
    expect(found.numbers().length).toBe(0);
    expect(found.lines()).toEqual(["", "a", ""]);
  });
});
