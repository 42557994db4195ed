/** The reports that were issued last: asked of the few meetings that can have them. For pages/home.ts. */
import type { Question } from "../../asking/around.ts";
import { address } from "../addresses.ts";
import { meetingName } from "../meeting-words.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";
import { meetingRows } from "./meeting-row.ts";

interface LatestReport {
  readonly href: string;
  readonly title: string;
  readonly where: string;
  readonly issuedAt: string;
}

/** A meeting's last ten reports, newest first; of one hour, the last on the agenda first. */
const reportsIssuedFor: Question<Site, readonly LatestReport[]> = pageQuestions.add({
  name: "reports-issued-for",
  answer: (site, id) => {
    const meeting = site.meeting(id);
    if (!meeting) return [];
    return newestFirst(
      meeting.papers
        .flatMap(({ id: paper, value, issuedAt }) =>
          issuedAt
            ? [{ href: address.report(id, paper), title: value.title, where: meetingName(meeting), issuedAt }]
            : [],
        )
        .reverse(),
    ).slice(0, 10);
  },
});

/** The last `count` of all, at most ten. */
export function latestReports(site: Site, count: number): LatestReport[] {
  const meetings = [...site.shared(meetingRows).byId.values()]
    .flatMap(({ id, lastReportAt }) => (lastReportAt ? [{ id, issuedAt: lastReportAt }] : []))
    .reverse();
  return newestFirst(
    newestFirst(meetings)
      .slice(0, count)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .flatMap(({ id }) => site.ask(reportsIssuedFor, id)),
  ).slice(0, count);
}

function newestFirst<Issued extends { readonly issuedAt: string }>(all: readonly Issued[]): Issued[] {
  return [...all].sort((a, b) => (a.issuedAt < b.issuedAt ? 1 : a.issuedAt > b.issuedAt ? -1 : 0));
}
