/** What the desk knows: the council with its drafts, what the rules found, and the preview's pages. Made by serve/. */
import { checkCouncil } from "../check/check.ts";
import type { Loaded } from "../load/council.ts";
import { type CivilDateTime, dayOf } from "../model/civil.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";

export interface DeskCouncil {
  readonly loaded: Loaded;
  readonly council: Council;
  /** Every problem of the council's files. */
  readonly found: readonly Problem[];
  /** Addresses of the preview's pages, so that the desk links to what is there. */
  readonly pages: ReadonlySet<string>;
}

/** The same at another moment: a desk that stays open overnight must not count the days from yesterday. */
export function deskAt(loaded: Loaded, now: CivilDateTime, pages: ReadonlySet<string>): DeskCouncil | null {
  if (!loaded.council) return null;
  const council = { ...loaded.council, now };
  const then = { ...loaded, council };
  return { loaded: then, council, found: checkCouncil(then), pages };
}

/** Meetings from today on, soonest first. */
export function comingMeetings({ meetings, now }: Council): CouncilMeeting[] {
  return inOrder(meetings.filter(({ living, drafts }) => drafts && living.value.date >= dayOf(now)));
}

/** Meetings that were held and whose minutes the public does not have, latest first. */
export function awaitingMinutes({ meetings, now }: Council): CouncilMeeting[] {
  const isUnfinished = ({ living, drafts, issued }: CouncilMeeting) =>
    drafts !== null &&
    living.value.date < dayOf(now) &&
    !["cancelled", "inquorate"].includes(living.value.status) &&
    !issued.some(({ record }) => record.kind === "minutes");
  return inOrder(meetings.filter(isUnfinished)).reverse();
}

/** The meeting of this name that the desk has a page for; null where there is none. */
export function meetingOnDesk(council: Council, id: string): CouncilMeeting | null {
  return [...comingMeetings(council), ...awaitingMinutes(council)].find((meeting) => meeting.id === id) ?? null;
}

function inOrder(meetings: readonly CouncilMeeting[]): CouncilMeeting[] {
  const key = ({ living: { value } }: CouncilMeeting) => `${value.date}T${value.time}`;
  return [...meetings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
