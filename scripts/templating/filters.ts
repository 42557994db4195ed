/** The filters that templates may use, by name. Each takes plain data and gives text. */
import { formatDate, formatDay, formatLongDate, formatMonth, formatTime, weekday } from "../model/civil.ts";

export const FILTERS: Readonly<Record<string, (value: never, ...rest: never[]) => unknown>> = {
  /** `28 September 2026`. */
  date: (day: string) => formatDate(day.slice(0, 10)),
  /** `Monday 28 September 2026`. */
  longDate: (day: string) => formatLongDate(day.slice(0, 10)),
  /** `28 September`. */
  day: (day: string) => formatDay(day.slice(0, 10)),
  /** `Monday`. */
  weekday: (day: string) => weekday(day),
  /** `September 2026`. */
  month: (day: string) => formatMonth(day.slice(0, 10)),
  /** `6.30pm`, of a time or a date and time. */
  time: (moment: string) => formatTime(moment.slice(-5)),
  /** `pages 6 to 9`, or `page 6`. */
  pages: ({ first, last }: { first: number; last: number }) =>
    first === last ? `page ${first}` : `pages ${first} to ${last}`,
  /** `the Director of Finance`, where the words have no article and are no name. */
  the,
  /** Words without the full stop at their end, to stand inside a sentence. */
  bare: (words: string) => words.replace(/[.]$/, ""),
  /** `3 reports`, `1 report`. */
  count,
  upperFirst,
  /** `a, b and c`. */
  listed,
};

export function the(role: string): string {
  return /^(the|an?|councillor) /i.test(role) ? role : `the ${role}`;
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function fileSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
