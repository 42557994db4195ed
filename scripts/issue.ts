/** The act of issuing, as named steps: read, choose, check, print, and append a snapshot. Called by cli.ts. */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "puppeteer-core";
import { draftCouncil, measuresNow } from "./access/admit-drafts.ts";
import type { PublicMeeting, PublicPaper } from "./access/public-council.ts";
import { checkCouncil } from "./check/check.ts";
import { type Loaded, loadCouncil } from "./load/council.ts";
import { type Council, type CouncilMeeting, type IssueContext, memberName, type Papers } from "./model/council.ts";
import { nearest } from "./model/nearest.ts";
import { type Problem, stops } from "./model/problem.ts";
import { type IssueKind, type IssueRecord, issueRecord, RECORD_FORMAT } from "./model/record.ts";
import { Refusal } from "./model/refusal.ts";
import { type MadePack, makePack } from "./packs/make-pack.ts";
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
  const council = { ...read, now: request.issuedAt ?? read.now };
  const kind = request.kind ?? kindOf(meeting, drafts);

  progress("Checking");
  const problems = checkCouncil(loaded).filter((problem) => concerns(problem, meeting));
  if (problems.some(stops)) throw new Refusal(refusalOf(meeting, problems.filter(stops)));

  const environment = makeEnvironment(council.root);
  const site = new Site(draftCouncil(council, meeting.id), (name, data) =>
    environment.render(`components/${name}/template.njk`, data),
  );
  const view = site.meeting(meeting.id);
  if (!view) throw new Refusal(`The committee of ${meeting.id} cannot be read, so nothing can be issued for it.`);
  const papers = choose(request, kind, meeting, drafts, view);

  const before = meeting.issued.at(-1);
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
  const number = (before?.record.number ?? 0) + 1;
  const folder = `${meeting.folder}/issued/${number}`;
  const record = writeSnapshot({
    council,
    meeting,
    drafts,
    kind,
    papers,
    pack,
    number,
    folder,
    previous: before?.recordHash ?? null,
  });
  return { record, folder, problems };
}

function find(
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
  return drafts.minutes ? "minutes" : "supplement";
}

/** What stops this meeting's papers: problems in its own folder, and in the files that its papers are made with. */
function concerns({ file }: Problem, meeting: CouncilMeeting): boolean {
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

/** The papers to issue, in the agenda's order; none for minutes. */
function choose(
  request: IssueRequest,
  kind: IssueKind,
  meeting: CouncilMeeting,
  drafts: Papers,
  view: PublicMeeting,
): PublicPaper[] {
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
    if (!view.papers.some((paper) => paper.id === name))
      throw new Refusal(`${meeting.id} has no paper \`${name}\`.`, 2);
  }
  const listed = new Set((drafts.agenda ?? view.agenda)?.value.items.flatMap((item) => item.papers));
  const chosen = view.papers.filter(
    (paper) =>
      !already.has(paper.id) &&
      listed.has(paper.id) &&
      !request.except?.includes(paper.id) &&
      (request.papers?.includes(paper.id) ?? true),
  );
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

interface Snapshotting {
  readonly council: Council;
  readonly meeting: CouncilMeeting;
  readonly drafts: Papers;
  readonly kind: IssueKind;
  readonly papers: readonly PublicPaper[];
  readonly pack: MadePack;
  readonly number: number;
  readonly folder: string;
  readonly previous: string | null;
}

/** Writes the snapshot beside its place and renames it there, so that a snapshot is whole or not at all. */
function writeSnapshot(act: Snapshotting): IssueRecord {
  const { council, meeting, drafts, kind, papers, pack, number, folder } = act;
  const target = join(council.root, folder);
  if (existsSync(target)) throw new Refusal(`${folder} exists already. Nothing that was issued is ever written over.`);
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const files: Record<string, string> = {};
  const put = (name: string, bytes: Uint8Array | string) => {
    const file = join(unfinished, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
    files[name] = createHash("sha256").update(bytes).digest("hex");
  };
  const copy = (name: string) => put(name, readFileSync(join(council.root, meeting.folder, name)));

  if (kind === "agenda") copy("agenda.md");
  if (kind === "minutes") copy("minutes.md");
  for (const paper of papers) copy(`${paper.id}.md`);
  for (const name of attachmentsOf(kind, papers, drafts)) copy(name);
  put("context.json", `${JSON.stringify(contextOf(act), null, 2)}\n`);
  const packFile = { agenda: "agenda-pack.pdf", supplement: "supplement.pdf", minutes: "minutes.pdf" }[kind];
  put(packFile, pack.bytes);

  const record = issueRecord.parse({
    format: RECORD_FORMAT,
    meeting: meeting.id,
    number,
    kind,
    issuedAt: council.now,
    timeZone: council.settings.value.timeZone,
    previous: act.previous,
    pack: {
      file: packFile,
      title: pack.title,
      firstPage: pack.firstPage,
      lastPage: pack.lastPage,
      bytes: pack.bytes.length,
    },
    papers: pack.parts.map((part) => {
      const report = papers.find((paper) => paper.id === part.id);
      const appendix = (id: string) => report?.appendices.find((each) => each.id === id)?.address ?? "";
      const isOwn = part.kind === "report" || kind === "minutes";
      return {
        id: part.id,
        kind: part.kind,
        file: isOwn ? `${part.id}.md` : null,
        pages: part.pages,
        blocks: part.blocks,
        appendices: part.appendices.map(({ id, pages }) => ({ id, file: appendix(id), pages })),
      };
    }),
    files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))),
  } satisfies IssueRecord);
  writeFileSync(join(unfinished, "record.json"), `${JSON.stringify(record, null, 2)}\n`);
  renameSync(unfinished, target);
  return record;
}

