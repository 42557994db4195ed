/** The tiny good council as a Site, as it stands or with something changed: for tests of what pages say. */
import { draftCouncil } from "../access/admit-drafts.ts";
import type { PublicCouncil, PublicMeeting } from "../access/public-council.ts";
import { loadCouncil } from "../load/council.ts";
import { Site } from "../site/site.ts";
import { councilWith, type Edit, GOOD_COUNCIL } from "./councils.ts";

/** The preview of the council in `root`, drafts and all. */
export function siteOf(root: string = GOOD_COUNCIL, now?: string): Site {
  const { council } = loadCouncil(root, { drafts: true, now });
  if (!council) throw new Error("The council cannot be read");
  return new Site(draftCouncil(council), () => "");
}

/** What `look` sees of the good council with `edits` made. */
export function withEdits<Seen>(look: (site: Site) => Seen, ...edits: Edit[]): Seen {
  return seenWith(look, edits);
}

/** The same, on another day or at another time than the council's own. */
export function seenWith<Seen>(look: (site: Site) => Seen, edits: readonly Edit[], now?: string): Seen {
  const { root, remove } = councilWith(...edits);
  try {
    return look(siteOf(root, now));
  } finally {
    remove();
  }
}

/** The same council with other meetings, for what no draft can show: what was issued, and earlier years. */
export function siteWith(site: Site, meetings: readonly PublicMeeting[], more: Partial<PublicCouncil> = {}): Site {
  return new Site({ ...site.council, ...more, meetings }, () => "");
}

/** The meeting at a place in the order of the council's folder, which must be there. */
export function meetingAt(site: Site, place: number): PublicMeeting {
  const meeting = site.meeting(site.meetingIds()[place] ?? "");
  if (!meeting) throw new Error(`The council has no meeting at ${place}`);
  return meeting;
}
