/** The clocks of a meeting, in the order that their days fall. A new clock is one file and one line here, and a place in regimes.ts. */
import { agendaOpen } from "./clocks/agenda-open.ts";
import type { Clock } from "./clocks/clock.ts";
import { executiveAgendaOpen } from "./clocks/executive-agenda-open.ts";
import { generalException } from "./clocks/general-exception.ts";
import { keyDecision28 } from "./clocks/key-decision-28.ts";
import { noticeOfMeeting } from "./clocks/notice-of-meeting.ts";
import { privateMeeting28 } from "./clocks/private-meeting-28.ts";
import { specialUrgency } from "./clocks/special-urgency.ts";
import { summons } from "./clocks/summons.ts";
import type { Duty } from "./duty.ts";
import type { MeetingCase } from "./meeting-case.ts";
import type { ClockId } from "./regimes.ts";

export const CLOCKS: readonly Clock[] = [
  keyDecision28,
  privateMeeting28,
  noticeOfMeeting,
  agendaOpen,
  executiveAgendaOpen,
  summons,
  generalException,
  specialUrgency,
];

/** The clocks of `ids`, in order. */
export function clocksNamed(ids: readonly ClockId[]): Clock[] {
  return CLOCKS.filter((clock) => ids.includes(clock.id));
}

/** Every duty of a meeting under `ids`. Throws NotCovered for a year whose bank holidays are not known. */
export function dutiesOf(meeting: MeetingCase, ids: readonly ClockId[]): Duty[] {
  return clocksNamed(ids).flatMap((clock) => clock.duties(meeting));
}
