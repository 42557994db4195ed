/** New minutes: who had a seat that day, an entry for each item, and gaps for what only the meeting knows. For new-draft.ts. */
import { exists } from "../load/files.ts";
import type { AgendaItem } from "../model/agenda.ts";
import { dayOf, formatDate } from "../model/civil.ts";
import type { Committee } from "../model/committee.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { lateBusiness } from "../model/late-business.ts";
import { minutes } from "../model/minutes.ts";
import { Refusal } from "../model/refusal.ts";
import { toBeFilledIn } from "../model/unfilled.ts";
import { attendanceOf } from "./attendance.ts";
import { followUpsDueAt } from "./business-due.ts";
import { asMarkdown, type DraftFile, type Fields, oneLine } from "./draft-text.ts";
import { refuseCancelled } from "./find-meeting.ts";
import { firstMinute } from "./minute-numbers.ts";
import { type PapersThen, papersThen, resolutionsOf } from "./papers-then.ts";

export interface MinutesAsked {
  readonly kind: "minutes";
  readonly meeting: string;
}

export interface NewMinutes {
  readonly file: DraftFile;
  readonly notes: readonly string[];
}

/** Refused before the meeting, without an agenda, where nobody had a seat that day, and where there are minutes. */
export function newMinutes(
  council: Council,
  meeting: CouncilMeeting,
  { id: committeeId, value: committee }: { readonly id: string; readonly value: Committee },
): NewMinutes {
  refuseCancelled(meeting);
  const { folder, living, issued } = meeting;
  const { date, status } = living.value;
  if (date > dayOf(council.now))
    throw new Refusal(`${meeting.id} is on ${formatDate(date)}, which has not come, so there is nothing to record.`);
  if (exists(council.root, `${folder}/minutes.md`))
    throw new Refusal(`${folder}/minutes.md is there already, and is left as it is. Write in it.`);
  if (issued.some(({ papers }) => papers.minutes))
    throw new Refusal(
      `The minutes of ${meeting.id} were issued, and minutes.md is gone. Put it back from ${folder}/issued.`,
    );
  const then = papersThen(council, meeting);
  const { attendance, chair } = attendanceOf(committee, committeeId, date);
  const first = firstMinute(council, meeting);
  const late = lateBusiness(
    issued.flatMap(({ record }) => record.missedClocks),
    then.items,
    null,
  );
  const numbered = then.items.map((item, index) => ({ item, minute: String(first.number + index) }));
  const fields = {
    access: "public",
    summary: toBeFilledIn("what was decided, in one or two sentences for a resident"),
    chair,
    attendance,
    items: numbered.map(({ item, minute }) =>
      minuteOf(
        item,
        minute,
        then,
        late.some((each) => each.item.id === item.id),
      ),
    ),
  };
  return {
    file: {
      file: `${folder}/minutes.md`,
      schema: minutes,
      fields,
      remarks: [...attendanceRemarks, ...dueRemarks(council, meeting, then)],
      body: numbered.map(({ item, minute }) => section(item, minute)).join("\n"),
    },
    notes: [
      then.source,
      first.why,
      ...(status === "held"
        ? []
        : [`${living.file} says \`status: ${status}\`. When the meeting was held, say \`held\`.`]),
    ],
  };
}

const attendanceRemarks = [
  "Everybody with a seat that day is listed above as present. Take out who was not there, and name them under",
  "apologies: [] or absent: []. A substitute is added with as: substitute and insteadOf. When the meeting began and",
  'ended goes into began: "18:30" and ended: "19:45".',
];

/** What was due at the meeting and no report answers: the officer says what became of it. */
function dueRemarks(council: Council, meeting: CouncilMeeting, { items }: PapersThen): string[] {
  const due = followUpsDueAt(council, meeting.id);
  if (due.length === 0) return [];
  const lines = due.flatMap((state) => {
    const item = items.find(({ id }) => id === state.id)?.number ?? "?";
    return [
      `  # ${oneLine(state.followUp.text)}`,
      `  - { followUp: ${state.followUp.id}, how: oral report, item: "${item}" }`,
    ];
  });
  return [
    "",
    "Due at this meeting, with no report that answers it. Where it was answered otherwise, say so under discharges, with",
    "how: oral report, note circulated, released by resolution or superseded:",
    "discharges:",
    ...lines,
  ];
}

function minuteOf(item: AgendaItem, minute: string, then: PapersThen, isLate: boolean): Fields {
  const resolutions = resolutionsOf(then, item);
  return {
    item: item.number,
    minute,
    urgency: isLate
      ? toBeFilledIn("the chair's opinion, given at the meeting, of why it was urgent; or nothing")
      : undefined,
    decision: decisionGap(item, resolutions.length > 0),
    resolutions: resolutions.length > 0 ? resolutions : undefined,
    approvesMinutesOf: item.minutesOf,
  };
}

/** What is in front matter already is only what was asked for, so the gap holds it back until somebody has looked. */
function decisionGap(item: AgendaItem, hasResolutions: boolean): string | undefined {
  if (hasResolutions)
    return toBeFilledIn("what was decided, in a sentence; and make each resolution below say what was resolved");
  if (item.minutesOf) return toBeFilledIn("whether the minutes were approved, and with which corrections");
  const asksForOne = item.for === "decision" || item.for === "recommendation";
  if (asksForOne || item.withheld || item.excludesPublicFor.length > 0)
    return toBeFilledIn("what was decided, in a sentence, with its resolutions");
  return undefined;
}

function section({ title }: AgendaItem, minute: string): string {
  return `## ${minute}. ${asMarkdown(title)}\n\n${toBeFilledIn("what was said and done")}\n`;
}
