/** The colours of Word's highlighter, by their names. Called by styles.ts. */
import { BLACK, type Colour, WHITE } from "../model/colour.ts";

/** The colours that Word's highlighter has. */
const HIGHLIGHTS: Readonly<Record<string, Colour>> = {
  black: BLACK,
  blue: [0, 0, 255],
  cyan: [0, 255, 255],
  green: [0, 255, 0],
  magenta: [255, 0, 255],
  red: [255, 0, 0],
  yellow: [255, 255, 0],
  white: WHITE,
  darkBlue: [0, 0, 128],
  darkCyan: [0, 128, 128],
  darkGreen: [0, 128, 0],
  darkMagenta: [128, 0, 128],
  darkRed: [128, 0, 0],
  darkYellow: [128, 128, 0],
  darkGray: [128, 128, 128],
  lightGray: [192, 192, 192],
};

/** Null for no highlight and for a name that Word has not. */
export function highlightColour(name: string | undefined): Colour | null {
  return name !== undefined && Object.hasOwn(HIGHLIGHTS, name) ? (HIGHLIGHTS[name] as Colour) : null;
}
