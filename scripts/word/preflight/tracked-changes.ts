/** Changes that nobody has accepted or rejected yet. */
import { changesIn } from "../changes.ts";
import type { Story } from "../word-document.ts";
import { type Element, within, wordsOf } from "../xml.ts";
import { type Finding, type PreflightRule, shortened } from "./finding.ts";

const MEND = "In Word: Review, Accept, Accept All Changes, once you have read them; or reject what is wrong.";
const WORDS: Readonly<Record<string, string>> = {
  "w:ins": "was put in",
  "w:del": "was taken out",
  "w:moveFrom": "was moved away from here",
  "w:moveTo": "was moved to here",
};

export const trackedChanges: PreflightRule = {
  names: ["word-tracked-change"],
  look(document, surveyed) {
    const paragraphs = new Map(surveyed.paragraphs.map((each) => [each.element, each]));
    const stories = [document.body, ...document.notes, ...document.headersAndFooters];
    return stories.flatMap(({ root }): Finding[] => {
      const looks = changesIn(root).filter(({ isOfWords }) => !isOfWords).length;
      const found: Finding[] = [];
      eachParagraph(root, (paragraph, inside) => {
        for (const { element } of inside.filter(({ isOfWords }) => isOfWords)) {
          const words = shortened([...within(element, "w:t"), ...within(element, "w:delText")].map(wordsOf).join(""));
          found.push({
            rule: "word-tracked-change",
            paragraph: paragraph ? (paragraphs.get(paragraph) ?? null) : null,
            message:
              words === ""
                ? "a tracked change of a paragraph, a row or a cell has been neither accepted nor rejected."
                : `"${words}" ${WORDS[element.name] ?? "was changed"}, and the change has been neither accepted nor rejected.`,
            mend: MEND,
            accept: "changes",
          });
        }
      });
      if (looks > 0 && found.length === 0)
        found.push({
          rule: "word-tracked-change",
          paragraph: null,
          message: `how ${looks} ${looks === 1 ? "passage looks" : "passages look"} was changed with changes tracked, and nobody has accepted or rejected it.`,
          mend: MEND,
          accept: "changes",
        });
      return found;
    });
  },
};

/** Calls back for each paragraph with the changes inside it, then for the changes that are in none. */
function eachParagraph(
  root: Story["root"],
  call: (paragraph: Element | null, changes: ReturnType<typeof changesIn>) => void,
): void {
  const inside = new Set<Element>();
  for (const paragraph of within(root, "w:p")) {
    const changes = changesIn(paragraph).filter(({ element }) => !inside.has(element));
    for (const { element } of changes) inside.add(element);
    if (changes.length > 0) call(paragraph, changes);
  }
  call(
    null,
    changesIn(root).filter(({ element }) => !inside.has(element)),
  );
}
