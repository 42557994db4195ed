/** The calendar: meetings to come and the latest year by month, and a page for each year where there are more. */
import { formatMonth } from "../../model/civil.ts";
import { address } from "../addresses.ts";
import { byYear, yearLinks } from "../by-year.ts";
import { type MeetingRow, meetingsInYear, yearsOfMeetings } from "../facts/meeting-row.ts";
import { feedOf } from "../feeds.ts";
import { rowView } from "../meeting-words.ts";
import type { CouncilPages, PageView } from "../page-kind.ts";
import type { Site } from "../site.ts";

export const calendar: CouncilPages = {
  per: "council",
  template: "calendar",
  parts: (site) => {
    const years = yearsOf(site);
    return years.length > 1 ? ["", ...years.map(([year]) => year)] : years.map(() => "");
  },
  pages: (site, part) => [part === "" ? latest(site) : ofYear(site, part)],
};

/** As many as stand together at most; the rest are on the pages of their years. */
const SHOWN = 120;

const dayOf = ({ living }: MeetingRow) => living.value.date;

/** Every year with its meetings, first to last; the latest year first. */
function yearsOf(site: Site) {
  return [...site.ask(yearsOfMeetings)].reverse().map((year) => [year, site.ask(meetingsInYear, year)] as const);
}

function latest(site: Site): PageView {
  const years = yearsOf(site);
  const coming = site.coming();
  const [held] = byYear(site.past(), dayOf);
  return {
    url: address.calendar(),
    title: "Meetings",
    description: `When and where ${site.council.settings.name} meets, with papers and minutes.`,
    above: [],
    coming: byMonth(site, coming.slice(0, SHOWN)),
    notShown: Math.max(0, coming.length - SHOWN),
    past: byMonth(site, (held?.[1] ?? []).slice(0, SHOWN)),
    years: years.length > 1 ? yearLinks(years, address.calendar, null) : [],
    year: null,
    months: [],
    feed: feedOf(site),
  };
}

/** All meetings of a year, first to last. */
function ofYear(site: Site, year: string): PageView {
  const years = yearsOf(site);
  const meetings = years.find(([name]) => name === year)?.[1] ?? [];
  const months = byMonth(site, meetings);
  return {
    url: address.calendar(year),
    title: `Meetings in ${year}`,
    description: `Every meeting of ${site.council.settings.name} in ${year}, with papers and minutes.`,
    above: [{ text: "Meetings", href: address.calendar() }],
    coming: [],
    notShown: 0,
    past: months,
    years: yearLinks(years, address.calendar, year),
    year,
    months: months.map(({ id, month, rows }) => ({
      name: month.replace(` ${year}`, ""),
      href: `#${id}`,
      isThis: false,
      count: rows.length,
    })),
    feed: null,
  };
}

function byMonth(site: Site, meetings: readonly MeetingRow[]) {
  return [...Map.groupBy(meetings, (meeting) => dayOf(meeting).slice(0, 7))].map(([id, found]) => ({
    id,
    month: formatMonth(`${id}-01`),
    rows: found.map((meeting) => rowView(site, meeting)),
  }));
}
