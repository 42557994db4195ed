/**
 * The packs that were issued for a meeting, set again for members from what was issued: page for page as the record has
 * them, or not at all. Called by members-pack.ts.
 */
import { movedPart, packThen, withdrawnParts } from "../issuing/pack-then.ts";
import { withdrawnFrom } from "../issuing/removals.ts";
import type { Council, CouncilMeeting } from "../model/council.ts";
import { NUMBERED_ON } from "../model/record.ts";
import { Refusal } from "../model/refusal.ts";
import { type LaidOut, layOut, type Press, pagesOf } from "../packs/lay-out.ts";
import type { PackRequest } from "../packs/pack-parts.ts";

export interface IssuedPack {
  readonly number: number;
  readonly request: PackRequest;
  readonly laid: LaidOut;
}

/** Every pack of the meeting whose pages count through, in order. Refuses where one comes out otherwise than it was issued. */
export async function issuedPacks(council: Council, meeting: CouncilMeeting, press: Press): Promise<IssuedPack[]> {
  const packs: IssuedPack[] = [];
  for (const snapshot of meeting.issued) {
    const { record } = snapshot;
    if (!record.pack || !NUMBERED_ON.includes(record.kind)) continue;
    const gone = withdrawnFrom(meeting, record, new Set(), { at: council.now, reason: null });
    const request = packThen(council, meeting, snapshot, withdrawnParts(meeting, snapshot, gone));
    if (!request) throw new Refusal(`The committee of ${meeting.id} cannot be read, so no pack can be made for it.`);
    const laid = await layOut(request, press);
    const moved = movedPart(snapshot, pagesOf(laid), gone);
    if (moved || laid.lastPage !== record.pack.lastPage)
      throw new Refusal(
        `${record.pack.title} of ${meeting.id} does not come out page for page as it was issued${moved ? ` (\`${moved}\` moves)` : ""}: another Chromium prints it, or templates or styles have changed since. Use those of the day that it was issued, so that members and the public have the same page numbers.`,
      );
    packs.push({ number: record.number, request, laid });
  }
  if (packs.length === 0)
    throw new Refusal(
      `Nothing is issued for ${meeting.id} yet. Issue its agenda first; the members' pack has the same pages.`,
    );
  return packs;
}
