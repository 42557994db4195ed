/**
 * The page map of a meeting as it is published for programs: every pack, every paper in it, and the pages of every block
 * and appendix with their addresses. Documented in docs/page-numbers.md. Written out by pages/pack-pages.ts.
 */
import type { PublicMeeting, PublicPack } from "../access/public-council.ts";
import { address } from "./addresses.ts";
import { meetingName } from "./meeting-words.ts";
import { numberedApart, numberedOn, papersInPack } from "./pack-papers.ts";
import type { Site } from "./site.ts";

/** The text of `pages.json`. Addresses are paths from the root of the site. */
export function publishedPageMap(site: Site, meeting: PublicMeeting): string {
  const packs = [
    ...numberedOn(meeting).map((pack) => ({ pack, numbering: "meeting" as const })),
    ...numberedApart(meeting).map((pack) => ({ pack, numbering: "own" as const })),
  ];
  const map = {
    format: 1,
    meeting: meeting.id,
    title: meetingName(meeting),
    date: meeting.living.value.date,
    address: address.meeting(meeting.id),
    packs: packs.map(({ pack, numbering }) => ({
      address: address.meetingFile(meeting.id, pack.address),
      title: pack.title,
      kind: pack.kind,
      numbering,
      firstPage: pack.firstPage,
      lastPage: pack.lastPage,
      issuedAt: pack.issuedAt,
    })),
    papers: packs.flatMap(({ pack }) => papersIn(site, meeting, pack)),
  };
  return `${JSON.stringify(map, null, 1)}\n`;
}

/** The papers of one pack. One that was withdrawn keeps its name, its pages and its tombstone's address. */
function papersIn(site: Site, meeting: PublicMeeting, pack: PublicPack) {
  return papersInPack(site, meeting, pack).map(({ part, paper, title, href, item, stands, appendices }) => ({
    id: part.id,
    minutesOf: part.minutesOf,
    title,
    address: href,
    pack: address.meetingFile(meeting.id, pack.address),
    item,
    version: paper?.version ?? null,
    status: paper ? (stands ? "stands" : "revised since") : "withdrawn",
    first: part.pages.first,
    last: part.pages.last,
    blocks: (paper?.outline.blocks ?? []).flatMap(({ anchor, kind, number, title: words }) => {
      const pages = part.pageMap.blocks[anchor];
      return pages ? [{ anchor, kind, number, title: words || null, ...pages, address: `${href}#${anchor}` }] : [];
    }),
    appendices: appendices.map(({ id, title: words, href: at, pages }) => ({
      id,
      title: words,
      address: at,
      ...pages,
    })),
  }));
}
