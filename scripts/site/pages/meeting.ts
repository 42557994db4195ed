/** A meeting: when, where and how to attend, its packs, what was asked for at it, its agenda and what was decided. */
import type { PublicMeeting, PublicPack } from "../../access/public-council.ts";
import { formatDate } from "../../model/civil.ts";
import { NUMBERED_ON } from "../../model/record.ts";
import { fileSize } from "../../templating/filters.ts";
import { ACTS, actWords } from "../acts.ts";
import { address } from "../addresses.ts";
import { itemView } from "../agenda-items.ts";
import { missedView } from "../clock-words.ts";
import { decisionView, wasPut } from "../decisions.ts";
import { approvalOf } from "../facts/approvals.ts";
import { type DueView, followUpsAskedAt, followUpsDueAt } from "../facts/follow-ups-of-meeting.ts";
import { itemTitle, meetingTime, meetingTitle } from "../meeting-words.ts";
import { numberedOn } from "../pack-papers.ts";
import type { MeetingPages } from "../page-kind.ts";
import { proseHtml } from "../paper-html.ts";
import type { Site, Tone } from "../site.ts";
import { agendaChanges } from "../version-changes.ts";

export const meeting: MeetingPages = {
  per: "meeting",
  template: "meeting",
  pages: (site, found) => [meetingPage(site, found)],
  files: (_, { id, packs, papers, minutes }) => [
    ...packs
      .flatMap((pack) => [pack, pack.largePrint ?? []].flat())
      .map(({ file, address: name }) => ({ url: address.meetingFile(id, name), from: file })),
    ...[...papers, ...(minutes ? [minutes] : [])].flatMap((paper) =>
      [...paper.appendices, ...paper.images.values(), ...(paper.pdf ? [paper.pdf] : [])].map(
        ({ file, address: name }) => ({
          url: address.meetingFile(id, name),
          from: file,
        }),
      ),
    ),
  ],
};

function meetingPage(site: Site, found: PublicMeeting) {
  const { id, living, committee, agenda, minutes } = found;
  const isOff = living.value.status === "cancelled";
  return {
    url: address.meeting(id),
    title: meetingTitle(found),
    description:
      minutes?.value.summary ?? agenda?.value.summary ?? `${committee.name} meets on ${formatDate(living.value.date)}.`,
    above: [
      { text: "Meetings", href: address.calendar() },
      { text: committee.name, href: address.committee(committee.id) },
    ],
    isDraft: found.isDraft,
    lede: minutes?.value.summary ?? agenda?.value.summary ?? null,
    status: statusOf(found),
    when: meetingTime(found),
    isPast: site.isPast(living.value.date),
    place: living.value.place,
    watch: isOff ? null : (living.value.watch ?? null),
    ask: !isOff && !site.isPast(living.value.date) ? (living.value.ask ?? null) : null,
    contact: committee.contact,
    isOff,
    notes: living.outline.words > 0 && !isOff ? proseHtml(site, living) : null,
    packs: found.packs.map((pack) => packView(id, pack)),
    pagesHref: numberedOn(found).length > 0 ? address.packPages(id) : null,
    formats: formatsOf(site),
    minutes: minutes ? { href: address.minutes(id), status: approval(site, found).words } : null,
    ...decisionsOf(site, found),
    dueHere: dueHere(site, found),
    askedHere: site.ask(followUpsAskedAt, id),
    notice: agenda ? null : noticeGiven(found),
    noticeText: agenda?.value.notice ?? null,
    shorterNotice: living.value.shorterNotice ?? null,
    missed: found.acts.flatMap(({ missedClocks }) => missedClocks.map((missed) => missedView(found, missed))),
    since: sinceAgenda(found),
    recordHref: found.acts.length > 0 ? address.meetingRecord(id) : null,
    agenda: agenda ? agenda.value.items.map((item) => itemView(site, found, item)) : null,
    issuedAt: agenda?.firstIssuedAt ?? null,
    clearDays: site.clearDays(agenda?.firstIssuedAt ?? null, living.value.date),
  };
}

/** When notice was given, of a meeting whose agenda is still to come. */
function noticeGiven({ acts }: PublicMeeting): string | null {
  return acts.findLast(({ kind }) => kind === "notice")?.issuedAt ?? null;
}

