/** Reads a whole council from its folder. The command line calls it; everything else works on what it returns. */
import { resolve } from "node:path";
import type { z } from "zod";
import { type CivilDateTime, civilNow } from "../model/civil.ts";
import { committee } from "../model/committee.ts";
import type { Council, Document, Sourced } from "../model/council.ts";
import { councilSettings } from "../model/council-settings.ts";
import { decision } from "../model/decision.ts";
import { inspection } from "../model/inspection.ts";
import { matter } from "../model/matter.ts";
import { member } from "../model/member.ts";
import { page } from "../model/page.ts";
import { plan } from "../model/plan.ts";
import { type Problem, sortProblems } from "../model/problem.ts";
import { reportTemplate } from "../model/report-template.ts";
import { type Findings, readDocument, readJson } from "./document.ts";
import { exists, namesIn } from "./files.ts";
import { readForwardPlan } from "./forward-plan.ts";
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
  const settings = readJson(findings, "data/council.json", "council", councilSettings);
  const documents = <Schema extends z.ZodType>(folder: string, schema: Schema) => readFolder(findings, folder, schema);
  const read = {
    committees: documents("content/committees", committee),
    members: documents("content/members", member),
    meetings: readMeetings(findings, options.drafts),
    inspections: documents("content/inspections", inspection),
    plans: readJsonFolder(findings, "data/plans", plan),
    endorsedPlans: readJsonFolder(findings, "data/plans/endorsed", plan),
    matters: documents("content/matters", matter),
    decisions: options.drafts ? readFolders(findings, "content/decisions", "decision.md", decision) : [],
    forwardPlan: readForwardPlan(findings, options.drafts),
    pages: documents("content/pages", page),
    reportTemplates: options.drafts ? readJsonFolder(findings, "data/report-templates", reportTemplate) : [],
  };
  if (!settings) return null;
  const now = options.now ?? settings.value.sample?.now ?? civilNow(settings.value.timeZone, new Date());
  return { root: findings.root, settings, now, ...read };
}

function readJsonFolder<Schema extends z.ZodType>(
  findings: Findings,
  folder: string,
  schema: Schema,
): Sourced<z.output<Schema>>[] {
  return namesIn(findings.root, folder, "files")
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => readJson(findings, `${folder}/${name}`, name.replace(/\.json$/, ""), schema) ?? []);
}

function readFolder<Schema extends z.ZodType>(
  findings: Findings,
  folder: string,
  schema: Schema,
): Document<z.output<Schema>>[] {
  return namesIn(findings.root, folder, "files")
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) => readDocument(findings, `${folder}/${name}`, name.replace(/\.md$/, ""), schema) ?? []);
}

/** Documents that have a folder each, at any depth: `decisions/2026/parking/decision.md`. */
function readFolders<Schema extends z.ZodType>(
  findings: Findings,
  folder: string,
  file: string,
  schema: Schema,
): Document<z.output<Schema>>[] {
  return namesIn(findings.root, folder, "folders").flatMap((name) => {
    const path = `${folder}/${name}`;
    if (!exists(findings.root, `${path}/${file}`)) return readFolders(findings, path, file, schema);
    return readDocument(findings, `${path}/${file}`, name, schema) ?? [];
  });
}

function noCouncil(findings: Findings): null {
  findings.problems.push({
    rule: "no-council",
    severity: "error",
    file: "data/council.json",
    line: 1,
    column: 1,
    message: "There is no data/council.json here, so this is not a council's folder.",
    mend: "Run the command in a council's folder, or name it with --root.",
  });
  return null;
}
