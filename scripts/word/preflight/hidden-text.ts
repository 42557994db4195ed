/** Text that Word does not show and does not print, or shows too small to be read: it would be published. */
import { child, type Element, toggle } from "../xml.ts";
import type { Finding, PreflightRule } from "./finding.ts";
import { passages } from "./runs.ts";

/** Two points, in half points: Word's own smallest print is 5 points. */
const TOO_SMALL = 6;
/** An exact line or row of less than this, in twentieths of a point, shows no letter. */
const TOO_LOW = 60;

export const hiddenText: PreflightRule = {
  names: ["word-hidden-text", "word-tiny-text", "word-hidden-mark", "word-hidden-label"],
  look(_document, surveyed) {
    return [
      ...passages(
        surveyed,
        ({ look }) => look.isHidden,
        "word-hidden-text",
        (words) => `"${words}" is hidden text. Word does not show it, and it would be published.`,
        "In Word, press Ctrl+Shift+8 to see hidden text. Delete it, or select it and take the tick from Hidden under Font (Ctrl+D).",
      ),
      ...passages(
        surveyed,
        ({ look }, { element }) => (look.size !== null && look.size < TOO_SMALL) || lineHeight(element) < TOO_LOW,
        "word-tiny-text",
        (words) => `"${words}" is set too small for anybody to read, and would be published at full size.`,
        "Delete it, or give it the size of the text around it.",
      ),
      ...surveyed.paragraphs.flatMap((paragraph): Finding[] => {
        const mark = child(paragraph.element, "w:pPr", "w:rPr");
        if (paragraph.text.trim() === "" || toggle(mark, "w:vanish") !== true) return [];
        return [
          {
            rule: "word-hidden-mark",
            paragraph,
            at: paragraph.text.length,
            message:
              "its end is hidden, so Word shows it and the next paragraph as one, and nobody can tell which is meant.",
            mend: "Press Ctrl+Shift+8, select the paragraph mark with dots below it, and take the tick from Hidden under Font (Ctrl+D).",
          },
        ];
      }),
      ...surveyed.paragraphs
        .filter(({ label, text }) => label?.isHidden && text.trim() !== "")
        .map(
          (paragraph): Finding => ({
            rule: "word-hidden-label",
            paragraph,
            message: `its number, ${paragraph.label?.text}, is formatted as hidden.`,
            mend: "In Word, under Define New Multilevel List, More, Font, take the tick from Hidden.",
          }),
        ),
    ];
  },
};

function lineHeight(paragraph: Element): number {
  const spacing = child(paragraph, "w:pPr", "w:spacing");
  if (spacing?.attributes["w:lineRule"] !== "exact") return Number.POSITIVE_INFINITY;
  return Number(spacing.attributes["w:line"] ?? Number.POSITIVE_INFINITY);
}
