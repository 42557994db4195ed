/** What every page is made from: the public council, with the questions that more than one kind of page asks of it. */
import type { PublicCouncil, PublicMeeting, PublicPlan } from "../access/public-council.ts";
import { NotCovered } from "../law/bank-holidays.ts";
import { clearDaysBetween, issueDay } from "../law/clear-days.ts";
import { councilDays } from "../law/council-days.ts";
import { dayOf, formatDate, formatLongDate, formatTime } from "../model/civil.ts";
import { memberName } from "../model/council.ts";
import { address } from "./addresses.ts";

export class Site {
  readonly council: PublicCouncil;
  readonly today: string;
  private readonly meetingsById: ReadonlyMap<string, PublicMeeting>;
  private readonly membersById: ReadonlyMap<string, string>;

  /** The HTML of a component under `templates/components/`, for what stands inside a paper. */
  readonly component: (name: string, data: object) => string;

  constructor(council: PublicCouncil, component: Site["component"]) {
    this.council = council;
    this.component = component;
    this.today = dayOf(council.now);
    this.meetingsById = new Map(council.meetings.map((meeting) => [meeting.id, meeting]));
    this.membersById = new Map(council.members.map((member) => [member.id, memberName(member.value)]));
  }

  meeting(id: string): PublicMeeting | null {
    return this.meetingsById.get(id) ?? null;
  }

  /** `Councillor Jo Mbeki`; words that are no member's file name stay as they are. */
  name(memberOrWords: string): string {
    return this.membersById.get(memberOrWords) ?? memberOrWords;
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
    return {
      text: this.name(memberOrWords),
      href: this.membersById.has(memberOrWords) ? address.member(memberOrWords) : null,
    };
  }

  /** Meetings from today on, soonest first. */
  coming(): PublicMeeting[] {
    return this.inOrder().filter((meeting) => meeting.living.value.date >= this.today);
  }

  /** Meetings before today, latest first. */
  past(): PublicMeeting[] {
    return this.inOrder()
      .filter((meeting) => meeting.living.value.date < this.today)
      .reverse();
  }

  /** Meetings whose minutes are public, latest first. */
  minuted(): MinutedMeeting[] {
    return this.inOrder()
      .filter((meeting): meeting is MinutedMeeting => meeting.minutes !== null)
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
    const [path = "", anchor] = reference.split("#");
    const [meetingId = "", paperId = ""] = path.split("/");
    const meeting = this.meeting(meetingId);
    const paper = meeting?.papers.find((each) => each.id === paperId);
    const title = paper?.value.title ?? (meeting ? `Minutes of ${meetingName(meeting)}` : reference);
    const block = (paper ?? meeting?.minutes)?.outline.blocks.find((each) => each.anchor === anchor);
    if (!block?.number) return title;
    const kind = block.kind !== "section" ? "paragraph" : paper ? "section" : "minute";
    return `${title}, ${kind} ${block.number}`;
  }

  private inOrder(): PublicMeeting[] {
    const key = ({ living: { value } }: PublicMeeting) => `${value.date}T${value.time}`;
    return [...this.council.meetings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }
}

/** How a status is drawn, beside its word and never instead of it. */
export type Tone = "done" | "due" | "late" | "plain";

export type MinutedMeeting = PublicMeeting & { readonly minutes: NonNullable<PublicMeeting["minutes"]> };

/** The title of an item by its number on the agenda; `Item 4` where the agenda does not have it. */
export function itemTitle(meeting: PublicMeeting, item: string): string {
  return meeting.agenda?.value.items.find((each) => each.number === item)?.title ?? `Item ${item}`;
}

/** The body as it is called in a sentence: `Cabinet`, `the Panel`. */
export function bodyName({ committee }: PublicMeeting): string {
  return committee.shortName ?? committee.name;
}

/** `Cabinet, 28 September 2026`. */
export function meetingName({ committee, living }: PublicMeeting): string {
  return `${committee.name}, ${formatDate(living.value.date)}`;
}

/** `Cabinet, Monday 28 September 2026`. */
export function meetingTitle({ committee, living }: PublicMeeting): string {
  return `${committee.name}, ${formatLongDate(living.value.date)}`;
}

/** `6.30pm, about 2 hours`. */
export function meetingTime({ living: { value } }: PublicMeeting): string {
  return value.duration ? `${formatTime(value.time)}, ${value.duration}` : formatTime(value.time);
}

/** A summary of one meeting, for lists. */
export function meetingRow(site: Site, meeting: PublicMeeting) {
  const { living, agenda, minutes } = meeting;
  return {
    href: address.meeting(meeting.id),
    committee: meeting.committee.name,
    committeeHref: address.committee(meeting.committee.id),
    date: living.value.date,
    isThisYear: living.value.date.slice(0, 4) === site.today.slice(0, 4),
    time: living.value.time,
    place: living.value.place.name,
    status: living.value.status,
    because: living.value.because ?? null,
    summary: minutes?.value.summary ?? agenda?.value.summary ?? null,
    papers: minutes ? "Minutes" : agenda ? "Agenda and papers" : "No papers yet",
    isDraft: meeting.isDraft,
  };
}
