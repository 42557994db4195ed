/** Reads a meeting's snapshots from its chain of records: the papers, their page maps, and the names they used. */
import type { IssueContext, Snapshot } from "../model/council.ts";
import { type PageMap, pageMap } from "../model/record.ts";
import { type Link, readChain } from "./chain.ts";
import type { Findings } from "./document.ts";
import { exists, readBytes } from "./files.ts";
import { readPapers } from "./papers.ts";

/** The snapshots of `meeting`, first to last. The chain and every hash are checked; faults go to `findings`. */
export function readSnapshots(findings: Findings, folder: string, meeting: string): Snapshot[] {
  return readChain(findings, folder, meeting).map((link) => readSnapshot(findings, link));
}

/** The papers of a snapshot passed the checks of their day, so only what cannot be read at all is reported now. */
function readSnapshot(findings: Findings, { folder, record, recordHash }: Link): Snapshot {
  const pageMaps = new Map<string, PageMap>();
  for (const { id, pageMap: file } of record.papers)
    if (exists(findings.root, `${folder}/${file}`))
      pageMaps.set(id, pageMap.parse(JSON.parse(readBytes(findings.root, `${folder}/${file}`).toString("utf8"))));
  const papers = readPapers(findings, folder, "snapshot", (id) => pageMaps.get(id)?.numbers ?? null);
  const context = readContext(readBytes(findings.root, `${folder}/context.json`).toString("utf8"));
  return { folder, record, recordHash, papers, pageMaps, context };
}

/** The names and figures of the day. A context written before figures could be approximate or revised says neither. */
function readContext(text: string): IssueContext {
  const context = JSON.parse(text) as IssueContext;
  const measures = Object.entries(context.measures).map(([id, measure]) => [
    id,
    { ...measure, readings: measure.readings.map((each) => ({ ...UNREVISED, ...each })) },
  ]);
  return { ...context, measures: Object.fromEntries(measures) };
}
const UNREVISED = { approximate: false, revisions: [] };
