/**
 * The agenda and the minutes of one meeting of a made-up archive, as front matter and narrative. Called by
 * archive-meetings.ts.
 */
import { formatDate, formatLongDate } from "../model/civil.ts";
import { type ArchiveMember, sitting } from "./archive-bodies.ts";
import type { PlannedFollowUp, PlannedMeeting } from "./archive-calendar.ts";
import type { ArchiveReport } from "./archive-report.ts";
import type { Draws } from "./draws.ts";
import { fill, sentences } from "./made-up-words.ts";
import { type MatterValue, matterText } from "./matter-text.ts";

/** An item that has reports. */
export interface ReportItem {
  readonly number: string;
  readonly reports: readonly ArchiveReport[];
  /** The entry of the forward plan that gave notice of it. */
  readonly forwardPlan: string | null;
}

export interface MeetingPapers {
  readonly meeting: PlannedMeeting;
  /** The meeting whose minutes this one approves. */
  readonly approves: PlannedMeeting | null;
  readonly items: readonly ReportItem[];
  /** A report that comes in a supplement. */
  readonly toFollow: string | null;
}

export const FORMAL_ITEMS = 3;

/** `agenda.md`. */
export function agendaText({ meeting, approves, items, toFollow }: MeetingPapers, draws: Draws): string {
  const { name } = meeting.committee;
  return matterText({
    access: "public",
    summary: `${name} decides on ${fill(draws, "{things}, {things} and {things}")}.`,
    notice: `Notice is given of a meeting of ${name} in the Long Room on ${formatLongDate(meeting.date)} at 6.30pm. It is open to the public.`,
    items: [
      { id: "apologies", number: "1", title: "Apologies for absence" },
      { id: "declarations", number: "2", title: "Declarations of interest" },
      approves
        ? {
            id: "minutes",
            number: "3",
            title: `Minutes of ${formatDate(approves.date)}`,
            text: "To approve the minutes as a correct record.",
            minutesOf: approves.id,
          }
        : { id: "public-questions", number: "3", title: "Questions from the public" },
      ...items.map(({ number, reports, forwardPlan }) => ({
        id: `item-${number}`,
        number,
        title: reports[0]?.title ?? "",
        for: reports.some(({ limbs }) => limbs.length > 0) ? "decision" : "information",
        keyDecision: forwardPlan ? "yes" : undefined,
        forwardPlan: forwardPlan ?? undefined,
        papers: reports.map(({ id }) => id),
        toFollow: reports.some(({ id }) => id === toFollow)
          ? "The figures close on the day this agenda is issued. The report will come in a supplement."
          : undefined,
      })),
    ],
  });
}

const PAST: Readonly<Record<string, string>> = {
  notes: "noted",
  agrees: "agreed",
  approves: "approved",
  endorses: "endorsed",
};

