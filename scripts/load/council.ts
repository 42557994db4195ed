/** Reads a whole council from its folder. The command line calls it; everything else works on what it returns. */
import { resolve } from "node:path";
import { type CivilDateTime, civilNow } from "../model/civil.ts";
import type { Council } from "../model/council.ts";
import type { CouncilSettings } from "../model/council-settings.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import type { Findings } from "./document.ts";
import { exists } from "./files.ts";
import { noCouncil, readLiving } from "./living.ts";
import { readMeetings } from "./meetings.ts";

export interface LoadOptions {
  /** Open what is being written; false for the public site, which never does. */
  readonly drafts: boolean;
  /** What the clock says, where that was given on the command line. */
  readonly now?: CivilDateTime | undefined;
}

export interface Loaded {
  /** Null where there is no council to speak of: no settings that can be read. */
  readonly council: Council | null;
  readonly problems: readonly Problem[];
  /** Whether what is being written was opened. */
  readonly drafts: boolean;
  /** Files that are there and could not be read; references to them are not reported again. */
  readonly unreadable: ReadonlySet<string>;
}

/** The council in the folder `root`, and every problem found in reading it. */
export function loadCouncil(root: string, options: LoadOptions): Loaded {
  const findings: Findings = { root: resolve(root), problems: [], unreadable: new Set() };
  const council = exists(findings.root, "data/council.json") ? readCouncil(findings, options) : noCouncil(findings);
  return {
    council,
    problems: sortProblems(findings.problems),
    drafts: options.drafts,
    unreadable: findings.unreadable,
  };
}

function readCouncil(findings: Findings, options: LoadOptions): Council | null {
  const { settings, ...read } = readLiving(findings, options.drafts);
  const meetings = readMeetings(findings, options.drafts);
  return settings && { root: findings.root, settings, now: clockOf(settings.value, options.now), ...read, meetings };
}

/** What the clock says: as it was set, or as the sample's is, or the time in the council's zone. */
export function clockOf({ sample, timeZone }: CouncilSettings, now: CivilDateTime | undefined): CivilDateTime {
  return now ?? sample?.now ?? civilNow(timeZone, new Date());
}
