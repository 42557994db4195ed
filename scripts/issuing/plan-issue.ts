/**
 * Plans an act of issuing before anything is printed: what it brings, what is held back and why, and which clocks it
 * misses. A fault holds back the paper it is in; a fault in what every paper needs holds back the act. Called by issue.ts.
 */
import type { Brought } from "../access/narrow-drafts.ts";
import { atAGlance } from "../check/at-a-glance.ts";
import { checkCouncil } from "../check/check.ts";
import { clearDaysOf, placeOfDuty, type Standing, standings, wordsOf } from "../check/clocks.ts";
import type { ActThoughtOf } from "../check/meeting-case.ts";
import { Surroundings } from "../check/surroundings.ts";
import { NotCovered } from "../law/bank-holidays.ts";
import { CLOCKS } from "../law/clocks.ts";
import { type Duty, wantsReason } from "../law/duty.ts";
import type { Loaded } from "../load/council.ts";
import type { Council, CouncilMeeting, Papers } from "../model/council.ts";
import { type Problem, stops } from "../model/problem.ts";
import { problemLine } from "../model/problem-lines.ts";
import type { IssueKind, MissedClock } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import { choosePapers } from "./choose-papers.ts";
import type { ActStanding, Asked, HeldBack } from "./issued.ts";

export interface IssuePlan extends ActStanding {
  readonly kind: IssueKind;
  readonly brought: Brought;
}

const CLOCK_RULES = new Set<string>(CLOCKS.map(({ id }) => id));

/**
 * The plan. Refuses, with everything that has to be put right, where the act itself cannot be done. `found` is what the
 * rules found in `loaded`, for who has asked them already.
 */
export function planIssue(
  loaded: Loaded,
  council: Council,
  meeting: CouncilMeeting,
  drafts: Papers,
  asked: Asked & { readonly kind: IssueKind },
  found: readonly Problem[] = checkCouncil(loaded),
): IssuePlan {
  const { kind } = asked;
  refuseUnreadable(loaded, meeting, kind);
  const unread = unreadReports(loaded, meeting, kind, asked);
  const chosen = choosePapers(asked, kind, meeting, drafts, unread);
  const checked = found
    .filter((problem) => !CLOCK_RULES.has(problem.rule) || isOfMinutes(problem))
    .filter((problem) => !isExpected(problem, kind, meeting, chosen));
  const concerning = checked.filter((problem) => concerns(problem, meeting, drafts, chosen));
  refuseFor(meeting, concerning.filter(stops));

  const faulty = faultyPapers(checked, meeting, [...chosen.papers, ...unread]);
  const sound = without(chosen, faulty);
  const actOf = ({ agenda, papers }: Brought): ActThoughtOf => ({ at: council.now, kind, agenda, papers });
  const { stopping, waiting } = unexplained(council, meeting, actOf(sound));
  refuseFor(meeting, stopping);
  const brought = without(sound, waiting);
  const heldBack = [...faulty, ...waiting];
  if (isEmpty(kind, brought))
    refuseFor(
      meeting,
      heldBack.flatMap(({ problems }) => problems),
    );
  return {
    kind,
    brought,
    heldBack,
    missedClocks: broughtNow(council, meeting, actOf(brought)).filter(isToldOf).map(missed),
    problems: [...concerning.filter((problem) => !stops(problem)), ...approvedAlready(council, meeting, kind)],
  };
}

function refuseFor(meeting: CouncilMeeting, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal(refusalOf(meeting, problems), 1, problems);
}

/** A file that cannot be read is a fault of its own, and not one that is missing. */
function refuseUnreadable({ unreadable, problems }: Loaded, meeting: CouncilMeeting, kind: IssueKind): void {
  const name = { agenda: "agenda.md", revision: "agenda.md", minutes: "minutes.md", correction: "minutes.md" }[
    kind as string
  ];
  const file = `${meeting.folder}/${name}`;
  if (name && unreadable.has(file))
    refuseFor(
      meeting,
      problems.filter((problem) => problem.file === file),
    );
}

/** Papers with a fault of their own. */
function faultyPapers(checked: readonly Problem[], meeting: CouncilMeeting, papers: readonly string[]): HeldBack[] {
  return papers
    .map((paper) => ({
      paper,
      problems: checked.filter((problem) => stops(problem) && problem.file === `${meeting.folder}/${paper}.md`),
    }))
    .filter(({ problems }) => problems.length > 0);
}

/** What the law lets pass only with a reason that is not on record: of a paper, which waits; or of the act, which stops. */
function unexplained(
  council: Council,
  meeting: CouncilMeeting,
  act: ActThoughtOf,
): { stopping: Problem[]; waiting: HeldBack[] } {
  const wanting = broughtNow(council, meeting, act).filter(({ duty, state }) => wantsReason(duty, state));
  const told = (each: Standing) => problemOf(meeting, each, act);
  return {
    stopping: wanting.filter(({ duty }) => duty.paper === null).map(told),
    waiting: wanting.flatMap((each) =>
      each.duty.paper !== null && each.duty.done !== null ? [{ paper: each.duty.paper, problems: [told(each)] }] : [],
    ),
  };
}

/** What the public is told: what came late, and what came not at all and is excused by a reason on record. */
function isToldOf({ duty, state }: Standing): boolean {
  return state === "late" || (state === "overdue" && duty.paper === null && duty.because !== null);
}

function without(brought: Brought, held: readonly HeldBack[]): Brought {
  return { ...brought, papers: brought.papers.filter((id) => !held.some(({ paper }) => paper === id)) };
}

