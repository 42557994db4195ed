/**
 * The items of one meeting's agenda in a made-up archive that have reports, with their reports. Called by
 * archive-meetings.ts.
 */
import { addDays } from "../model/civil.ts";
import { type PlannedMeeting, paperAt } from "./archive-calendar.ts";
import type { LivingSetting } from "./archive-living.ts";
import { FORMAL_ITEMS, type ReportItem } from "./archive-minutes.ts";
import { type ArchiveReport, archiveReport } from "./archive-report.ts";
import type { Draws } from "./draws.ts";

type ItemSetting = Pick<LivingSetting, "plans" | "meetings" | "seed">;

/** An item a report, as a rule; sometimes two reports have one between them. */
export function archiveItems(
  setting: ItemSetting,
  meeting: PlannedMeeting,
  notice: string | null,
  draws: Draws,
): ReportItem[] {
  const { plans, seed } = setting;
  const answered = meeting.answers.filter(({ how }) => how === "report");
  const told = addDays(meeting.date, -20);
  const inspections = plans.inspections.filter(({ published }) => published < told);
  const items: { number: string; reports: ArchiveReport[]; forwardPlan: string | null }[] = [];
  for (let at = 0; at < meeting.reports; at++) {
    const shares = at > 1 && draws.happens(8);
    if (!shares)
      items.push({
        number: String(FORMAL_ITEMS + 1 + items.length),
        reports: [],
        forwardPlan: at === 0 ? notice : null,
      });
    const item = items.at(-1) as (typeof items)[number];
    const discharges = answered.filter((_, place) => (place + 1) % meeting.reports === at).map(({ id }) => id);
    const earlier = Array.from({ length: draws.whole(0, 1) }, () => earlierPaper(setting, meeting, draws)).filter(
      (each) => each !== null,
    );
    item.reports.push(
      archiveReport({
        ...{ meeting, at, item: item.number, discharges, earlier, inspections, seed },
        isKeyDecision: item.forwardPlan !== null && at === 0,
      }),
    );
  }
  return items;
}

/** The address of a paragraph in a report of a meeting before this one; most lead back a year or less. */
function earlierPaper({ meetings, seed }: ItemSetting, meeting: PlannedMeeting, draws: Draws): string | null {
  if (meeting.index === 0) return null;
  const other = meetings[meeting.index - draws.whole(1, Math.min(meeting.index, draws.happens(80) ? 200 : 4000))];
  if (!other || other.ahead || other.later !== null) return null;
  return `/meetings/${other.id}/${paperAt(other, draws.whole(0, other.reports - 1), seed).id}/#p2-1`;
}
