/**
 * What papers ask for and what they answer: the follow-ups of minutes, and the reports and minutes that discharge them. Pure;
 * access/ gathers it from what is public, and check/ from an officer's drafts.
 */
import type { CivilDate } from "./civil.ts";
import type { FollowUp, MinuteItem, Minutes } from "./minutes.ts";
import type { Report } from "./report.ts";

/** A meeting as what is due at it knows it. */
export interface MeetingDay {
  readonly id: string;
  readonly committee: string;
  readonly date: CivilDate;
  /** Whether it was cancelled, so that nothing can come to it. */
  readonly isOff: boolean;
  readonly hasAgenda: boolean;
  readonly hasMinutes: boolean;
}

/** A meeting with the papers that may ask for something or answer it. */
export interface MeetingBusiness extends Omit<MeetingDay, "hasMinutes"> {
  readonly papers: readonly { readonly id: string; readonly value: Pick<Report, "title" | "discharges"> }[];
  /** Null where there are none yet. Items that ask for nothing, and that nothing names, may be left out. */
  readonly minutes: MinutesBusiness | null;
}

/** What minutes ask for, and what they answer or undertake. */
export type MinutesBusiness = Pick<Minutes, "discharges" | "undertakings"> & {
  readonly items: readonly Pick<MinuteItem, "item" | "minute" | "followUps">[];
};

/** A follow-up, where it was asked for. */
export interface Asked {
  readonly followUp: FollowUp;
  readonly meeting: string;
  readonly date: CivilDate;
  /** The minute that asks for it; empty where the law does, of business that was issued late. */
  readonly minute: string;
}

/** What claims to answer a follow-up: a report, or something recorded in minutes. */
export interface Discharge {
  readonly followUp: string;
  readonly meeting: string;
  /** The body it came to. */
  readonly committee: string;
  readonly date: CivilDate;
  /** The report's id, or null for what was not a report. */
  readonly paper: string | null;
  /** The minute that records it; null for a report, and where the minutes do not number it. */
  readonly minute: string | null;
  readonly title: string;
  readonly how:
    | "report"
    | "oral report"
    | "note circulated"
    | "released by resolution"
    | "superseded"
    | "opinion in the minutes";
}

/** Who undertook a follow-up, and when. */
export interface Undertaking {
  readonly followUp: string;
  readonly by: string;
  readonly meeting: string;
  readonly minute: string | null;
}

export interface Business {
  readonly asked: readonly Asked[];
  readonly discharges: readonly Discharge[];
  readonly undertakings: readonly Undertaking[];
  readonly meetings: readonly MeetingDay[];
}

/** What one meeting asked for, answered and undertook: plain data, from its own papers alone. */
export interface BusinessOfMeeting {
  readonly day: MeetingDay;
  readonly asked: readonly Asked[];
  readonly discharges: readonly Discharge[];
  /** What was undertaken here of what was asked for anywhere, besides what the asking itself says. */
  readonly undertakings: readonly Undertaking[];
}

/** What meetings asked for, what answers it and who undertook it, as their papers say. */
export function businessOf(meetings: readonly MeetingBusiness[]): Business {
  return gathered(meetings.map(businessOfMeeting));
}

/** The business of many meetings as one, in their order. */
export function gathered(all: readonly BusinessOfMeeting[]): Business {
  const asked = all.flatMap((each) => each.asked);
  return {
    asked,
    discharges: all.flatMap(({ discharges }) => discharges),
    undertakings: [
      ...asked.flatMap(({ followUp, meeting, minute }) =>
        followUp.undertakenBy ? [{ followUp: followUp.id, by: followUp.undertakenBy, meeting, minute }] : [],
      ),
      ...all.flatMap(({ undertakings }) => undertakings),
    ],
    meetings: all.map(({ day }) => day),
  };
}

export function businessOfMeeting({ papers, minutes, ...meeting }: MeetingBusiness): BusinessOfMeeting {
  const { id, date, committee, isOff, hasAgenda } = meeting;
  const here = { meeting: id, committee, date };
  const minuteOf = (item: string) => minutes?.items.find((each) => each.item === item)?.minute ?? null;
  return {
    day: { id, committee, date, isOff, hasAgenda, hasMinutes: minutes !== null },
    asked: (minutes?.items ?? []).flatMap(({ followUps, minute }) =>
      followUps.map((followUp): Asked => ({ followUp, meeting: id, date, minute })),
    ),
    discharges: [
      ...papers.flatMap((paper) =>
        paper.value.discharges.map(
          (followUp): Discharge => ({
            ...here,
            followUp,
            paper: paper.id,
            minute: null,
            title: paper.value.title,
            how: "report",
          }),
        ),
      ),
      ...(minutes?.discharges ?? []).map(
        ({ followUp, how, item }): Discharge => ({
          ...here,
          followUp,
          paper: null,
          minute: minuteOf(item),
          title: how,
          how,
        }),
      ),
    ],
    undertakings: (minutes?.undertakings ?? []).map(({ followUp, by, item }) => ({
      followUp,
      by,
      meeting: id,
      minute: minuteOf(item),
    })),
  };
}
