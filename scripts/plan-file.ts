/**
 * A plan's file, opened to be changed and put back whole: refused where it cannot be read, is a link or changes meanwhile.
 * For the commands that edit plans: import-readings.ts and endorse.ts.
 */
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { checkCouncil } from "./check/check.ts";
import { type Loaded, loadCouncil } from "./load/council.ts";
import { readJsonText } from "./load/document.ts";
import { exists, sha256 } from "./load/files.ts";
import type { CivilDateTime } from "./model/civil.ts";
import type { Council, Sourced } from "./model/council.ts";
import { nearest } from "./model/nearest.ts";
import { type Plan, plan as planSchema } from "./model/plan.ts";
import type { Problem } from "./model/problem.ts";
import { problemLines } from "./model/problem-lines.ts";
import { Refusal } from "./model/refusal.ts";
import { writeWhole } from "./write-whole.ts";

/** More than any council's figures, and few enough that nothing runs out. */
export const LARGEST_FILE = 10 * 1024 * 1024;

export interface OpenPlan {
  readonly loaded: Loaded;
  readonly council: Council;
  readonly plan: Sourced<Plan>;
  readonly text: string;
}

/** The plan `id` of the council in `root`. Refused, in words, where it cannot be changed safely. */
export function openPlan(root: string, id: string, now: CivilDateTime | undefined): OpenPlan {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    throw new Refusal(`\`${id}\` is no plan's name: name it as its file in data/plans/ is, such as recovery-plan.`, 2);
  const file = `data/plans/${id}.json`;
  const path = join(root, file);
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() || (existsSync(path) && !exists(root, file)))
    throw new Refusal(`${file} is a link, or lies behind one, so it is not changed. Put the file itself there.`);
  if (existsSync(path) && lstatSync(path).size > LARGEST_FILE)
    throw new Refusal(`${file} is larger than 10 MB, so it is not read. Look whether it is the right file.`);
  const loaded = loadCouncil(root, { drafts: true, now });
  const { council } = loaded;
  const plan = council?.plans.find((each) => each.id === id);
  if (council && plan) return { loaded, council, plan, text: readUnchanged(root, plan) };
  const faults = loaded.problems.filter((each) => (council ? each.file === file : each.file === "data/council.json"));
  if (faults.length > 0)
    throw new Refusal(
      [`Nothing was changed, since ${faults[0]?.file} cannot be read:`, ...problemLines(faults)].join("\n"),
    );
  const ids = council?.plans.map((each) => each.id) ?? [];
  const guess = nearest(id, ids);
  throw new Refusal(
    `There is no plan \`${id}\`.${guess ? ` Did you mean \`${guess}\`?` : ` There are: ${ids.join(", ")}.`}`,
    2,
  );
}

/** Puts `text` in the plan's place, whole or not at all, after `tryPlan`. */
export function replacePlan(opened: OpenPlan, text: string, expected: Plan): void {
  tryPlan(opened, text, expected);
  const { council, plan } = opened;
  readUnchanged(council.root, plan);
  const path = join(council.root, plan.file);
  writeWhole(path, text, lstatSync(path).mode & 0o777);
}

/**
 * Reads `text` as if it stood in the plan's place. It must be read as `expected`, which is what the command meant; any
 * other reading is a fault of ours. Refused where a rule would then find what it did not find before.
 */
export function tryPlan({ loaded, council, plan }: OpenPlan, text: string, expected: Plan): void {
  const findings = { root: council.root, problems: [] as Problem[], unreadable: new Set<string>() };
  const read = readJsonText(findings, plan.file, plan.id, planSchema, text);
  if (!read || !isDeepStrictEqual(read.value, expected))
    throw new Error(`${plan.file} would not be read as it was meant, so it was left as it was.`);
  const plans = council.plans.map((each) => (each.id === plan.id ? read : each));
  const worse = newProblems(checkCouncil(loaded), checkCouncil({ ...loaded, council: { ...council, plans } }));
  if (worse.length > 0)
    throw new Refusal(
      [`Nothing was changed, since ${plan.file} would then break a rule:`, ...problemLines(worse)].join("\n"),
    );
}

/** The plan's text, where it still is what was loaded. */
function readUnchanged(root: string, { file, hash }: Sourced<Plan>): string {
  const bytes = readFileSync(join(root, file));
  if (sha256(bytes) !== hash)
    throw new Refusal(`${file} was changed by something else meanwhile. Nothing was changed; run the command again.`);
  return bytes.toString("utf8");
}

/**
 * The errors that were not there before; lines move when a file grows, so these do not count. What somebody has yet to
 * explain, such as a small count, may be written: it is withheld from the public until it is explained.
 */
function newProblems(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const key = ({ rule, file, message }: Problem) => `${rule} ${file} ${message}`;
  const known = new Set(before.map(key));
  return after.filter((each) => each.severity === "error" && !known.has(key(each)));
}
