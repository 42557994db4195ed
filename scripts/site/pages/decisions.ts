/** The register of decisions: every resolution of every public minutes, a year a page, latest first; and the same as tables. */
import { formatMonth } from "../../model/civil.ts";
import { address } from "../addresses.ts";
import { tableFiles } from "../csv.ts";
import { DECISION_FIELDS, VOTE_FIELDS } from "../decision-tables.ts";
import type { MeetingRow } from "../facts/meeting-row.ts";
import { nameOfCommittee } from "../facts/names.ts";
import { registerEntry, registeredVotes, registerRows } from "../facts/register.ts";
import type { CouncilPages } from "../page-kind.ts";
import type { Site } from "../site.ts";

export const decisions: CouncilPages = {
  per: "council",
  template: "decisions",
  parts: (site) => {
    const years = yearsOf(site).map(({ name }) => name);
    return years.length > 1 ? ["", ...years] : years.map(() => "");
  },
  pages: (site, part) => [yearOf(site, part) ?? []].flat().map((year) => registerPage(site, part, year)),
  files: (site, part) =>
    [yearOf(site, part) ?? []].flat().flatMap((year) => {
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
    }),
};

interface Year {
  readonly name: string;
  /** Latest first. */
  readonly meetings: readonly MeetingRow[];
}

/** Latest first. */
function yearsOf(site: Site): Year[] {
  return [...Map.groupBy(site.minuted(), ({ living }) => living.value.date.slice(0, 4))].map(([name, meetings]) => ({
    name,
    meetings,
  }));
}

/** The year of a part; the latest for the register's own address. */
function yearOf(site: Site, part: string): Year | null {
  const years = yearsOf(site);
  return (part === "" ? years[0] : years.find(({ name }) => name === part)) ?? null;
}

function registerPage(site: Site, part: string, year: Year) {
  const url = address.decisions(part);
  const isOfYear = part !== "";
  const meetings = year.meetings.flatMap((meeting) => {
    const view = site.ask(registerEntry, meeting.id);
    return view && view.decided.length > 0 ? [{ meeting, view }] : [];
  });
  // The page of a body lists what it resolved, and a body that is no more has no page.
  const bodies = new Map(
    meetings
      .filter(({ view }) => view.decided.some(({ resolutions }) => resolutions.length > 0))
      .filter(({ meeting: { committee } }) => site.ask(nameOfCommittee, committee.id) !== null)
      .map(({ meeting: { committee } }) => [committee.id, committee.name]),
  );
  return {
    url,
    title: isOfYear ? `Decisions in ${year.name}` : "Decisions",
    description: `What meetings of ${site.council.settings.name} decided in ${year.name}, latest first, from their minutes.`,
    above: isOfYear ? [{ text: "Decisions", href: address.decisions() }] : [],
    year: year.name,
    years: yearsOf(site).map(({ name }) => ({
      name,
      href: address.decisions(name),
      isThis: name === year.name,
    })),
    months: [...Map.groupBy(meetings, ({ view }) => view.date.slice(0, 7))].map(([month, found]) => ({
      id: month,
      name: formatMonth(`${month}-01`),
      meetings: found.map(({ view }) => view),
    })),
    bodies: [...bodies]
      .map(([id, name]) => ({ name, href: address.committeeDecisions(id) }))
      .sort((a, b) => a.name.localeCompare(b.name, "en")),
    votes: year.meetings.flatMap(({ id }) => site.ask(registeredVotes, id)),
    tables: { decisions: `${url}decisions`, votes: `${url}votes` },
  };
}
