/** The register of decisions: every resolution of every public minutes, a year a page, latest first; and the same as tables. */
import { formatMonth, MONTHS } from "../../model/civil.ts";
import { address } from "../addresses.ts";
import { tableFiles } from "../csv.ts";
import { DECISION_FIELDS, VOTE_FIELDS } from "../decision-tables.ts";
import { type Decided, decidedByMeeting, hasResolved } from "../facts/decided.ts";
import { type MeetingRow, minutedInYear, yearsMinuted } from "../facts/meeting-row.ts";
import { nameOfCommittee } from "../facts/names.ts";
import { registerEntry, registeredVotes, registerRows } from "../facts/register.ts";
import type { CouncilPages, SiteFile } from "../page-kind.ts";
import type { Site } from "../site.ts";

/** A year on which more items than this were put to meetings has a page for each month. */
const LONG = 120;

export const decisions: CouncilPages = {
  per: "council",
  template: "decisions",
  parts: (site) => {
    const years = yearsOf(site);
    const months = years.flatMap((name) => {
      const year = yearOf(site, name);
      return year ? monthsOf(site, year).map(({ month }) => `${name}/${month}`) : [];
    });
    return years.length === 0 ? [] : ["", ...(years.length > 1 ? years : []), ...months];
  },
  pages: (site, part) => {
    const [name = "", month = ""] = part.split("/");
    const year = yearOf(site, name);
    return year ? [registerPage(site, { part: name, month }, year)] : [];
  },
  files: (site, part) => (part.includes("/") ? [] : registerFiles(site, part)),
};

function registerFiles(site: Site, part: string): SiteFile[] {
  const year = yearOf(site, part);
  if (!year) return [];
  const about = {
    council: site.council.settings.name,
    year: year.name,
    licence: site.council.settings.licence.statement,
  };
  const url = address.decisions(part);
  const rows = year.meetings.map(({ id }) => site.ask(registerRows, id));
  return [
    ...tableFiles(
      `${url}decisions`,
      DECISION_FIELDS,
      rows.flatMap((each) => each.decisions),
      about,
    ),
    ...tableFiles(
      `${url}votes`,
      VOTE_FIELDS,
      rows.flatMap((each) => each.votes),
      about,
    ),
  ];
}

interface Year {
  readonly name: string;
  /** Latest first. */
  readonly meetings: readonly MeetingRow[];
}

/** Latest first. */
function yearsOf(site: Site): readonly string[] {
  return site.ask(yearsMinuted).toReversed();
}

/** The year of a part; the latest for the register's own address. */
function yearOf(site: Site, part: string): Year | null {
  const [latest] = yearsOf(site);
  const name = part === "" ? latest : part;
  const meetings = name === undefined ? [] : site.ask(minutedInYear, name).toReversed();
  return name !== undefined && meetings.length > 0 ? { name, meetings } : null;
}

interface Month {
  /** `03`. */
  readonly month: string;
  /** Latest first. */
  readonly meetings: readonly MeetingRow[];
}

/** The months of a year that is too long for one page, latest first; none of another. */
function monthsOf(site: Site, { meetings }: Year): Month[] {
  const counts = site.shared(decidedByMeeting);
  const deciding = meetings.filter(({ id }) => (counts.get(id)?.put ?? 0) > 0);
  if (deciding.reduce((sum, { id }) => sum + (counts.get(id)?.put ?? 0), 0) <= LONG) return [];
  return [...Map.groupBy(deciding, ({ living }) => living.value.date.slice(5, 7))].map(([month, found]) => ({
    month,
    meetings: found,
  }));
}

/** The page of the register, of a year or of a month. A long year has its totals, and the latest month where it is the latest. */
function registerPage(site: Site, { part, month }: { part: string; month: string }, year: Year) {
  const months = monthsOf(site, year);
  const shown = month || (part === "" ? months[0]?.month : undefined);
  const meetings = months.length === 0 ? year.meetings : (months.find((each) => each.month === shown)?.meetings ?? []);
  const entries = meetings.flatMap(({ id }) => {
    const view = site.ask(registerEntry, id);
    return view && view.decided.length > 0 ? [view] : [];
  });
  const isOfYear = part !== "";
  const name = month ? formatMonth(`${year.name}-${month}-01`) : year.name;
  const tables = address.decisions(part);
  return {
    url: address.decisions(part, month),
    title: isOfYear ? `Decisions in ${name}` : "Decisions",
    description: `What meetings of ${site.council.settings.name} decided in ${name}, latest first, from their minutes.`,
    above: [
      ...(isOfYear ? [{ text: "Decisions", href: address.decisions() }] : []),
      ...(month ? [{ text: `Decisions in ${year.name}`, href: address.decisions(year.name) }] : []),
    ],
    year: year.name,
    /** What the page's list is of: a year, or a month of it. */
    period: shown ? formatMonth(`${year.name}-${shown}-01`) : year.name,
    years: yearsOf(site).map((each) => ({
      name: each,
      href: address.decisions(each),
      isThis: each === year.name,
    })),
    pages: months.map((each) => ({
      name: MONTHS[Number(each.month) - 1] ?? each.month,
      href: address.decisions(year.name, each.month),
      isThis: each.month === month,
      count: sum(site, each.meetings, "put"),
    })),
    totals: months.length > 0 && !month ? totalsOf(site, year, months) : null,
    months: [...Map.groupBy(entries, ({ date }) => date.slice(0, 7))].map(([id, found]) => ({
      id,
      name: formatMonth(`${id}-01`),
      meetings: found,
    })),
    bodies: bodiesIn(site, year),
    votes: meetings.flatMap(({ id }) => site.ask(registeredVotes, id)),
    tables: { decisions: `${tables}decisions`, votes: `${tables}votes` },
  };
}

/** How much was decided in each month, and by each body. */
function totalsOf(site: Site, { name, meetings }: Year, months: readonly Month[]) {
  const row = (found: readonly MeetingRow[]) => ({
    meetings: found.length,
    put: sum(site, found, "put"),
    resolutions: sum(site, found, "resolutions"),
  });
  const counts = site.shared(decidedByMeeting);
  const deciding = meetings.filter(({ id }) => (counts.get(id)?.put ?? 0) > 0);
  return {
    months: months.map((each) => ({
      id: `${name}-${each.month}`,
      name: formatMonth(`${name}-${each.month}-01`),
      href: address.decisions(name, each.month),
      ...row(each.meetings),
    })),
    bodies: [...Map.groupBy(deciding, ({ committee }) => committee.name)]
      .map(([body, found]) => ({ name: body, ...row(found) }))
      .sort((a, b) => a.name.localeCompare(b.name, "en")),
  };
}

function sum(site: Site, meetings: readonly MeetingRow[], what: keyof Decided): number {
  const counts = site.shared(decidedByMeeting);
  return meetings.reduce((total, { id }) => total + (counts.get(id)?.[what] ?? 0), 0);
}

/** The bodies that resolved something. The page of a body lists what it resolved, and a body that is no more has no page. */
function bodiesIn(site: Site, { meetings }: Year) {
  const bodies = new Map(
    meetings
      .filter(({ id, committee }) => hasResolved(site, id) && site.ask(nameOfCommittee, committee.id) !== null)
      .map(({ committee }) => [committee.id, committee.name]),
  );
  return [...bodies]
    .map(([id, name]) => ({ name, href: address.committeeDecisions(id) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
