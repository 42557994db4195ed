/** A report: what was decided or is asked, by whom and of whom, then the paper itself. */
import type { PublicMeeting, PublicPaper } from "../../access/public-council.ts";
import { formatDate } from "../../model/civil.ts";
import type { Contact } from "../../model/fields.ts";
import { readingMinutes } from "../../model/outline.ts";
import { fileSize, upperFirst } from "../../templating/filters.ts";
import { address } from "../addresses.ts";
import { type MissedView, missedView } from "../clock-words.ts";
import { decisionOn } from "../decisions.ts";
import { followUpsAnsweredBy } from "../facts/follow-ups-of-meeting.ts";
import { mattersOfPaper } from "../facts/matters.ts";
import { inspectionsAnswered } from "../inspections-answered.ts";
import { bodyName, meetingName } from "../meeting-words.ts";
import { pageInPdf } from "../pack-papers.ts";
import type { MeetingPages } from "../page-kind.ts";
import { paperHtml } from "../paper-html.ts";
import { recommendationsDecided } from "../recommended.ts";
import type { Site } from "../site.ts";
import { neighboursOf } from "../thread/neighbours.ts";
import { versionsView } from "../versions.ts";

export const report: MeetingPages = {
  per: "meeting",
  template: "report",
  pages: (site, meeting) => meeting.papers.map((paper) => reportPage(site, meeting, paper)),
};

function reportPage(site: Site, meeting: PublicMeeting, paper: PublicPaper) {
  const { value } = paper;
  const items = meeting.agenda?.value.items ?? [];
  const item = items.find((each) => each.number === value.agendaItem);
  const place = meeting.papers.indexOf(paper);
  const neighbour = (step: number) => {
    const found = meeting.papers[place + step];
    return found ? { href: address.report(meeting.id, found.id), title: found.value.title } : null;
  };
  return {
    url: address.report(meeting.id, paper.id),
    title: value.title,
    documentTitle: `${value.title}, ${meetingName(meeting)}`,
    description: value.summary ?? item?.text ?? `Report of the ${value.from} to ${meetingName(meeting)}.`,
    above: [
      { text: "Meetings", href: address.calendar() },
      { text: meetingName(meeting), href: address.meeting(meeting.id) },
    ],
    language: value.language ?? null,
    isDraft: paper.issuedAt === null,
    issuedAt: paper.issuedAt,
    clearDays: site.clearDays(paper.firstIssuedAt, meeting.living.value.date),
    firstIssuedAt: paper.firstIssuedAt,
    inSupplement: paper.issuedAs === "supplement",
    released: paper.issuedAs === "release" ? { at: paper.issuedAt, reason: paper.reason } : null,
    versions: versionsView(site, meeting, paper),
    missed: missedFor(meeting, paper.id),
    item: item ? { number: item.displayed ?? item.number } : null,
    previous: neighbour(-1),
    next: neighbour(1),
    summary: value.summary ?? null,
    minutesToRead: readingMinutes(paper.outline),
    pages: paper.pages,
    packHref: packAddress(meeting, paper),
    pdf: paper.pdf && {
      href: address.meetingFile(meeting.id, paper.pdf.address),
      what: `PDF, ${fileSize(paper.pdf.bytes)}`,
    },
    pagesHref: paper.pages ? address.packPage(meeting.id, paper.pages.first) : null,
    committee: bodyName(meeting),
    decision: decisionOn(site, meeting, value.agendaItem),
    recommendations: recommendationsDecided(meeting, paper),
    facts: factsOf(site, meeting, paper),
    inspections: inspectionsAnswered(site, paper),
    matters: site.ask(mattersOfPaper, `${meeting.id}/${paper.id}`),
    discharges: site.ask(followUpsAnsweredBy, `${meeting.id}/${paper.id}`),
    neighbours: site
      .ask(neighboursOf, `meetings/${meeting.id}/${paper.id}`)
      .filter(({ words }) => !SHOWN_ABOVE.includes(words)),
    contents: paper.outline.blocks
      .filter((block) => block.kind === "section")
      .map(({ anchor, number, title }) => ({ href: `#${anchor}`, number, title })),
    html: paperHtml(site, meeting, paper),
    implications: implicationsOf(paper),
    ...backgroundOf(paper),
    appendices: appendicesOf(meeting, paper),
  };
}

/** Neighbours that the page shows in places of their own. */
const SHOWN_ABOVE = ["Recommended", "Considered at", "Answers"];

