/** The home page: the next meetings, what was decided and issued lately, and what is overdue. */
import { address } from "../addresses.ts";
import { followUpView } from "../follow-up-view.ts";
import type { PageKind } from "../page-kind.ts";
import { meetingName, meetingRow, type Site } from "../site.ts";

export const home: PageKind = {
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
        .map((meeting) => meetingRow(site, meeting)),
      decided: site
        .past()
        .filter((meeting) => meeting.minutes)
        .slice(0, 3)
        .map((meeting) => meetingRow(site, meeting)),
      latest: latestPapers(site),
      overdue: site.council.followUps
        .filter((each) => each.status === "overdue")
        .map((each) => followUpView(site, each)),
      inspections: [...site.council.inspections]
        .sort((a, b) => (a.value.fieldwork.from < b.value.fieldwork.from ? 1 : -1))
        .slice(0, 1)
        .map(({ id, value }) => ({ href: address.inspection(id), title: value.title, overall: value.overall ?? null })),
    },
  ],
};

/** The last papers issued, newest first. */
function latestPapers(site: Site) {
  return site.council.meetings
    .flatMap((meeting) =>
      meeting.papers.map((paper) => ({
        href: address.report(meeting.id, paper.id),
        title: paper.value.title,
        where: meetingName(meeting),
        issuedAt: paper.issuedAt,
      })),
    )
    .filter((paper) => paper.issuedAt)
    .sort((a, b) => ((a.issuedAt ?? "") < (b.issuedAt ?? "") ? 1 : -1))
    .slice(0, 5);
}
