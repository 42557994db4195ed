/** Minutes: what was decided, what was asked for, who was there, then the narrative. */
import type { PublicMeeting } from "../../access/public-council.ts";
import type { Attendance } from "../../model/minutes.ts";
import { address } from "../addresses.ts";
import { decisionView } from "../decisions.ts";
import type { PageKind } from "../page-kind.ts";
import { paperHtml } from "../paper-html.ts";
import { meetingName, type Site } from "../site.ts";
import { approval } from "./meeting.ts";

export const minutes: PageKind = {
  template: "minutes",
  pages: (site) => site.council.meetings.flatMap((meeting) => minutesPage(site, meeting) ?? []),
};

function minutesPage(site: Site, meeting: PublicMeeting) {
  const found = meeting.minutes;
  if (!found) return null;
  const { value } = found;
  const titleOf = (item: string) =>
    meeting.agenda?.value.items.find((each) => each.number === item)?.title ?? `Item ${item}`;
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
    pack: meeting.packs.find((pack) => pack.kind === "minutes") ?? null,
    packHref: address.meetingFile(meeting.id, "minutes.pdf"),
    lede: value.summary,
    date: meeting.living.value.date,
    began: value.began,
    ended: value.ended,
    place: meeting.living.value.place,
    decisions: value.items
      .filter((item) => item.resolutions.length > 0 || item.decision || item.amendments.length > 0)
      .map((item) => ({ ...decisionView(site, meeting, item), title: titleOf(item.item) })),
    followUps: site.council.followUps
      .filter((state) => state.meeting === meeting.id)
      .map((state) => site.followUp(state)),
    questions: value.items.flatMap((item) =>
      item.questions.map((each) => ({
        ...each,
        by: site.name(each.by),
        item: titleOf(item.item),
        href: `#s${item.minute.toLowerCase()}`,
        answer: each.answer ?? null,
      })),
    ),
    ...attendanceOf(site, meeting),
    html: paperHtml(site, meeting, found),
  };
}

/** Who was there, in groups that read as a minute book does. */
export function attendanceOf(site: Site, meeting: PublicMeeting) {
  const value = meeting.minutes?.value;
  const view = (each: Attendance) => {
    const who = each.member
      ? site.person(each.member)
      : { text: [each.name, each.officer ?? each.guest].filter(Boolean).join(", "), href: null };
    const seat = meeting.committee.membership.find(
      (one) => one.member === each.member && one.from <= meeting.living.value.date,
    );
    const notes = [
      each.member && each.member === value?.chair ? "in the chair" : null,
      each.as === "member" && seat && seat.role === "vice-chair" ? "vice-chair" : null,
      each.as === "substitute" ? `substitute for ${site.name(each.insteadOf ?? "")}` : null,
      each.as === "co-optee"
        ? `co-opted, ${each.voting === false || seat?.voting === false ? "without a vote" : "with a vote"}`
        : null,
      each.as === "attending under a rule" ? `under ${each.rule}` : null,
      each.remotely ? "remotely" : null,
      each.arrived ? `arrived ${each.arrived}` : null,
      each.left ? `left ${each.left}` : null,
    ].filter(Boolean);
    return { ...who, notes: notes.join(", ") };
  };
  const attendance = value?.attendance ?? [];
  const group = (...kinds: Attendance["as"][]) => attendance.filter((each) => kinds.includes(each.as)).map(view);
  return {
    present: [
      { title: "Members present", people: group("member", "substitute", "co-optee") },
      { title: "Also attending", people: group("attending under a rule", "invited") },
      { title: "Officers", people: group("officer") },
      { title: "Apologies", people: (value?.apologies ?? []).map((id) => ({ ...site.person(id), notes: "" })) },
      { title: "Absent", people: (value?.absent ?? []).map((id) => ({ ...site.person(id), notes: "" })) },
    ].filter(({ people }) => people.length > 0),
    interests: (value?.interests ?? []).map((each) => ({
      ...site.person(each.member),
      item: each.item,
      type: each.type,
      description: each.description,
      withdrew: each.withdrew,
    })),
    petitions: value?.petitions ?? [],
  };
}
