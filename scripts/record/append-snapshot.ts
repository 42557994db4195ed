/**
 * Puts a snapshot in its place, whole or not at all, with the record that holds the hash of every file and of the record before
 * it. What the files are is for the caller to know. Called by write-snapshot.ts and by the acts of issuing/ that print no meeting.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../load/files.ts";
import type { Council } from "../model/council.ts";
import { type IssueRecord, issueRecord, RECORD_FORMAT } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";

/** Files to write, by their name in the snapshot. */
export type SnapshotFiles = Map<string, Uint8Array | string>;

/** What a record says beside what every record has. */
export type RecordDetails = Omit<
  IssueRecord,
  "format" | "address" | "number" | "previous" | "files" | "timeZone" | "issuedAt"
>;

/** A power cut must not find a snapshot in its place and its files still on their way to the disk. */
const TO_THE_DISK = { flush: true };

export interface Chain {
  readonly address: string;
  readonly folder: string;
  readonly issued: readonly { readonly record: IssueRecord; readonly recordHash: string }[];
}

export interface Written {
  readonly record: IssueRecord;
  readonly folder: string;
}

/** What a snapshot needs to know of its council: where it lies, what its clock says and in which zone. */
export type Issuing = Pick<Council, "root" | "now"> & {
  readonly settings: { readonly value: Pick<Council["settings"]["value"], "timeZone"> };
};

/**
 * Appends a snapshot to the chain's `issued/` and gives its record and folder. It is written beside its place and renamed
 * there, so that a snapshot is whole or not at all.
 */
export function appendSnapshot(council: Issuing, chain: Chain, files: SnapshotFiles, details: RecordDetails): Written {
  const before = chain.issued.at(-1);
  const number = (before?.record.number ?? 0) + 1;
  const folder = `${chain.folder}/issued/${number}`;
  const target = join(council.root, folder);
  if (existsSync(target)) throw new Refusal(`${folder} exists already. Nothing that was issued is ever written over.`);
  // A folder of this act's own, so that two at once cannot mix; whoever renames first has issued.
  mkdirSync(join(council.root, chain.folder, "issued"), { recursive: true });
  const unfinished = mkdtempSync(join(council.root, chain.folder, "issued", `.${number}-unfinished-`));
  try {
    const record = writeAll(council, chain, files, details, unfinished);
    renameSync(unfinished, target);
    removeUnfinished(join(council.root, chain.folder, "issued"), number);
    return { record, folder };
  } catch (error) {
    // Whoever was first has the place, and has removed what could not come to stand there any more.
    if (existsSync(target))
      throw new Refusal(`Somebody else issued ${folder} just now. Look at it, and run the command again.`);
    throw error;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * Removes what acts that were killed left of snapshots up to `number`. None of them can be issued now that its place is taken,
 * so one that is still being written may go too: it is refused.
 */
function removeUnfinished(issued: string, number: number): void {
  for (const name of readdirSync(issued)) {
    const [, left] = /^\.([1-9]\d*)-unfinished-/.exec(name) ?? [];
    if (left && Number(left) <= number) rmSync(join(issued, name), { recursive: true, force: true });
  }
}

function writeAll(
  council: Issuing,
  { address, issued }: Chain,
  files: SnapshotFiles,
  details: RecordDetails,
  folder: string,
): IssueRecord {
  const before = issued.at(-1);
  const hashes = [...files].map(([name, bytes]): [string, string] => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes, TO_THE_DISK);
    return [name, sha256(bytes)];
  });
  const record = issueRecord.parse({
    format: RECORD_FORMAT,
    address,
    number: (before?.record.number ?? 0) + 1,
    issuedAt: council.now,
    timeZone: council.settings.value.timeZone,
    previous: before?.recordHash ?? null,
    ...details,
    files: Object.fromEntries(hashes.sort(([a], [b]) => (a < b ? -1 : 1))),
  } satisfies IssueRecord);
  writeFileSync(join(folder, "record.json"), json(record), TO_THE_DISK);
  return record;
}

/** A file of JSON as snapshots have them. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
