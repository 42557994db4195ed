/** The calendar of duties: for the next meetings, the last lawful day of each, and how it stands. For `check --calendar`. */
import { atAGlance } from "./check/at-a-glance.ts";
import { bodyNamed } from "./check/bodies.ts";
import { meetingCase } from "./check/meeting-case.ts";
import { Surroundings } from "./check/surroundings.ts";
import { NotCovered } from "./law/bank-holidays.ts";
import { clocksNamed } from "./law/clocks.ts";
import { stateOf } from "./law/duty.ts";
import { clocksOf } from "./law/regimes.ts";
import type { Loaded } from "./load/council.ts";
import { type CivilDate, formatLongDate } from "./model/civil.ts";
import type { CouncilMeeting } from "./model/council.ts";
import type { Meeting } from "./model/meeting.ts";

export interface MeetingDuties {
  readonly meeting: string;
  readonly body: string;
  readonly date: CivilDate;
  readonly duties: readonly DutyLine[];
  /** Why there are none: a regime without clocks of ours, or a year that is not covered. */
  readonly note: string | null;
}

export interface DutyLine {
  readonly rule: string;
  readonly title: string;
  readonly source: string;
  /** The last lawful day; null where it depends on the business. */
  readonly lastDay: CivilDate | null;
  /** Days from today to it, negative where it has passed. */
  readonly inDays: number | null;
  readonly state: "met" | "owed" | "overdue" | "late" | "if there is one";
}

/** The duties of every meeting from today on that is to be held, soonest first. */
export function dutyCalendar({ council }: Loaded): MeetingDuties[] {
  return council ? calendarAround(new Surroundings(council)) : [];
}

/** Likewise, of a council whose meetings are read as they are wanted: only those of the calendar are. */
export function calendarAround(around: Surroundings): MeetingDuties[] {
  return around
    .every(atAGlance)
    .filter(({ value: { living } }) => isInCalendar(around, living))
    .sort((a, b) => (a.value.living.date < b.value.living.date ? -1 : 1))
    .flatMap(({ meeting }) => around.meeting(meeting) ?? [])
    .map((meeting) => dutiesOfMeeting(around, meeting));
}

/** What the calendar has of one meeting; null where it is none of the calendar's. */
export function dutiesOf(around: Surroundings, id: string): MeetingDuties | null {
  const meeting = around.meeting(id);
  return meeting && isInCalendar(around, meeting.living.value) ? dutiesOfMeeting(around, meeting) : null;
}

function isInCalendar({ today }: Surroundings, { date, status }: Meeting): boolean {
  return date >= today && status !== "cancelled" && status !== "held";
}

function dutiesOfMeeting(around: Surroundings, meeting: CouncilMeeting): MeetingDuties {
  const { today } = around;
  const { date, committee } = meeting.living.value;
  const found = meetingCase(around, meeting);
  const body = around.ask(bodyNamed, committee);
  const base = { meeting: meeting.id, body: found?.body ?? committee, date };
  if (!found || !body) return { ...base, duties: [], note: "Its committee cannot be read." };
  const clocks = clocksNamed(clocksOf(found.jurisdiction, body));
  if (clocks.length === 0)
    return {
      ...base,
      duties: [],
      note: "Other rules govern its notice (for a licensing hearing, SI 2005/44); none of these clocks is about it.",
    };
  try {
    const duties = clocks.map((clock): DutyLine => {
      const lastDay = clock.lastDay(found);
      const states = clock.duties(found).map((duty) => stateOf(duty, found.now, found.days));
      return {
        rule: clock.id,
        title: clock.title,
        source: clock.source(found.jurisdiction),
        lastDay,
        inDays: lastDay ? Math.round((Date.parse(lastDay) - Date.parse(today)) / 86_400_000) : null,
        state: WORST_FIRST.find((state) => states.includes(state)) ?? "if there is one",
      };
    });
    return { ...base, duties, note: null };
  } catch (error) {
    if (error instanceof NotCovered) return { ...base, duties: [], note: error.message };
    throw error;
  }
}

/** The calendar for a person to read. */
export function calendarLines(meetings: readonly MeetingDuties[]): string[] {
  if (meetings.length === 0) return ["No meeting is coming."];
  return meetings.flatMap(({ meeting, body, date, duties, note }) => [
    `${formatLongDate(date)}: ${body} (${meeting})`,
    ...(note ? [`  ${note}`] : []),
    ...duties.map(
      (duty) => `  ${dayWords(duty).padEnd(30)} ${duty.rule.padEnd(22)} ${duty.title}: ${stateWords(duty)}`,
    ),
    "",
  ]);
}

const WORST_FIRST = ["overdue", "late", "owed", "met"] as const;

const STATES: Readonly<Record<DutyLine["state"], string>> = {
  met: "done",
  owed: "to be done",
  overdue: "OVERDUE",
  late: "done, late",
  "if there is one": "does not arise so far",
};

function stateWords({ state, inDays }: DutyLine): string {
  const tooLate = state === "if there is one" && inDays !== null && inDays < 0;
  return tooLate ? `${STATES[state]}, and the day has passed` : STATES[state];
}

function dayWords({ lastDay }: DutyLine): string {
  return lastDay ? `by ${formatLongDate(lastDay)}` : "before the decision";
}
