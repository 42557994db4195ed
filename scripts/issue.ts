/** The act of issuing, as named steps: read, choose, check, print, and append a snapshot. Called by cli.ts. */
import type { Browser } from "puppeteer-core";
import { draftCouncil } from "./access/admit-drafts.ts";
import { narrowDrafts } from "./access/narrow-drafts.ts";
import { checkCouncil } from "./check/check.ts";
import { type Loaded, loadCouncil } from "./load/council.ts";
import type { Council, CouncilMeeting, Papers } from "./model/council.ts";
import { nearest } from "./model/nearest.ts";
import { type Problem, stops } from "./model/problem.ts";
import type { IssueKind, IssueRecord } from "./model/record.ts";
import { Refusal } from "./model/refusal.ts";
import { makePack } from "./packs/make-pack.ts";
import { writeSnapshot } from "./record/write-snapshot.ts";
import { Site } from "./site/site.ts";
import { makeEnvironment } from "./templating/environment.ts";

export interface IssueRequest {
  readonly root: string;
  /** The meeting's folder name. */
  readonly meeting: string;
  /** Left out: minutes where there are some, else a supplement where the agenda is issued, else the agenda. */
  readonly kind?: IssueKind | undefined;
  /** The papers to issue, by name; left out, every one that is not issued yet. */
  readonly papers?: readonly string[] | undefined;
  /** Papers to leave for a later supplement. */
  readonly except?: readonly string[];
  /** For the sample alone: when it was issued. Left out, now. */
  readonly issuedAt?: string | undefined;
  readonly now?: string | undefined;
}

export interface Issued {
  readonly record: IssueRecord;
  readonly folder: string;
  readonly problems: readonly Problem[];
  /** `5 clear days before the meeting`; null for minutes, and where the days cannot be counted. */
  readonly clearDays: string | null;
}

/** Issues papers of a meeting. Refuses, with the reason in words, where the law or the files do not let it. */
export async function issue(
  request: IssueRequest,
  browser: () => Promise<Browser>,
  progress: (step: string) => void,
): Promise<Issued> {
  progress("Reading the council's files");
  const loaded = loadCouncil(request.root, { drafts: true, now: request.now });
  const { council: read, meeting, drafts } = find(loaded, request.meeting);
  const kind = request.kind ?? kindOf(meeting, drafts);
  const chosen = choose(request, kind, meeting, drafts);
  const council = narrowDrafts({ ...read, now: request.issuedAt ?? read.now }, meeting.id, kind, chosen);
  const last = meeting.issued.at(-1)?.record.issuedAt;
  if (last && council.now < last)
    throw new Refusal(`${meeting.id} had papers issued at ${last}, which is after now. Put the machine's clock right.`);

  progress("Checking");
  const problems = checkCouncil(loaded).filter((problem) => concerns(problem, meeting));
  if (problems.some(stops)) throw new Refusal(refusalOf(meeting, problems.filter(stops)));

  const site = siteFor(council);
  const view = site.meeting(meeting.id);
  if (!view) throw new Refusal(`The committee of ${meeting.id} cannot be read, so nothing can be issued for it.`);
  const papers = view.papers.filter((paper) => chosen.includes(paper.id));
  const pack = await makePack(
    {
      site,
      meeting: view,
      kind,
      papers,
      supplement: meeting.issued.filter((snapshot) => snapshot.record.kind === "supplement").length + 1,
      firstPage: kind === "supplement" ? lastPageOf(meeting) + 1 : 1,
      issuedAt: council.now,
    },
    council.root,
    await browser(),
    progress,
  );
  progress("Writing the snapshot");
  const clearDays = kind === "minutes" ? null : site.clearDays(council.now, meeting.living.value.date);
  return { ...writeSnapshot({ council, meeting, drafts, kind, papers, pack }), problems, clearDays };
}

/** The site that a pack's parts are made from. */
export function siteFor(council: Council): Site {
  const environment = makeEnvironment(council.root);
  return new Site(draftCouncil(council), (name, data) => environment.render(`components/${name}/template.njk`, data));
}

