/** A member: what they sit on, whether they came, how they voted where it was recorded, what they moved and declared. */

import type { PublicDocument } from "../../access/public-council.ts";
import { formatDate } from "../../model/civil.ts";
import { memberName } from "../../model/council.ts";
import type { Member } from "../../model/member.ts";
import { address } from "../addresses.ts";
import type { YearLink } from "../by-year.ts";
import { type Row, tableFiles } from "../csv.ts";
import { type At, type YearAttended, yearsAttended } from "../facts/attendance.ts";
import { type MemberRecord, memberRecord, memberRecordIn, yearsOfMember } from "../member-record.ts";
import type { CouncilPages, SiteFile } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import type { Site } from "../site.ts";

export const member: CouncilPages = {
  per: "council",
  template: "member",
  parts: (site) =>
    site.council.members.flatMap(({ id }) => {
      const years = yearsOfMember(site, id);
      return years.length > 1 ? [id, ...years.map((year) => `${id}/${year}`)] : [id];
    }),
  pages: (site, part) => {
    const [id = "", year] = part.split("/");
    return memberOf(site, id).map((found) => (year === undefined ? page(site, found) : yearPage(site, found, year)));
  },
  files: (site, part) =>
    memberOf(site, part).flatMap(({ id, value }) => recordFiles(site, id, memberName(value), memberRecord(site, id))),
};

/** Who they are, what they sit on, what attendance came to, and their record of the latest year. */
function page(site: Site, found: PublicDocument<Member>) {
  const { id, value } = found;
  const name = memberName(value);
  const years = yearsOfMember(site, id);
  const [latest = ""] = years;
  const record = memberRecordIn(site, id, latest);
  const attended = site.ask(yearsAttended, id);
  return {
    url: address.member(id),
    title: name,
    description: `${name}: what they sit on, attendance and recorded votes.`,
    above: [{ text: "Committees and members", href: address.committees() }],
    name,
    year: null,
    latest: years.length > 1 ? latest : null,
    years: years.length > 1 ? linksTo(id, years, null) : [],
    party: value.party ?? null,
    ward: value.ward ?? null,
    represents: value.represents ?? null,
    email: value.email ?? null,
    phone: value.phone ?? null,
    from: value.from,
    until: value.until ?? null,
    html: found.outline.words > 0 ? proseHtml(site, found) : null,
    seats: seatsOf(site, id),
    ...record,
    attendance: { meetings: record.attendance.meetings, words: attendanceWords(name, attended) },
    recordAddress:
      attended.length > 0 || [record.votes, record.motions].some(({ length }) => length > 0)
        ? address.memberRecord(id)
        : null,
  };
}

/** Their record of one year. */
function yearPage(site: Site, { id, value }: PublicDocument<Member>, year: string) {
  const name = memberName(value);
  const record = memberRecordIn(site, id, year);
  const attended = site.ask(yearsAttended, id).filter((each) => each.year === year);
  return {
    url: address.member(id, year),
    title: `${name} in ${year}`,
    description: `${name}: attendance and recorded votes in ${year}.`,
    above: [
      { text: "Committees and members", href: address.committees() },
      { text: name, href: address.member(id) },
    ],
    name,
    year,
    latest: null,
    years: linksTo(id, yearsOfMember(site, id), year),
    seats: [],
    ...record,
    attendance: { meetings: record.attendance.meetings, words: attendanceWords(name, attended) },
    recordAddress: address.memberRecord(id),
  };
}

function linksTo(id: string, years: readonly string[], here: string | null): YearLink[] {
  return years.map((name) => ({ name, href: address.member(id, name), isThis: name === here, count: null }));
}

function memberOf({ council }: Site, part: string) {
  return council.members.filter(({ id }) => id === part);
}

function seatsOf(site: Site, member: string) {
  return site.council.committees.flatMap(({ id, value }) =>
    value.membership
      .filter((seat) => seat.member === member)
      .map((seat) => ({
        href: address.committee(id),
        committee: value.name,
        role: seat.role,
        portfolio: seat.portfolio ?? null,
        from: seat.from,
        until: seat.until ?? null,
        isNow: seat.from <= site.today && (!seat.until || seat.until >= site.today),
      })),
  );
}

/** `Councillor Jo Mbeki came to 6 of the 8 meetings they could have come to as a member or substitute, ...`; null where there were none. */
function attendanceWords(name: string, years: readonly YearAttended[]): string | null {
  const sum = (what: "could" | "came" | "besides") => years.reduce((total, each) => total + each[what], 0);
  const [could, came, besides] = [sum("could"), sum("came"), sum("besides")];
  const last = years.find((each) => each.last !== null)?.last ?? "";
  const first = years.findLast((each) => each.first !== null)?.first ?? "";
  const when = first === last ? `on ${formatDate(first)}` : `from ${formatDate(first)} to ${formatDate(last)}`;
  const own =
    could === 0
      ? null
      : could === 1
        ? `${name} ${came === 1 ? "came" : "did not come"} to the one meeting they could have come to as a member or substitute, ${when}.`
        : `${name} came to ${came === could ? `all ${could}` : `${came === 0 ? "none" : came} of the ${could}`} meetings they could have come to as a member or substitute, ${when}.`;
  const also =
    besides === 0
      ? null
      : `${own ? "They also came" : `${name} came`} to ${besides === 1 ? "one meeting" : `${besides} meetings`} of a body that they do not sit on.`;
  return [own, also].filter(Boolean).join(" ") || null;
}

const FIELDS = ["kind", "date", "body", "meeting", "title", "text", "what", "result", "counts", "address"] as const;

/** The same as a table: a row for each meeting, each recorded vote and each motion. */
function recordFiles(site: Site, id: string, name: string, { attendance, votes, motions }: MemberRecord): SiteFile[] {
  const row = (kind: string, { meeting, date, body, href }: At, more: Partial<Row<(typeof FIELDS)[number]>>) => ({
    kind,
    date,
    body,
    meeting,
    title: null,
    text: null,
    what: null,
    result: null,
    counts: null,
    address: href,
    ...more,
  });
  const rows = [
    ...attendance.meetings.map((each) => row("attendance", each, { what: each.words, counts: each.counts })),
    ...votes.map((each) =>
      row("vote", each, { title: each.title, text: each.text, what: each.way, result: each.result }),
    ),
    ...motions.map((each) =>
      row("motion", each, { title: each.title, text: each.text, what: each.did, result: each.result }),
    ),
  ];
  const about = {
    council: site.council.settings.name,
    member: id,
    name,
    meetingsCounted: attendance.could,
    meetingsCameTo: attendance.came,
    licence: site.council.settings.licence.statement,
  };
  return rows.length > 0 ? tableFiles(address.memberRecord(id), FIELDS, rows, about) : [];
}
