/** Text that cannot be told from its background, and black bars laid over text: both leave the words in the file. */
import { BLACK, type Colour, contrast, luminance, WHITE } from "../../model/colour.ts";
import type { TextPiece } from "../surveyed.ts";
import type { PreflightRule } from "./finding.ts";
import { passages } from "./runs.ts";

/** Below this nobody reads it: pale grey on white is 1.4, yellow on white 1.07. */
const LEAST = 1.3;
/** How much light the darkest highlights and backgrounds of a run give: black, navy and near black. */
const NEAR_BLACK = 0.02;
/** Dark blue on black is 1.4, and nobody reads it; grey on black is 5. */
const LEAST_ON_BLACK = 3;

export const textColour: PreflightRule = {
  names: ["word-black-highlight", "word-text-as-background"],
  look(_document, surveyed) {
    return [
      ...passages(
        surveyed,
        isBlackedOut,
        "word-black-highlight",
        (words) =>
          `"${words}" is covered with black. The words under it are still in the file, and would be published.`,
        "Take the words out and write what stands in their place, such as [information not for publication]. If nothing is to be kept back, take the highlight off.",
      ),
      ...passages(
        surveyed,
        (piece) => !isBlackedOut(piece) && isLost(piece),
        "word-text-as-background",
        (words) => `"${words}" has the colour of its background, so nobody sees it, and it would be published.`,
        "Select all (Ctrl+A) and set the font colour to Automatic to see it. Delete it if it is not meant to be read.",
      ),
    ];
  },
};

function isBlackedOut({ look }: TextPiece): boolean {
  const isDark = (bar: Colour | null) => bar !== null && luminance(bar) < NEAR_BLACK;
  if (look.highlight) return isDark(look.highlight);
  // Light text on a dark background of its own is seen; a marker is laid over what is there.
  return (
    look.shading !== null &&
    isDark(look.shading) &&
    contrast(shown(look.colour, look.shading), look.shading) < LEAST_ON_BLACK
  );
}

function isLost({ look, background }: TextPiece): boolean {
  return look.isUnfilled || contrast(shown(look.colour, background), background) < LEAST;
}

/** Automatic text is black on what is light and white on what is dark, as Word paints it. */
function shown(colour: Colour | null, background: Colour): Colour {
  return colour ?? (contrast(BLACK, background) >= contrast(WHITE, background) ? BLACK : WHITE);
}
