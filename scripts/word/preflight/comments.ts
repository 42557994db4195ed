/** Comments, which say what was not meant for the public. They are never taken over; somebody has to have seen them. */
import { childrenOf, within, wordsOf } from "../xml.ts";
import { type Finding, type PreflightRule, shortened } from "./finding.ts";

export const comments: PreflightRule = {
  names: ["word-comment"],
  look(document, surveyed) {
    const byId = new Map(
      childrenOf(document.comments?.root, "w:comment").map((each) => [each.attributes["w:id"] ?? "", each]),
    );
    const told = new Set<string>();
    const placed = surveyed.paragraphs.flatMap((paragraph) =>
      [...within(paragraph.element, "w:commentReference")].flatMap(({ attributes }): Finding[] => {
        const id = attributes["w:id"] ?? "";
        if (told.has(id)) return [];
        told.add(id);
        const comment = byId.get(id);
        const words = comment ? [...within(comment, "w:t")].map(wordsOf).join("") : "";
        return [found(paragraph, words)];
      }),
    );
    const loose = [...byId].filter(([id]) => !told.has(id));
    return [...placed, ...loose.map(([, comment]) => found(null, [...within(comment, "w:t")].map(wordsOf).join("")))];
  },
};

function found(paragraph: Finding["paragraph"], words: string): Finding {
  return {
    rule: "word-comment",
    paragraph,
    message: `there is a comment${words.trim() === "" ? "" : `, "${shortened(words)}"`}.`,
    mend: "In Word: Review, Delete, Delete All Comments in Document, once you have read them.",
    accept: "comments",
  };
}
