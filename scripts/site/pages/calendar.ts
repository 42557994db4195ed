/** The calendar: every meeting, those to come first, by month. */
import { formatMonth } from "../../model/civil.ts";
import { address } from "../addresses.ts";
import type { MeetingRow } from "../facts/meeting-row.ts";
import { rowView } from "../meeting-words.ts";
import type { CouncilPages } from "../page-kind.ts";
import type { Site } from "../site.ts";

export const calendar: CouncilPages = {
  per: "council",
  template: "calendar",
  parts: (site) => (site.meetingIds().length > 0 ? [""] : []),
  pages: (site) => [
    {
      url: address.calendar(),
      title: "Meetings",
      description: `When and where ${site.council.settings.name} meets, with papers and minutes.`,
      above: [],
      coming: byMonth(site, site.coming()),
      past: byMonth(site, site.past()),
    },
  ],
};

function byMonth(site: Site, meetings: readonly MeetingRow[]) {
  const months = new Map<string, ReturnType<typeof rowView>[]>();
  for (const meeting of meetings) {
    const month = formatMonth(meeting.living.value.date);
    months.set(month, [...(months.get(month) ?? []), rowView(site, meeting)]);
  }
  return [...months].map(([month, rows]) => ({ month, rows }));
}
