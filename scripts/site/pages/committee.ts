/** A committee: what it may decide, who sits on it now and who sat before, and its meetings. */
import type { PublicDocument } from "../../access/public-council.ts";
import type { Committee, Seat } from "../../model/committee.ts";
import { address } from "../addresses.ts";
import { byYear, yearLinks } from "../by-year.ts";
import { hasResolved, type ResolvedItem, resolvedAt } from "../facts/decided.ts";
import { followUpsOn } from "../facts/follow-up-states.ts";
import { type MeetingRow, meetingsOfCommittee } from "../facts/meeting-row.ts";
import { feedFiles, feedOf } from "../feeds.ts";
import { followUpView, inOrderOfConcern } from "../follow-up-view.ts";
import { rowView } from "../meeting-words.ts";
import type { CouncilPages } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import type { Site } from "../site.ts";

const ORDER: readonly Seat["role"][] = ["chair", "vice-chair", "member", "co-optee", "substitute"];

/** As many past meetings, and as many things owed, as stand on its own page. */
const SHOWN = 24;

export const committee: CouncilPages = {
  per: "council",
  template: "committee",
  parts: (site) =>
    site.council.committees.flatMap(({ id }) => {
      const years = yearsOf(site, id);
      return [id, ...years.map(([year]) => `${id}/${year}`)];
    }),
  pages: (site, part) => {
    const [id = "", year] = part.split("/");
    const found = site.council.committees.find((each) => each.id === id);
    return found ? [year === undefined ? page(site, found) : yearPage(site, found, year)] : [];
  },
  files: (site, part) => {
    const found = site.council.committees.find(({ id }) => id === part);
    return found ? feedFiles(site, { id: found.id, name: found.value.name }) : [];
  },
};

/** Its meetings before today, latest first. */
function pastOf(site: Site, id: string): MeetingRow[] {
  return site
    .ask(meetingsOfCommittee, id)
    .filter(({ living }) => living.value.date < site.today)
    .reverse();
}

/** The years of its past meetings, latest first; none where they all stand on its own page. */
function yearsOf(site: Site, id: string) {
  const past = pastOf(site, id);
  return past.length > SHOWN ? byYear(past, ({ living }) => living.value.date) : [];
}

function page(site: Site, found: PublicDocument<Committee>) {
  const { id, value } = found;
  const [now, before] = seats(site, value.membership);
  const owed = followUpsOn(site).all.filter(
    (each) => each.followUp.returnsTo === id && !["discharged", "superseded"].includes(each.status),
  );
  return {
    url: address.committee(id),
    title: value.name,
    description: value.remit,
    above: [{ text: "Committees", href: address.committees() }],
    year: null,
    remit: value.remit,
    contact: value.contact,
    quorum: value.quorum ?? null,
    terms: value.termsOfReference,
    html: proseHtml(site, found),
    seats: now,
    former: before,
    decided: lastDecided(site, id),
    coming: site
      .ask(meetingsOfCommittee, id)
      .filter(({ living }) => living.value.date >= site.today)
      .map((meeting) => rowView(site, meeting)),
    past: pastOf(site, id)
      .slice(0, SHOWN)
      .map((meeting) => rowView(site, meeting)),
    years: yearLinks(yearsOf(site, id), (year) => address.committee(id, year), null),
    owed: inOrderOfConcern(owed)
      .slice(0, SHOWN)
      .map((each) => followUpView(site, each)),
    owedMore: owed.length > SHOWN ? { count: owed.length, href: address.followUpsOf(id) } : null,
    feed: feedOf(site, { id, name: value.name }),
  };
}

/** Its past meetings of one year, latest first. */
function yearPage(site: Site, { id, value }: PublicDocument<Committee>, year: string) {
  const years = yearsOf(site, id);
  return {
    url: address.committee(id, year),
    title: `${value.name} in ${year}`,
    description: `The meetings of ${value.name} in ${year}, with papers and minutes.`,
    above: [
      { text: "Committees", href: address.committees() },
      { text: value.name, href: address.committee(id) },
    ],
    year,
    years: yearLinks(years, (each) => address.committee(id, each), year),
    past: (years.find(([name]) => name === year)?.[1] ?? []).map((meeting) => rowView(site, meeting)),
  };
}

/** The last ten items that it resolved something on, latest first. */
function lastDecided(site: Site, committee: string) {
  const found: (ResolvedItem & { href: string; date: string })[] = [];
  for (const { id, living } of site.ask(meetingsOfCommittee, committee).toReversed()) {
    if (found.length >= 10) break;
    if (!hasResolved(site, id)) continue;
    const { date } = living.value;
    found.push(...site.ask(resolvedAt, id).map((item) => ({ ...item, href: address.minute(id, item.minute), date })));
  }
  return found.slice(0, 10);
}

/** Who sits now, by role, and who sat before. */
function seats(site: Site, membership: readonly Seat[]) {
  const view = (seat: Seat) => ({
    ...site.person(seat.member),
    role: seat.role,
    portfolio: seat.portfolio ?? null,
    voting: seat.voting,
    from: seat.from,
    until: seat.until ?? null,
  });
  const sorted = [...membership].sort((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
  const isNow = (seat: Seat) => seat.from <= site.today && (!seat.until || seat.until >= site.today);
  return [
    sorted.filter(isNow).map(view),
    sorted.filter((seat) => !isNow(seat) && seat.from <= site.today).map(view),
  ] as const;
}
