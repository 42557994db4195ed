import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../load/front-matter.ts";
import { matterText } from "./matter-text.ts";

describe("front matter written fast", () => {
  const read = (text: string) => splitFrontMatter(text, "a.md");

  it("is read back as the words that were given, whatever stands in them", () => {
    const words = {
      plain: "Repairs at Tŷ Hŷn, and the £2.5 million",
      colon: "Plan: first report",
      remark: "what # is not",
      quotes: `“so” 'said' "they"`,
      dash: "- no list",
      typed: "1.10",
      time: "18:30",
      day: "2026-11-21",
      yes: "yes",
      braces: "{a} [b]",
      ends: "ends with a space ",
      lines: "one\ntwo",
      none: "null",
    };
    expect(read(matterText(words)).value).toEqual(words);
  });

  it("keeps lists of words, lists of things, and things in things", () => {
    const value = {
      words: ["a: b", "c"],
      things: [
        { id: "one", limbs: [{ verb: "notes", object: "it" }] },
        { id: "two", inner: { on: "2026-11-21" } },
      ],
      empty: [],
    };
    const { value: found, body, problems } = read(matterText({ ...value, left: undefined }, "Words.\n"));
    expect(problems).toEqual([]);
    expect(found).toEqual(value);
    expect(body).toBe("Words.\n");
  });
});
