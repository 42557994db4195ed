/** Prints what was planned and appends its snapshot: the last steps of issuing a meeting's papers. Called by issue.ts. */
import { admitAsAsked } from "../access/admit-as-asked.ts";
import { councilToIssue } from "../access/admit-drafts.ts";
import type { Council, CouncilMeeting, Papers } from "../model/council.ts";
import { NUMBERED_ON } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import { makePack } from "../packs/make-pack.ts";
import type { Printer } from "../printing/printer.ts";
import { writeSnapshot } from "../record/write-snapshot.ts";
import { address } from "../site/addresses.ts";
import { countLimbs } from "../site/limbs.ts";
import { openedSite } from "../site/opened-site.ts";
import { Site } from "../site/site.ts";
import { makeEnvironment } from "../templating/environment.ts";
import { backLine, goesOut, outLine, staysBack } from "./both-sides.ts";
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
    becomesPublic: [
      ...goesOut(view, plan).map(outLine),
      `${address.meetingFile(view.id, written.record.pack?.address ?? "")} all of it as one PDF`,
    ],
    staysPrivate: staysBack(view, meeting, drafts, plan).map(backLine),
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
  const component = (name: string, data: object) => environment.render(`components/${name}/template.njk`, data);
  if (!council.kept) return new Site(councilToIssue(council), component);
  const { meetings, kept } = council;
  return openedSite({
    meetings: meetings.map(({ id }) => id),
    own: meetings.flatMap(({ id, drafts }) => (drafts ? [id] : [])),
    shown: kept.everyShown,
    ...admitAsAsked(council),
    component,
  });
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
