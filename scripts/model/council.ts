/**
 * The Council: everything that `load` read, typed and read-only. It holds front matter, outlines, hashes and places
 * of papers; bodies are read when they are rendered. Public outputs never take it: see access/.
 */
import type { Agenda } from "./agenda.ts";
import type { CivilDateTime } from "./civil.ts";
import type { Committee } from "./committee.ts";
import type { CouncilSettings } from "./council-settings.ts";
import type { Decision } from "./decision.ts";
import type { ForwardPlanEntry } from "./forward-plan.ts";
import type { Inspection } from "./inspection.ts";
import type { Matter } from "./matter.ts";
import type { Meeting } from "./meeting.ts";
import type { Member } from "./member.ts";
import type { Minutes } from "./minutes.ts";
import type { Outline } from "./outline.ts";
import type { Page } from "./page.ts";
import type { PdfFacts } from "./pdf-facts.ts";
import type { Measure, Plan } from "./plan.ts";
import type { IssueRecord, PageMap } from "./record.ts";
import type { Report } from "./report.ts";
import type { ReportTemplate } from "./report-template.ts";

/** Lines and columns of every value of a file, by its path: `items/0/title`. */
export type Positions = ReadonlyMap<string, readonly [line: number, column: number]>;

/** Something read from one file. */
export interface Sourced<Value> {
  readonly id: string;
  /** The file, relative to the council's root, with `/` on every system. */
  readonly file: string;
  readonly value: Value;
  readonly positions: Positions;
  /** SHA-256 of the file's bytes. */
  readonly hash: string;
}

/** Something with a Markdown body, which stays in its file until it is rendered. */
export interface Document<Value> extends Sourced<Value> {
  /** The line of the file that the body begins on, from 1. */
  readonly bodyLine: number;
  readonly outline: Outline;
}

/** The papers of one meeting: as drafted, or as they stood in one snapshot. */
export interface Papers {
  readonly agenda: Sourced<Agenda> | null;
  readonly reports: readonly Document<Report>[];
  readonly minutes: Document<Minutes> | null;
  /** Files that papers bring with them, appendices and images, by path relative to the meeting's folder. */
  readonly attachments: ReadonlyMap<string, Attachment>;
}

export interface Attachment {
  readonly file: string;
  readonly hash: string;
  readonly bytes: number;
  /** Of a draft's appendix: what is known of it; null where it is no PDF. */
  readonly pdf?: PdfFacts | null;
}

/** The names and figures that papers used when they were issued. */
export interface IssueContext {
  readonly council: string;
  readonly committee: { readonly id: string } & Committee;
  readonly meeting: Meeting;
  readonly members: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, Measure & { readonly plan: string }>>;
  /** Of minutes: by item, the limbs that its reports had together then, each as a report and its place in it from 0. */
  readonly limbs?: Limbs;
}

export type Limbs = Readonly<Record<string, readonly { readonly paper: string; readonly limb: number }[]>>;

/** One snapshot: its record, and the papers as they were. */
export interface Snapshot {
  /** The folder, relative to the root: `content/meetings/2026/2026-09-28-cabinet/issued/1`. */
  readonly folder: string;
  readonly record: IssueRecord;
  /** SHA-256 of the record's own bytes, which the next record holds. */
  readonly recordHash: string;
  readonly papers: Papers;
  /** The page of every paragraph, by the paper's name in the record. */
  readonly pageMaps: ReadonlyMap<string, PageMap>;
  readonly context: IssueContext;
}

/** One entry of the forward plan: what is being written of it, and its notices as they were issued. */
export interface ForwardPlan {
  readonly id: string;
  readonly folder: string;
  /** Null when the public site is built, which never opens it. */
  readonly draft: Document<ForwardPlanEntry> | null;
  readonly issued: readonly IssuedNotice[];
}

export interface IssuedNotice {
  readonly folder: string;
  readonly record: IssueRecord;
  readonly recordHash: string;
  readonly entry: Document<ForwardPlanEntry>;
}

export interface CouncilMeeting {
  /** The folder's name: the day first set and the committee, for ever. */
  readonly id: string;
  readonly folder: string;
  readonly living: Document<Meeting>;
  /** What is being written; null when the public site is built, which never opens it. */
  readonly drafts: Papers | null;
  readonly issued: readonly Snapshot[];
}

/** What is known of meetings that are opened only when they are looked at: facts of all of them by name, null where a fact is not kept. */
export interface KeptFacts {
  /** As rules have them, of the council with the drafts that it has. */
  readonly every: (fact: string) => readonly KeptFact[] | null;
  /** As the preview shows meetings, with every draft. */
  readonly everyShown: (fact: string) => readonly KeptFact[] | null;
  /** The addresses of all papers that were issued. */
  readonly papersIssued: () => readonly string[];
}

export interface KeptFact {
  readonly meeting: string;
  readonly value: unknown;
}

export interface Council {
  readonly root: string;
  readonly settings: Sourced<CouncilSettings>;
  /** What the clocks say: the date and time in the council's zone. */
  readonly now: CivilDateTime;
  readonly committees: readonly Document<Committee>[];
  readonly members: readonly Document<Member>[];
  readonly meetings: readonly CouncilMeeting[];
  readonly inspections: readonly Document<Inspection>[];
  readonly plans: readonly Sourced<Plan>[];
  /** Plans as they were when a meeting endorsed them, by plan and version: `recovery-plan-0.3`. */
  readonly endorsedPlans: readonly Sourced<Plan>[];
  readonly matters: readonly Document<Matter>[];
  readonly decisions: readonly Document<Decision>[];
  readonly forwardPlan: readonly ForwardPlan[];
  readonly pages: readonly Document<Page>[];
  /** How the council's Word templates are read; none when the public site is built, which never opens them. */
  readonly reportTemplates: readonly Sourced<ReportTemplate>[];
  /** There where the meetings are opened one by one: then nothing that can ask for a fact looks through all of them. */
  readonly kept?: KeptFacts | undefined;
}

/** `whole` with `changes`, nothing of either being read for it: a part of a council may be read only when it is looked at. */
export function sameBut<Whole extends object>(whole: Whole, changes: Partial<Whole>): Whole {
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(whole), ...Object.getOwnPropertyDescriptors(changes) },
  ) as Whole;
}

/** The line and column of a value, or of the nearest thing around it that has one; the file's start failing that. */
export function placeOf(source: { file: string; positions: Positions }, path: readonly (string | number)[]) {
  for (let length = path.length; length >= 0; length--) {
    const found = source.positions.get(path.slice(0, length).join("/"));
    if (found) return { file: source.file, line: found[0], column: found[1] };
  }
  return { file: source.file, line: 1, column: 1 };
}

/** How a member is called: `Councillor Jo Mbeki`. */
export function memberName(member: Member): string {
  return member.title === "none" ? member.name : `${member.title} ${member.name}`;
}
