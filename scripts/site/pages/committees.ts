/** The list of committees, and of members with what they sit on. */
import { memberName } from "../../model/council.ts";
import { address } from "../addresses.ts";
import { rowView } from "../meeting-words.ts";
import type { CouncilPages } from "../page-kind.ts";
import type { Site } from "../site.ts";

export const committees: CouncilPages = {
  per: "council",
  template: "committees",
  parts: (site) => (site.council.committees.length > 0 ? [""] : []),
  pages: (site) => [
    {
      url: address.committees(),
      title: "Committees and members",
      description: `Who decides what at ${site.council.settings.name}, and who sits where.`,
      above: [],
      committees: site.council.committees.map(({ id, value }) => ({
        href: address.committee(id),
        name: value.name,
        remit: value.remit,
        next: site
          .coming()
          .filter((meeting) => meeting.committee.id === id)
          .slice(0, 1)
          .map((meeting) => rowView(site, meeting)),
      })),
      members: membersNow(site),
    },
  ],
};

function membersNow(site: Site) {
  return site.council.members
    .filter(({ value }) => !value.until || value.until >= site.today)
    .map(({ id, value }) => ({
      href: address.member(id),
      name: memberName(value),
      sort: value.name.split(" ").at(-1) ?? "",
      party: value.party ?? "",
      ward: value.ward ?? value.represents ?? "",
    }))
    .sort((a, b) => (a.sort < b.sort ? -1 : 1));
}
