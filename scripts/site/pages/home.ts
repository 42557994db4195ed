/** The home page: the next meetings, what was decided and issued lately, and what is overdue. */
import { address } from "../addresses.ts";
import { followUpsOn } from "../facts/follow-up-states.ts";
import { latestReports } from "../facts/latest-reports.ts";
import { followUpView } from "../follow-up-view.ts";
import { rowView } from "../meeting-words.ts";
import type { CouncilPages } from "../page-kind.ts";

export const home: CouncilPages = {
  per: "council",
  parts: () => [""],
  template: "home",
  pages: (site) => [
    {
      url: address.home(),
      title: site.council.settings.name,
      description:
        site.council.settings.strapline ?? `Meetings, papers and decisions of ${site.council.settings.name}.`,
      above: [],
      coming: site
        .coming()
        .slice(0, 4)
        .map((meeting) => rowView(site, meeting)),
      decided: site
        .past()
        .filter(({ hasMinutes }) => hasMinutes)
        .slice(0, 3)
        .map((meeting) => rowView(site, meeting)),
      latest: latestReports(site, 5),
      overdue: followUpsOn(site)
        .all.filter((each) => each.status === "overdue")
        .map((each) => followUpView(site, each)),
      inspections: [...site.council.inspections]
        .sort((a, b) => (a.value.fieldwork.from < b.value.fieldwork.from ? 1 : -1))
        .slice(0, 1)
        .map(({ id, value }) => ({ href: address.inspection(id), title: value.title, overall: value.overall ?? null })),
    },
  ],
};
