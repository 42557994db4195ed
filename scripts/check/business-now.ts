/**
 * What has been asked for and what answers it, by drafts and issued papers together: of every paper its draft, else as it
 * was last issued. Called by the rules that tell officers of follow-ups.
 */
import type { Council, CouncilMeeting, Document } from "../model/council.ts";
import { type Business, businessOf, type MeetingBusiness } from "../model/follow-up-business.ts";
import type { Minutes } from "../model/minutes.ts";
import type { Report } from "../model/report.ts";
import { agendaOf } from "./meeting-case.ts";

export function businessNow(council: Council): Business {
  return businessOf(council.meetings.map(businessOfMeeting));
}

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

function businessOfMeeting(meeting: CouncilMeeting): MeetingBusiness {
  const { id, living } = meeting;
  return {
    id,
    committee: living.value.committee,
    date: living.value.date,
    isOff: living.value.status === "cancelled",
    hasAgenda: agendaOf(meeting) !== null,
    papers: reportsNow(meeting),
    minutes: minutesNow(meeting)?.value ?? null,
  };
}
