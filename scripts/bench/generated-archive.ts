/**
 * Writes a made-up council's archive into a folder: twenty years of meetings whose papers are issued, their drafts beside
 * them, and a few meetings still to come. It loads and breaks no rule; the same seed writes the same bytes. It prints
 * nothing: what stands for a PDF is a small page of its own. Called by the bench, and by tests that need an archive.
 */
import { addDays } from "../model/civil.ts";
import type { Limbs } from "../model/council.ts";
import { type Meeting, meeting as meetingSchema } from "../model/meeting.ts";
import { type ArchiveBodies, archiveBodies } from "./archive-bodies.ts";
import { ARCHIVE_NOW, archiveCalendar, CHANGED_REPORT, type PlannedMeeting, paperAt } from "./archive-calendar.ts";
import { type ForwardPlanned, forwardPlanOf, type LivingSetting, writeLiving } from "./archive-living.ts";
import { agendaText, FORMAL_ITEMS, type MeetingPapers, minutesText, type ReportItem } from "./archive-minutes.ts";
import { type ArchivePlans, archivePlans } from "./archive-plans.ts";
import { type ArchiveReport, archiveReport } from "./archive-report.ts";
import {
  ArchiveChain,
  appendixPdf,
  numbersOf,
  type PackPart,
  type PaperNumbers,
  putFile,
} from "./archive-snapshots.ts";
import { Draws } from "./draws.ts";
import { matterText } from "./matter-text.ts";

export interface ArchiveOptions {
  /** Reports at meetings that are over. */
  readonly papers: number;
  readonly seed?: number;
  /** Meetings still to come: half with an issued agenda, two with drafts only, the rest with their day alone. */
  readonly meetingsAhead?: number;
}

export interface ArchivedMeeting {
  readonly id: string;
  readonly folder: string;
  readonly date: string;
  /** The files of its reports' drafts, in the order of the agenda. */
  readonly papers: readonly string[];
  /** Acts of issuing. */
  readonly issued: number;
  readonly state: "over" | "issued" | "drafts" | "set";
  readonly later: PlannedMeeting["later"];
}

export interface GeneratedArchive {
  readonly now: string;
  readonly meetings: readonly ArchivedMeeting[];
  readonly committees: readonly string[];
  readonly members: readonly string[];
  readonly inspections: readonly string[];
  readonly plans: readonly string[];
  readonly matters: readonly string[];
  readonly forwardPlan: readonly string[];
  readonly followUps: readonly string[];
}

/** Writes the archive into `root`, which should be empty. */
export function writeGeneratedArchive(root: string, options: ArchiveOptions): GeneratedArchive {
  const { papers, seed = 1, meetingsAhead = papers < 100 ? 2 : 8 } = options;
  const years = papers >= 500 ? 20 : Math.max(1, Math.ceil(papers / 25));
  const begins = `${2027 - years}-01-13`;
  const bodies = archiveBodies(sizeOf(papers), begins, seed);
  const meetings = archiveCalendar({ papers, meetingsAhead, begins, seed }, bodies.committees);
  const plans = archivePlans(papers >= 1000 ? 20 : Math.max(1, Math.round(papers / 50)), begins, meetings, seed);
  const setting: LivingSetting = { root, papers, seed, meetings, bodies, plans };
  const forwardPlan = forwardPlanOf(setting);
  const matters = writeLiving(setting, forwardPlan);
  const writer = new MeetingWriter(root, seed, bodies, plans, meetings, forwardPlan);
  return {
    now: ARCHIVE_NOW,
    meetings: meetings.map((meeting) => writer.write(meeting)),
    committees: bodies.committees.map(({ id }) => id),
    members: bodies.members.map(({ id }) => id),
    inspections: plans.inspections.map(({ id }) => id),
    plans: plans.inspections.map(({ plan }) => plan),
    matters,
    forwardPlan: forwardPlan.map(({ id }) => id),
    followUps: meetings.flatMap(({ asks }) => asks.map(({ id }) => id)),
  };
}

function sizeOf(papers: number): { committees: number; members: number } {
  if (papers < 100) return { committees: 3, members: 5 };
  return papers < 500 ? { committees: 6, members: 24 } : { committees: 12, members: 60 };
}

class MeetingWriter {
  /** Of the meeting before, by body: what a pack needs to hold its minutes. */
  private readonly lastMinutes = new Map<
    string,
    { readonly of: PlannedMeeting; readonly numbers: PaperNumbers; readonly words: number }
  >();
  private readonly names: Readonly<Record<string, string>>;
  private readonly notices: ReadonlyMap<number, string>;

