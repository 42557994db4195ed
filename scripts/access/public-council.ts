/**
 * The PublicCouncil: what public outputs may know, and the only type they accept. It is made by an allow-list of documents, in
 * admit-issued.ts from what was issued and in admit-drafts.ts for an officer's own preview.
 */
import type { Agenda } from "../model/agenda.ts";
import type { CivilDate, CivilDateTime } from "../model/civil.ts";
import type { Committee } from "../model/committee.ts";
import type { Limbs } from "../model/council.ts";
import type { CouncilSettings } from "../model/council-settings.ts";
import type { ForwardPlanEntry } from "../model/forward-plan.ts";
import type { Inspection } from "../model/inspection.ts";
import type { Matter } from "../model/matter.ts";
import type { Meeting } from "../model/meeting.ts";
import type { Member } from "../model/member.ts";
import type { Minutes } from "../model/minutes.ts";
import type { Outline } from "../model/outline.ts";
import type { Page } from "../model/page.ts";
import type { Action, Measure, Plan } from "../model/plan.ts";
import type { PlanChange } from "../model/plan-changes.ts";
import type { IssueKind, MissedClock, PageRange } from "../model/record.ts";
import type { Report } from "../model/report.ts";

/** A paper's words, to be read through `PublicCouncil.read` and no other way. */
export interface BodyPlace {
  readonly file: string;
}

/** The pages of a paper's blocks by anchor. Held whole, so that it need not be opened to pass a paper on. */
export interface PagesOfBlocks {
  readonly blocks: Readonly<Record<string, PageRange>>;
}

/** Of what has no pages yet, or none any more. */
export const NO_PAGES: PagesOfBlocks = { blocks: {} };

export interface PublicDocument<Value> {
  readonly id: string;
  readonly value: Value;
  readonly outline: Outline;
  readonly body: BodyPlace;
}

/** A PDF or image that is published as it is: where it lies now, and its address under the meeting's. */
export interface PublicFile {
  readonly file: string;
  readonly address: string;
  readonly bytes: number;
  /** SHA-256 of its bytes, where it goes with a paper. */
  readonly hash?: string;
}

export interface PublicAppendix extends PublicFile {
  readonly id: string;
  readonly title: string;
  readonly pages: PageRange | null;
  /** Whether it has tags for those who cannot see it; else readers are told, and whom to ask. */
  readonly isAccessible: boolean;
}

export interface PublicPaper<Value = Report> extends PublicDocument<Value> {
  /** Null in a preview, for what is not issued yet. */
  readonly issuedAt: CivilDateTime | null;
  /** How it was issued: with the agenda, in a supplement, as minutes. */
  readonly issuedAs: IssueKind | null;
  readonly pages: PageRange | null;
  /** The paper alone as a PDF; null for a draft, and for minutes, which are a PDF of their own. */
  readonly pdf: PublicFile | null;
  readonly pageMap: PagesOfBlocks;
  readonly appendices: readonly PublicAppendix[];
  /** Image files by the name the paper uses. */
  readonly images: ReadonlyMap<string, PublicFile>;
  /** The snapshot it stands in, which its pack has too; null for a draft. */
  readonly issuedIn: number | null;
  /** Which version it is, from 1. */
  readonly version: number;
  /** When its first version was issued, which is when its clock began; null for a draft. */
  readonly firstIssuedAt: CivilDateTime | null;
  /** Why it was issued again, for a later version. */
  readonly reason: string | null;
  /** The versions before it, first to last. */
  readonly earlier: readonly PublicPaper<Value>[];
  /** Members by file name, as they were called when it was issued; null for a draft, which uses their names now. */
  readonly names: Readonly<Record<string, string>> | null;
  /** Of minutes: the limbs of each item's reports as they were counted then; null for a draft, which counts them now. */
  readonly limbs: Limbs | null;
  /** The figures its charts show: as they stood when it was issued. */
  readonly measures: Readonly<Record<string, Measure & { readonly plan: string }>>;
}

export interface PublicPack extends PublicFile {
  readonly issuedIn: number;
  readonly kind: IssueKind;
  readonly largePrint: PublicFile | null;
  readonly title: string;
  readonly firstPage: number;
  readonly lastPage: number;
  readonly issuedAt: CivilDateTime;
  /** True where a paper in it was withdrawn, and the same pages say so. */
  readonly isReplaced: boolean;
  /** The papers in it, first to last. */
  readonly parts: readonly PublicPackPart[];
}

