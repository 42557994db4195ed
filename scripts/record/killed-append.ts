/** Appends a snapshot of many files, for killed-append.test.ts to kill it in the middle. Its task comes as its argument. */
import type { Council } from "../model/council.ts";
import { appendSnapshot, type Chain, type RecordDetails } from "./append-snapshot.ts";

export interface AppendTask {
  /** As much of a council as a snapshot needs. */
  readonly council: { readonly root: string; readonly now: string; readonly settings: { value: { timeZone: string } } };
  readonly chain: Chain;
  readonly files: number;
}

/** A notice without a pack. */
export const NOTICE: RecordDetails = {
  kind: "notice",
  reason: null,
  pack: null,
  papers: [],
  missedClocks: [],
  withdrawn: [],
  removed: [],
  replaces: [],
};

export function filesToAppend(count: number): Map<string, string> {
  const files = Array.from({ length: count }, (_, n): [string, string] => [
    `part-${n}/text-${n}.txt`,
    `${n} `.repeat(n),
  ]);
  return new Map([["context.json", "{}\n"], ...files]);
}

const task = process.argv[2];
if (task && import.meta.main) {
  const { council, chain, files } = JSON.parse(task) as AppendTask;
  appendSnapshot(council as unknown as Council, chain, filesToAppend(files), NOTICE);
}
