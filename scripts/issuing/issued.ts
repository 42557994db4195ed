/** What an act of issuing is asked for with, and what it gives back. Used by issue.ts and the flows of this folder. */
import type { Problem } from "../model/problem.ts";
import type { IssueKind, IssueRecord, MissedClock } from "../model/record.ts";

/** What an officer may say; everything else is worked out. */
export interface Asked {
  /** Left out, what comes next in the meeting's life. */
  readonly kind?: IssueKind | undefined;
  /** The papers to issue, by name; left out, every one that the kind is about. */
  readonly papers?: readonly string[] | undefined;
  /** Papers to leave for later. */
  readonly except?: readonly string[] | undefined;
  readonly reason?: string | undefined;
}

export interface IssueRequest extends Asked {
  readonly root: string;
  /** What to issue for: a meeting's folder name, or `forward-plan/` and an entry's. */
  readonly address: string;
  /** For a release: the folder outside the repository where restricted papers are. */
  readonly restricted?: string | undefined;
  /** For the sample alone: when it was issued. Left out, now. */
  readonly issuedAt?: string | undefined;
  readonly now?: string | undefined;
}

export interface HeldBack {
  readonly paper: string;
  readonly problems: readonly Problem[];
}

/** How an act stands to the rules: worked out when it is planned, and told when it is done. */
export interface ActStanding {
  /** Papers that stay unpublished, each with what stands against it. */
  readonly heldBack: readonly HeldBack[];
  readonly missedClocks: readonly MissedClock[];
  /** What an officer should know and nothing is held back for. */
  readonly problems: readonly Problem[];
}

export interface Issued extends ActStanding {
  readonly record: IssueRecord;
  readonly folder: string;
  /** `5 clear days before the meeting`; null where that is no question, or the days cannot be counted. */
  readonly clearDays: string | null;
  /** What is public with the next build, and what is not, a line each. */
  readonly becomesPublic: readonly string[];
  readonly staysPrivate: readonly string[];
  /** For a withdrawal: what to do now, a line each. */
  readonly next: readonly string[];
}

export type Progress = (step: string) => void;
