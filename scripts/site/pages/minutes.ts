/** Minutes: what was decided, what was asked for, who was there, then the narrative. */
import type { PublicMeeting, PublicPaper } from "../../access/public-council.ts";
import { type Attendance, capacityOf, type Minutes } from "../../model/minutes.ts";
import { upperFirst } from "../../templating/filters.ts";
import { address } from "../addresses.ts";
import { decisionView, wasPut } from "../decisions.ts";
import { followUpsAskedAt } from "../facts/follow-ups-of-meeting.ts";
import { itemTitle, meetingName } from "../meeting-words.ts";
import type { MeetingPages } from "../page-kind.ts";
import { paperHtml } from "../paper-html.ts";
import type { Site } from "../site.ts";
import { cameOfMinute } from "../thread/neighbours.ts";
import { versionsView } from "../versions.ts";
import { approval } from "./meeting.ts";

export const minutes: MeetingPages = {
  per: "meeting",
  template: "minutes",
  pages: (site, meeting) => (meeting.minutes ? [minutesPage(site, meeting, meeting.minutes)] : []),
};

function minutesPage(site: Site, meeting: PublicMeeting, found: PublicPaper<Minutes>) {
  const { value } = found;
  return {
    url: address.minutes(meeting.id),
    title: `Minutes: ${meetingName(meeting)}`,
    description: value.summary,
    above: [
      { text: "Meetings", href: address.calendar() },
      { text: meetingName(meeting), href: address.meeting(meeting.id) },
    ],
    isDraft: found.issuedAt === null,
    issuedAt: found.issuedAt,
    approval: approval(site, meeting),
    versions: versionsView(site, meeting, found),
    fairSummary: value.fairSummary ?? null,
    ...packOf(meeting, found),
    pages: found.pages,
    lede: value.summary,
    date: meeting.living.value.date,
    began: value.began ?? null,
    ended: value.ended ?? null,
    place: meeting.living.value.place,
    decisions: value.items
      .map((item) => ({
        ...decisionView(site, meeting, item),
        title: itemTitle(meeting, item.item),
        cameOf: cameOfMinute(
          site,
          meeting.id,
          item.minute,
          item.resolutions.map(({ letter }) => letter),
        ),
      }))
      .filter((decision) => wasPut(decision) || decision.summary),
    followUps: site.ask(followUpsAskedAt, meeting.id),
    questions: questionsOf(site, meeting),
    ...attendanceOf(site, meeting),
    html: paperHtml(site, meeting, found),
  };
}

/** The PDF with these very minutes in it. */
function packOf(meeting: PublicMeeting, { issuedIn }: { issuedIn: number | null }) {
  const pack = meeting.packs.find((each) => each.issuedIn === issuedIn) ?? null;
  return { pack, packHref: pack ? address.meetingFile(meeting.id, pack.address) : null };
}

/** Questions and answers, item by item. */
export function questionsOf(site: Site, meeting: PublicMeeting) {
  const name = site.namesIn(meeting.minutes);
  return (meeting.minutes?.value.items ?? []).flatMap((item) =>
    item.questions.map((each) => ({
      ...each,
      by: upperFirst(name(each.by)),
      item: itemTitle(meeting, item.item),
      href: `#s${item.minute.toLowerCase()}`,
      answer: each.answer ?? null,
      answeredBy: each.answeredBy ? name(each.answeredBy) : null,
    })),
  );
}

/** Who was there, in groups that read as a minute book does. */
export function attendanceOf(site: Site, meeting: PublicMeeting) {
  const value = meeting.minutes?.value;
  const name = site.namesIn(meeting.minutes);
  const person = (id: string) => ({ ...site.person(id), text: name(id) });
  const view = (each: Attendance) => {
    const who = each.member
      ? person(each.member)
      : { text: [each.name, each.officer ?? each.guest].filter(Boolean).join(", "), href: null };
    const seat = meeting.committee.membership.find(
      (one) => one.member === each.member && one.from <= meeting.living.value.date,
    );
    const notes = [
      each.member && each.member === value?.chair ? "in the chair" : null,
      capacityOf(each) === "member" && seat && seat.role === "vice-chair" ? "vice-chair" : null,
      capacityOf(each) === "substitute" ? `substitute for ${name(each.insteadOf ?? "")}` : null,
      capacityOf(each) === "co-optee"
        ? `co-opted, ${each.voting === false || seat?.voting === false ? "without a vote" : "with a vote"}`
        : null,
      capacityOf(each) === "attending under a rule" ? `under ${each.rule}` : null,
      each.remotely ? "remotely" : null,
      each.arrived ? `arrived ${each.arrived}` : null,
      each.left ? `left ${each.left}` : null,
    ].filter(Boolean);
    return { ...who, notes: notes.join(", ") };
  };
  const attendance = value?.attendance ?? [];
  const group = (...kinds: ReturnType<typeof capacityOf>[]) =>
    attendance.filter((each) => kinds.includes(capacityOf(each))).map(view);
  return {
    present: [
      { title: "Members present", people: group("member", "substitute", "co-optee") },
      { title: "Also attending", people: group("attending under a rule", "invited") },
      { title: "Officers", people: group("officer") },
      { title: "Apologies", people: (value?.apologies ?? []).map((id) => ({ ...person(id), notes: "" })) },
      { title: "Absent", people: (value?.absent ?? []).map((id) => ({ ...person(id), notes: "" })) },
    ].filter(({ people }) => people.length > 0),
    interests: (value?.interests ?? []).map((each) => ({
      ...person(each.member),
      item: each.item,
      type: each.type,
      description: each.description,
      withdrew: each.withdrew,
    })),
    petitions: value?.petitions ?? [],
  };
}
