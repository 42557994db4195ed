/** A day as a form writes it: `26 September 2011`, `Monday 14th December 2026`, `14/12/2026`. For front-matter.ts. */
import { type CivilDate, isCivilDate } from "../../model/civil.ts";

const MONTHS = "january february march april may june july august september october november december".split(" ");
const IN_WORDS = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i;
const IN_FIGURES = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;

/** The day in `text`, day before month; null where there is none. */
export function dateIn(text: string): CivilDate | null {
  const [, day, word = "", year] = IN_WORDS.exec(text) ?? [];
  const month = MONTHS.findIndex((each) => word.length >= 3 && each.startsWith(word.toLowerCase())) + 1;
  if (day !== undefined && month > 0) return civil(year, month, day);
  const [, first, second, third] = IN_FIGURES.exec(text) ?? [];
  return first === undefined ? null : civil(third, Number(second), first);
}

function civil(year: string | undefined, month: number, day: string): CivilDate | null {
  const date = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
}
