/** A meeting in a line, for lists and for whatever names it: the fact of each meeting, and questions about one. Called by site.ts. */
import type { PublicMeeting } from "../../access/public-council.ts";
import type { Fact, Question, Shared } from "../../asking/around.ts";
import { pageQuestions } from "../questions.ts";
import type { Site } from "../site.ts";

/** What a meeting is called by. A whole PublicMeeting has it too. */
export interface CalledMeeting {
  readonly id: string;
  readonly committee: { readonly id: string; readonly name: string; readonly shortName?: string | undefined };
  readonly living: { readonly value: { readonly date: string } };
}

export interface MeetingRow extends CalledMeeting {
  readonly living: {
    readonly value: {
      readonly date: string;
      readonly time: string;
      readonly place: { readonly name: string };
      readonly status: PublicMeeting["living"]["value"]["status"];
      readonly because: string | null;
    };
  };
  readonly summary: string | null;
  readonly hasAgenda: boolean;
  readonly hasMinutes: boolean;
  readonly isDraft: boolean;
  /** When the last of its reports was issued; null where none is. */
  readonly lastReportAt: string | null;
}

export const meetingRow: Fact<PublicMeeting, MeetingRow> = {
  name: "meeting-row",
  of: (meeting) => {
    const { living, agenda, minutes, papers } = meeting;
    const { date, time, place, status, because } = living.value;
    return {
      ...calledBy(meeting),
      living: { value: { date, time, place: { name: place.name }, status, because: because ?? null } },
      summary: minutes?.value.summary ?? agenda?.value.summary ?? null,
      hasAgenda: agenda !== null,
      hasMinutes: minutes !== null,
      isDraft: meeting.isDraft,
      lastReportAt: papers.reduce<string | null>(
        (last, { issuedAt }) => (issuedAt && issuedAt > (last ?? "") ? issuedAt : last),
        null,
      ),
    };
  },
};

export function calledBy({ id, committee, living }: CalledMeeting): CalledMeeting {
  const { shortName } = committee;
  return {
    id,
    committee: { id: committee.id, name: committee.name, ...(shortName === undefined ? {} : { shortName }) },
    living: { value: { date: living.value.date } },
  };
}

/** Every meeting's row by its name, and in order of day and hour, first to last; of one hour, in order of their names. Pages ask the questions below. */
export const meetingRows: Shared<
  Site,
  { readonly byId: ReadonlyMap<string, MeetingRow>; readonly inOrder: readonly MeetingRow[] }
> = {
  name: "meeting-rows",
  make: (site) => {
    const rows = site.every(meetingRow).map(({ value }) => value);
    const key = ({ living: { value } }: MeetingRow) => `${value.date}T${value.time}`;
    return {
      byId: new Map(rows.map((row) => [row.id, row])),
      inOrder: [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id < b.id ? -1 : 1)),
    };
  },
};

/** The years that have meetings, first to last. */
export const yearsOfMeetings: Question<Site, readonly string[]> = pageQuestions.add({
  name: "years-of-meetings",
  answer: (site) => [...new Set(site.shared(meetingRows).inOrder.map(yearOfRow))],
});

/** The meetings of a year, first to last. */
export const meetingsInYear: Question<Site, readonly MeetingRow[]> = pageQuestions.add({
  name: "meetings-in-year",
  answer: (site, year) => site.shared(meetingRows).inOrder.filter((row) => yearOfRow(row) === year),
});

/** Those of a year whose minutes are public, first to last. */
export const minutedInYear: Question<Site, readonly MeetingRow[]> = pageQuestions.add({
  name: "minuted-in-year",
  answer: (site, year) => site.ask(meetingsInYear, year).filter((row) => row.hasMinutes),
});

/** The years that have one whose minutes are public, first to last. */
export const yearsMinuted: Question<Site, readonly string[]> = pageQuestions.add({
  name: "years-minuted",
  answer: (site) => site.ask(yearsOfMeetings).filter((year) => site.ask(minutedInYear, year).length > 0),
});

/** The meetings of a committee, first to last. */
export const meetingsOfCommittee: Question<Site, readonly MeetingRow[]> = pageQuestions.add({
  name: "meetings-of-committee",
  answer: (site, id) => site.shared(meetingRows).inOrder.filter(({ committee }) => committee.id === id),
});

/** The meetings from today on, first to last. */
export const meetingsToCome: Question<Site, readonly MeetingRow[]> = pageQuestions.add({
  name: "meetings-to-come",
  answer: (site) => site.shared(meetingRows).inOrder.filter(({ living }) => living.value.date >= site.today),
});

function yearOfRow({ living }: MeetingRow): string {
  return living.value.date.slice(0, 4);
}

/** What one meeting is called by; null where there is none of the name. */
export const calledMeeting: Question<Site, CalledMeeting | null> = pageQuestions.add({
  name: "called-meeting",
  answer: (site, id) => {
    const row = site.shared(meetingRows).byId.get(id);
    return row ? calledBy(row) : null;
  },
});

export const hasMinutes: Question<Site, boolean> = pageQuestions.add({
  name: "has-minutes",
  answer: (site, id) => site.shared(meetingRows).byId.get(id)?.hasMinutes ?? false,
});
