/** Finds passages of text that have something in common, for the rules about how text looks. */
import type { Paragraph, Surveyed, TextPiece } from "../surveyed.ts";
import { type Finding, shortened } from "./finding.ts";

/** A finding for each passage, in any paragraph, whose pieces all pass `is`; the passage's words are quoted. */
export function passages(
  { paragraphs }: Surveyed,
  is: (piece: TextPiece, paragraph: Paragraph) => boolean,
  rule: string,
  message: (words: string) => string,
  mend: string,
): Finding[] {
  return paragraphs.flatMap((paragraph) => {
    const found: Finding[] = [];
    let words = "";
    let begin = 0;
    let at = 0;
    const finish = () => {
      if (words.trim() !== "") found.push({ rule, paragraph, at: begin, message: message(shortened(words)), mend });
      words = "";
    };
    for (const piece of paragraph.pieces) {
      if (piece.kind !== "text") continue;
      // Spaces look the same whatever they are set in, so they end no passage and make none.
      if (piece.text.trim() === "" ? words !== "" : is(piece, paragraph)) {
        if (words === "") begin = at;
        words += piece.text;
      } else finish();
      at += piece.text.length;
    }
    finish();
    return found;
  });
}
