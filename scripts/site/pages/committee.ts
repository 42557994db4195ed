/** A committee: what it may decide, who sits on it now and who sat before, and its meetings. */
import type { Seat } from "../../model/committee.ts";
import { address } from "../addresses.ts";
import { hasResolved, type ResolvedItem, resolvedAt } from "../facts/decided.ts";
import { followUpsOn } from "../facts/follow-up-states.ts";
import { followUpView } from "../follow-up-view.ts";
import { rowView } from "../meeting-words.ts";
import type { CouncilPages } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import type { Site } from "../site.ts";

const ORDER: readonly Seat["role"][] = ["chair", "vice-chair", "member", "co-optee", "substitute"];

export const committee: CouncilPages = {
  per: "council",
  template: "committee",
  parts: ({ council }) => council.committees.map(({ id }) => id),
  pages: (site, part) =>
    site.council.committees
      .filter((each) => each.id === part)
      .map((found) => {
        const { id, value } = found;
        const [now, before] = seats(site, value.membership);
        const own = (meetings: ReturnType<Site["coming"]>) =>
          meetings.filter((meeting) => meeting.committee.id === id).map((meeting) => rowView(site, meeting));
        return {
          url: address.committee(id),
          title: value.name,
          description: value.remit,
          above: [{ text: "Committees", href: address.committees() }],
          remit: value.remit,
          contact: value.contact,
          quorum: value.quorum ?? null,
          terms: value.termsOfReference,
          html: proseHtml(site, found),
          seats: now,
          former: before,
          decided: lastDecided(site, id),
          coming: own(site.coming()),
          past: own(site.past()),
          owed: followUpsOn(site)
            .all.filter((each) => each.followUp.returnsTo === id && !["discharged", "superseded"].includes(each.status))
            .map((each) => followUpView(site, each)),
        };
      }),
};

/** The last ten items that it resolved something on, latest first. */
function lastDecided(site: Site, committee: string) {
  const found: (ResolvedItem & { href: string; date: string })[] = [];
  for (const { id, ...row } of site.minuted()) {
    if (found.length >= 10) break;
    if (row.committee.id !== committee || !hasResolved(site, id)) continue;
    const date = row.living.value.date;
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
