/**
 * Civil dates and times: what a wall calendar and a clock in the council's own zone show. They are text
 * (`2026-09-28`, `18:30`, `2026-09-18T16:50`), so no time zone can move them and text order is time order.
 */

export type CivilDate = string;
export type CivilTime = string;
export type CivilDateTime = string;

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DAY = 86_400_000;

/** True for a day that exists, written as `2026-09-28`. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** True for a time of day, written as `18:30`. */
export function isCivilTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** True for a date and time, written as `2026-09-18T16:50`. */
export function isCivilDateTime(text: string): boolean {
  return isCivilDate(text.slice(0, 10)) && text[10] === "T" && isCivilTime(text.slice(11));
}

/** The date and time that a clock in `timeZone` (such as `Europe/London`) shows at `instant`, to the minute. */
export function civilNow(timeZone: string, instant: Date): CivilDateTime {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/**
 * A date and time on a clock in `timeZone` as an instant for programs: `2026-09-18T16:50:00+01:00`. An hour that the clocks
 * leave out or have twice is taken as the first reading that fits.
 */
export function withOffset(moment: CivilDateTime, timeZone: string): string {
  const asUtc = Date.parse(`${moment}:00Z`);
  const offsetAt = (instant: number) =>
    (Date.parse(`${civilNow(timeZone, new Date(instant))}:00Z`) - Math.floor(instant / 60_000) * 60_000) / 60_000;
  const guess = offsetAt(asUtc - offsetAt(asUtc) * 60_000);
  const sign = guess < 0 ? "-" : "+";
  const part = (minutes: number) => String(minutes).padStart(2, "0");
  return `${moment}:00${sign}${part(Math.floor(Math.abs(guess) / 60))}:${part(Math.abs(guess) % 60)}`;
}

/** The day part of a date and time. */
export function dayOf(moment: CivilDateTime): CivilDate {
  return moment.slice(0, 10);
}

/** `date` moved by a number of days, which may be negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Days since 1970, to count between two days. */
export function dayNumber(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** The last day of the month that is `months` after the month of `date`: the same month's for nought. */
export function endOfMonth(date: CivilDate, months = 0): CivilDate {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) + months, 0)).toISOString().slice(0, 10);
}

/** `Monday`. */
export function weekday(date: CivilDate): string {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] as string;
}

/** `28 September 2026`. */
export function formatDate(date: CivilDate): string {
  return `${formatDay(date)} ${date.slice(0, 4)}`;
}

/** `28 September`. */
export function formatDay(date: CivilDate): string {
  return `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`;
}

/** `Monday 28 September 2026`. */
export function formatLongDate(date: CivilDate): string {
  return `${weekday(date)} ${formatDate(date)}`;
}

/** `September 2026`. */
export function formatMonth(date: CivilDate): string {
  return `${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** `6.30pm`, `7pm`, `noon` or `midnight`. */
export function formatTime(time: CivilTime): string {
  if (time === "12:00") return "noon";
  if (time === "00:00") return "midnight";
  const hour = Number(time.slice(0, 2));
  const minute = time.slice(3);
  return `${hour % 12 || 12}${minute === "00" ? "" : `.${minute}`}${hour < 12 ? "am" : "pm"}`;
}

/** `10 to 21 August 2026`, `28 August to 3 September 2026`, or one day. */
export function formatRange(from: CivilDate, to: CivilDate): string {
  if (from === to) return formatDate(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))} to ${formatDate(to)}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${formatDay(from)} to ${formatDate(to)}`;
  return `${formatDate(from)} to ${formatDate(to)}`;
}
