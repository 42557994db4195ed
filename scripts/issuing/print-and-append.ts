/** Prints what was planned and appends its snapshot: the last steps of issuing a meeting's papers. Called by issue.ts. */
import { councilToIssue } from "../access/admit-drafts.ts";
import type { PublicMeeting, PublicPaper } from "../access/public-council.ts";
import type { Council, CouncilMeeting, Papers } from "../model/council.ts";
import { NUMBERED_ON } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import { makePack } from "../packs/make-pack.ts";
import type { Printer } from "../printing/printer.ts";
import { writeSnapshot } from "../record/write-snapshot.ts";
import { address } from "../site/addresses.ts";
import { countLimbs } from "../site/limbs.ts";
import { Site } from "../site/site.ts";
import { makeEnvironment } from "../templating/environment.ts";
import type { Issued, Progress } from "./issued.ts";
import type { IssuePlan } from "./plan-issue.ts";

export interface Printing {
  /** The council with its drafts narrowed to what the plan brings. */
  readonly council: Council;
  readonly meeting: CouncilMeeting;
  readonly drafts: Papers;
  readonly plan: IssuePlan;
  readonly reason: string | null;
}

export async function printAndAppend(act: Printing, printer: Printer, progress: Progress): Promise<Issued> {
  const { council, meeting, drafts, plan } = act;
  const { kind, brought } = plan;
  const site = siteFor(council);
  const view = site.meeting(meeting.id);
  if (!view) throw new Refusal(`The committee of ${meeting.id} cannot be read, so nothing can be issued for it.`);
  const papers = view.papers.filter((paper) => brought.papers.includes(paper.id));
  if (papers.length !== brought.papers.length)
    throw new Error(
      `${meeting.id}: ${brought.papers.join(", ")} were to be issued, and not all of them can be printed`,
    );
  const sequence = meeting.issued.filter(({ record }) => record.kind === kind).length + 1;
  const reason = kind === "cancellation" ? (meeting.living.value.because ?? act.reason) : act.reason;
  const pack = await makePack(
    {
      site,
      meeting: view,
      kind,
      papers,
      sequence,
      reason,
      withAgenda: brought.agenda,
      missed: plan.missedClocks,
      firstPage: NUMBERED_ON.includes(kind) ? lastPageOf(meeting) + 1 : 1,
      issuedAt: council.now,
    },
    council.root,
    printer,
    progress,
  );
  progress("Writing the snapshot");
  const { missedClocks } = plan;
  const written = writeSnapshot({
    council,
    meeting,
    drafts,
    kind,
    brought,
    papers,
    pack,
    sequence,
    reason,
    missedClocks,
    limbs: brought.minutes ? countLimbs(view) : null,
  });
  return {
    ...written,
    heldBack: plan.heldBack,
    missedClocks,
    problems: plan.problems,
    clearDays:
      brought.minutes || kind === "release" || kind === "cancellation"
        ? null
        : site.clearDays(council.now, meeting.living.value.date),
    becomesPublic: publicLines(view, papers, act, written.record.pack?.address ?? ""),
    staysPrivate: privateLines(view, act),
    next: [
      ...pack.warnings,
      ...(kind === "release"
        ? [
            "Take the paper out of the restricted folder, or mark it as released there, and make the fingerprints again: its words are public now.",
          ]
        : []),
    ],
  };
}

/** The site that a pack's parts are made from. */
export function siteFor(council: Council): Site {
  const environment = makeEnvironment(council.root);
  return new Site(councilToIssue(council), (name, data) => environment.render(`components/${name}/template.njk`, data));
}

/** The last page issued for the meeting's agenda; what comes after numbers on from it. */
function lastPageOf(meeting: CouncilMeeting): number {
  return Math.max(
    0,
    ...meeting.issued
      .filter(({ record }) => NUMBERED_ON.includes(record.kind))
      .map(({ record }) => record.pack?.lastPage ?? 0),
  );
}

function publicLines(meeting: PublicMeeting, papers: readonly PublicPaper[], act: Printing, pack: string): string[] {
  const { brought, kind } = act.plan;
  return [
    ...(brought.agenda || kind === "notice" || kind === "cancellation"
      ? [`${address.meeting(meeting.id)} ${kind === "notice" || kind === "cancellation" ? kind : "agenda"}`]
      : []),
    ...(brought.minutes ? [`${address.minutes(meeting.id)} minutes`] : []),
    ...papers.flatMap((paper) => [
      `${address.report(meeting.id, paper.id)} ${paper.value.title}`,
      ...paper.appendices.map((each) => `${address.meetingFile(meeting.id, each.address)} ${each.title}`),
    ]),
    `${address.meetingFile(meeting.id, pack)} all of it as one PDF`,
  ];
}

/** What a reader might look for and will not find, with why. */
function privateLines(meeting: PublicMeeting, { plan, drafts }: Printing): string[] {
  const items = plan.brought.agenda ? (meeting.agenda?.value.items ?? []) : [];
  const held = new Set(plan.heldBack.map(({ paper }) => paper));
  return [
    ...plan.heldBack.map(({ paper }) => `\`${paper}\`: held back until what stands above is put right`),
    ...items
      .filter((item) =>
        item.papers.some((id) => !held.has(id) && !plan.brought.papers.includes(id) && !isIssued(meeting, id)),
      )
      .map((item) => `item ${item.number}, ${item.title}: its paper is to follow`),
    ...items
      .filter((item) => item.withheld)
      .map((item) => `item ${item.number}, ${item.title}: not for publication; only what agenda.md says of it`),
    ...(drafts.minutes && !plan.brought.minutes && meeting.minutes === null
      ? ["minutes.md: a draft until it is issued"]
      : []),
  ];
}

function isIssued(meeting: PublicMeeting, id: string): boolean {
  return meeting.papers.some((paper) => paper.id === id && paper.issuedAt !== null);
}
