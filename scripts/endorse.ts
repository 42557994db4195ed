/**
 * Keeps a plan as it stands as the version that a meeting endorsed, and pins that version in the plan by its hash, so that
 * pages can say what changed since. What was kept is never written over. Called by commands/endorse.ts.
 */
import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { textWithEndorsed } from "./import/plan-text.ts";
import { exists, readBytes, sha256 } from "./load/files.ts";
import type { Plan } from "./model/plan.ts";
import { endorsedName, endorsedVersion } from "./model/plan-changes.ts";
import { Refusal } from "./model/refusal.ts";
import { type OpenPlan, openPlan, replacePlan, tryPlan } from "./plan-file.ts";
import { writeWhole } from "./write-whole.ts";

export interface Endorsed {
  readonly plan: string;
  readonly version: string;
  /** The kept file, relative to the council's folder, and SHA-256 of its bytes. */
  readonly file: string;
  readonly hash: string;
  /** Whether the file was written now; false where it was kept already with the same bytes. */
  readonly isNew: boolean;
  /** Whether the plan had to be changed to pin it. */
  readonly isPinnedNow: boolean;
}

const FOLDER = "data/plans/endorsed";

/** Keeps and pins the plan. Refused where it does not say who endorsed it, or that version was kept with other words. */
export function endorse(root: string, id: string, now: string | undefined): Endorsed {
  const opened = openPlan(root, id, now);
  const { council, plan, text } = opened;
  const { version } = plan.value;
  const endorsed = resolutionOf(opened);
  if (!/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(version))
    throw new Refusal(
      `The version \`${version}\` in ${plan.file} cannot be part of a file's name. Use small letters, digits, full stops and hyphens, such as 1.0.`,
    );
  const file = `${FOLDER}/${endorsedName(id, version)}.json`;
  const kept = textWithEndorsed(text, null);
  const hash = sha256(kept);
  // A pin whose file is gone still says which bytes that version had.
  if (endorsed.version === version && endorsed.hash && endorsed.hash !== hash) throw new Refusal(taken(version, file));
  const isPinnedNow = endorsed.version !== version || endorsed.hash !== hash;
  const pinned = textWithEndorsed(text, { version, hash });
  const expected = { ...plan.value, endorsed: { ...endorsed, version, hash } };
  // Tried with the file that is about to be kept, so that nothing is kept where the plan cannot be pinned.
  const copy = { ...plan, id: endorsedName(id, version), file, hash };
  const withCopy = { ...opened, council: { ...council, endorsedPlans: [...council.endorsedPlans, copy] } };
  if (isPinnedNow) tryPlan(withCopy, pinned, expected);
  const isNew = keep(council.root, file, kept, hash, version);
  if (isPinnedNow) replacePlan(withCopy, pinned, expected);
  return { plan: id, version, file, hash, isNew, isPinnedNow };
}

/** What was kept and pinned, as lines. */
export function endorsedLines({ plan, version, file, hash, isNew, isPinnedNow }: Endorsed): string[] {
  return [
    isNew ? `Kept: ${file}, SHA-256 ${hash}.` : `Kept already, with the same bytes: ${file}, SHA-256 ${hash}.`,
    isPinnedNow
      ? `data/plans/${plan}.json now says that version ${version} was endorsed; pages tell what changes after it.`
      : `data/plans/${plan}.json says so already. Nothing was changed.`,
  ];
}

/** The resolution that the plan names. Refused where there is none, or it endorsed an earlier version that is kept. */
function resolutionOf({ council, plan }: OpenPlan): NonNullable<Plan["endorsed"]> {
  const { version, endorsed } = plan.value;
  if (!endorsed)
    throw new Refusal(
      `${plan.file} does not say which resolution endorsed it. Add it first: "endorsed": { "meeting": "2026-07-13-cabinet", "minute": "34", "resolution": "a" }`,
    );
  const before = endorsedVersion(plan, council.endorsedPlans);
  const { meeting, minute, resolution } = endorsed;
  const isSame = (other: Plan["endorsed"]) =>
    other?.meeting === meeting && other.minute === minute && other.resolution === resolution;
  if (before && before.version !== version && isSame(before.endorsed))
    throw new Refusal(
      `Resolution (${resolution}) of minute ${minute} of ${meeting} endorsed version ${before.version}, which is kept. Put the meeting, minute and resolution that endorsed version ${version} into \`endorsed\` in ${plan.file} first.`,
    );
  return endorsed;
}

/** Whether the file is new. Never takes the place of another. */
function keep(root: string, file: string, text: string, hash: string, version: string): boolean {
  const path = join(root, file);
  if (existsSync(join(root, FOLDER)) && !exists(root, FOLDER))
    throw new Refusal(
      `${FOLDER} is a link, or lies behind one, so nothing is kept there. Put the folder itself there.`,
    );
  if (!lstatSync(path, { throwIfNoEntry: false })) {
    writeWhole(path, text);
    return true;
  }
  if (exists(root, file) && sha256(readBytes(root, file)) === hash) return false;
  throw new Refusal(taken(version, file));
}

function taken(version: string, file: string): string {
  return `Version ${version} was already endorsed with other words or figures than the plan has now, and it is never written over (${file}). If a meeting endorsed the plan again, give it a new \`version\`; if not, there is nothing to do.`;
}
