/** An earlier version of a report or of minutes, as it stood, and what the version after it changed. */
import type { PublicMeeting, PublicPaper } from "../../access/public-council.ts";
import { address } from "../addresses.ts";
import { meetingName } from "../meeting-words.ts";
import type { MeetingPages, SiteFile } from "../page-kind.ts";
import { paperHtml } from "../paper-html.ts";
import { recommendationsDecided } from "../recommended.ts";
import type { Site } from "../site.ts";
import { paperChanges } from "../version-changes.ts";
import { titleOf } from "../versions.ts";
import { appendicesOf, backgroundOf, factsOf, implicationsOf } from "./report.ts";

export const version: MeetingPages = {
  per: "meeting",
  template: "version",
  pages: (site, meeting) =>
    papersOf(meeting).flatMap((paper) => paper.earlier.map((_, index) => versionPage(site, meeting, paper, index))),
  files: (_, meeting) => filesOfVersions(meeting),
};

/** The files that go with a paper: its appendices, its pictures, and itself as a PDF. */
function filesOf({ appendices, images, pdf }: PublicPaper<unknown>) {
  return [...appendices, ...images.values(), ...(pdf ? [pdf] : [])];
}

/** The files of earlier versions: under each version's address, and at their first one where nothing else took it. */
function filesOfVersions(meeting: PublicMeeting): SiteFile[] {
  const papers = papersOf(meeting);
  const taken = new Set(papers.flatMap((paper) => filesOf(paper).map((file) => file.address)));
  const files = papers.flatMap((paper) =>
    [...paper.earlier].reverse().flatMap((old) =>
      filesOf(old).flatMap(({ file, address: name }) => {
        const first = name.slice(`${paper.id}/version-${old.version}/`.length);
        const isFree = !taken.has(first);
        taken.add(first);
        return [name, ...(isFree ? [first] : [])].map((each) => ({
          url: address.meetingFile(meeting.id, each),
          from: file,
        }));
      }),
    ),
  );
  return files;
}

function papersOf(meeting: PublicMeeting): readonly PublicPaper<unknown>[] {
  return [...meeting.papers, ...(meeting.minutes ? [meeting.minutes] : [])];
}

function versionPage(site: Site, meeting: PublicMeeting, paper: PublicPaper<unknown>, index: number) {
  const old = paper.earlier[index] as PublicPaper<unknown>;
  const next = paper.earlier[index + 1] ?? paper;
  const title = titleOf(meeting, old);
  return {
    url: address.version(meeting.id, paper.id, old.version),
    title: `${title}: version ${old.version}`,
    description: `An earlier version of ${title}, ${meetingName(meeting)}.`,
    above: [
      { text: "Meetings", href: address.calendar() },
      { text: meetingName(meeting), href: address.meeting(meeting.id) },
      { text: titleOf(meeting, paper), href: address.report(meeting.id, paper.id) },
    ],
    isDraft: false,
    issuedAt: old.issuedAt,
    version: old.version,
    now: { href: address.report(meeting.id, paper.id), version: paper.version, issuedAt: paper.issuedAt },
    replaced: { at: next.issuedAt, reason: next.reason, version: next.version },
    changes: paperChanges(site, old, next),
    html: paperHtml(site, meeting, old),
    pages: old.pages,
    report: old.id === "minutes" ? null : reportView(site, meeting, old as PublicPaper),
    appendices: appendicesOf(meeting, old),
  };
}

/** What stands around the paragraphs of a report, as it did in this version. */
function reportView(site: Site, meeting: PublicMeeting, old: PublicPaper) {
  return {
    recommendations: recommendationsDecided(meeting, old),
    facts: factsOf(site, meeting, old),
    implications: implicationsOf(old),
    ...backgroundOf(old),
  };
}
