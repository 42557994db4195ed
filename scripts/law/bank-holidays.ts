/**
 * The bank holidays of a nation in a year: those the law gives by rule, with those that were moved or added by
 * proclamation. Called by clear-days.ts. Source: Banking and Financial Dealings Act 1971 s1 and Sch 1; St Andrew's Day
 * Bank Holiday (Scotland) Act 2007.
 */
import { addDays, type CivilDate, weekday } from "../model/civil.ts";
import { COVERED, type Nation, PROCLAIMED_DAYS } from "./proclaimed-days.ts";

/** A year whose bank holidays nobody has put here. */
export class NotCovered extends Error {}

const known = new Map<string, ReadonlyMap<CivilDate, string>>();

/** Days to names, for one nation and year. Throws NotCovered outside the years of proclaimed-days.ts. */
export function bankHolidays(nation: Nation, year: number): ReadonlyMap<CivilDate, string> {
  const key = `${nation} ${year}`;
  const found = known.get(key) ?? work(nation, year);
  known.set(key, found);
  return found;
}

function work(nation: Nation, year: number): ReadonlyMap<CivilDate, string> {
  const [first, last] = COVERED[nation];
  if (year < first || year > last)
    throw new NotCovered(
      `The bank holidays of ${year} are not known here: they are covered from ${first} to ${last}. A newer version of Clear Days may know them.`,
    );
  const holidays = new Map<CivilDate, string>();
  for (const [day, name] of nation === "scotland" ? inScotland(year) : inEnglandAndWales(year)) holidays.set(day, name);
  for (const { nations, from, to, occasion } of PROCLAIMED_DAYS) {
    if (!nations.includes(nation) || Number(to.slice(0, 4)) !== year) continue;
    if (from) holidays.delete(from);
    holidays.set(to, occasion);
  }
  return holidays;
}

type Holiday = readonly [CivilDate, string];

function inEnglandAndWales(year: number): Holiday[] {
  const easter = easterSunday(year);
  return [
    ...substituted([[`${year}-01-01`, "New Year's Day"]]),
    [addDays(easter, -2), "Good Friday"],
    [addDays(easter, 1), "Easter Monday"],
    [firstMonday(year, "05"), "Early May bank holiday"],
    [lastMonday(year, "05"), "Spring bank holiday"],
    [lastMonday(year, "08"), "Summer bank holiday"],
    ...christmas(year),
  ];
}

function inScotland(year: number): Holiday[] {
  return [
    ...substituted([
      [`${year}-01-01`, "New Year's Day"],
      [`${year}-01-02`, "2nd January"],
    ]),
    [addDays(easterSunday(year), -2), "Good Friday"],
    [firstMonday(year, "05"), "Early May bank holiday"],
    [lastMonday(year, "05"), "Spring bank holiday"],
    [firstMonday(year, "08"), "Summer bank holiday"],
    ...substituted([[`${year}-11-30`, "St Andrew's Day"]]),
    ...christmas(year),
  ];
}

function christmas(year: number): Holiday[] {
  return substituted([
    [`${year}-12-25`, "Christmas Day"],
    [`${year}-12-26`, "Boxing Day"],
  ]);
}

/** Each day, and for one at a weekend the next weekday that no other of them has. */
function substituted(days: readonly Holiday[]): Holiday[] {
  const kept = days.filter(([day]) => !isWeekend(day));
  const taken = new Set(kept.map(([day]) => day));
  const moved = days
    .filter(([day]) => isWeekend(day))
    .map(([day, name]): Holiday => {
      let next = day;
      while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
      taken.add(next);
      return [next, `${name} (substitute day)`];
    });
  return [...kept, ...moved];
}

export function isWeekend(day: CivilDate): boolean {
  return weekday(day) === "Saturday" || weekday(day) === "Sunday";
}

function firstMonday(year: number, month: string): CivilDate {
  let day = `${year}-${month}-01`;
  while (weekday(day) !== "Monday") day = addDays(day, 1);
  return day;
}

/** Of a month of 31 days, as May and August are. */
function lastMonday(year: number, month: "05" | "08"): CivilDate {
  let day = `${year}-${month}-31`;
  while (weekday(day) !== "Monday") day = addDays(day, -1);
  return day;
}

/** Easter Sunday of the Gregorian calendar, by the anonymous computus of 1876. */
function easterSunday(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const days = epact + sunday - 7 * late + 114;
  return `${year}-${String(Math.floor(days / 31)).padStart(2, "0")}-${String((days % 31) + 1).padStart(2, "0")}`;
}
