/** The calendar: every meeting, those to come first, by month. */
import type { PublicMeeting } from "../../access/public-council.ts";
import { formatMonth } from "../../model/civil.ts";
import { address } from "../addresses.ts";
import type { PageKind } from "../page-kind.ts";
import { meetingRow, type Site } from "../site.ts";

export const calendar: PageKind = {
  template: "calendar",
  pages: (site) =>
    site.council.meetings.length === 0
      ? []
      : [
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

function byMonth(site: Site, meetings: readonly PublicMeeting[]) {
  const months = new Map<string, ReturnType<typeof meetingRow>[]>();
  for (const meeting of meetings) {
    const month = formatMonth(meeting.living.value.date);
    months.set(month, [...(months.get(month) ?? []), meetingRow(site, meeting)]);
  }
  return [...months].map(([month, rows]) => ({ month, rows }));
}
