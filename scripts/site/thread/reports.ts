/**
 * What each meeting adds to the thread, as a fact: its reports on inspections and plans with what was decided on them, and its
 * minutes by number. For links.ts and the pages of inspections, findings and plans.
 */
import type { PublicMeeting } from "../../access/public-council.ts";
import type { Fact, Shared } from "../../asking/around.ts";
import { type CalledMeeting, calledBy } from "../facts/meeting-row.ts";
import type { Site } from "../site.ts";

/** A report that responds to an inspection or reports on a plan. */
export interface ThreadReport {
  readonly id: string;
  readonly title: string;
  readonly item: string;
  readonly respondsTo: readonly string[];
  readonly reportsOn: readonly string[];
  readonly firstIssuedAt: string | null;
  /** The minute of its item; null where the minutes have none, or are not public. */
  readonly minute: string | null;
  /** What was decided on it, in a sentence. */
  readonly decision: string | null;
}

export interface ThreadMinute {
  readonly minute: string;
  readonly item: string;
  /** The letters of its resolutions: `ab`. */
  readonly letters: readonly string[];
}

export interface ThreadOfMeeting {
  readonly meeting: CalledMeeting;
  readonly reports: readonly ThreadReport[];
  readonly minutes: readonly ThreadMinute[];
}

/** Of meetings that add something. */
export const threadOfMeeting: Fact<PublicMeeting, ThreadOfMeeting> = {
  name: "thread-of-meeting",
  of: (meeting) => {
    const { papers, minutes } = meeting;
    const items = minutes?.value.items ?? [];
    const reports = papers
      .filter(({ value }) => value.respondsTo.length > 0 || value.reportsOn.length > 0)
      .map(({ id, value, firstIssuedAt }) => {
        const item = items.find((each) => each.item === value.agendaItem);
        return {
          id,
          title: value.title,
          item: value.agendaItem,
          respondsTo: value.respondsTo,
          reportsOn: value.reportsOn,
          firstIssuedAt,
          minute: item?.minute ?? null,
          decision: item?.decision ?? null,
        };
      });
    if (reports.length === 0 && items.length === 0) return null;
    return {
      meeting: calledBy(meeting),
      reports,
      minutes: items.map(({ minute, item, resolutions }) => ({
        minute,
        item,
        letters: resolutions.map(({ letter }) => letter),
      })),
    };
  },
};

export interface ReportedAt {
  readonly meeting: CalledMeeting;
  readonly paper: ThreadReport;
}

/** Every report of the thread by meeting, oldest first; and the item of every minute, by `2026-09-28-cabinet 34`. */
const reported: Shared<
  Site,
  { readonly reports: readonly ReportedAt[]; readonly itemOfMinute: ReadonlyMap<string, string> }
> = {
  name: "reported",
  make: (site) => {
    const facts = site.every(threadOfMeeting);
    return {
      reports: facts
        .flatMap(({ value: { meeting, reports } }) => reports.map((paper) => ({ meeting, paper })))
        .sort((a, b) => order(a.meeting.living.value.date, b.meeting.living.value.date)),
      itemOfMinute: new Map(
        facts.flatMap(({ meeting, value }) =>
          [...value.minutes].reverse().map(({ minute, item }) => [`${meeting} ${minute}`, item] as const),
        ),
      ),
    };
  },
};

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Reports to councillors that `isWanted`, by meeting, oldest first. */
export function reportsThat(site: Site, isWanted: (paper: ThreadReport) => boolean): ReportedAt[] {
  return site.shared(reported).reports.filter(({ paper }) => isWanted(paper));
}

/** The item of the agenda that a minute is of. */
export function itemOfMinute(site: Site, meeting: string, minute: string): string | null {
  return site.shared(reported).itemOfMinute.get(`${meeting} ${minute}`) ?? null;
}
