/** Answers the clear-days command: how many there are between two days, which count, and the days of the other direction. */
import { NotCovered } from "./law/bank-holidays.ts";
import {
  type CountedDay,
  clearDaysBetween,
  daysBetween,
  firstLawfulMeetingDay,
  issueDay,
  lastLawfulIssueDay,
} from "./law/clear-days.ts";
import { councilDays } from "./law/council-days.ts";
import { JURISDICTIONS, type Jurisdiction } from "./law/jurisdictions.ts";
import { loadCouncil } from "./load/council.ts";
import { type CivilDate, type CivilDateTime, formatLongDate } from "./model/civil.ts";
import { Refusal } from "./model/refusal.ts";

export const NATIONS = Object.keys(JURISDICTIONS) as Jurisdiction[];

export interface ClearDaysAsked {
  /** The council whose standing orders count as well; a folder without one is no matter. */
  readonly root: string;
  /** The day of issue; or the day and time, for a council whose papers count from the next day after hours. */
  readonly issued: CivilDate | CivilDateTime;
  readonly meeting: CivilDate;
  /** Left out, the council's own, else England. */
  readonly nation?: Jurisdiction | undefined;
}

export interface ClearDaysCounted {
  readonly clearDays: number;
  readonly wanted: number;
  readonly lawful: boolean;
  readonly nation: Jurisdiction;
  readonly source: string;
  readonly lastLawfulIssueDay: CivilDate;
  readonly firstLawfulMeetingDay: CivilDate;
  readonly days: readonly CountedDay[];
  /** The same for a person to read. */
  readonly lines: readonly string[];
}

/** Counts, with every day named. Refuses a year whose bank holidays are not known. */
export function countClearDays({ root, issued: given, meeting, nation: asked }: ClearDaysAsked): ClearDaysCounted {
  const settings = loadCouncil(root, { drafts: false }).council?.settings.value;
  const nation = asked ?? settings?.jurisdiction ?? "england";
  const rules = JURISDICTIONS[nation];
  const council = settings ? councilDays(settings, nation) : { nation: rules.nation };
  try {
    const issued = given.length > 10 ? issueDay(given, council) : given;
    const days = daysBetween(issued, meeting, council);
    const clearDays = clearDaysBetween(issued, meeting, council);
    const answer = {
      clearDays,
      wanted: rules.clearDays,
      lawful: clearDays >= rules.clearDays,
      nation,
      source: rules.source,
      lastLawfulIssueDay: lastLawfulIssueDay(meeting, rules.clearDays, council),
      firstLawfulMeetingDay: firstLawfulMeetingDay(issued, rules.clearDays, council),
      days,
    };
    return { ...answer, lines: linesOf({ issued, meeting, ...answer }) };
  } catch (error) {
    if (error instanceof NotCovered) throw new Refusal(error.message);
    throw error;
  }
}

function linesOf(answer: Omit<ClearDaysCounted, "lines"> & { issued: CivilDate; meeting: CivilDate }): string[] {
  let counted = 0;
  return [
    `${formatLongDate(answer.issued)}: issued, not counted`,
    ...answer.days.map(({ date, counts, why }) => {
      if (counts) counted += 1;
      return `${formatLongDate(date)}: ${counts ? counted : `not counted, ${why}`}`;
    }),
    `${formatLongDate(answer.meeting)}: meeting, not counted`,
    "",
    `${answer.clearDays} clear ${answer.clearDays === 1 ? "day" : "days"}; ${answer.wanted} are wanted (${answer.source}).`,
    `The last lawful issue day for a meeting on ${formatLongDate(answer.meeting)} is ${formatLongDate(answer.lastLawfulIssueDay)}.`,
    `The first lawful meeting day after issue on ${formatLongDate(answer.issued)} is ${formatLongDate(answer.firstLawfulMeetingDay)}.`,
  ];
}
