/**
 * Which papers stand in a meeting's packs: each in the version that was printed there, with the address which that
 * version has now. For the page of all pack pages, its page map, and the pages of meetings and reports.
 */
import type {
  PublicMeeting,
  PublicPack,
  PublicPackPart,
  PublicPaper,
  PublicTombstone,
} from "../access/public-council.ts";
import { formatDate } from "../model/civil.ts";
import { NUMBERED_ON, type PageRange } from "../model/record.ts";
import { address } from "./addresses.ts";
import { tombstoneWords } from "./pages/tombstone.ts";
import type { Site } from "./site.ts";
import { titleOf } from "./versions.ts";

export interface PaperInPack {
  readonly part: PublicPackPart;
  /** What is printed there; null where it was withdrawn. */
  readonly paper: PublicPaper<unknown> | null;
  readonly title: string;
  readonly href: string;
  /** The number of its item on the agenda, as it is shown there. */
  readonly item: string | null;
  /** Whether it is the version that stands at the paper's own address. */
  readonly stands: boolean;
  /** What became of it since, in words: that it was revised, or withdrawn. */
  readonly since: string | null;
  /** Its pages with its appendices. */
  readonly pages: PageRange;
  readonly appendices: readonly AppendixInPack[];
}

export interface AppendixInPack {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly pages: PageRange;
}

/** The packs whose pages number on through the meeting, each page number once. */
export function numberedOn(meeting: PublicMeeting): PublicPack[] {
  return meeting.packs.filter(({ kind }) => NUMBERED_ON.includes(kind));
}

/** The packs that each begin at page 1 again: minutes, and notices, which hold no paper. */
export function numberedApart(meeting: PublicMeeting): PublicPack[] {
  return meeting.packs.filter(({ kind }) => !NUMBERED_ON.includes(kind));
}

/** The papers in `pack`, first to last. */
export function papersInPack(site: Site, meeting: PublicMeeting, pack: PublicPack): PaperInPack[] {
  return [...pack.parts]
    .sort((a, b) => a.pages.first - b.pages.first)
    .map((part) => {
      const owner = part.minutesOf ? site.meeting(part.minutesOf) : meeting;
      const found = part.withdrawnAt || !owner ? null : versionIn(owner, part, pack);
      return found && owner ? paperView(meeting, owner, part, found) : withdrawnView(meeting, owner, part, pack);
    });
}

/** The address of the first page of `pages` in the pack's PDF. Viewers count the pages of the file, from 1. */
export function pageInPdf(meeting: PublicMeeting, pack: PublicPack, page: number): string {
  return `${address.meetingFile(meeting.id, pack.address)}#page=${page - pack.firstPage + 1}`;
}

/** The version that was printed: of a paper the one issued with the pack, of earlier minutes the last one before it. */
function versionIn(owner: PublicMeeting, part: PublicPackPart, pack: PublicPack): PublicPaper<unknown> | null {
  const paper = part.id === "minutes" ? owner.minutes : owner.papers.find(({ id }) => id === part.id);
  if (!paper) return null;
  const versions: PublicPaper<unknown>[] = [...paper.earlier, paper];
  return (
    versions.findLast(({ issuedIn, issuedAt }) =>
      part.minutesOf ? issuedAt !== null && issuedAt <= pack.issuedAt : issuedIn === pack.issuedIn,
    ) ?? null
  );
}

function paperView(
  meeting: PublicMeeting,
  owner: PublicMeeting,
  part: PublicPackPart,
  found: PublicPaper<unknown>,
): PaperInPack {
  const current = found.id === "minutes" ? owner.minutes : owner.papers.find(({ id }) => id === found.id);
  const later = current?.earlier.find(({ version }) => version > found.version) ?? current;
  const stands = found === current;
  return {
    part,
    paper: found,
    title: titleOf(owner, found),
    href: stands ? address.report(owner.id, found.id) : address.version(owner.id, found.id, found.version),
    item: displayedAs(meeting, part, (found.value as { agendaItem?: string }).agendaItem),
    stands,
    since:
      stands || !later
        ? null
        : `Version ${found.version}. ${later.issuedAt ? `Version ${later.version} took its place on ${formatDate(later.issuedAt.slice(0, 10))}.` : "A draft is to take its place."}`,
    pages: {
      first: part.pages.first,
      last: Math.max(part.pages.last, ...part.appendices.map(({ pages }) => pages.last)),
    },
    appendices: part.appendices.flatMap(({ id, pages }) => {
      const appendix = found.appendices.find((each) => each.id === id);
      return appendix
        ? [{ id, title: appendix.title, href: address.meetingFile(owner.id, appendix.address), pages }]
        : [];
    }),
  };
}

/** A paper that was withdrawn: what its tombstone says of it, and that tombstone's address. */
function withdrawnView(
  meeting: PublicMeeting,
  owner: PublicMeeting | null,
  part: PublicPackPart,
  pack: PublicPack,
): PaperInPack {
  const stone = owner?.tombstones.find(({ id }) => id === part.id) ?? null;
  const on = part.withdrawnAt ?? stone?.withdrawnAt ?? null;
  return {
    part,
    paper: null,
    title: stone && owner ? tombstoneWords(owner, stone) : "A paper",
    href: stone && owner ? tombstoneHref(owner, stone, pack) : address.meeting((owner ?? meeting).id),
    item: displayedAs(meeting, part, stone?.item),
    stands: false,
    since: on ? `Withdrawn on ${formatDate(on.slice(0, 10))}. Its pages keep their numbers and say so.` : null,
    pages: part.pages,
    appendices: [],
  };
}

/** Every version that was withdrawn has a tombstone at its own address; the last one's is the paper's, if nothing took its place. */
function tombstoneHref(owner: PublicMeeting, stone: PublicTombstone, pack: PublicPack): string {
  const isOwn = owner.packs.includes(pack);
  const version = owner.acts.filter(
    ({ papers, number, issuedAt }) =>
      papers.includes(stone.id) && (isOwn ? number <= pack.issuedIn : issuedAt <= pack.issuedAt),
  ).length;
  return stone.isReissued || version < stone.versions
    ? address.version(owner.id, stone.id, version)
    : address.report(owner.id, stone.id);
}

/** The number that the agenda shows for the item of a paper; `number` is the item's own. */
function displayedAs(meeting: PublicMeeting, part: PublicPackPart, number: string | null | undefined): string | null {
  const item = meeting.agenda?.value.items.find((each) =>
    part.minutesOf ? each.minutesOf === part.minutesOf : each.number === number,
  );
  return item?.displayed ?? item?.number ?? null;
}