/** A paper as it stands in one pack: its pages there. */
export interface PublicPackPart {
  /** The paper's name; of another meeting's minutes, `minutes`. */
  readonly id: string;
  /** The earlier meeting whose minutes they are; null for a paper of the pack's own meeting. */
  readonly minutesOf: string | null;
  /** Its pages without its appendices; of a paper that was withdrawn since, all that it had. */
  readonly pages: PageRange;
  /** None of a paper that was withdrawn. */
  readonly pageMap: PagesOfBlocks;
  readonly appendices: readonly { readonly id: string; readonly pages: PageRange }[];
  readonly withdrawnAt: CivilDateTime | null;
}

export interface PublicAgenda {
  readonly value: Agenda;
  readonly issuedAt: CivilDateTime | null;
  /** When the first agenda was issued; null for a draft of it. */
  readonly firstIssuedAt: CivilDateTime | null;
  readonly reason: string | null;
  readonly earlier: readonly PublicAgenda[];
}

/** One act of issuing, as the public may read it. */
export interface PublicAct {
  readonly number: number;
  readonly kind: IssueKind;
  readonly issuedAt: CivilDateTime;
  readonly reason: string | null;
  /** The papers issued by it, by name. */
  readonly papers: readonly string[];
  readonly missedClocks: readonly MissedClock[];
  /** The record as it stands, and its hash. */
  readonly record: PublicFile & { readonly hash: string; readonly files: Readonly<Record<string, string>> };
}

/** A paper that was taken back: what may be said of it, and nothing that it held. */
export interface PublicTombstone {
  readonly id: string;
  readonly kind: "report" | "minutes";
  readonly item: string | null;
  readonly withdrawnAt: CivilDateTime;
  readonly reason: string | null;
  readonly issuedAt: CivilDateTime | null;
  /** Its pages in the pack, which keep their numbers and hold this word of it. */
  readonly pages: PageRange | null;
  /** How many versions were published, each of which had an address. */
  readonly versions: number;
  /** Whether a mended version stands at the paper's own address now. */
  readonly isReissued: boolean;
}

export interface PublicMeeting {
  readonly id: string;
  readonly living: PublicDocument<Meeting>;
  /** The committee as it was when the agenda was issued; as it is now before that. */
  readonly committee: { readonly id: string } & Committee;
  readonly agenda: PublicAgenda | null;
  readonly papers: readonly PublicPaper[];
  readonly minutes: PublicPaper<Minutes> | null;
  readonly packs: readonly PublicPack[];
  /** Minutes of earlier meetings that stand in the agenda pack to be approved, and their pages there. */
  readonly minutesToApprove: Readonly<Record<string, PageRange>>;
  /** Every act of issuing, first to last. */
  readonly acts: readonly PublicAct[];
  readonly tombstones: readonly PublicTombstone[];
  readonly isDraft: boolean;
}

/** A reading or report of progress whose paper is not issued yet says so, and nothing else. */
export interface PublicMeasure extends Measure {
  readonly readingsToFollow: number;
  /** Small counts that could make somebody known, which nobody has decided to publish. */
  readonly countsWithheld: number;
}
export interface PublicAction extends Action {
  readonly progressToFollow: number;
}
export interface PublicPlan extends Omit<Plan, "actions" | "measures"> {
  readonly id: string;
  readonly actions: readonly PublicAction[];
  readonly measures: readonly PublicMeasure[];
  /** What it says now that it did not say when it was endorsed; null where the version of that day was not kept. */
  readonly changes: readonly PlanChange[] | null;
}

/** One subject across meetings, with those of its papers that are public. */
export interface PublicMatter extends PublicDocument<Matter> {
  readonly papersToFollow: number;
}

/** An entry of the forward plan: its notices as they were issued, first to last. */
export interface PublicForwardPlan {
  readonly id: string;
  readonly notices: readonly {
    readonly issuedAt: CivilDateTime | null;
    readonly value: ForwardPlanEntry;
    readonly document: PublicDocument<ForwardPlanEntry>;
  }[];
  readonly acts: readonly PublicAct[];
}

export interface PublicCouncil {
  /** `draft` for an officer's preview, which every page of it says. */
  readonly audience: "public" | "draft";
  /** The day it is. No page can see the minute, so that a site is the same all day long. */
  readonly now: CivilDate;
  readonly settings: Omit<CouncilSettings, "sample">;
  readonly committees: readonly PublicDocument<Committee>[];
  readonly members: readonly PublicDocument<Member>[];
  readonly meetings: readonly PublicMeeting[];
  readonly inspections: readonly PublicDocument<Inspection>[];
  readonly plans: readonly PublicPlan[];
  readonly matters: readonly PublicMatter[];
  readonly pages: readonly PublicDocument<Page>[];
  readonly forwardPlan: readonly PublicForwardPlan[];
  /** The words of a body. Refuses any place that was not admitted. */
  readonly read: (place: BodyPlace) => string;
}

/** All of it but the meetings, of which there may be thousands: they are asked for one by one, or for facts of each. */
export type CouncilAround = Omit<PublicCouncil, "meetings">;
