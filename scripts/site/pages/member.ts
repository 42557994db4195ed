/** A member: what they sit on, whether they came, how they voted where it was recorded, what they moved and declared. */
import { formatDate } from "../../model/civil.ts";
import { memberName } from "../../model/council.ts";
import { address } from "../addresses.ts";
import { type Row, tableFiles } from "../csv.ts";
import type { At } from "../facts/attendance.ts";
import { type Attendance, type MemberRecord, memberRecord } from "../member-record.ts";
import type { CouncilPages, SiteFile } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import type { Site } from "../site.ts";

export const member: CouncilPages = {
  per: "council",
  template: "member",
  parts: ({ council }) => council.members.map(({ id }) => id),
  pages: (site, part) =>
    memberOf(site, part).map((found) => {
      const { id, value } = found;
      return {
        url: address.member(id),
        title: memberName(value),
        description: `${memberName(value)}: what they sit on, attendance and recorded votes.`,
        above: [{ text: "Committees and members", href: address.committees() }],
        party: value.party ?? null,
        ward: value.ward ?? null,
        represents: value.represents ?? null,
        email: value.email ?? null,
        phone: value.phone ?? null,
        from: value.from,
        until: value.until ?? null,
        html: found.outline.words > 0 ? proseHtml(site, found) : null,
        seats: seatsOf(site, id),
        ...recordView(id, memberName(value), memberRecord(site, id)),
      };
    }),
  files: (site, part) =>
    memberOf(site, part).flatMap(({ id, value }) => recordFiles(site, id, memberName(value), memberRecord(site, id))),
};

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

/** What public minutes say of a member, for the page. */
function recordView(id: string, name: string, { attendance, votes, motions, interests }: MemberRecord) {
  return {
    attendance: { ...attendance, words: attendanceWords(name, attendance) },
    votes,
    motions,
    interests,
    recordAddress: [attendance.meetings, votes, motions].some(({ length }) => length > 0)
      ? address.memberRecord(id)
      : null,
  };
}

/** `Councillor Jo Mbeki came to 6 of the 8 meetings they could have come to as a member or substitute, ...`; null where there were none. */
function attendanceWords(name: string, { could, came, besides, meetings }: Attendance): string | null {
  const days = meetings.filter(({ counts }) => counts).map(({ date }) => date);
  const [last = "", first = ""] = [days[0], days.at(-1)];
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