/** The clocks that this paper missed: its own, and its item's. */
function missedFor(meeting: PublicMeeting, paper: string): MissedView[] {
  const item = meeting.agenda?.value.items.find(({ papers }) => papers.includes(paper));
  return meeting.acts.flatMap(({ missedClocks }) =>
    missedClocks
      .filter(
        (missed) => missed.paper === paper || (missed.about === "item" && item && missed.items.join() === item.id),
      )
      .map((missed) => missedView(meeting, missed)),
  );
}

/** The paper's first page in its pack. */
function packAddress(meeting: PublicMeeting, { issuedIn, pages }: PublicPaper): string | null {
  const pack = meeting.packs.find((each) => each.issuedIn === issuedIn);
  return pack && pages ? pageInPdf(meeting, pack, pages.first) : null;
}

/** Appendices with their size, and each of their pages in the pack, which have a place on the report's page. */
export function appendicesOf(meeting: PublicMeeting, paper: PublicPaper<unknown>) {
  return paper.appendices.map(({ title, address: name, pages, bytes, isAccessible }) => ({
    href: address.meetingFile(meeting.id, name),
    title,
    what: `PDF, ${fileSize(bytes)}`,
    /** Whom to ask for it in another form, where it is not for everybody. */
    askFor: isAccessible ? null : meeting.committee.contact,
    pages,
    pagesHref: pages ? address.packPage(meeting.id, pages.first) : null,
    pageNumbers: pages ? Array.from({ length: pages.last - pages.first + 1 }, (_, index) => pages.first + index) : [],
  }));
}

/** The heading of a report, as pairs of a name and its words. The same in the pack. */
export function factsOf(site: Site, meeting: PublicMeeting, paper: PublicPaper): { name: string; words: string }[] {
  const { value } = paper;
  const name = site.namesIn(paper);
  const { origin, authority } = value;
  const [committeeId, number] = authority?.split("/") ?? [];
  const term =
    meeting.committee.id === committeeId
      ? meeting.committee.termsOfReference.find((each) => each.number === number)
      : undefined;
  const facts: [string, string | null | undefined][] = [
    ["Access", "Public report"],
    ["Report of", value.from],
    ["Cabinet members", value.cabinetMembers.map((id) => withPortfolio(name, meeting, id)).join("; ")],
    [
      "Contact",
      (Array.isArray(value.contactOfficer) ? value.contactOfficer : [value.contactOfficer])
        .map(contactWords)
        .join("; "),
    ],
    ["Deadline", value.deadline === "none" ? "None" : value.deadline],
    [
      "Major policy item or statutory plan",
      value.majorPolicyItem === undefined ? null : value.majorPolicyItem ? "Yes" : "No",
    ],
    ["Key decision", value.keyDecision ? "Yes" : null],
    [
      "Referred by",
      origin
        ? `${origin.referredBy}${origin.on ? `, ${formatDate(origin.on)}` : ""}${origin.because ? `: ${origin.because}` : ""}`
        : null,
    ],
    ["Made under", authority ? `Term of reference ${number}${term ? `: ${term.text}` : ""}` : null],
  ];
  return facts.flatMap(([name, words]) => (words ? [{ name, words }] : []));
}

/** A member with what they answer for, as it was on the day of the meeting. */
function withPortfolio(name: (id: string) => string, { committee, living }: PublicMeeting, id: string): string {
  const day = living.value.date;
  const seat = committee.membership.find(
    (each) => each.member === id && each.from <= day && (!each.until || each.until >= day),
  );
  return seat?.portfolio ? `${name(id)}, ${seat.portfolio}` : name(id);
}

function contactWords({ name, role, phone, email }: Contact): string {
  return [name ? `${name}, ${role}` : role, phone, email].filter(Boolean).join(", ");
}

/** The background papers, unless the report lists them in a section of its own. */
export function backgroundOf({ value, outline }: PublicPaper): {
  backgroundPapers: readonly string[];
  hasOwnBackground: boolean;
} {
  const own = outline.blocks.some(
    (block) => block.kind === "section" && /^background (papers|documents)/i.test(block.title),
  );
  return { backgroundPapers: value.backgroundPapers === "none" ? [] : value.backgroundPapers, hasOwnBackground: own };
}

export function implicationsOf({ value }: PublicPaper) {
  return Object.entries(value.implications ?? {}).map(([kind, implication]) => {
    const { text, clearedBy, on } =
      typeof implication === "string" ? { text: implication, clearedBy: undefined, on: undefined } : implication;
    const name = kind.replaceAll("-", " ");
    return { name: upperFirst(name), text, clearedBy: clearedBy ?? null, on: on ?? null };
  });
}
