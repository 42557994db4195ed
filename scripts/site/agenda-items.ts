/** The agenda of a meeting's page, item by item. Called by pages/meeting.ts. */
import type { PublicMeeting, PublicPack, PublicPaper } from "../access/public-council.ts";
import type { AgendaItem } from "../model/agenda.ts";
import { formatTime } from "../model/civil.ts";
import { readingMinutes } from "../model/outline.ts";
import type { PageRange } from "../model/record.ts";
import { address } from "./addresses.ts";
import { decisionOn } from "./decisions.ts";
import { inspectionsAnswered } from "./inspections-answered.ts";
import { pageInPdf } from "./pack-papers.ts";
import { appendicesOf } from "./pages/report.ts";
import { tombstoneWords } from "./pages/tombstone.ts";
import type { Site } from "./site.ts";

/** One item: its words, its papers with when each was issued and where it stands, and what was decided. */
export function itemView(site: Site, found: PublicMeeting, item: AgendaItem) {
  const listed = item.papers.flatMap((id) => found.papers.find((paper) => paper.id === id) ?? []);
  // A released paper was on no public agenda; it stands with the item that was taken in private.
  const released = found.papers.filter(
    ({ id, value }) => item.withheld && value.agendaItem === item.number && !item.papers.includes(id),
  );
  const papers = [...listed, ...released];
  const stones = found.tombstones.filter((stone) => stone.item === item.number && !stone.isReissued);
  const minutes = minutesInPack(found, item);
  const [only] = papers;
  return {
    id: item.id,
    number: item.displayed ?? item.number,
    title: item.title,
    href:
      papers.length === 1 && only
        ? address.report(found.id, only.id)
        : item.minutesOf && site.hasMinutes(item.minutesOf)
          ? address.minutes(item.minutesOf)
          : null,
    text: item.text ?? null,
    for: item.for === "formal business" ? null : FOR[item.for],
    keyDecision: item.keyDecision,
    urgent: item.urgent ?? null,
    toFollow:
      listed.length + stones.length < item.papers.length
        ? (item.toFollow ?? "A paper for this item will be issued later.")
        : null,
    tombstones: stones.map((stone) => ({
      href: address.report(found.id, stone.id),
      words: tombstoneWords(found, stone),
      at: stone.withdrawnAt,
    })),
    withheld: item.withheld ?? null,
    papers: papers.map((paper) => ({
      href: address.report(found.id, paper.id),
      title: paper.value.title,
      from: paper.value.from,
      minutes: readingMinutes(paper.outline),
      pages: paper.pages,
      pack: standingIn(found, paper),
      issuedAt: paper.issuedAt,
      isDraft: paper.issuedAt === null,
      released: paper.issuedAs === "release",
      version: paper.version,
      inspections: inspectionsAnswered(site, paper),
      appendices: appendicesOf(found, paper),
    })),
    minutes,
    page: minutes?.pages.first ?? null,
    membersOnly: Boolean(item.withheld) && released.length === 0,
    decided: decisionOn(site, found, item.number)?.summary ?? null,
    time: formatTime(found.living.value.time),
  };
}

/** The pack that the present version of a paper was printed in, and its pages there. */
function standingIn(meeting: PublicMeeting, { issuedIn, pages }: PublicPaper): InPack | null {
  const pack = meeting.packs.find((each) => each.issuedIn === issuedIn);
  return pack && pages ? inPack(meeting, pack, pages) : null;
}

/** The minutes that the item is to approve, where they stand in a pack of this meeting. */
function minutesInPack(meeting: PublicMeeting, { minutesOf }: AgendaItem): InPack | null {
  if (!minutesOf) return null;
  for (const pack of meeting.packs)
    for (const part of pack.parts)
      if (part.minutesOf === minutesOf && !part.withdrawnAt) return inPack(meeting, pack, part.pages);
  return null;
}

interface InPack {
  readonly title: string;
  readonly href: string;
  readonly pages: PageRange;
  readonly issuedAt: string;
}

function inPack(meeting: PublicMeeting, pack: PublicPack, pages: PageRange): InPack {
  return { title: pack.title, href: pageInPdf(meeting, pack, pages.first), pages, issuedAt: pack.issuedAt };
}

const FOR = {
  decision: "Decision",
  recommendation: "Recommendation to another body",
  information: "For information",
  discussion: "Discussion",
} as const;
