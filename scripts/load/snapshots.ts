/** Reads a meeting's snapshots, and refuses any whose bytes are not those its record names. */
import type { IssueContext, Snapshot } from "../model/council.ts";
import type { Problem } from "../model/problem.ts";
import { type IssueRecord, issueRecord, RECORD_FORMAT } from "../model/record.ts";
import type { Findings } from "./document.ts";
import { exists, namesIn, readBytes, sha256 } from "./files.ts";
import { readPapers } from "./papers.ts";

/** Records of other formats, each turned into the present one, so that what was issued long ago stays readable. */
const READERS: ReadonlyMap<number, (record: unknown) => IssueRecord> = new Map([
  [RECORD_FORMAT, (record: unknown) => issueRecord.parse(record)],
]);

/** The snapshots of `meeting`, first to last. The chain and every hash are checked; faults go to `findings`. */
export function readSnapshots(findings: Findings, folder: string, meeting: string): Snapshot[] {
  const numbers = namesIn(findings.root, `${folder}/issued`, "folders")
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
  for (const name of namesIn(findings.root, `${folder}/issued`, "folders"))
    if (!/^[1-9]\d*$/.test(name))
      findings.problems.push(
        recordProblem(
          "record-chain",
          `${folder}/issued/${name}`,
          `\`${name}\` is no snapshot.`,
          "Take the folder out of `issued`.",
        ),
      );
  const snapshots: Snapshot[] = [];
  let previous: string | null = null;
  for (const [index, number] of numbers.entries()) {
    const file = `${folder}/issued/${number}/record.json`;
    const fault = (rule: string, message: string, mend: string, at = file) =>
      findings.problems.push(recordProblem(rule, at, message, mend));
    if (number !== index + 1) {
      fault(
        "record-chain",
        `Snapshot ${index + 1} of this meeting is missing, so the chain of records is broken.`,
        RESTORE,
      );
      break;
    }
    if (!exists(findings.root, file)) {
      fault("record-chain", `Snapshot ${number} has no record.`, RESTORE);
      break;
    }
    const bytes = readBytes(findings.root, file);
    const record = readRecord(bytes, fault);
    if (!record) break;
    if (record.previous !== previous || record.meeting !== meeting || record.number !== number)
      fault("record-chain", "This record does not follow from the one before it.", RESTORE);
    previous = sha256(bytes);
    const faults = findings.problems.length;
    checkFiles(findings, `${folder}/issued/${number}`, record, fault);
    // What is not as it was issued is not read any further; its faults have stopped the build already.
    if (findings.problems.length > faults) break;
    snapshots.push(readSnapshot(findings, `${folder}/issued/${number}`, record, previous));
  }
  return snapshots;
}

const RESTORE = "Put the folder back as it was issued, from version control or a backup; never edit what was issued.";

function readRecord(
  bytes: Uint8Array,
  fault: (rule: string, message: string, mend: string) => void,
): IssueRecord | null {
  try {
    const json = JSON.parse(Buffer.from(bytes).toString("utf8")) as { format?: number };
    const reader = READERS.get(json.format ?? 0);
    if (reader) return reader(json);
    fault(
      "record-format",
      `The record has format ${json.format}, which this version of Clear Days does not know.`,
      "Use the version that wrote it, or a newer one.",
    );
  } catch {
    fault("record-format", "The record cannot be read.", RESTORE);
  }
  return null;
}

/** Every file has the hash that the record names, and no file is there that it does not name. */
function checkFiles(
  findings: Findings,
  folder: string,
  record: IssueRecord,
  fault: (rule: string, message: string, mend: string, at?: string) => void,
): void {
  for (const [name, hash] of Object.entries(record.files)) {
    const file = `${folder}/${name}`;
    if (!exists(findings.root, file)) fault("record-hash", `\`${name}\` was issued and is gone.`, RESTORE, file);
    else if (sha256(readBytes(findings.root, file)) !== hash)
      fault("record-hash", `\`${name}\` is not as it was issued.`, RESTORE, file);
  }
  const known = new Set([...Object.keys(record.files), "record.json"]);
  for (const inner of filesUnder(findings.root, folder, ""))
    if (!known.has(inner))
      fault(
        "record-hash",
        `\`${inner}\` was never issued.`,
        "Take the file out of the snapshot.",
        `${folder}/${inner}`,
      );
}

function filesUnder(root: string, folder: string, prefix: string): string[] {
  const here = `${folder}/${prefix}`;
  return [
    ...namesIn(root, here, "files").map((name) => `${prefix}${name}`),
    ...namesIn(root, here, "folders").flatMap((name) => filesUnder(root, folder, `${prefix}${name}/`)),
  ];
}

/** The papers of a snapshot passed the checks of their day, so only what cannot be read at all is reported now. */
function readSnapshot(findings: Findings, folder: string, record: IssueRecord, recordHash: string): Snapshot {
  const papers = readPapers(findings, folder);
  const context = JSON.parse(readBytes(findings.root, `${folder}/context.json`).toString("utf8")) as IssueContext;
  return { folder, record, recordHash, papers, context };
}

function recordProblem(rule: string, file: string, message: string, mend: string): Problem {
  return { rule, severity: "error", file, line: 1, column: 1, message, mend };
}
