import { describe, expect, it } from "vitest";
import { holdsWords, wordsOf } from "./words.ts";

describe("the words of a text", () => {
  for (const [what, text, words] of [
    ["in capitals", "The COUNCIL", "the council"],
    ["with punctuation", "“Agreed” (but, only: just) – at last…", "agreed but only just at last"],
    ["with apostrophes of either shape", "council's council’s", "councils councils"],
    ["with hyphens", "part-time part‑time parttime", "parttime parttime parttime"],
    ["broken over lines at a hyphen", "part-\ntime agree-  \n  ment", "parttime agreement"],
    ["where a hyphen stands alone, or hangs", "pre- and post-award - yes", "pre and postaward yes"],
    ["with soft hyphens", "agree\u00adment agree\u00ad\nment", "agreement agreement"],
    ["with marks that nobody sees", "agree\u200bment \ufeffthe", "agreement the"],
    ["set with ligatures and wide letters", "ﬁnance Ａ", "finance a"],
    ["in another language, composed or not", "Tŷ ty\u0302 Gŵyr", "tŷ ty\u0302".normalize("NFKC").concat(" gŵyr")],
    ["with figures", "£1,234,567.50, 61% and 4.7 on 2026-09-28", "123456750 61 and 47 on 2026 09 28"],
    ["with spaces that do not break", "1\u00a0May\u202f2026", "1 may 2026"],
  ] as const)
    it(`are the same ${what}`, () => expect(wordsOf(text).join(" ")).toBe(words));

  it("are none where there are only signs", () => expect(wordsOf("— … | --- | £ %")).toEqual([]));

  it("stand in another text whole, or not at all", () => {
    expect(holdsWords("NOT for\npublication: it is", "Not for publication")).toBe(true);
    expect(holdsWords("It is not for publications", "Not for publication")).toBe(false);
  });
});
