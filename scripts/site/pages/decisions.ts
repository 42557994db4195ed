/** The register of decisions: every resolution of every public minutes, a year a page, latest first; and the same as tables. */
import { formatMonth } from "../../model/civil.ts";
import { address } from "../addresses.ts";
import { tableFiles } from "../csv.ts";
import { DECISION_FIELDS, decisionRows, VOTE_FIELDS, voteRows } from "../decision-tables.ts";
import { decisionView, wasPut } from "../decisions.ts";
import type { PageKind } from "../page-kind.ts";
import { votesOn, voteView } from "../recorded-votes.ts";
import { itemTitle, type MinutedMeeting, type Site } from "../site.ts";

export const decisions: PageKind = {
  template: "decisions",
  pages: (site) => yearPages(site).map(({ url, year, years }) => registerPage(site, url, year, years)),
  files: (site) =>
    yearPages(site).flatMap(({ url, year }) => {
      const about = {
        council: site.council.settings.name,
        year: year.name,
        licence: site.council.settings.licence.statement,
      };
      return [
        ...tableFiles(
          `${url}decisions`,
          DECISION_FIELDS,
          year.meetings.flatMap((meeting) => decisionRows(site, meeting)),
          about,
        ),
        ...tableFiles(
          `${url}votes`,
          VOTE_FIELDS,
          year.meetings.flatMap((meeting) => voteRows(site, meeting)),
          about,
        ),
      ];
    }),
};

interface Year {
  readonly name: string;
  /** Latest first. */
  readonly meetings: readonly MinutedMeeting[];
}

/** `/decisions/` with the latest year; and where there are more, a page for each. */
function yearPages(site: Site): { url: string; year: Year; years: readonly Year[] }[] {
  const years = [...Map.groupBy(site.minuted(), ({ living }) => living.value.date.slice(0, 4))].map(
    ([name, meetings]): Year => ({ name, meetings }),
  );
  const [latest] = years;
  if (!latest) return [];
  const first = { url: address.decisions(), year: latest, years };
  return years.length === 1
    ? [first]
    : [first, ...years.map((year) => ({ url: address.decisions(year.name), year, years }))];
}

function registerPage(site: Site, url: string, year: Year, years: readonly Year[]) {
  const isOfYear = url !== address.decisions();
  const meetings = year.meetings
    .map((meeting) => ({ meeting, view: meetingView(site, meeting) }))
    .filter(({ view }) => view.decided.length > 0);
  // The page of a body lists what it resolved, and a body that is no more has no page.
  const bodies = new Map(
    meetings
      .filter(({ view }) => view.decided.some(({ resolutions }) => resolutions.length > 0))
      .filter(({ meeting: { committee } }) => site.council.committees.some(({ id }) => id === committee.id))
      .map(({ meeting: { committee } }) => [committee.id, committee.name]),
  );
  return {
    url,
    title: isOfYear ? `Decisions in ${year.name}` : "Decisions",
    description: `What meetings of ${site.council.settings.name} decided in ${year.name}, latest first, from their minutes.`,
    above: isOfYear ? [{ text: "Decisions", href: address.decisions() }] : [],
    year: year.name,
    years: years.map(({ name }) => ({
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
    votes: year.meetings.flatMap((meeting) =>
      meeting.minutes.value.items.flatMap((item) =>
        votesOn(meeting, item).map((cast) => ({
          ...voteView(site, cast),
          title: cast.title,
          text: cast.text,
          date: meeting.living.value.date,
          body: meeting.committee.name,
          minute: cast.minute,
        })),
      ),
    ),
    tables: { decisions: `${url}decisions`, votes: `${url}votes` },
  };
}

function meetingView(site: Site, meeting: MinutedMeeting) {
  const { id, living, committee, minutes } = meeting;
  return {
    href: address.meeting(id),
    date: living.value.date,
    body: committee.name,
    bodyHref: address.committee(committee.id),
    isDraft: minutes.issuedAt === null,
    decided: minutes.value.items
      .map((item) => ({ ...decisionView(site, meeting, item), title: itemTitle(meeting, item.item) }))
      .filter(wasPut),
  };
}
