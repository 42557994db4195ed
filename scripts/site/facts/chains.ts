/** The last record of each meeting's chain. For pages/record.ts. */
import type { PublicMeeting } from "../../access/public-council.ts";
import type { Fact } from "../../asking/around.ts";
import { meetingName } from "../meeting-words.ts";

export interface ChainEnd {
  readonly name: string;
  readonly acts: number;
  readonly number: number;
  readonly hash: string;
  /** Its first pack, with the hash that its first record has of it, to show how one is checked. */
  readonly pack: { readonly address: string; readonly hash: string | null } | null;
}

/** Of meetings that something was issued for. */
export const chainEnd: Fact<PublicMeeting, ChainEnd> = {
  name: "chain-end",
  of: (meeting) => {
    const { acts, packs } = meeting;
    const last = acts.at(-1);
    const [pack] = packs;
    return last
      ? {
          name: meetingName(meeting),
          acts: acts.length,
          number: last.number,
          hash: last.record.hash,
          pack: pack ? { address: pack.address, hash: acts[0]?.record.files[pack.address] ?? null } : null,
        }
      : null;
  },
};
