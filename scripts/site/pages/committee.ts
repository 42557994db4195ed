/** A committee: what it may decide, who sits on it now and who sat before, and its meetings. */
import type { Seat } from "../../model/committee.ts";
import { address } from "../addresses.ts";
import { followUpView } from "../follow-up-view.ts";
import type { PageKind } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import { itemTitle, meetingRow, type Site } from "../site.ts";

const ORDER: readonly Seat["role"][] = ["chair", "vice-chair", "member", "co-optee", "substitute"];

export const committee: PageKind = {
  template: "committee",
  pages: (site) =>
    site.council.committees.map((found) => {
      const { id, value } = found;
      const [now, before] = seats(site, value.membership);
      const own = (meetings: ReturnType<Site["coming"]>) =>
        meetings.filter((meeting) => meeting.committee.id === id).map((meeting) => meetingRow(site, meeting));
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
        owed: site.council.followUps
          .filter((each) => each.followUp.returnsTo === id && !["discharged", "superseded"].includes(each.status))
          .map((each) => followUpView(site, each)),
      };
    }),
};

/** The last ten items that it resolved something on, latest first. */
function lastDecided(site: Site, committee: string) {
  return site
    .minuted()
    .filter((meeting) => meeting.committee.id === committee)
    .flatMap((meeting) =>
      meeting.minutes.value.items
        .filter(({ resolutions }) => resolutions.length > 0)
        .map((item) => ({ meeting, item })),
    )
    .slice(0, 10)
    .map(({ meeting, item }) => ({
      title: itemTitle(meeting, item.item),
      words: item.decision ?? item.resolutions.map(({ text }) => text).join(" "),
      href: address.minute(meeting.id, item.minute),
      minute: item.minute,
      date: meeting.living.value.date,
    }));
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
