/** The home page: the next meetings, what was decided and issued lately, and what is overdue. */
import { address } from "../addresses.ts";
import { followUpsOn } from "../facts/follow-up-states.ts";
import { latestReports } from "../facts/latest-reports.ts";
import { feedFiles } from "../feeds.ts";
import { followUpView, inOrderOfConcern } from "../follow-up-view.ts";
import { rowView } from "../meeting-words.ts";
import type { CouncilPages, PageView } from "../page-kind.ts";
import type { Site } from "../site.ts";

/** As many overdue things as the page shows; it says how many more there are. */
const OVERDUE = 8;

export const home: CouncilPages = {
  per: "council",
  parts: () => [""],
  files: (site) => feedFiles(site),
  template: "home",
  pages: (site) => [homePage(site)],
};

function homePage(site: Site): PageView {
  const overdue = followUpsOn(site).all.filter((each) => each.status === "overdue");
  return {
    url: address.home(),
    title: site.council.settings.name,
    description: site.council.settings.strapline ?? `Meetings, papers and decisions of ${site.council.settings.name}.`,
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
    overdue: inOrderOfConcern(overdue)
      .slice(0, OVERDUE)
      .map((each) => followUpView(site, each)),
    overdueMore: Math.max(0, overdue.length - OVERDUE),
    inspections: [...site.council.inspections]
      .sort((a, b) => (a.value.fieldwork.from < b.value.fieldwork.from ? 1 : -1))
      .slice(0, 1)
      .map(({ id, value }) => ({ href: address.inspection(id), title: value.title, overall: value.overall ?? null })),
  };
}
