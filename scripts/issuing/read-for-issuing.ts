/** Reads the council for an act of issuing, and finds what the act is for. Called by the issuing flows and draft packs. */
import { type Loaded, loadCouncil } from "../load/council.ts";
import type { Council, CouncilMeeting, Papers } from "../model/council.ts";
import { nearest } from "../model/nearest.ts";
import { Refusal } from "../model/refusal.ts";

export interface Reading {
  readonly loaded: Loaded;
  /** The council at the moment of the act. */
  readonly council: Council;
}

/** The council with its drafts. Refuses where there is none, and a moment before what is issued already. */
export function readForIssuing(request: {
  readonly root: string;
  readonly now?: string | undefined;
  readonly issuedAt?: string | undefined;
}): Reading {
  const loaded = loadCouncil(request.root, { drafts: true, now: request.now });
  if (!loaded.council)
    throw new Refusal(
      loaded.problems.map((problem) => `${problem.file}: ${problem.message} ${problem.mend}`).join("\n"),
    );
  // The sample's acts are dated in its past; its drafts are checked as of its present.
  return { loaded, council: { ...loaded.council, now: request.issuedAt ?? loaded.council.now } };
}

/** The meeting of this name. Refuses a name that is none, and a clock that stands before the last act. */
export function findMeeting({ council }: Reading, id: string): { meeting: CouncilMeeting; drafts: Papers } {
  const meeting = council.meetings.find((each) => each.id === id);
  if (!meeting?.drafts) {
    const guess = nearest(
      id,
      council.meetings.map((each) => each.id),
    );
    throw new Refusal(`There is no meeting \`${id}\`.${guess ? ` Did you mean \`${guess}\`?` : ""}`, 2);
  }
  refuseEarlier(council, id, meeting.issued.at(-1)?.record.issuedAt);
  return { meeting, drafts: meeting.drafts };
}

export function refuseEarlier(council: Council, id: string, last: string | undefined): void {
  if (last && council.now < last)
    throw new Refusal(`${id} had papers issued at ${last}, which is after now. Put the machine's clock right.`);
}
