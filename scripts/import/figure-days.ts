/** A day as officers write it in a spreadsheet: one meaning, or a refusal that says what to write. For figures.ts. */
import { type CivilDate, endOfMonth, formatDate, isCivilDate, MONTHS } from "../model/civil.ts";
import type { Heard, Refused } from "./heard.ts";

/** No council of today is older: Local Government Act 1972 s1, in force on this day. An earlier day is a slip. */
const FIRST_DAY = "1974-04-01";
const HOW =
  "Write the day as 2026-10-31, 31/10/2026 or 31 October 2026, and a whole month as October 2026. In Excel: Format Cells, Custom, yyyy-mm-dd.";

/**
 * The day that `text` means; a month means its last day. Days come before months, as in Britain. Years of two digits, the
 * American order and days that do not exist are refused.
 */
export function readDay(text: string): Heard<CivilDate> {
  const day = dayIn(text);
  if ("mend" in day || day.value >= FIRST_DAY) return day;
  return { message: `is a day before any council of today, ${formatDate(day.value)}.`, mend: "Correct the year." };
}

function dayIn(text: string): Heard<CivilDate> {
  if (text === "") return { message: "is blank, so nobody can tell of which day the figures are.", mend: HOW };
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (iso) return iso[3] ? dayOf(iso[1], iso[2], iso[3]) : monthOf(iso[1], iso[2]);
  const figures = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4})$/.exec(text);
  if (figures) return american(figures[4], figures[1], figures[3]) ?? dayOf(figures[4], figures[3], figures[1]);
  const words = /^(?:(\d{1,2}) )?([a-z]+) (\d{4})$/i.exec(text.replace(/\s+/g, " "));
  const month = words?.[2] ? monthNumber(words[2]) : null;
  if (words && month) return words[1] ? dayOf(words[3], month, words[1]) : monthOf(words[3], month);
  if (/^\d{1,2}[/. -]([a-z]+|\d{1,2})[/. -]\d{2}$|^[a-z]+[ -]'?\d{2}$/i.test(text))
    return { message: "may have a year of two digits, which can be read in more than one way.", mend: HOW };
  if (/^\d{5}(\.\d+)?$/.test(text)) return { message: "is the number that Excel keeps for a day.", mend: HOW };
  return { message: "cannot be read as a day or a month.", mend: HOW };
}

function dayOf(year = "", month = "", day = ""): Heard<CivilDate> {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(date) ? { value: date } : { message: "is a day that does not exist.", mend: "Correct the day." };
}

/** The refusal of a day that is one only where its month comes first; null for every other. */
function american(year = "", first = "", second = ""): Refused | null {
  const [month, day] = [first.padStart(2, "0"), second.padStart(2, "0")];
  const meant = `${year}-${month}-${day}`;
  if (Number(second) <= 12 || !isCivilDate(meant)) return null;
  return {
    message: "has the month before the day, as in America.",
    mend: `If ${formatDate(meant)} is meant, write ${meant} or ${day}/${month}/${year}.`,
  };
}

function monthOf(year = "", month = ""): Heard<CivilDate> {
  const first = dayOf(year, month, "01");
  return "mend" in first
    ? { message: "is a month that does not exist.", mend: HOW }
    : { value: endOfMonth(first.value) };
}

/** `10` for October, Oct; null for no month's name. */
function monthNumber(word: string): string | null {
  const lower = word.toLowerCase().replace(/^sept$/, "sep");
  const index = MONTHS.findIndex((month) => [month.toLowerCase(), month.slice(0, 3).toLowerCase()].includes(lower));
  return index < 0 ? null : String(index + 1);
}
