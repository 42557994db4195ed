import { describe, expect, it } from "vitest";
import { compareVersions, keepNumbers } from "./compare-versions.ts";
import { type BlockText, blockTexts } from "./paper-text.ts";

/** The blocks of `after` with the numbers it keeps from `before`. */
function later(before: readonly BlockText[], body: string, everUsed: readonly string[] = []): BlockText[] {
  const plain = blockTexts(body, "automatic");
  const { kept } = keepNumbers(before, plain, "automatic", everUsed);
  return blockTexts(body, "automatic", kept);
}
const paragraphs = (...words: string[]) => `## One\n\n${words.join("\n\n")}\n`;
const numbers = (blocks: readonly BlockText[]) => blocks.map(({ number }) => number);

const FIRST = blockTexts(
  paragraphs("Inspectors came in January and saw files.", "Turnover of staff was high.", "A plan was made by all."),
  "automatic",
);

describe("a later version of a paper", () => {
  it("has a letter for what is put in, and a gap for what is taken out", () => {
    const put = later(
      FIRST,
      paragraphs(
        "Inspectors came in January and saw files.",
        "Wholly new words.",
        "Turnover of staff was high.",
        "A plan was made by all.",
      ),
    );
    expect(numbers(put)).toEqual(["1", "1.1", "1.1A", "1.2", "1.3"]);
    const taken = later(FIRST, paragraphs("Inspectors came in January and saw files.", "A plan was made by all."));
    expect(numbers(taken)).toEqual(["1", "1.1", "1.3"]);
  });

  it("keeps the number of a paragraph that was changed", () => {
    const changed = later(
      FIRST,
      paragraphs(
        "Inspectors came in February and saw files.",
        "Turnover of staff was high.",
        "A plan was made by all.",
      ),
    );
    expect(numbers(changed)).toEqual(["1", "1.1", "1.2", "1.3"]);
    expect(compareVersions(FIRST, changed)).toMatchObject([{ kind: "changed", after: { number: "1.1" } }]);
  });

  it("numbers a new section after the one before it, and its paragraphs under it", () => {
    const body = `${paragraphs("Inspectors came in January and saw files.", "Turnover of staff was high.", "A plan was made by all.")}\n## Between\n\nNew.\n\nMore.\n`;
    expect(numbers(later(FIRST, body)).slice(4)).toEqual(["1A", "1A.1", "1A.2"]);
  });

  it("never gives a number that was taken out to other words, in any later version", () => {
    const used = FIRST.map(({ anchor }) => anchor);
    const second = later(
      FIRST,
      paragraphs(
        "Inspectors came in January and saw files.",
        "Of a fire.",
        "Turnover of staff was high.",
        "A plan was made by all.",
      ),
      used,
    );
    used.push(...second.map(({ anchor }) => anchor));
    const third = later(
      second,
      paragraphs("Inspectors came in January and saw files.", "Turnover of staff was high.", "A plan was made by all."),
      used,
    );
    const fourth = later(
      third,
      paragraphs(
        "Inspectors came in January and saw files.",
        "About money only.",
        "Turnover of staff was high.",
        "A plan was made by all.",
      ),
      used,
    );
    expect(numbers(fourth)).toEqual(["1", "1.1", "1.1B", "1.2", "1.3"]);
  });

  it("of typed numbers says which were changed or lost, and keeps their addresses", () => {
    const before = blockTexts("## 1. One\n\n1.1 Inspectors came in January.\n\nA closing word.\n", "typed");
    const after = blockTexts("## 1. One\n\nInspectors came in January.\n\nA closing word.\n", "typed");
    const { kept, moved } = keepNumbers(before, after, "typed");
    expect(moved).toMatchObject([{ was: "1.1", now: null }]);
    expect(new Set(kept.map(({ anchor }) => anchor)).size).toBe(kept.length);
    expect(kept.map(({ anchor }) => anchor)).toContain("p1-1");
  });
});

describe("any paper, through versions made at random", () => {
  it("has no anchor twice, keeps every paragraph's, and gives none to other words", () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % below;
    };
    for (let round = 0; round < 200; round++) {
      let count = 0;
      const fresh = () =>
        `Paragraph number ${round} and ${count++} with words ${"abcdefghij"[random(10)]} of its own ${count * 7919}.`;
      let words = Array.from({ length: 3 + random(6) }, fresh);
      let blocks = blockTexts(paragraphs(...words), "automatic");
      const meaning = new Map(blocks.map(({ anchor, text }) => [anchor, text]));
      for (let version = 0; version < 4; version++) {
        const at = random(words.length + 1);
        if (random(2) === 0) words = [...words.slice(0, at), fresh(), ...words.slice(at)];
        else words = words.filter((_, index) => index !== at % words.length || words.length === 1);
        const before = new Map(blocks.map(({ text, anchor }) => [text, anchor]));
        blocks = later(blocks, paragraphs(...words), [...meaning.keys()]);
        expect(new Set(blocks.map(({ anchor }) => anchor)).size).toBe(blocks.length);
        for (const { anchor, text } of blocks) {
          if (before.has(text)) expect(anchor).toBe(before.get(text));
          else if (meaning.has(anchor)) expect(similar(meaning.get(anchor) ?? "", text)).toBe(true);
          meaning.set(anchor, text);
        }
      }
    }
  });
});

/** A paragraph may be taken for one that was changed, where most of its words are the same. */
function similar(one: string, other: string): boolean {
  const words = new Set(one.split(" "));
  return other.split(" ").filter((word) => words.has(word)).length * 2 > other.split(" ").length;
}