/** The appendices and images that go with what is issued, by name in the meeting's folder. */
function attachmentsOf(kind: IssueKind, papers: readonly PublicPaper[], drafts: Papers): string[] {
  const images = kind === "minutes" ? (drafts.minutes?.outline.images.map((image) => image.file) ?? []) : [];
  const named = papers.flatMap((paper) => [
    ...paper.appendices.map((appendix) => appendix.address),
    ...paper.images.keys(),
  ]);
  return [...new Set([...images, ...named])].filter((name) => drafts.attachments.has(name)).sort();
}

/** The names and figures the papers used. */
function contextOf({ council, meeting, papers, drafts, kind }: Snapshotting): IssueContext {
  const committee = council.committees.find((each) => each.id === meeting.living.value.committee);
  if (!committee) throw new Refusal(`There is no committee \`${meeting.living.value.committee}\`.`);
  const documents =
    kind === "minutes"
      ? [drafts.minutes]
      : drafts.reports.filter((report) => papers.some((paper) => paper.id === report.id));
  const charted = new Set(
    documents.flatMap((document) => document?.outline.charts.map((chart) => chart.measure) ?? []),
  );
  const measures = Object.entries(measuresNow(council)).filter(([id]) => charted.has(id));
  return {
    council: council.settings.value.name,
    committee: { id: committee.id, ...committee.value },
    meeting: meeting.living.value,
    members: Object.fromEntries(council.members.map((member) => [member.id, memberName(member.value)])),
    measures: Object.fromEntries(measures),
  };
}

/** Prints a meeting's drafts as a pack that says on every page that it is a draft. */
export async function makeDraftPack(
  request: {
    readonly root: string;
    readonly meeting: string;
    readonly out?: string | undefined;
    readonly now?: string | undefined;
  },
  browser: () => Promise<Browser>,
  progress: (step: string) => void,
): Promise<{ file: string; pages: number }> {
  const { council, meeting } = find(loadCouncil(request.root, { drafts: true, now: request.now }), request.meeting);
  const environment = makeEnvironment(council.root);
  const site = new Site(draftCouncil(council, meeting.id), (name, data) =>
    environment.render(`components/${name}/template.njk`, data),
  );
  const view = site.meeting(meeting.id);
  if (!view?.agenda) throw new Refusal(`${meeting.id} has no agenda that can be read, so there is no pack to print.`);
  const pack = await makePack(
    { site, meeting: view, kind: "agenda", papers: view.papers, firstPage: 1, issuedAt: null },
    council.root,
    await browser(),
    progress,
  );
  const file = request.out ?? join(council.root, ".cleardays/draft-packs", `${meeting.id}.pdf`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, pack.bytes);
  return { file, pages: pack.lastPage };
}

/** Takes away every snapshot and makes them again in the order they were issued. For the sample council alone. */
export async function reissueSample(
  root: string,
  browser: () => Promise<Browser>,
  progress: (step: string) => void,
): Promise<Issued[]> {
  const { council } = loadCouncil(root, { drafts: true });
  const acts = council?.settings.value.sample?.issued;
  if (!council || !acts)
    throw new Refusal("This is not the sample council. What a council has issued is never made again.");
  const kept = join(root, ".cleardays/issued-before");
  rmSync(kept, { recursive: true, force: true });
  for (const { folder } of council.meetings) {
    const issued = join(root, folder, "issued");
    if (existsSync(issued)) cpSync(issued, join(kept, folder, "issued"), { recursive: true });
    rmSync(issued, { recursive: true, force: true });
  }
  const putBack = () => {
    for (const { folder } of council.meetings) {
      rmSync(join(root, folder, "issued"), { recursive: true, force: true });
      if (existsSync(join(kept, folder))) cpSync(join(kept, folder), join(root, folder), { recursive: true });
    }
  };
  try {
    return await issueAll(root, acts, browser, progress);
  } catch (error) {
    putBack();
    throw error;
  }
}

async function issueAll(
  root: string,
  acts: NonNullable<Council["settings"]["value"]["sample"]>["issued"],
  browser: () => Promise<Browser>,
  progress: (step: string) => void,
): Promise<Issued[]> {
  const done: Issued[] = [];
  for (const act of [...acts].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    progress(`Issuing ${act.meeting}, ${act.kind}`);
    const later = acts
      .filter((other) => other.meeting === act.meeting && other.at > act.at)
      .flatMap((other) => other.papers);
    const papers = act.papers.length > 0 ? act.papers : undefined;
    done.push(
      await issue(
        { root, meeting: act.meeting, kind: act.kind, papers, except: later, issuedAt: act.at },
        browser,
        () => {},
      ),
    );
  }
  return done;
}