  private readonly root: string;
  private readonly seed: number;
  private readonly plans: ArchivePlans;
  private readonly meetings: readonly PlannedMeeting[];

  constructor(
    root: string,
    seed: number,
    bodies: ArchiveBodies,
    plans: ArchivePlans,
    meetings: readonly PlannedMeeting[],
    forwardPlan: readonly ForwardPlanned[],
  ) {
    this.root = root;
    this.seed = seed;
    this.plans = plans;
    this.meetings = meetings;
    this.names = Object.fromEntries(bodies.members.map(({ id, name }) => [id, `Councillor ${name}`]));
    this.notices = new Map(
      forwardPlan.flatMap(({ id, meeting }) =>
        meeting && meeting.ahead === null ? [[meeting.index, id] as const] : [],
      ),
    );
  }

  /** Writes one meeting's drafts and everything that was issued for it. */
  write(meeting: PlannedMeeting): ArchivedMeeting {
    const draws = new Draws(this.seed * 179_424_673 + meeting.index);
    const { folder, ahead } = meeting;
    putFile(this.root, `${folder}/meeting.md`, matterText(livingOf(meeting), "Anybody may come and listen.\n"));
    const summary = {
      id: meeting.id,
      folder,
      date: meeting.date,
      later: meeting.later,
      state: ahead ?? ("over" as const),
    };
    if (ahead === "set") return { ...summary, papers: [], issued: 0 };
    const before = this.lastMinutes.get(meeting.committee.id) ?? null;
    const items = this.itemsOf(meeting, draws);
    const reports = items.flatMap((item) => item.reports);
    const papers: MeetingPapers = {
      meeting,
      approves: before && before.of.minutesAt < meeting.agendaAt ? before.of : null,
      items,
      toFollow: meeting.later === "supplement" ? (reports.at(-1)?.id ?? null) : null,
    };
    const agenda = agendaText(papers, draws);
    const minutes = ahead === null ? minutesText(papers, draws) : null;
    putFile(this.root, `${folder}/agenda.md`, agenda);
    const revised = meeting.later === "revision" ? revisionOf(reports[CHANGED_REPORT] as ArchiveReport) : null;
    for (const report of reports) {
      putFile(this.root, `${folder}/${report.id}.md`, report.id === revised?.id ? revised.text : report.text);
      if (report.appendix)
        putFile(
          this.root,
          `${folder}/${report.appendix.file}`,
          appendixPdf(report.appendix.title, this.seed, report.id),
        );
    }
    if (minutes) putFile(this.root, `${folder}/minutes.md`, minutes.text);
    const issued = ahead === "drafts" ? 0 : this.issue(papers, agenda, minutes, revised);
    return { ...summary, papers: reports.map(({ id }) => `${folder}/${id}.md`), issued };
  }

