/** Which meeting a new agenda is for: one that is on record, or a new one with its meeting.md. For new-draft.ts. */
import { exists } from "../load/files.ts";
import { type CivilDate, dayOf, formatDate, formatLongDate, isCivilDate, isCivilTime } from "../model/civil.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { shortName } from "../model/fields.ts";
import { meeting } from "../model/meeting.ts";
import { Refusal } from "../model/refusal.ts";
import type { DraftFile } from "./draft-text.ts";
import { findCommittee, refuseCancelled, refusePast } from "./find-meeting.ts";

export interface MeetingAsked {
  readonly kind: "meeting";
  readonly committee: string;
  readonly date: string;
  readonly time?: string | undefined;
  readonly place?: string | undefined;
  /** A second meeting of the same committee on that day. */
  readonly another: boolean;
}

/** A meeting that is on record and has no agenda; or a new one, with the meeting that its time and place come from. */
export type MeetingToDraft =
  | { readonly known: CouncilMeeting }
  | { readonly known: null; readonly id: string; readonly file: DraftFile; readonly takenFrom: string | null };

/** Refused where the day or the committee cannot be, where everything exists, and where nobody knows time and place. */
export function meetingToDraft(council: Council, asked: MeetingAsked): MeetingToDraft {
  const { committee, date } = asked;
  if (!isCivilDate(date))
    throw new Refusal(
      `\`${date}\` is not a day that exists, written like 2026-09-28: npm run new -- meeting ${committee} 2026-09-28`,
      2,
    );
  findCommittee(council, committee);
  if (!shortName().safeParse(committee).success)
    throw new Refusal(
      `The committee's file is called \`${committee}.md\`, which cannot be part of an address. Rename it first.`,
    );
  const name = `${date}-${committee}`;
  const isNamed = ({ id }: CouncilMeeting) =>
    id === name || (id.startsWith(`${name}-`) && /^\d+$/.test(id.slice(name.length + 1)));
  const sameDay = council.meetings.filter(
    (each) => each.living.value.committee === committee && (each.living.value.date === date || isNamed(each)),
  );
  if (asked.another) return newMeeting(council, asked, nextName(council, name, sameDay));
  const open = sameDay.find((each) => !each.drafts?.agenda && each.issued.every(({ papers }) => !papers.agenda));
  const known = open ?? sameDay[0];
  return known ? { known: withoutAgenda(council, known, asked) } : newMeeting(council, asked, name);
}

function withoutAgenda(council: Council, known: CouncilMeeting, { date, time, place }: MeetingAsked): CouncilMeeting {
  const { living, drafts, folder, issued, id } = known;
  if (living.value.date !== date)
    throw new Refusal(
      `${id} is on ${formatLongDate(living.value.date)} now (${living.file}). For its agenda, give that day; for a new meeting on ${formatDate(date)}, add --another.`,
    );
  refuseCancelled(known);
  if (drafts?.agenda || exists(council.root, `${folder}/agenda.md`))
    throw new Refusal(
      `${living.file} and agenda.md are there already, and are left as they are. Write in them; for a second meeting on that day, add --another.`,
    );
  if (issued.some(({ papers }) => papers.agenda))
    throw new Refusal(
      `The agenda of ${id} was issued, and agenda.md is gone. Put it back from the last snapshot in ${folder}/issued that has one.`,
    );
  refusePast(known, council);
  if (time !== undefined || place !== undefined)
    throw new Refusal(
      `${living.file} says when and where the meeting is, and is public. Change it there, and leave --time and --place out.`,
      2,
    );
  return known;
}

/** `2026-12-14-cabinet-2`, for the second meeting of a day. */
function nextName(council: Council, name: string, sameDay: readonly CouncilMeeting[]): string {
  const isTaken = (id: string) => exists(council.root, `content/meetings/${id.slice(0, 4)}/${id}`);
  if (sameDay.length === 0 && !isTaken(name))
    throw new Refusal(`There is no other meeting on that day, so leave --another out.`, 2);
  let number = 2;
  while (isTaken(`${name}-${number}`)) number++;
  return `${name}-${number}`;
}

function newMeeting(council: Council, { committee, date, time, place }: MeetingAsked, id: string): MeetingToDraft {
  refusePastDay(council, date);
  const folder = `content/meetings/${date.slice(0, 4)}/${id}`;
  if (exists(council.root, `${folder}/meeting.md`))
    throw new Refusal(`${folder}/meeting.md is there and cannot be read. Run npm run check, and put it right first.`);
  const last = lastMeeting(council, committee);
  const startsAt = time ?? last?.living.value.time;
  const where = place === undefined ? last?.living.value.place : placeGiven(place);
  if (!startsAt || !where)
    throw new Refusal(
      `There is no meeting of ${committee} to take the time and the place from, and meeting.md is public as it stands, so it has no gaps. Give them: --time 18:30 --place "Council Chamber, Guildhall".`,
      2,
    );
  if (!isCivilTime(startsAt)) throw new Refusal(`--time must be a time like 18:30, and \`${startsAt}\` is none.`, 2);
  const fields = { committee, date, time: startsAt, place: { ...where } };
  const isTaken = time === undefined || place === undefined;
  return {
    known: null,
    id,
    file: { file: `${folder}/meeting.md`, schema: meeting, fields },
    takenFrom: isTaken ? (last?.id ?? null) : null,
  };
}

function placeGiven(place: string) {
  const name = place.replace(/\s+/g, " ").trim();
  if (name === "")
    throw new Refusal('--place names the room and the building: --place "Council Chamber, Guildhall".', 2);
  return { name };
}

function refusePastDay({ now }: Council, date: CivilDate): void {
  if (date < dayOf(now))
    throw new Refusal(
      `${formatLongDate(date)} is over, so no meeting can be called for it. Today is ${formatDate(dayOf(now))}.`,
    );
}

/** The last meeting of the committee that was not cancelled, in its calendar. */
function lastMeeting({ meetings }: Council, committee: string): CouncilMeeting | undefined {
  return meetings
    .filter(({ living: { value } }) => value.committee === committee && value.status !== "cancelled")
    .sort((a, b) => (a.living.value.date < b.living.value.date ? -1 : 1))
    .at(-1);
}
