/** What a meeting, its body and its items are called on pages and in packs. */
import type { PublicMeeting } from "../access/public-council.ts";
import { formatDate, formatLongDate, formatTime } from "../model/civil.ts";
import { address } from "./addresses.ts";
import type { CalledMeeting, MeetingRow } from "./facts/meeting-row.ts";
import type { Site } from "./site.ts";

/** A meeting whose minutes are public. */
export type MinutedMeeting = PublicMeeting & { readonly minutes: NonNullable<PublicMeeting["minutes"]> };

export function isMinuted(meeting: PublicMeeting): meeting is MinutedMeeting {
  return meeting.minutes !== null;
}

/** The title of an item by its number on the agenda; `Item 4` where the agenda does not have it. */
export function itemTitle(meeting: PublicMeeting, item: string): string {
  return meeting.agenda?.value.items.find((each) => each.number === item)?.title ?? `Item ${item}`;
}

/** The body as it is called in a sentence: `Cabinet`, `the Panel`. */
export function bodyName({ committee }: CalledMeeting): string {
  return committee.shortName ?? committee.name;
}

/** `Cabinet, 28 September 2026`. */
export function meetingName({ committee, living }: CalledMeeting): string {
  return `${committee.name}, ${formatDate(living.value.date)}`;
}

/** `Cabinet, Monday 28 September 2026`. */
export function meetingTitle({ committee, living }: CalledMeeting): string {
  return `${committee.name}, ${formatLongDate(living.value.date)}`;
}

/** `6.30pm, about 2 hours`. */
export function meetingTime({ living: { value } }: PublicMeeting): string {
  return value.duration ? `${formatTime(value.time)}, ${value.duration}` : formatTime(value.time);
}

/** A summary of one meeting, for lists. */
export function rowView(site: Site, { id, committee, living: { value }, ...row }: MeetingRow) {
  return {
    href: address.meeting(id),
    committee: committee.name,
    committeeHref: address.committee(committee.id),
    date: value.date,
    isThisYear: value.date.slice(0, 4) === site.today.slice(0, 4),
    time: value.time,
    place: value.place.name,
    status: value.status,
    because: value.because,
    summary: row.summary,
    papers: row.hasMinutes ? "Minutes" : row.hasAgenda ? "Agenda and papers" : "No papers yet",
    isDraft: row.isDraft,
  };
}
