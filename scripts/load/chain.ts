/**
 * Reads one chain of issue records, a meeting's or a forward plan entry's, and proves it: each record follows from the
 * one before, and every file has the hash that its record names or was withdrawn by a later one. Called by load.
 */
import type { Problem } from "../model/problem.ts";
import { type IssueRecord, issueRecord, RECORD_FORMAT } from "../model/record.ts";
import type { Findings } from "./document.ts";
import { exists, namesIn, readBytes, sha256 } from "./files.ts";

/** Records of other formats, each turned into the present one, so that what was issued long ago stays readable. */
const READERS: ReadonlyMap<number, (record: unknown) => IssueRecord> = new Map([
  [RECORD_FORMAT, (record: unknown) => issueRecord.parse(record)],
]);

export interface Link {
  readonly folder: string;
  readonly record: IssueRecord;
  /** SHA-256 of the record's own bytes, which the next record holds. */
  readonly recordHash: string;
}

type Fault = (rule: string, file: string, message: string, mend: string) => void;

const RESTORE = "Put the folder back as it was issued, from version control or a backup; never edit what was issued.";

/** The chain under `folder`, first to last, as far as it is sound; faults go to `findings`. */
export function readChain(findings: Findings, folder: string, address: string): Link[] {
  const fault: Fault = (rule, file, message, mend) => findings.problems.push(problem(rule, file, message, mend));
  const links = readRecords(findings, folder, address, fault);
  const withdrawn = new Map(
    links.flatMap(({ record }) =>
      record.removed.map(({ snapshot, file }): [string, number] => [`${snapshot}/${file}`, record.number]),
    ),
  );
  for (const [index, link] of links.entries()) {
    const before = findings.problems.length;
    checkFiles(findings, link, withdrawn, fault);
    // What is not as it was issued is not read any further; its faults have stopped the build already.
    if (findings.problems.length > before) return links.slice(0, index);
  }
  return links;
}

function readRecords(findings: Findings, folder: string, address: string, fault: Fault): Link[] {
  const names = namesIn(findings.root, `${folder}/issued`, "folders");
  for (const name of names)
    if (!/^[1-9]\d*$/.test(name))
      fault(
        "record-chain",
        `${folder}/issued/${name}`,
        `\`${name}\` is no snapshot.`,
        "Take the folder out of `issued`.",
      );
  const numbers = names
    .filter((name) => /^[1-9]\d*$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
  const links: Link[] = [];
  for (const [index, number] of numbers.entries()) {
    const inner = `${folder}/issued/${number}`;
    const file = `${inner}/record.json`;
    if (number !== index + 1) {
      fault("record-chain", file, `Snapshot ${index + 1} here is missing, so the chain of records is broken.`, RESTORE);
      break;
    }
    if (!exists(findings.root, file)) {
      fault("record-chain", file, `Snapshot ${number} has no record.`, RESTORE);
      break;
    }
    const bytes = readBytes(findings.root, file);
    const record = readRecord(bytes, file, fault);
    if (!record) break;
    const previous = links.at(-1)?.recordHash ?? null;
    const isEarlier = record.issuedAt < (links.at(-1)?.record.issuedAt ?? "");
    if (record.previous !== previous || record.address !== address || record.number !== number || isEarlier) {
      fault("record-chain", file, "This record does not follow from the one before it.", RESTORE);
      break;
    }
    const odd = oddName(record);
    if (odd) {
      fault("record-format", file, `The record names \`${odd}\`, which it did not issue or could not have.`, RESTORE);
      break;
    }
    links.push({ folder: inner, record, recordHash: sha256(bytes) });
  }
  return links;
}

function readRecord(bytes: Uint8Array, file: string, fault: Fault): IssueRecord | null {
  try {
    const json = JSON.parse(Buffer.from(bytes).toString("utf8")) as { format?: number };
    const reader = READERS.get(json.format ?? 0);
    if (reader) return reader(json);
    fault(
      "record-format",
      file,
      `The record has format ${json.format}, which this version of Clear Days does not know.`,
      "Use the version that wrote it, or a newer one.",
    );
  } catch {
    fault("record-format", file, "The record cannot be read.", RESTORE);
  }
  return null;
}

/** A name in the record that is no file of its own, or that only a withdrawal of earlier snapshots could have. */
function oddName({
  kind,
  number,
  files,
  pack,
  papers,
  removed,
  replaces,
  withdrawn,
  address,
}: IssueRecord): string | null {
  const own = new Set(Object.keys(files));
  const named = [
    ...(address.startsWith("forward-plan/") ? ["entry.md"] : ["context.json"]),
    ...(pack ? [pack.file, ...(pack.largePrint ? [pack.largePrint.file] : [])] : []),
    ...papers.flatMap(({ file, pdf, pageMap, appendices }) => [
      ...(file ? [file] : []),
      ...(pdf ? [pdf.file] : []),
      pageMap,
      ...appendices.map((each) => each.file),
    ]),
    ...replaces.map(({ file }) => file),
  ];
  const plain = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)?\.[a-z]+$/;
  const ofOthers = [...removed, ...replaces];
  return (
    named.find((name) => !own.has(name)) ??
    [...own].find((name) => !plain.test(name)) ??
    addressesOf(pack, papers).find((name) => !plain.test(name)) ??
    ofOthers.find(({ snapshot, file }) => snapshot >= number || !plain.test(file))?.file ??
    (kind === "withdrawal" ? null : (ofOthers[0]?.file ?? withdrawn[0]?.id ?? null))
  );
}

