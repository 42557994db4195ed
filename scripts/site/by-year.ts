/** Long lists are cut by year: the years there are, each with its page, for the top of every page of them. */

/** A year, or a month of one, in a row of links. */
export interface YearLink {
  readonly name: string;
  readonly href: string;
  readonly isThis: boolean;
  /** How many there are; null where the number says nothing. */
  readonly count: number | null;
}

export const yearOf = (day: string) => day.slice(0, 4);

/** What there is of each year, latest year first. */
export function byYear<Each>(
  all: readonly Each[],
  day: (each: Each) => string,
): (readonly [string, readonly Each[]])[] {
  const years = Map.groupBy(all, (each) => yearOf(day(each)));
  return [...years].sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0));
}

/** The links to `years`; `here` is the year of the page that they stand on. */
export function yearLinks(
  years: readonly (readonly [string, readonly unknown[]])[],
  href: (year: string) => string,
  here: string | null,
): YearLink[] {
  return years.map(([name, all]) => ({ name, href: href(name), isThis: name === here, count: all.length }));
}
