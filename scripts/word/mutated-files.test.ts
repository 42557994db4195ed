import { describe, expect, it } from "vitest";
import { madeWord, paragraph, readBytes, run } from "./made-word.ts";
import { fromNowhere, readMutated } from "./mutated-checks.ts";
import { mutatedWord, SOUND } from "./mutated-word.ts";

describe("Word files that something went wrong with", () => {
  it("are sound before", async () => {
    for (const made of SOUND) {
      const { paper, problems } = await readBytes(madeWord(made), ["changes"]);
      expect(problems).toEqual([]);
      expect(fromNowhere(paper?.body ?? "", madeWord(made), true)).toEqual([]);
    }
  });

  it("are refused in words, or nothing is read of them that is not there", async () => {
    const read = [];
    for (let seed = 0; seed < 156; seed++) read.push(await readMutated(seed));
    expect(read.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(new Set(read.map(({ outcome }) => outcome)).size).toBeGreaterThan(4);
  });

  it("are the same for the same seed, and others for another", () => {
    expect(mutatedWord(17).bytes).toEqual(mutatedWord(17).bytes);
    expect(mutatedWord(17).bytes).not.toEqual(mutatedWord(17 + SOUND.length).bytes);
  });
});

describe("the check for words from nowhere", () => {
  const bytes = madeWord({ body: paragraph("The board met twice.") + paragraph(run("Quo") + run("rum was met.")) });

  it("lets through what the file says, in whatever marks", () => {
    expect(fromNowhere("## The board\n\n1.2 *met* [twice](#p1)\n\n(a) Quorum was met.\n", bytes, false)).toEqual([]);
  });

  it("finds a word that is not there, one that is there once, and two that were joined", () => {
    expect(fromNowhere("The board resigned.", bytes, false)).toEqual([
      '"resigned" stands 1 times in the paper and 0 times in the file',
    ]);
    expect(fromNowhere("twice twice", bytes, false)).toEqual([
      '"twice" stands 2 times in the paper and 1 times in the file',
    ]);
    expect(fromNowhere("boardmet", bytes, false)).toHaveLength(1);
  });
});

describe("a note that is cited twice", () => {
  it("is read once, and the notes after it keep their own words", async () => {
    const cite = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const note = (id: number, words: string) => `<w:footnote w:id="${id}">${paragraph(words)}</w:footnote>`;
    const { paper } = await readBytes(
      madeWord({
        body: paragraph(`${run("One")}${cite(2)}${run(" two")}${cite(2)}${run(" three")}${cite(3)}`),
        footnotes: note(2, "First note.") + note(3, "Second note."),
      }),
    );
    expect(paper?.body).toBe("One[^1] two[^1] three[^2]\n\n[^1]: First note.\n\n[^2]: Second note.\n");
  });
});
