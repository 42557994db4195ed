/** Text that Word does not show and does not print, or shows too small to be read: it would be published. */
import { Styles } from "../styles.ts";
import type { TextPiece } from "../surveyed.ts";
import { child, toggle } from "../xml.ts";
import type { Finding, PreflightRule } from "./finding.ts";
import { passages } from "./runs.ts";

/** Three points, in half points: Word's own smallest print is 5 points. */
const TOO_SMALL = 6;
/** An exact line of less than this, in twentieths of a point, shows no letter. */
const TOO_LOW = 60;
/** Letters of less than a fifth of their width cannot be told apart; Word draws none narrower than a hundredth. */
const TOO_NARROW = 20;
/** Letters drawn together by this much, in twentieths of a point, lie on each other: headings are by a point or two. */
const TOO_CLOSE = -80;
/** Raised or lowered by more than this, in half points, text stands in other lines than its own. */
const TOO_FAR = 48;
/** What room each letter needs at least, in twentieths of a point. */
const LEAST_ROOM = 20;

export const hiddenText: PreflightRule = {
  names: ["word-hidden-text", "word-tiny-text", "word-hidden-mark", "word-hidden-label"],
  look(document, surveyed) {
    const styles = new Styles(document.styles, document.theme, document.settings);
    const low = new Set(
      surveyed.paragraphs.filter(({ element }) => {
        const { "w:lineRule": rule, "w:line": line } = styles.paragraphSays(child(element, "w:pPr"), "w:spacing");
        return rule === "exact" && Number(line ?? TOO_LOW) < TOO_LOW;
      }),
    );
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
        (piece, paragraph) => isTooSmall(piece) || low.has(paragraph),
        "word-tiny-text",
        (words) =>
          `"${words}" is set too small, too narrow or too far from its line for anybody to read, and would be published at full size.`,
        "Delete it, or select it and press Ctrl+Space and Ctrl+Q, which gives it the size of the text around it.",
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

function isTooSmall({ look, text }: TextPiece): boolean {
  return (
    (look.size !== null && look.size < TOO_SMALL) ||
    look.width < TOO_NARROW ||
    look.spacing <= TOO_CLOSE ||
    Math.abs(look.raised) > TOO_FAR ||
    (look.room !== null && look.room < text.trim().length * LEAST_ROOM)
  );
}
