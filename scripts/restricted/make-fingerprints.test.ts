import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MARCH } from "../examples/councils.ts";
import { Refusal } from "../model/refusal.ts";
import { CONTRACT, councilWithRestricted } from "./examples.ts";
import { fingerprintsUnder, readFingerprints } from "./fingerprints.ts";
import { makeFingerprints } from "./make-fingerprints.ts";
import { wordsOf } from "./words.ts";

const KEY = new Uint8Array(32).fill(7);

describe("the fingerprints of restricted papers", () => {
  let council: ReturnType<typeof councilWithRestricted>;
  const make = (key = KEY) => makeFingerprints({ ...council, key, made: "2026-02-20" });
  const holds = async (words: string) =>
    (await make()).fingerprints.fingerprints.includes(fingerprintsUnder(KEY)(wordsOf(words).join(" ")));

  beforeEach(() => {
    council = councilWithRestricted();
  });
  afterEach(() => council.remove());

  it("hold no word, title, figure or name of a paper, nor where it lies or how many there are", async () => {
    const { fingerprints } = await make();
    expect(Object.keys(fingerprints)).toEqual(["format", "made", "words", "fingerprints"]);
    const text = JSON.stringify(fingerprints).toLowerCase();
    for (const word of ["fenbridge", "kitchen", "offered", "1,204", "1204000", "contract", "restricted", "panel"])
      expect(text).not.toContain(word);
    for (const each of fingerprints.fingerprints) expect(each).toMatch(/^[A-Za-z0-9_-]{12}$/);
  });

  it("stand in no order of reading, and are as many for a long paper as for a short one", async () => {
    const { fingerprints } = await make();
    expect(fingerprints.fingerprints).toEqual([...fingerprints.fingerprints].sort());
    expect(fingerprints.fingerprints).toHaveLength(1024);
    council.putRestricted(CONTRACT, "---\ntitle: X\n---\nNothing.\n");
    expect((await make()).fingerprints.fingerprints).toHaveLength(1024);
  });

  it("are made up to the next multiple where there are many", async () => {
    const words = Array.from({ length: 1500 }, (_, index) => `word${index}`).join(" ");
    council.putRestricted(`${MARCH}/notes.txt`, words);
    expect((await make()).fingerprints.fingerprints).toHaveLength(2048);
  });

  it("are other ones under another key", async () => {
    const first = new Set((await make()).fingerprints.fingerprints);
    const second = (await make(new Uint8Array(32).fill(8))).fingerprints.fingerprints;
    expect(second.filter((each) => first.has(each))).toEqual([]);
  });

  it("leave out what the public entry says: the item, its exclusion, what is withheld and why, the notice", async () => {
    council.putRestricted(
      CONTRACT,
      "---\ntitle: A\n---\nPublishing terms would raise the price.\n\nThe Panel meets at Wick Hall.\n\nfinancial or business affairs\n\nWe were told why.\n",
    );
    expect((await make()).excluded).toBe(3);
    for (const words of [
      "Publishing terms would raise the price",
      "The Panel meets at Wick Hall",
      "financial or business affairs",
      "Not for publication: financial or business affairs",
    ])
      expect(await holds(words)).toBe(false);
    expect(await holds("We were told why")).toBe(true);
  });

  it("leave out what the law has every such paper say", async () => {
    const law = "by virtue of paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972";
    council.putRestricted(CONTRACT, `---\ntitle: A\n---\nNot for publication ${law}.\n`);
    expect(await holds("paragraph 3 of Part 1 of Schedule 12A")).toBe(false);
    expect((await make()).excluded).toBeGreaterThan(8);
  });

  it("leave out who wrote it and whom to ask", async () => {
    expect(await holds("Director of Catering and Estates")).toBe(false);
  });

  it("have a paper whose front matter cannot be read all the same", async () => {
    council.putRestricted(CONTRACT, "title: A\n\nNobody else may know of this.\n");
    expect(await holds("Nobody else may know of this")).toBe(true);
    council.putRestricted(CONTRACT, "---\ntitle: A\nmisspelt: Nobody else may know of this.\n---\n");
    expect(await holds("Nobody else may know of this")).toBe(true);
  });

  it("have none of a file without text, and say so, with its name, to whoever made them", async () => {
    council.putRestricted(`${MARCH}/appendices/scan.pdf`, "%PDF-1.7 broken");
    council.putRestricted(`${MARCH}/photo.jpg`, new Uint8Array([0xff, 0xd8, 0]));
    const { unsearched, fingerprints } = await make();
    expect(unsearched.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      `restricted-unsearched ${MARCH}/appendices/scan.pdf`,
      `restricted-unsearched ${MARCH}/photo.jpg`,
    ]);
    expect(JSON.stringify(fingerprints)).not.toContain("scan");
  });

  it("are refused where the restricted folder may not be one, and where there is no council", async () => {
    await expect(
      makeFingerprints({ root: council.root, restricted: council.root, key: KEY, made: "2026-02-20" }),
    ).rejects.toThrow(Refusal);
    council.edit({ file: "data/council.json", put: null });
    await expect(make()).rejects.toThrow("not a council's folder");
  });

  it("are read back as they were written, and nothing else is", async () => {
    const { fingerprints } = await make();
    expect(readFingerprints(JSON.stringify(fingerprints), "f.json")).toEqual(fingerprints);
    for (const [text, says] of [
      ["", "cannot be read|no fingerprints"],
      ["null", "no fingerprints"],
      [JSON.stringify({ ...fingerprints, format: 2 }), "format 2, which this version"],
      [JSON.stringify({ ...fingerprints, words: 9 }), "no fingerprints"],
      [JSON.stringify({ ...fingerprints, title: "x" }), "no fingerprints"],
      [JSON.stringify({ ...fingerprints, fingerprints: ["plain words"] }), "no fingerprints"],
    ] as const)
      expect(() => readFingerprints(text, "f.json")).toThrow(new RegExp(says));
  });
});