function isEmpty(kind: IssueKind, { papers, agenda, minutes }: Brought): boolean {
  return papers.length === 0 && !agenda && !minutes && kind !== "notice" && kind !== "cancellation";
}

/**
 * The duties that this act has to answer for: those it does; those of items that it brings on the agenda, which have to be
 * met or explained by then; and those that a new day makes late and that nobody was told of yet.
 */
function broughtNow(council: Council, meeting: CouncilMeeting, act: ActThoughtOf): Standing[] {
  if (act.kind === "minutes" || act.kind === "correction" || act.kind === "release") return [];
  try {
    return standings(new Surroundings(council), meeting, act).filter(({ duty, state }) => {
      if (duty.done === act.at) return true;
      const isMissed = state === "late" || state === "overdue";
      const isOfItem = duty.items.length === 1 && duty.paper === null && duty.severity === "explain";
      if (act.agenda && isOfItem && isMissed) return wantsReason(duty, state) || !isTold(meeting, duty);
      return state === "late" && act.kind === "notice" && !isTold(meeting, duty);
    });
  } catch (error) {
    if (error instanceof NotCovered) throw new Refusal(error.message);
    throw error;
  }
}

/** Whether an earlier record tells of this very breach. */
function isTold({ issued }: CouncilMeeting, { clock, items, paper, lastDay }: Duty): boolean {
  return issued.some(({ record }) =>
    record.missedClocks.some(
      (missed) =>
        missed.clock === clock &&
        missed.items.join() === items.join() &&
        missed.paper === paper &&
        missed.lastDay === lastDay,
    ),
  );
}

function problemOf(meeting: CouncilMeeting, { duty, state, case: found }: Standing, act: ActThoughtOf): Problem {
  return {
    ...placeOfDuty(meeting, duty, act),
    rule: duty.clock,
    severity: duty.severity,
    message: wordsOf(duty, state, found),
    mend: duty.mend,
  };
}

function missed({ duty, case: found }: Standing): MissedClock {
  return {
    clock: duty.clock,
    severity: duty.severity,
    about: duty.paper ? "paper" : duty.at.file === "meeting" ? "meeting" : "item",
    items: [...duty.items],
    paper: duty.paper,
    source: duty.source,
    lastDay: duty.lastDay,
    issued: duty.done ?? found.now,
    clearDays: clearDaysOf(duty, duty.done, found),
    wanted: duty.wanted,
    because: duty.because ?? found.shorterNotice?.because ?? null,
    cure: duty.cure,
  };
}

/** Reports that are there, that the act could bring, and that cannot be read. */
function unreadReports({ unreadable }: Loaded, meeting: CouncilMeeting, kind: IssueKind, { papers }: Asked): string[] {
  if (kind !== "agenda" && kind !== "supplement" && kind !== "revision") return [];
  return [...unreadable]
    .filter((file) => file.startsWith(`${meeting.folder}/`) && file.endsWith(".md"))
    .map((file) => file.slice(meeting.folder.length + 1, -".md".length))
    .filter((id) => !id.includes("/") && !["agenda", "minutes", "meeting"].includes(id))
    .filter((id) => papers === undefined || papers.includes(id));
}

/** Minutes that a meeting approved as a correct record are that meeting's to change. */
function approvedAlready(council: Council, meeting: CouncilMeeting, kind: IssueKind): Problem[] {
  if (kind !== "correction") return [];
  const by = new Surroundings(council)
    .every(atAGlance)
    .find(({ value: { approves } }) => approves.issued.includes(meeting.id));
  if (!by) return [];
  return [
    {
      rule: "minutes-approved",
      severity: "warning",
      file: `${meeting.folder}/minutes.md`,
      line: 1,
      column: 1,
      message: `These minutes were approved by ${by.meeting}, and were changed now.`,
      mend: "Only a meeting can change what it approved (LGA 1972 Sch 12 para 41): if this is more than a slip of the pen, put it to the next one.",
    },
  ];
}

/** What minutes owe of late business is told when they are issued; other clocks are asked anew, as of the act. */
function isOfMinutes({ file, severity }: Problem): boolean {
  return severity === "duty" && file.endsWith("/minutes.md");
}

/** A report for an item that is withheld is out of place, until it is released. */
function isExpected({ rule, file }: Problem, kind: IssueKind, meeting: CouncilMeeting, { papers }: Brought): boolean {
  return (
    kind === "release" && rule === "paper-without-item" && papers.some((id) => file === `${meeting.folder}/${id}.md`)
  );
}

/** What stands against the whole act: a fault in what every paper of it is made with. */
function concerns({ file, rule }: Problem, meeting: CouncilMeeting, drafts: Papers, brought: Brought): boolean {
  // Minutes to be approved are printed from another meeting's snapshots, so no fault in any record is passed over.
  if (rule.startsWith("record-")) return true;
  const documents = [
    ...drafts.reports.filter(({ id }) => brought.papers.includes(id)),
    ...(brought.minutes ? [drafts.minutes] : []),
  ];
  return (
    file === `${meeting.folder}/meeting.md` ||
    (brought.agenda && file === `${meeting.folder}/agenda.md`) ||
    (brought.minutes && file === `${meeting.folder}/minutes.md`) ||
    file === "data/council.json" ||
    file === `content/committees/${meeting.living.value.committee}.md` ||
    file.startsWith("content/members/") ||
    (documents.some((document) => document?.outline.charts.length) && file.startsWith("data/plans/"))
  );
}

export function refusalOf(meeting: { readonly id: string }, problems: readonly Problem[]): string {
  return `Nothing was issued for ${meeting.id}. Put this right first:\n${problems.map(problemLine).join("\n")}`;
}