/** What was issued after the agenda, latest first: what, when, why and what it changed. */
function sinceAgenda(found: PublicMeeting) {
  const versions = found.agenda ? [...found.agenda.earlier, found.agenda] : [];
  return found.acts
    .filter(({ kind }) => kind !== "agenda" && kind !== "minutes")
    .map((act) => {
      const at = versions.findIndex((agenda, index) => index > 0 && agenda.issuedAt === act.issuedAt);
      const [before, after] = [versions[at - 1], versions[at]];
      return {
        what: ACTS[act.kind],
        issuedAt: act.issuedAt,
        reason: act.reason,
        words: actWords(found, act),
        changes: at > 0 && before && after ? agendaChanges(before, after) : [],
      };
    })
    .reverse();
}

/** What was resolved, item by item; and what was settled without a resolution, in a sentence each. */
function decisionsOf(site: Site, found: PublicMeeting) {
  const all = (found.minutes?.value.items ?? []).map((item) => ({
    ...decisionView(site, found, item),
    title: itemTitle(found, item.item),
  }));
  return {
    decisions: all.filter(wasPut),
    alsoSettled: all.filter((decision) => !wasPut(decision) && decision.summary),
  };
}

/** `Moved`, `Cancelled` and the like, with the reason; nothing for a meeting that is as it was set. */
function statusOf({ id, living: { value } }: PublicMeeting): { words: string; tone: Tone } | null {
  const firstSet = id.slice(0, 10);
  const because = value.because ? `: ${value.because}` : "";
  switch (value.status) {
    case "moved":
      return { words: `Moved from ${formatDate(firstSet)}${because}`, tone: "due" };
    case "cancelled":
      return { words: `Cancelled${because}`, tone: "late" };
    case "inquorate":
      return { words: `Could not begin: too few members${because}`, tone: "late" };
    case "adjourned":
      return { words: `Adjourned${because}`, tone: "due" };
    case "reconvened":
      return { words: `Reconvened${because}`, tone: "due" };
    default:
      return null;
  }
}

/** A pack with its size, its pages and when it was issued. */
function packView(meetingId: string, pack: PublicPack) {
  const { firstPage, lastPage, issuedAt } = pack;
  const pages = NUMBERED_ON.includes(pack.kind)
    ? `${firstPage === lastPage ? `page ${firstPage}` : `pages ${firstPage} to ${lastPage}`}`
    : `${lastPage} ${lastPage === 1 ? "page" : "pages"}`;
  return {
    href: address.meetingFile(meetingId, pack.address),
    title: pack.kind === "minutes" ? "Minutes as PDF" : pack.title,
    what: `PDF, ${fileSize(pack.bytes)}, ${pages}, issued ${formatDate(issuedAt.slice(0, 10))}`,
    kind: pack.kind,
    largePrint: pack.largePrint && {
      href: address.meetingFile(meetingId, pack.largePrint.address),
      what: `${pack.kind === "minutes" ? "Minutes" : pack.title} in large print (PDF, ${fileSize(pack.largePrint.bytes)})`,
    },
  };
}

/** How to have the papers in another form: the council's own words, or that one may ask. */
function formatsOf({ council: { settings } }: Site) {
  return {
    words:
      settings.accessibleFormats ??
      "If you need these papers on paper, in large print, in braille or in another form, ask for them.",
    office: settings.office ?? null,
  };
}

/** When a later meeting approved these minutes, and with which corrections; or that they are still a draft. */
export function approval(
  site: Site,
  found: PublicMeeting,
): { words: string; isApproved: boolean; corrections: readonly string[] } {
  const approved = site.ask(approvalOf, found.id);
  if (!approved) return { words: "Draft until the next meeting approves them", isApproved: false, corrections: [] };
  const { on, corrections } = approved;
  return {
    words: `Approved${corrections.length > 0 ? ", with corrections," : " as a correct record"} on ${formatDate(on)}`,
    isApproved: true,
    corrections,
  };
}

/** What was due to come to this meeting, and whether it came. */
function dueHere(site: Site, found: PublicMeeting) {
  return site.ask(followUpsDueAt, found.id).map((due) => ({ ...due.view, came: cameWords(site, found, due) }));
}

function cameWords(site: Site, found: PublicMeeting, due: DueView): { words: string; tone: Tone } {
  const isPast = site.isPast(found.living.value.date);
  if (due.cameTo === found.id) return { words: isPast ? "It came" : "On the agenda", tone: "done" };
  if (due.cameTo) return { words: "Came to another meeting", tone: "due" };
  if (!found.agenda) return { words: "Due here", tone: "due" };
  if (!isPast) return { words: "Not on the agenda", tone: "late" };
  if (due.isReplaced) return { words: "It did not come, and was asked for again", tone: "late" };
  if (due.awaitsMinutes) return { words: "No paper came; the minutes are to follow", tone: "late" };
  return { words: "It did not come", tone: "late" };
}
