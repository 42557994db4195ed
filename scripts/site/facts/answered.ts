/**
 * Where each follow-up stands: what is open and the latest that are closed on the page of all, and older ones on the pages of
 * the years, or the months, in which they were answered or gave way. For pages and for every link to a follow-up.
 */
import type { Shared } from "../../asking/around.ts";
import type { FollowUpState } from "../../model/follow-up-due.ts";
import { address } from "../addresses.ts";
import { byYear } from "../by-year.ts";
import type { Site } from "../site.ts";
import { followUpsOn } from "./follow-up-states.ts";

/** As many closed ones as stand beside the open ones. */
const LATEST = 100;
/** A year with more than this many has a page for each month. */
const LONG = 150;

/** Closed ones of one year, latest first; in months where they are many. */
export interface AnsweredYear {
  readonly year: string;
  readonly all: readonly FollowUpState[];
  /** By number, `03`, latest first; none where the year is one page. */
  readonly months: readonly (readonly [string, readonly FollowUpState[]])[];
}

export interface Closed {
  readonly latest: readonly FollowUpState[];
  /** Every year of all that are closed, latest first; none where the latest are all. */
  readonly years: readonly AnsweredYear[];
}

export const isClosed = ({ status }: FollowUpState) => status === "discharged" || status === "superseded";

/** The day on which it was closed, as near as is known. */
export function closedOn({ discharge, dueOn, date }: FollowUpState): string {
  return discharge?.date ?? dueOn ?? date;
}

/** The closed ones, latest first. */
function inOrderClosed(states: readonly FollowUpState[]): FollowUpState[] {
  return states
    .filter(isClosed)
    .map((state, at) => ({ state, at }))
    .sort((a, b) =>
      closedOn(a.state) < closedOn(b.state) ? 1 : closedOn(a.state) > closedOn(b.state) ? -1 : a.at - b.at,
    )
    .map(({ state }) => state);
}

/** The closed ones among `states`, in the order in which their pages have them. */
export function closedOf(states: readonly FollowUpState[]): Closed {
  const closed = inOrderClosed(states);
  return {
    latest: closed.slice(0, LATEST),
    years:
      closed.length <= LATEST
        ? []
        : byYear(closed, closedOn).map(([year, all]) => ({
            year,
            all,
            months: all.length > LONG ? [...Map.groupBy(all, (state) => closedOn(state).slice(5, 7))] : [],
          })),
  };
}

/** As many closed ones as stand on the page of what they are about. */
const ABOUT = 24;

/** Of the follow-ups about one thing, in their order, those that are open and the latest that are closed; and how many more there are. */
export function openAndLatest(states: readonly FollowUpState[]): { shown: FollowUpState[]; more: number } {
  const kept = new Set(inOrderClosed(states).slice(0, ABOUT));
  const shown = states.filter((state) => !isClosed(state) || kept.has(state));
  return { shown, more: states.length - shown.length };
}

const closedByBody: Shared<Site, ReadonlyMap<string, Closed>> = {
  name: "closed-follow-ups",
  make: (site) => {
    const { all } = followUpsOn(site);
    const bodies = Map.groupBy(all, ({ followUp }) => followUp.returnsTo);
    return new Map([["", closedOf(all)], ...[...bodies].map(([id, own]) => [id, closedOf(own)] as const)]);
  },
};

/** The closed ones of the council, or of one body. */
export function closedAt(site: Site, committee = ""): Closed {
  return site.shared(closedByBody).get(committee) ?? { latest: [], years: [] };
}

const addresses: Shared<Site, ReadonlyMap<string, string>> = {
  name: "follow-up-addresses",
  make: (site) => {
    const { latest, years } = closedAt(site);
    const shown = new Set(latest.map(({ id }) => id));
    return new Map(
      years.flatMap(({ year, all, months }) =>
        all
          .filter(({ id }) => !shown.has(id))
          .map(({ id, ...state }) => {
            const month = months.length > 0 ? closedOn({ id, ...state }).slice(5, 7) : "";
            return [id, address.followUpsAnswered(year, month)] as const;
          }),
      ),
    );
  },
};

/** Where a follow-up stands: `/follow-ups/#report-june`. */
export function followUpHref(site: Site, id: string): string {
  return `${site.shared(addresses).get(id) ?? address.followUps()}#${id}`;
}