  /** Every act of a meeting, in order. Gives their number. */
  private issue(
    papers: MeetingPapers,
    agenda: string,
    minutes: { text: string; body: string } | null,
    revised: ArchiveReport | null,
  ): number {
    const { meeting, approves, items, toFollow } = papers;
    const reports = items.flatMap((item) => item.reports);
    const chain = new ArchiveChain(
      { root: this.root, address: meeting.id, folder: meeting.folder, seed: this.seed },
      meeting.index,
    );
    const context = (status: "scheduled" | "held") => ({
      committee: meeting.committee,
      meeting: meetingSchema.parse({ ...livingOf(meeting), status }) as Meeting,
      members: this.names,
    });
    const part = (report: ArchiveReport): PackPart => ({
      id: report.id,
      kind: "report",
      text: report.text,
      numbers: numbersOf(report.body, report.numbering),
      words: report.words,
      report,
    });
    const before = this.lastMinutes.get(meeting.committee.id);
    const approved: PackPart[] =
      approves && before
        ? [
            {
              id: `minutes-of-${approves.id}`,
              kind: "minutes",
              text: null,
              numbers: before.numbers,
              words: before.words,
              report: null,
            },
          ]
        : [];
    const plain = { reason: null, sequence: 1, agenda: null, limbs: null };
    const first = reports.filter(({ id }) => id !== toFollow).map(part);
    chain.issue(
      { ...plain, kind: "agenda", at: meeting.agendaAt, agenda, parts: [...approved, ...first] },
      context("scheduled"),
    );
    let acts = 1;
    const late = reports.find(({ id }) => id === toFollow);
    if (late) {
      acts += 1;
      chain.issue(
        { ...plain, kind: "supplement", at: `${addDays(meeting.date, -10)}T11:00`, parts: [part(late)] },
        context("scheduled"),
      );
    }
    if (revised) {
      acts += 1;
      chain.issue(
        {
          ...plain,
          kind: "revision",
          at: `${addDays(meeting.date, -6)}T11:00`,
          reason: "A figure in the last paragraph was wrong.",
          parts: [part(revised)],
        },
        context("scheduled"),
      );
    }
    if (!minutes) return acts;
    const numbers = numbersOf(minutes.body, "typed");
    const words = minutes.body.split(" ").length;
    const own: PackPart = { id: "minutes", kind: "minutes", text: minutes.text, numbers, words, report: null };
    chain.issue(
      { ...plain, kind: "minutes", at: meeting.minutesAt, parts: [own], limbs: limbsOf(items) },
      context("held"),
    );
    this.lastMinutes.set(meeting.committee.id, { of: meeting, numbers, words });
    const withdrawn = meeting.later === "withdrawal" ? reports[CHANGED_REPORT] : undefined;
    const backOn = `${addDays(meeting.date, 14)}T12:00`;
    if (!withdrawn || backOn > ARCHIVE_NOW) return acts + 1;
    chain.withdraw(withdrawn, backOn, "It named a person who had asked not to be named.", context("held"));
    return acts + 2;
  }

  /** An item a report, as a rule; sometimes two reports have one between them. */
  private itemsOf(meeting: PlannedMeeting, draws: Draws): ReportItem[] {
    const answered = meeting.answers.filter(({ how }) => how === "report");
    const notice = this.notices.get(meeting.index) ?? null;
    const told = addDays(meeting.date, -20);
    const inspections = this.plans.inspections.filter(({ published }) => published < told);
    const items: { number: string; reports: ArchiveReport[]; forwardPlan: string | null }[] = [];
    for (let at = 0; at < meeting.reports; at++) {
      const shares = at > 1 && draws.happens(8);
      if (!shares)
        items.push({
          number: String(FORMAL_ITEMS + 1 + items.length),
          reports: [],
          forwardPlan: at === 0 ? notice : null,
        });
      const item = items.at(-1) as (typeof items)[number];
      const discharges = answered.filter((_, place) => (place + 1) % meeting.reports === at).map(({ id }) => id);
      const earlier = Array.from({ length: draws.whole(0, 1) }, () => this.earlier(meeting, draws)).filter(
        (each) => each !== null,
      );
      item.reports.push(
        archiveReport({
          ...{ meeting, at, item: item.number, discharges, earlier, inspections, seed: this.seed },
          isKeyDecision: item.forwardPlan !== null && at === 0,
        }),
      );
    }
    return items;
  }

  /** The address of a paragraph in a report of a meeting before this one; most lead back a year or less. */
  private earlier(meeting: PlannedMeeting, draws: Draws): string | null {
    const back = draws.whole(1, draws.happens(80) ? 200 : 4000);
    const other = this.meetings[meeting.index - back];
    if (!other || other.ahead || other.later !== null) return null;
    return `/meetings/${other.id}/${paperAt(other, draws.whole(0, other.reports - 1), this.seed).id}/#p2-1`;
  }
}

function livingOf({ committee, date, ahead }: PlannedMeeting) {
  return {
    committee: committee.id,
    date,
    time: "18:30",
    duration: "about 2 hours",
    place: {
      name: "The Long Room, Alderwick",
      address: "The Long House, Alderwick",
      access: "Step-free from the street.",
    },
    status: ahead === null ? "held" : undefined,
  };
}

/** The report with another sentence at its end, which moves no number. */
function revisionOf(report: ArchiveReport): ArchiveReport {
  const add = (text: string) =>
    `${text.trimEnd()}\n\n### What was put right\n\nA figure in this report was wrong when it was first issued.\n`;
  return { ...report, text: add(report.text), body: add(report.body) };
}

function limbsOf(items: readonly ReportItem[]): Limbs {
  return Object.fromEntries(
    items.map(({ number, reports }) => [
      number,
      reports.flatMap(({ id, limbs }) => limbs.map((_, limb) => ({ paper: id, limb }))),
    ]),
  );
}
