/** What the desk knows: the council with its drafts, what the rules found, and the preview's pages. Made by serve/. */
import { draftCouncil } from "../access/admit-drafts.ts";
import { type AtAGlance, atAGlance } from "../check/at-a-glance.ts";
import { checkCouncil } from "../check/check.ts";
import { Surroundings } from "../check/surroundings.ts";
import type { Loaded } from "../load/council.ts";
import { type CivilDateTime, dayOf } from "../model/civil.ts";
import { type Council, type CouncilMeeting, sameBut } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import { layoutData } from "../site/layout-data.ts";
import { Site } from "../site/site.ts";

export interface DeskCouncil {
  readonly loaded: Loaded;
  readonly council: Council;
  /** What is asked about all its meetings. */
  readonly around: Surroundings;
  /** Every problem of the council's files. */
  readonly found: readonly Problem[];
  /** Addresses of the preview's pages, so that the desk links to what is there. */
  readonly pages: { readonly has: (url: string) => boolean };
  /** What every page of the preview is drawn with. */
  readonly layout: object;
}

/**
 * The same at another moment: a desk that stays open overnight must not count the days from yesterday. `found` are the problems
 * for who has them already; `layout` is what every page is drawn with, likewise.
 */
export function deskAt(
  loaded: Loaded,
  now: CivilDateTime,
  pages: DeskCouncil["pages"],
  { found, layout }: { readonly found?: readonly Problem[] | undefined; readonly layout?: object | undefined } = {},
): DeskCouncil | null {
  if (!loaded.council) return null;
  const council = sameBut(loaded.council, { now });
  const then = { ...loaded, council };
  return {
    loaded: then,
    council,
    around: new Surroundings(council),
    found: found ?? checkCouncil(then),
    pages,
    layout: layout ?? layoutData(new Site(draftCouncil(council), () => ""), {}),
  };
}

/** Meetings from today on, soonest first. */
export function comingMeetings({ around, council: { now } }: DeskCouncil): CouncilMeeting[] {
  return inOrder(around, ({ hasDrafts, living }) => hasDrafts && living.date >= dayOf(now));
}

/** Meetings that were held and whose minutes the public does not have, latest first. */
export function awaitingMinutes({ around, council: { now } }: DeskCouncil): CouncilMeeting[] {
  const isUnfinished = ({ living, hasDrafts, issued }: AtAGlance) =>
    hasDrafts &&
    living.date < dayOf(now) &&
    !["cancelled", "inquorate"].includes(living.status) &&
    !issued.includes("minutes");
  return inOrder(around, isUnfinished).reverse();
}

/** The meeting of this name that the desk has a page for; null where there is none. */
export function meetingOnDesk(desk: DeskCouncil, id: string): CouncilMeeting | null {
  return [...comingMeetings(desk), ...awaitingMinutes(desk)].find((meeting) => meeting.id === id) ?? null;
}

/** The meetings that are wanted, by what is known of each without opening it. */
function inOrder(around: Surroundings, isWanted: (meeting: AtAGlance) => boolean): CouncilMeeting[] {
  return around
    .every(atAGlance)
    .filter(({ value }) => isWanted(value))
    .map(({ meeting, value: { living } }) => ({ meeting, key: `${living.date}T${living.time}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ meeting }) => around.meeting(meeting) ?? []);
}