/** The names that its PDFs have at the meeting's address. */
function addressesOf(pack: IssueRecord["pack"], papers: IssueRecord["papers"]): string[] {
  return [
    ...(pack ? [pack.address, ...(pack.largePrint ? [pack.largePrint.address] : [])] : []),
    ...papers.flatMap(({ pdf }) => (pdf ? [pdf.address] : [])),
  ];
}

/** Every file has the hash that the record names, unless it was withdrawn; and no file is there that it does not name. */
function checkFiles(
  findings: Findings,
  { folder, record }: Link,
  withdrawn: ReadonlyMap<string, number>,
  fault: Fault,
): void {
  for (const [name, hash] of Object.entries(record.files)) {
    const file = `${folder}/${name}`;
    const isThere = exists(findings.root, file);
    if (withdrawn.has(`${record.number}/${name}`)) {
      if (isThere)
        fault(
          "record-hash",
          file,
          `\`${name}\` was withdrawn, and is here.`,
          "Take it out of the snapshot: a withdrawal was cut short, or it was put back. What was withdrawn is not kept under content/.",
        );
    } else if (!isThere) fault("record-hash", file, `\`${name}\` was issued and is gone.`, RESTORE);
    else if (sha256(readBytes(findings.root, file)) !== hash)
      fault("record-hash", file, `\`${name}\` is not as it was issued.`, RESTORE);
  }
  const known = new Set([...Object.keys(record.files), "record.json"]);
  for (const inner of filesUnder(findings.root, folder, ""))
    if (!known.has(inner))
      fault(
        "record-hash",
        `${folder}/${inner}`,
        `\`${inner}\` was never issued.`,
        "Take the file out of the snapshot.",
      );
}

function filesUnder(root: string, folder: string, prefix: string): string[] {
  const here = `${folder}/${prefix}`;
  return [
    ...namesIn(root, here, "files").map((name) => `${prefix}${name}`),
    ...namesIn(root, here, "folders").flatMap((name) => filesUnder(root, folder, `${prefix}${name}/`)),
  ];
}

function problem(rule: string, file: string, message: string, mend: string): Problem {
  return { rule, severity: "error", file, line: 1, column: 1, message, mend };
}