export function find(
  { council, problems }: Loaded,
  id: string,
): { council: Council; meeting: CouncilMeeting; drafts: Papers } {
  if (!council)
    throw new Refusal(problems.map((problem) => `${problem.file}: ${problem.message} ${problem.mend}`).join("\n"));
  const meeting = council.meetings.find((each) => each.id === id);
  if (meeting?.drafts) return { council, meeting, drafts: meeting.drafts };
  const guess = nearest(
    id,
    council.meetings.map((each) => each.id),
  );
  throw new Refusal(`There is no meeting \`${id}\`.${guess ? ` Did you mean \`${guess}\`?` : ""}`, 2);
}

function kindOf(meeting: CouncilMeeting, drafts: Papers): IssueKind {
  if (!meeting.issued.some((snapshot) => snapshot.record.kind === "agenda")) return "agenda";
  const hasMinutes = meeting.issued.some((snapshot) => snapshot.record.kind === "minutes");
  return drafts.minutes && !hasMinutes ? "minutes" : "supplement";
}

/** What stops this meeting's papers: problems in its own folder, and in the files that its papers are made with. */
function concerns({ file, rule }: Problem, meeting: CouncilMeeting): boolean {
  // Minutes to be approved are printed from another meeting's snapshots, so no fault in any record is passed over.
  if (rule.startsWith("record-")) return true;
  const charts = [...(meeting.drafts?.reports ?? []), meeting.drafts?.minutes].some(
    (document) => document?.outline.charts.length,
  );
  return (
    file.startsWith(`${meeting.folder}/`) ||
    file === "data/council.json" ||
    file === `content/committees/${meeting.living.value.committee}.md` ||
    file.startsWith("content/members/") ||
    (charts && file.startsWith("data/plans/"))
  );
}

function refusalOf(meeting: CouncilMeeting, problems: readonly Problem[]): string {
  const lines = problems.map(
    ({ file, line, column, message, mend }) => `${file}:${line}:${column} ${message}\n    ${mend}`,
  );
  return `Nothing was issued for ${meeting.id}. Put this right first:\n${lines.join("\n")}`;
}

/** The names of the reports to issue; none for minutes. */
function choose(request: IssueRequest, kind: IssueKind, meeting: CouncilMeeting, drafts: Papers): string[] {
  const already = new Set(meeting.issued.flatMap((snapshot) => snapshot.papers.reports.map((report) => report.id)));
  const hasAgenda = meeting.issued.some((snapshot) => snapshot.record.kind === "agenda");
  if (kind === "agenda") {
    if (!drafts.agenda) throw new Refusal(`${meeting.id} has no agenda.md, so there is nothing to issue.`);
    if (hasAgenda)
      throw new Refusal(
        `The agenda of ${meeting.id} is issued. What comes after it is a supplement: --kind supplement.`,
      );
  } else if (!hasAgenda) throw new Refusal(`The agenda of ${meeting.id} is not issued yet; issue that first.`);
  if (kind === "minutes") {
    if (!drafts.minutes) throw new Refusal(`${meeting.id} has no minutes.md, so there is nothing to issue.`);
    if (meeting.issued.some((snapshot) => snapshot.record.kind === "minutes"))
      throw new Refusal(
        `The minutes of ${meeting.id} are issued. Corrections are made by the meeting that approves them.`,
      );
    return [];
  }
  const agenda = meeting.issued.findLast((snapshot) => snapshot.papers.agenda)?.papers.agenda;
  if (kind === "supplement" && drafts.agenda && drafts.agenda.hash !== agenda?.hash)
    throw new Refusal(
      `agenda.md of ${meeting.id} is not as it was issued, and a supplement adds papers to the agenda that was. Put agenda.md back as it was issued (issued/1/agenda.md) and run the command again; revised agendas come with a later version of Clear Days.`,
    );
  for (const name of request.papers ?? []) {
    if (already.has(name)) throw new Refusal(`\`${name}\` is issued already.`);
    if (!drafts.reports.some((report) => report.id === name))
      throw new Refusal(`${meeting.id} has no paper \`${name}\`.`, 2);
  }
  const listed = new Set((kind === "agenda" ? drafts.agenda : agenda)?.value.items.flatMap((item) => item.papers));
  const chosen = drafts.reports
    .filter(({ id, value }) => value.access === "public" && listed.has(id) && !already.has(id))
    .map(({ id }) => id)
    .filter((id) => !request.except?.includes(id) && (request.papers?.includes(id) ?? true));
  if (kind === "supplement" && chosen.length === 0)
    throw new Refusal(`Every paper of ${meeting.id} is issued; there is nothing for a supplement.`);
  return chosen;
}

/** The last page issued for the meeting's agenda; supplements number on from it. */
function lastPageOf(meeting: CouncilMeeting): number {
  return Math.max(
    0,
    ...meeting.issued.filter(({ record }) => record.kind !== "minutes").map(({ record }) => record.pack.lastPage),
  );
}