/** `minutes.md`, with its narrative. */
export function minutesText(papers: MeetingPapers, draws: Draws): { readonly text: string; readonly body: string } {
  const { meeting, approves, items } = papers;
  const seats = sitting(meeting.committee, meeting.date);
  const [chair, ...others] = seats as [ArchiveMember, ...ArchiveMember[]];
  const away = others.filter(() => draws.happens(8));
  const present = [chair, ...others.filter((each) => !away.includes(each))];
  const isRecorded = draws.happens(10);
  const votedItem = isRecorded ? items.find(({ reports }) => reports.some(({ limbs }) => limbs.length > 0)) : undefined;
  const minute = (place: number) => String(meeting.firstMinute + place);
  const someone = () => draws.pick(present).id;
  const decided = items.map((item, place): Record<string, MatterValue | undefined> => {
    const limbs = item.reports.flatMap((report) => report.limbs);
    const outcomes = limbs.map((_, at) =>
      at > 0 && draws.happens(4) ? "deferred" : draws.happens(10) ? "amended" : "as recommended",
    );
    const resolved = limbs
      .map((limb, at) => ({ limb, at, change: outcomes[at] as string }))
      .filter(({ change }) => change !== "deferred");
    const asks = place === 0 ? meeting.asks : [];
    return {
      item: item.number,
      minute: minute(FORMAL_ITEMS + place),
      decision:
        limbs.length > 0 ? `${meeting.committee.name} decided on ${fill(draws, "{things} at {place}")}.` : undefined,
      movedBy: limbs.length > 0 ? someone() : undefined,
      secondedBy: limbs.length > 0 ? someone() : undefined,
      resolutions:
        resolved.length > 0
          ? resolved.map(({ limb, at, change }, letter) => ({
              letter: String.fromCharCode(97 + letter),
              text: `That ${limb.object} be ${PAST[limb.verb]}${change === "amended" ? ", and be reviewed within a year" : ""}.`,
              answers: [String(at + 1)],
              change,
              difference: change === "amended" ? "The matter is to be reviewed within a year." : undefined,
            }))
          : undefined,
      notCarried: outcomes.includes("deferred")
        ? limbs.flatMap((_, at) =>
            outcomes[at] === "deferred"
              ? [{ limb: String(at + 1), outcome: "deferred", because: "More figures were asked for." }]
              : [],
          )
        : undefined,
      vote: item === votedItem ? voteOf(present, draws) : undefined,
      questions: draws.happens(4)
        ? [
            {
              by: someone(),
              question: fill(draws, "What became of the {kind} {things}?"),
              answeredBy: fill(draws, "{who}"),
              answer: sentences(draws, 1, 2),
            },
          ]
        : undefined,
      followUps: asks.length > 0 ? asks.map((each) => followUpOf(each, draws)) : undefined,
    };
  });
  const oral = meeting.answers.filter(({ how }) => how === "oral report");
  const formal: Record<string, MatterValue | undefined>[] = [
    { item: "1", minute: minute(0) },
    { item: "2", minute: minute(1) },
    approves
      ? {
          item: "3",
          minute: minute(2),
          decision: `The minutes of ${formatDate(approves.date)} were approved.`,
          approvesMinutesOf: approves.id,
        }
      : { item: "3", minute: minute(2) },
  ];
  const matter = {
    access: "public",
    summary: `${meeting.committee.name} decided on ${fill(draws, "{things}, {things} and {things}")}.`,
    began: "18:30",
    ended: `2${draws.whole(0, 1)}:${draws.whole(10, 55)}`,
    chair: chair.id,
    attendance: [
      ...present.map(({ id }) => ({ member: id })),
      ...Array.from({ length: draws.whole(1, 3) }, () => ({ officer: fill(draws, "{who}") })),
    ],
    apologies: away.length > 0 ? away.map(({ id }) => id) : undefined,
    interests:
      draws.happens(15) && items[0]
        ? [
            {
              member: someone(),
              item: items[0].number,
              type: "personal",
              description: fill(draws, "A seat on the board of the {thing} at {place}"),
            },
          ]
        : undefined,
    items: [...formal, ...decided],
    discharges:
      oral.length > 0 ? oral.map(({ id, how }) => ({ followUp: id, how, item: items[0]?.number ?? "3" })) : undefined,
  };
  const body = narrative(papers, away, draws);
  return { text: matterText(matter, body), body };
}

function voteOf(present: readonly ArchiveMember[], draws: Draws): MatterValue {
  const half = Math.floor(present.length / 2) + 1;
  const yes = present.slice(0, half);
  const rest = present.slice(half);
  const against = rest.filter(() => draws.happens(60));
  return {
    for: yes.map(({ id }) => id),
    against: against.map(({ id }) => id),
    abstained: rest.filter((each) => !against.includes(each)).map(({ id }) => id),
    result: "carried",
  };
}

function followUpOf({ id, asked, due }: PlannedFollowUp, draws: Draws): Record<string, MatterValue | undefined> {
  return {
    id,
    text: fill(draws, "Report on the {kind} {things} at {place} and on what the {thing} costs."),
    askedBy: asked.committee.called,
    undertakenBy: draws.happens(80) ? fill(draws, "{who}") : undefined,
    kind: "report back",
    returnsTo: asked.committee.id,
    due: due ? { meeting: due.id } : { date: "2027-03-31" },
  };
}

function narrative({ meeting, approves, items }: MeetingPapers, away: readonly ArchiveMember[], draws: Draws): string {
  const lines: string[] = [];
  let minute = meeting.firstMinute;
  const section = (title: string, ...paragraphs: string[]) => {
    lines.push(`## ${minute}. ${title}`, "", ...paragraphs.flatMap((each) => [each, ""]));
    minute += 1;
  };
  section(
    "Apologies for absence",
    away.length > 0
      ? `Apologies came from ${away.length} ${away.length === 1 ? "member" : "members"}.`
      : "There were none.",
  );
  section("Declarations of interest", "Interests are listed at the head of these minutes.");
  if (approves)
    section(
      `Minutes of ${formatDate(approves.date)}`,
      "The minutes were approved as a correct record and signed by the chair.",
    );
  else section("Questions from the public", "No question had been received.");
  for (const { reports } of items) {
    const [first] = reports;
    if (!first) continue;
    section(
      first.title,
      `Members considered [the report](/meetings/${meeting.id}/${first.id}/). ${sentences(draws, 1, 3)}`,
      ...Array.from({ length: draws.whole(0, 3) }, () => sentences(draws, 1, 4)),
    );
  }
  return `${lines.join("\n").trimEnd()}\n`;
}
