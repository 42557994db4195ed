/**
 * What has been asked for and what answers it, by drafts and issued papers together: of every paper its draft, else as it
 * was last issued. Asked by the rules that tell officers of follow-ups, and by drafting/.
 */
import type { Fact, Shared } from "../asking/around.ts";
import type { CouncilMeeting, Document } from "../model/council.ts";
import { type Business, businessOf, type MeetingBusiness } from "../model/follow-up-business.ts";
import type { Minutes } from "../model/minutes.ts";
import type { Report } from "../model/report.ts";
import { agendaOf } from "./meeting-case.ts";
import type { Surroundings } from "./surroundings.ts";

export const businessNow: Shared<Surroundings, Business> = {
  name: "business-now",
  make: (around) => businessOf(around.every(businessOfMeeting).map(({ value }) => value)),
};

/** The minutes as drafted, else as they were last issued. */
export function minutesNow({ drafts, issued }: CouncilMeeting): Document<Minutes> | null {
  return drafts?.minutes ?? issued.findLast(({ papers }) => papers.minutes)?.papers.minutes ?? null;
}

/** Every report as drafted, else as it was last issued. What was withdrawn, and is drafted no differently, is none. */
export function reportsNow({ drafts, issued }: CouncilMeeting): Document<Report>[] {
  const published = issued.flatMap(({ papers }) => papers.reports);
  const isAsIssued = ({ id, hash }: Document<Report>) =>
    issued.map(({ record }) => record.files[`${id}.md`]).findLast((each) => each !== undefined) === hash;
  const drafted = (drafts?.reports ?? []).filter((report) => !isAsIssued(report));
  return [...new Map([...published, ...drafted].map((report) => [report.id, report])).values()];
}

/** Only what asks and answers: of most meetings that is little more than when and where they are. */
export const businessOfMeeting: Fact<CouncilMeeting, MeetingBusiness> = {
  name: "business-now",
  of(meeting) {
    const { id, living } = meeting;
    const minutes = minutesNow(meeting)?.value;
    return {
      id,
      committee: living.value.committee,
      date: living.value.date,
      isOff: living.value.status === "cancelled",
      hasAgenda: agendaOf(meeting) !== null,
      papers: reportsNow(meeting)
        .filter(({ value }) => value.discharges.length > 0)
        .map(({ id: paper, value: { title, discharges } }) => ({ id: paper, value: { title, discharges } })),
      minutes: minutes ? askingAndAnswering(minutes) : null,
    };
  },
};

function askingAndAnswering({ items, discharges, undertakings }: Minutes): NonNullable<MeetingBusiness["minutes"]> {
  const named = new Set([...discharges, ...undertakings].map(({ item }) => item));
  return {
    items: items
      .filter(({ item, followUps }) => followUps.length > 0 || named.has(item))
      .map(({ item, minute, followUps }) => ({ item, minute, followUps })),
    discharges,
    undertakings,
  };
}
