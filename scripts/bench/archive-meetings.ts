/**
 * Writes the meetings of a made-up archive one after another: their drafts, and every act of issuing. It holds no more than
 * the minutes of each body's last meeting. Called by generated-archive.ts.
 */
import { addDays } from "../model/civil.ts";
import type { Limbs } from "../model/council.ts";
import { type Meeting, meeting as meetingSchema } from "../model/meeting.ts";
import { ARCHIVE_NOW, CHANGED_REPORT, type PlannedMeeting } from "./archive-calendar.ts";
import { archiveItems } from "./archive-items.ts";
import type { ForwardPlanned, LivingSetting } from "./archive-living.ts";
import { agendaText, type MeetingPapers, minutesText, type ReportItem } from "./archive-minutes.ts";
import type { ArchiveReport } from "./archive-report.ts";
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

export class MeetingWriter {
  /** Of the meeting before, by body: what a pack needs to hold its minutes. */
  private readonly lastMinutes = new Map<
    string,
    { readonly of: PlannedMeeting; readonly numbers: PaperNumbers; readonly words: number }
  >();
  private readonly names: Readonly<Record<string, string>>;
  private readonly notices: ReadonlyMap<number, string>;

  private readonly setting: LivingSetting;

  constructor(setting: LivingSetting, forwardPlan: readonly ForwardPlanned[]) {
    this.setting = setting;
    const { bodies } = setting;
    this.names = Object.fromEntries(bodies.members.map(({ id, name }) => [id, `Councillor ${name}`]));
    this.notices = new Map(
      forwardPlan.flatMap(({ id, meeting }) =>
        meeting && meeting.ahead === null ? [[meeting.index, id] as const] : [],
      ),
    );
  }

  /** Writes one meeting's drafts and everything that was issued for it. */
  write(meeting: PlannedMeeting): ArchivedMeeting {
    const draws = new Draws(this.setting.seed * 179_424_673 + meeting.index);
    const { folder, ahead } = meeting;
    putFile(this.setting.root, `${folder}/meeting.md`, matterText(livingOf(meeting), "Anybody may come and listen.\n"));
    const summary = {
      id: meeting.id,
      folder,
      date: meeting.date,
      later: meeting.later,
      state: ahead ?? ("over" as const),
    };
    if (ahead === "set") return { ...summary, papers: [], issued: 0 };
    const before = this.lastMinutes.get(meeting.committee.id) ?? null;
    const items = archiveItems(this.setting, meeting, this.notices.get(meeting.index) ?? null, draws);
    const reports = items.flatMap((item) => item.reports);
    const papers: MeetingPapers = {
      meeting,
      approves: before?.of === meeting.previous && before && before.of.minutesAt < meeting.agendaAt ? before.of : null,
      items,
      toFollow: meeting.later === "supplement" ? (reports.at(-1)?.id ?? null) : null,
    };
    const agenda = agendaText(papers, draws);
    const minutes = ahead === null ? minutesText(papers, draws) : null;
    putFile(this.setting.root, `${folder}/agenda.md`, agenda);
    const revised = meeting.later === "revision" ? revisionOf(reports[CHANGED_REPORT] as ArchiveReport) : null;
    for (const report of reports) {
      putFile(this.setting.root, `${folder}/${report.id}.md`, report.id === revised?.id ? revised.text : report.text);
      if (report.appendix)
        putFile(
          this.setting.root,
          `${folder}/${report.appendix.file}`,
          appendixPdf(report.appendix.title, this.setting.seed, report.id),
        );
    }
    if (minutes) putFile(this.setting.root, `${folder}/minutes.md`, minutes.text);
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
      { root: this.setting.root, address: meeting.id, folder: meeting.folder, seed: this.setting.seed },
      meeting.index,
    );
    const context = (status: "scheduled" | "held") => ({
      committee: meeting.committee,
      meeting: meetingSchema.parse({ ...livingOf(meeting), status }) as Meeting,
      members: this.names,
    });
    const before = this.lastMinutes.get(meeting.committee.id);
    const approved: PackPart[] =
      approves && before ? [{ ...minutesPart(before, null), id: `minutes-of-${approves.id}` }] : [];
    const plain = { reason: null, sequence: 1, agenda: null, limbs: null };
    const first = reports.filter(({ id }) => id !== toFollow).map(reportPart);
    chain.issue(
      { ...plain, kind: "agenda", at: meeting.agendaAt, agenda, parts: [...approved, ...first] },
      context("scheduled"),
    );
    let acts = 1;
    const late = reports.find(({ id }) => id === toFollow);
    if (late) {
      acts += 1;
      chain.issue(
        { ...plain, kind: "supplement", at: `${addDays(meeting.date, -10)}T11:00`, parts: [reportPart(late)] },
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
          parts: [reportPart(revised)],
        },
        context("scheduled"),
      );
    }
    if (!minutes) return acts;
    const numbers = numbersOf(minutes.body, "typed");
    const words = minutes.body.split(" ").length;
    const own = minutesPart({ numbers, words }, minutes.text);
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
}

function reportPart(report: ArchiveReport): PackPart {
  const { id, text, body, numbering, words } = report;
  return { id, kind: "report", text, numbers: numbersOf(body, numbering), words, report };
}

function minutesPart({ numbers, words }: Pick<PackPart, "numbers" | "words">, text: string | null): PackPart {
  return { id: "minutes", kind: "minutes", text, numbers, words, report: null };
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
