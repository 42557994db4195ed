/**
 * Reads everything of a council but its meetings, in collections: each is one folder, or one file, that is read by itself.
 * Called by council.ts for all of them, and by building/ for those whose files changed.
 */
import type { z } from "zod";
import { committee } from "../model/committee.ts";
import type { Council, Document, Sourced } from "../model/council.ts";
import { councilSettings } from "../model/council-settings.ts";
import { decision } from "../model/decision.ts";
import { inspection } from "../model/inspection.ts";
import { matter } from "../model/matter.ts";
import { member } from "../model/member.ts";
import { page } from "../model/page.ts";
import { plan } from "../model/plan.ts";
import { reportTemplate } from "../model/report-template.ts";
import { type Findings, readDocument, readJson } from "./document.ts";
import { exists, namesIn } from "./files.ts";
import { readForwardPlan } from "./forward-plan.ts";

/** Everything but the meetings; the settings are null where they cannot be read. */
export type Living = Omit<Council, "root" | "now" | "meetings" | "settings" | "kept"> & {
  readonly settings: Council["settings"] | null;
};

type Collections = {
  readonly [Name in keyof Living]: {
    /** The folder or file that holds it, and nothing of another collection but by a folder inside. */
    readonly place: string;
    readonly read: (findings: Findings, drafts: boolean) => Living[Name];
  };
};

/** The collections by name. A new one is one line here. */
export const COLLECTIONS: Collections = {
  settings: {
    place: "data/council.json",
    read: (findings) =>
      exists(findings.root, "data/council.json")
        ? readJson(findings, "data/council.json", "council", councilSettings)
        : noCouncil(findings),
  },
  committees: documents("content/committees", committee),
  members: documents("content/members", member),
  inspections: documents("content/inspections", inspection),
  plans: json("data/plans", plan),
  endorsedPlans: json("data/plans/endorsed", plan),
  matters: documents("content/matters", matter),
  decisions: {
    place: "content/decisions",
    read: (findings, drafts) => (drafts ? readFolders(findings, "content/decisions", "decision.md", decision) : []),
  },
  forwardPlan: { place: "content/forward-plan", read: readForwardPlan },
  pages: documents("content/pages", page),
  reportTemplates: {
    place: "data/report-templates",
    read: (findings, drafts) => (drafts ? readJsonFolder(findings, "data/report-templates", reportTemplate) : []),
  },
};

/** All of them. Drafts are opened only where `drafts` is true. */
export function readLiving(findings: Findings, drafts: boolean): Living {
  const read = Object.entries(COLLECTIONS).map(([name, collection]) => [name, collection.read(findings, drafts)]);
  return Object.fromEntries(read) as Living;
}

function documents<Schema extends z.ZodType>(place: string, schema: Schema) {
  return { place, read: (findings: Findings) => readFolder(findings, place, schema) };
}

function json<Schema extends z.ZodType>(place: string, schema: Schema) {
  return { place, read: (findings: Findings) => readJsonFolder(findings, place, schema) };
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

/** Says that the folder is no council's. */
export function noCouncil(findings: Findings): null {
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
