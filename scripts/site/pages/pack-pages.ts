/**
 * Every page of a meeting's packs by its number, each leading to its place on the web: `/meetings/<meeting>/pages/#47`.
 * Beside it the same for programs, `pages.json`.
 */
import type { PublicMeeting } from "../../access/public-council.ts";
import { fileSize } from "../../templating/filters.ts";
import { address } from "../addresses.ts";
import { meetingName } from "../meeting-words.ts";
import { numberedApart, numberedOn, papersInPack } from "../pack-papers.ts";
import type { MeetingPages } from "../page-kind.ts";
import { pageGroups } from "../page-places.ts";
import { publishedPageMap } from "../published-page-map.ts";
import type { Site } from "../site.ts";

export const packPages: MeetingPages = {
  per: "meeting",
  template: "pack-pages",
  pages: (site, meeting) => [packPagesPage(site, meeting) ?? []].flat(),
  files: (site, meeting) =>
    numberedOn(meeting).length > 0
      ? [{ url: address.packPagesJson(meeting.id), content: publishedPageMap(site, meeting) }]
      : [],
};

/** Null for a meeting with no pack whose pages number on: its minutes say their own pages. */
function packPagesPage(site: Site, meeting: PublicMeeting) {
  const packs = numberedOn(meeting);
  const last = packs.at(-1)?.lastPage;
  if (!last) return null;
  return {
    url: address.packPages(meeting.id),
    title: "Pages of the pack",
    documentTitle: `Pages of the pack, ${meetingName(meeting)}`,
    description: `Where each of the ${last} pages of the papers for ${meetingName(meeting)} stands on the web.`,
    above: [
      { text: "Meetings", href: address.calendar() },
      { text: meetingName(meeting), href: address.meeting(meeting.id) },
    ],
    isDraft: false,
    lastPage: last,
    json: address.packPagesJson(meeting.id),
    packs: packs.map((pack) => ({
      title: pack.title,
      href: address.meetingFile(meeting.id, pack.address),
      pages: { first: pack.firstPage, last: pack.lastPage },
      issuedAt: pack.issuedAt,
      size: fileSize(pack.bytes),
      groups: pageGroups(site, meeting, pack),
    })),
    apart: numberedApart(meeting).map((pack) => ({
      title: pack.title,
      href: address.meetingFile(meeting.id, pack.address),
      pages: { first: pack.firstPage, last: pack.lastPage },
      papers: papersInPack(site, meeting, pack).map(({ title, href }) => ({ title, href })),
    })),
  };
}
