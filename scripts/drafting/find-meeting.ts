/** The committee or the meeting that an officer names, or a refusal that says what there is. For new-draft.ts. */
import { exists } from "../load/files.ts";
import { dayOf, formatLongDate } from "../model/civil.ts";
import type { Committee } from "../model/committee.ts";
import type { Council, CouncilMeeting, Document } from "../model/council.ts";
import { shortName } from "../model/fields.ts";
import { nearest } from "../model/nearest.ts";
import { Refusal } from "../model/refusal.ts";

export function findCommittee(council: Council, name: string): Document<Committee> {
  const found = council.committees.find(({ id }) => id === name);
  if (found) return found;
  const ids = council.committees.map(({ id }) => id);
  const file = `content/committees/${name}.md`;
  if (shortName().safeParse(name).success && exists(council.root, file))
    throw new Refusal(`${file} cannot be read. Run npm run check, and put it right first.`);
  throw new Refusal(`There is no committee \`${name}\`.${suggestion(name, ids)}`, 2);
}

/** The meeting by its folder's name. Only a name that a folder has is ever made part of a path. */
export function findMeeting(council: Council, name: string): CouncilMeeting {
  const found = council.meetings.find(({ id }) => id === name);
  if (found) return found;
  // Of two that are as near, the later one is more likely to be meant.
  const ids = council.meetings
    .map(({ id }) => id)
    .sort()
    .reverse();
  throw new Refusal(`There is no meeting \`${name}\` that can be read.${suggestion(name, ids)}`, 2);
}

/** Refuses a meeting that is not to be held. */
export function refuseCancelled({ id, living }: CouncilMeeting): void {
  if (living.value.status === "cancelled")
    throw new Refusal(`${id} is cancelled (${living.file}), so nothing is written for it.`);
}

/** Refuses a meeting whose day is over. */
export function refusePast({ id, living: { value } }: CouncilMeeting, council: Council): void {
  if (value.date < dayOf(council.now))
    throw new Refusal({
      wrong: `The day of ${id}, ${formatLongDate(value.date)}, is over.`,
      onCommandLine: `For its minutes: npm run new -- minutes ${id}.`,
      onDesk: "No report is brought in for it any more.",
    });
}

function suggestion(name: string, known: readonly string[]): string {
  const guess = nearest(name, known);
  if (guess) return ` Did you mean \`${guess}\`?`;
  return known.length > 0 ? ` There are: ${known.slice(0, 12).join(", ")}.` : "";
}
