/**
 * Everything that may happen to a council's folder between two builds, as small edits with names in words, drawn from a seed.
 * For the tests that compare what is built from what changed with what is built from nothing: same-as-clean.ts.
 */
import { Draws } from "../bench/draws.ts";
import { Refusal } from "../model/refusal.ts";
import type { EditedCouncil } from "./edited-council.ts";
import { EDITS_OF_COUNCIL, EDITS_OF_TIME } from "./edits-of-council.ts";
import { EDITS_OF_DISK } from "./edits-of-disk.ts";
import { EDITS_OF_ISSUE } from "./edits-of-issue.ts";
import { EDITS_OF_PAPERS } from "./edits-of-papers.ts";
import { EDITS_OF_TEMPLATES } from "./edits-of-templates.ts";

export interface PossibleEdit {
  /** What an officer would call it. */
  readonly name: string;
  /** Makes it, and gives what it was made to; null where the council has nothing to make it to. */
  readonly make: (council: EditedCouncil) => string | null;
}

/** By kind: each kind is drawn as often as it says, and then one of its edits. */
const KINDS: readonly (readonly [often: number, edits: readonly PossibleEdit[]])[] = [
  [29, EDITS_OF_PAPERS],
  [25, EDITS_OF_COUNCIL],
  [6, EDITS_OF_TIME],
  [14, EDITS_OF_ISSUE],
  [12, EDITS_OF_TEMPLATES],
  [14, EDITS_OF_DISK],
];

export const ALL_EDITS: readonly PossibleEdit[] = KINDS.flatMap(([, edits]) => edits);

/** Makes one edit that can be made, drawn from `seed` alone and the council as it stands; gives it in words. */
export function makeOneEdit(council: EditedCouncil, seed: number): string {
  council.draws = new Draws(seed);
  for (let tries = 0; tries < 50; tries++) {
    const edit = council.draws.pick(drawnKind(council.draws));
    const made = madeOf(edit, council);
    if (made !== null) return `${edit.name}: ${made.replaceAll(`${council.root}/`, "")}`;
  }
  return "nothing that could be edited was found";
}

/** Null also for what the council's state forbids, such as to issue for a committee that is not there. */
function madeOf(edit: PossibleEdit, council: EditedCouncil): string | null {
  try {
    return edit.make(council);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function drawnKind(draws: Draws): readonly PossibleEdit[] {
  let left = draws.whole(1, 100);
  for (const [often, edits] of KINDS) {
    left -= often;
    if (left <= 0) return edits;
  }
  throw new Error("The kinds of edits do not make a hundred.");
}
