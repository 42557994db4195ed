/** Signs that Word keeps as a place in a font of signs, such as Wingdings or Symbol, as the letters they stand for. */
import * as dingbats from "dingbat-to-unicode";

const SIGN_FONTS = /^(symbol|webdings|wingdings( [23])?|zapf dingbats)$/i;
/** Where Word moves the places of such a font to, among the letters that have no meaning of their own. */
const MOVED = 0xf000;

/** The letter that a font's sign stands for; null where nobody can tell. */
export function signAt(font: string, place: number): string | null {
  const at = place >= MOVED && place <= MOVED + 0xff ? place - MOVED : place;
  return dingbats.codePoint(font, at)?.string ?? null;
}

/** `words` typed in `font`, with each sign of a font of signs as its letter; null where one has none. */
export function withSigns(words: string, font: string | null): string | null {
  const isSigns = font !== null && SIGN_FONTS.test(font);
  let readable = "";
  for (const letter of words) {
    const place = letter.codePointAt(0) as number;
    const isMoved = place >= MOVED && place <= MOVED + 0xff;
    if (!isMoved && !(isSigns && place > 0x20 && place <= 0xff)) readable += letter;
    else {
      const sign = signAt(isSigns ? font : "Symbol", place);
      if (sign === null) return null;
      readable += sign;
    }
  }
  return readable;
}
