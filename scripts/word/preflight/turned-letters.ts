/** Passages whose letters Word shows in another order than the file holds them in. */
import { drawn } from "../shapes.ts";
import type { Finding, PreflightRule } from "./finding.ts";

/** Letters that are a language's tag and are never drawn, but after the black flag, whose country they name. */
const TAGS = /(?<![\u{1f3f4}\u{e0000}-\u{e007f}])[\u{e0000}-\u{e007f}]/u;

export const turnedLetters: PreflightRule = {
  names: ["word-turned-letters", "word-unseen-letters"],
  look: (_document, surveyed) =>
    surveyed.paragraphs.flatMap((paragraph): Finding[] => {
      const { element, text } = paragraph;
      const found: Finding[] = [];
      // What stands in a text box is told at its own paragraph.
      if (!drawn(element, "w:bdo").next().done)
        found.push({
          rule: "word-turned-letters",
          paragraph,
          message:
            "Word is told to show letters here in the other direction, so they read otherwise than they would be published.",
          mend: "Type the words again, as they are meant to be read, and delete what was there.",
        });
      if (TAGS.test(text))
        found.push({
          rule: "word-unseen-letters",
          paragraph,
          at: text.search(TAGS),
          message: "there are letters here that no program shows, and that programs read all the same.",
          mend: "Type the words again, rather than paste them, and delete what was there.",
        });
      return found;
    }),
};
