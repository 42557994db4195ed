/** What every page is made from: the public council, with the questions that more than one kind of page asks of it. */
import type { CouncilAround, PublicCouncil, PublicMeeting, PublicPlan } from "../access/public-council.ts";
import { AllThere, type Answers, type Fact, type FactOf, type Question, type Shared } from "../asking/around.ts";
import { NotCovered } from "../law/bank-holidays.ts";
import { clearDaysBetween, issueDay } from "../law/clear-days.ts";
import { councilDays } from "../law/council-days.ts";
import { address } from "./addresses.ts";
import { asOfMeeting } from "./facts/as-of.ts";
import {
  type CalledMeeting,
  calledMeeting,
  hasMinutes,
  type MeetingRow,
  meetingRow,
  meetingsInYear,
  meetingsToCome,
  minutedInYear,
  yearsMinuted,
  yearsOfMeetings,
} from "./facts/meeting-row.ts";
import { dayOfToday, hasComeDay, isPastDay, nameOfMember } from "./facts/names.ts";
import { nameOfSource } from "./facts/references.ts";

/** Where a site has its meetings from: each by its name, and what is asked about any number of them. */
export interface MeetingSource {
  readonly meeting: (id: string) => PublicMeeting | null;
  readonly answers: Answers<Site, PublicMeeting>;
}

/** The HTML of a component under `templates/components/`, for what stands inside a paper. */
export type Component = (name: string, data: object) => string;

export class Site {
  /** All but the meetings. A page of one meeting reads its settings and bodies of papers here, and no collection. */
  readonly council: CouncilAround;
  readonly component: Component;
  private readonly source: MeetingSource;

  constructor(council: PublicCouncil, component: Component);
  constructor(council: CouncilAround, component: Component, source: MeetingSource);
  constructor(council: PublicCouncil | CouncilAround, component: Component, source?: MeetingSource) {
    this.component = component;
    if ("meetings" in council) {
      const { meetings, ...around } = council;
      this.council = around;
      this.source = source ?? allThere(meetings);
    } else {
      this.council = council;
      this.source = source ?? allThere([]);
    }
  }

  /** The same site with bodies read in another way: for a pack that has more than the public may read. */
  reading(read: CouncilAround["read"]): Site {
    return new Site({ ...this.council, read }, this.component, this.source);
  }

  /** The day that the site is made on. A page of one meeting asks `isPast` or `hasCome` instead. */
  get today(): string {
    return this.ask(dayOfToday);
  }

  isPast(day: string): boolean {
    return this.ask(isPastDay, day);
  }

  /** Whether a day is today or was before. */
  hasCome(day: string): boolean {
    return this.ask(hasComeDay, day);
  }

  /** The day that a meeting's pages say they are as of; null once nothing about it waits for a day. */
  asOf(meeting: string): string | null {
    return this.ask(asOfMeeting, meeting);
  }

  /** One whole meeting. It may have to be read for this, so nothing asks for all of them in turn: facts are for that. */
  meeting(id: string): PublicMeeting | null {
    return this.source.meeting(id);
  }

  every<Value>(fact: Fact<PublicMeeting, Value>): readonly FactOf<Value>[] {
    return this.source.answers.every(fact);
  }

  ask<Answer>(question: Question<Site, Answer>, about = ""): Answer {
    return this.source.answers.ask(this, question, about);
  }

  shared<Value>(shared: Shared<Site, Value>): Value {
    return this.source.answers.shared(this, shared);
  }

  meetingIds(): string[] {
    return this.every(meetingRow).map(({ meeting }) => meeting);
  }

  /** What a meeting is called by; null where there is none of the name. */
  called(meeting: string): CalledMeeting | null {
    return this.ask(calledMeeting, meeting);
  }

  hasMinutes(meeting: string): boolean {
    return this.ask(hasMinutes, meeting);
  }

  /** `Councillor Jo Mbeki`; words that are no member's file name stay as they are. */
  name(memberOrWords: string): string {
    return this.ask(nameOfMember, memberOrWords) ?? memberOrWords;
  }

  /** Names as they stood when `paper` was issued; for a draft, as they are now. */
  namesIn(
    paper: { readonly names: Readonly<Record<string, string>> | null } | null,
  ): (memberOrWords: string) => string {
    const names = new Map(Object.entries(paper?.names ?? {}));
    return (memberOrWords) => names.get(memberOrWords) ?? this.name(memberOrWords);
  }

  /** A name with its page, where it is a member's. */
  person(memberOrWords: string): { text: string; href: string | null } {
    const name = this.ask(nameOfMember, memberOrWords);
    return { text: name ?? memberOrWords, href: name === null ? null : address.member(memberOrWords) };
  }

  /** Meetings from today on, soonest first. */
  coming(): readonly MeetingRow[] {
    return this.ask(meetingsToCome);
  }

  /** Meetings before today, latest first. A page of a committee or of a year asks for its own instead. */
  past(): MeetingRow[] {
    return this.ask(yearsOfMeetings)
      .flatMap((year) => this.ask(meetingsInYear, year))
      .filter(({ living }) => living.value.date < this.today)
      .reverse();
  }

  /** Meetings whose minutes are public, latest first. */
  minuted(): MeetingRow[] {
    return this.ask(yearsMinuted)
      .flatMap((year) => this.ask(minutedInYear, year))
      .reverse();
  }

  plansFor(inspection: string): PublicPlan[] {
    return this.council.plans.filter((plan) => plan.inspection === inspection);
  }

  /**
   * Clear days between issue and meeting, in words for the foot of a page: `5 clear days before the meeting`. Null where
   * the year's holidays are not known, or the papers came after it.
   */
  clearDays(issuedAt: string | null, meetingDate: string): string | null {
    if (!issuedAt || issuedAt.slice(0, 10) >= meetingDate) return null;
    const days = councilDays(this.council.settings);
    try {
      const count = clearDaysBetween(issueDay(issuedAt, days), meetingDate, days);
      return `${count} clear ${count === 1 ? "day" : "days"} before the meeting`;
    } catch (error) {
      if (error instanceof NotCovered) return null;
      throw error;
    }
  }

  /** What a reference leads to, in words: `Recovery plan progress, paragraph 3.2`. */
  sourceName(reference: string): string {
    return this.ask(nameOfSource, reference);
  }
}

function allThere(meetings: readonly PublicMeeting[]): MeetingSource {
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  return { meeting: (id) => byId.get(id) ?? null, answers: new AllThere(meetings) };
}

/** How a status is drawn, beside its word and never instead of it. */
export type Tone = "done" | "due" | "late" | "plain";
